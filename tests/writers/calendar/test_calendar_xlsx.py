"""The ledger as openpyxl reads it back."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from calendars import CALENDARS, PLAN, calendar, deadline, month
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook

from duplan.calendar.model import Calendar, Place, Unit
from duplan.writers.calendar import xlsx
from duplan.writers.visible import visible

HEADS = ["月份", "工作", "责任单位", "时限", "来源", "出处", "备注", "完成情况"]
LONG = 32_767


def book(given_: Calendar, **values: Any) -> Workbook:
    """The workbook."""
    return load_workbook(BytesIO(xlsx.dump(given_, **values)))


def ledger(given_: Calendar) -> list[list[Any]]:
    """The cells of its first sheet."""
    return [list(row) for row in book(given_).worksheets[0].iter_rows(values_only=True)]


def test_a_row_an_entry() -> None:
    units = (Unit("各校", "support"), Unit("区教委", "lead"), Unit("督导室"))
    due = deadline("2020-09-30", responsible=units, remark="另行通知", place=Place(3, "p3", "…"))
    assert ledger(calendar(due)) == [
        HEADS,
        [
            "2020-09",
            "报送总结",
            "牵头：区教委\n督导室\n配合：各校",
            "2020-09-30前\n2020-09-30 前",
            "槐安区2020年教育督导工作计划\n计划/2020.docx",
            "安排 9月 第3段",
            "另行通知",
            None,
        ],
    ]


def test_whole_months_have_the_printed_time_only() -> None:
    assert ledger(calendar(month("2020-09")))[1][3] == "9月"


def test_the_state_is_chosen_from_a_list() -> None:
    sheet = book(calendar(month("2020-09"), month("2020-10"))).worksheets[0]
    (choice,) = sheet.data_validations.dataValidation
    assert (choice.type, choice.formula1) == ("list", '"未开始,进行中,已完成"')
    assert str(choice.sqref) == "H2:H3"


def test_the_head_stays_and_rows_are_filtered() -> None:
    sheet = book(calendar(month("2020-09"), month("2020-10"))).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:H3"


@pytest.mark.parametrize("at", [0, 1])
def test_it_prints_on_a4_landscape_with_its_head_on_each_page(at: int) -> None:
    sheet = book(calendar(month("2020-09"))).worksheets[at]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    # one page wide is what there is where nothing is said (ECMA-376-1, 18.3.1.63)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddHeader.center.text == "&A"
    assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"


@pytest.mark.parametrize("start", [*"=+-@\t\n'＝", "{="])
def test_what_looks_like_a_formula_is_text(start: str) -> None:
    text = f"{start}1+1"
    plan = replace(PLAN, title=text, source=text)
    written = book(calendar(month("2020-09", text, plan=plan, remark=text)))
    cells = [cell for sheet in written.worksheets for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert text in {cell.value for cell in cells}


def test_addresses_are_no_links() -> None:
    sheet = book(calendar(month("2020-09", "https://x.example"))).worksheets[0]
    assert sheet["B2"].value == "https://x.example"
    assert sheet["B2"].hyperlink is None


def test_control_characters_are_shown() -> None:
    assert ledger(calendar(month("2020-09", "甲\x00\x1b\ud800\uffff乙")))[1][1] == (
        "甲\\x00\\x1b\\ud800\\uffff乙"
    )


@pytest.mark.parametrize("text", ["长" * (LONG + 1), "𠀀" * LONG])
def test_longer_texts_than_a_cell_takes_end_in_an_ellipsis(text: str) -> None:
    found = ledger(calendar(month("2020-09", text)))[1][1]
    assert found == text[: len(found) - 1] + "…"
    assert LONG - 1 <= len(found.encode("utf-16-le")) // 2 <= LONG


def test_a_text_as_long_as_a_cell_takes_is_whole() -> None:
    assert ledger(calendar(month("2020-09", "长" * LONG)))[1][1] == "长" * LONG


def test_more_entries_than_a_sheet_takes_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "LAST_ROW", 2)
    written = book(calendar(*(month("2020-09", f"工作{at}") for at in range(5))))
    assert written.sheetnames == ["台账", "台账 2", "台账 3", "一览"]
    sheets = written.worksheets[:3]
    assert [cell.value for sheet in sheets for cell in sheet["B"][1:]] == [
        f"工作{at}" for at in range(5)
    ]
    assert all(sheet["A1"].value == "月份" for sheet in sheets)


def test_the_overview_counts_the_entries_of_a_plan_in_the_months_of_each_year() -> None:
    other = replace(PLAN, title="=学校计划", source="学校.txt")
    entries = (
        month("2020-09"),
        deadline("2020-09-30"),
        month("2021-01"),
        month("--10", plan=other),
    )
    sheet = book(calendar(*entries))["一览"]
    head, *rows, total = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert head == ["年份", "计划", *(f"{number}月" for number in range(1, 13)), "合计"]
    assert [[value for value in row if value is not None] for row in rows] == [
        ["2020", "槐安区2020年教育督导工作计划", 2, 2],
        ["2021", "槐安区2020年教育督导工作计划", 1, 1],
        ["年份不详", "=学校计划", 1, 1],
    ]
    assert rows[0][10] == 2
    assert total == [None, "合计", 1, *[None] * 7, 2, 1, None, None, 4]


def test_rows_are_as_high_as_their_texts() -> None:
    texts = ("召开会议", "长" * 100, "长" * 9999)
    entries = (month(f"2020-{at:02}", text) for at, text in enumerate(texts, 1))
    sheet = book(calendar(*entries)).worksheets[0]
    low, high, highest = (sheet.row_dimensions[row].height for row in (2, 3, 4))
    assert low == 30  # the title and the file of the plan
    assert 75 <= high <= 105
    assert highest == 405


def test_english_heads_and_states() -> None:
    sheet = book(calendar(month("2020-09")), language="en").worksheets[0]
    assert [cell.value for cell in sheet[1]][:3] == ["Month", "Work", "Responsible"]
    assert sheet.data_validations.dataValidation[0].formula1 == '"not started,under way,done"'


def test_an_empty_calendar_is_a_ledger_without_rows() -> None:
    assert ledger(calendar()) == [HEADS]


def test_the_same_calendar_gives_the_same_bytes() -> None:
    given_ = calendar(month("2020-09"), deadline("2020-09-30"))
    assert xlsx.dump(given_) == xlsx.dump(given_)
    with zipfile.ZipFile(BytesIO(xlsx.dump(given_))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    stamped = book(given_, stamp=datetime(2020, 3, 6, 8, 30, tzinfo=UTC))
    assert stamped.properties.created == datetime(2020, 3, 6, 8, 30)  # noqa: DTZ001


@settings(max_examples=30)
@given(CALENDARS)
def test_every_text_comes_back(given_: Calendar) -> None:
    found = [(row[0], row[1] or "", row[6] or "") for row in ledger(given_)[1:]]
    assert found == [
        (entry.month, visible(entry.work), visible(entry.remark or "")) for entry in given_.entries
    ]
