"""The workbook as openpyxl reads it back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from comparisons import ISSUER, comparison, hostile
from duplan.comparison.model import PlanDiff
from duplan.writers.comparison import xlsx
from duplan.writers.comparison.manner import Manner
from duplan.writers.comparison.words import months


def book(diff: PlanDiff, manner: Manner | None = None, **how: Any) -> Workbook:
    return load_workbook(BytesIO(xlsx.dump(diff, manner or Manner())), **how)


def rows(diff: PlanDiff, manner: Manner | None = None, sheet: int = 0) -> list[list[Any]]:
    """The cells of a sheet, empty ones as None."""
    found = book(diff, manner).worksheets[sheet].iter_rows(values_only=True)
    return [[cell or None for cell in row] for row in found]


def test_a_row_a_change_in_the_order_of_the_plans() -> None:
    head, goal, goes_on, *_, moved = rows(comparison())
    assert head == ["结论", "部分", "2019年", "月份", "2020年", "月份", "变化说明"]
    assert goal == [
        "调整",
        "工作目标",
        "1. 挂牌督导覆盖率达到95%以上",
        None,
        "1. 挂牌督导覆盖率达到100%以上",
        None,
        "比例由95%改为100%",
    ]
    assert goes_on[0] == "延续"
    assert moved == [
        *("改期", "逐月安排", "三月 召开督学座谈会", "3月"),
        *("五月 召开督学座谈会", "5月", "由3月推迟到5月"),
    ]


def test_changed_words_are_marked_in_their_cell() -> None:
    cell = book(comparison(), rich_text=True).worksheets[0]["E2"].value
    assert [getattr(part, "text", part) for part in cell] == [
        "1. ",
        "挂牌督导覆盖率达到",
        "100%",
        "以上",
    ]
    assert cell[2].font.b


def test_only_what_is_asked_for() -> None:
    found = rows(comparison(), Manner("en", frozenset({"new", "split"})))
    assert [row[0] for row in found[1:]] == ["split", "new"]


@pytest.mark.parametrize(
    ("numbers", "chinese", "english"),
    [
        ((), "", ""),
        ((3,), "3月", "Mar"),
        ((9, 10, 11, 3), "3、9—11月", "Mar, Sep–Nov"),
        (tuple(range(1, 13)), "1—12月", "Jan–Dec"),
    ],
)
def test_months_that_follow_each_other_are_drawn_together(
    numbers: tuple[int, ...], chinese: str, english: str
) -> None:
    assert (months(numbers, "zh"), months(numbers, "en")) == (chinese, english)


def test_the_overview_counts_all() -> None:
    found = rows(comparison(metadata=(ISSUER,)), Manner(verdicts=frozenset()), 1)
    assert found[1][:3] == ["2019年", "槐安区2019年教育督导工作计划", "槐安区教育督导室"]
    assert ["调整", 1, 1, None, 2] in found
    assert found[-1][0] == "发文单位由槐安区教育局改为槐安区教育督导室"


@pytest.mark.parametrize("at", [0, 1])
def test_it_prints_on_a4_landscape_with_its_head_on_each_page(at: int) -> None:
    sheet = book(comparison()).worksheets[at]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"


def test_the_table_is_filtered_below_a_head_that_stays() -> None:
    sheet = book(comparison()).worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:G9")


def test_everything_is_text_and_nothing_a_formula_or_a_link() -> None:
    for sheet in book(hostile()).worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert "f" not in {cell.data_type for cell in cells}
        assert not [cell for cell in cells if cell.hyperlink]
    assert "\x1b" not in str(rows(hostile()))


def test_more_changes_than_a_sheet_takes_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "LAST_ROW", 3)
    assert book(comparison()).sheetnames == ["对照表", "对照表 2", "对照表 3", "汇总"]


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert xlsx.dump(comparison(), Manner()) == xlsx.dump(comparison(), Manner())
