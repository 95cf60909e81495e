"""Lines → paragraphs and tables: items on one line, wrapped lines, page numbers, lost tables."""

from __future__ import annotations

import pytest
from drawing import lines, read

ITEMS = {
    "1.甲事；2.乙事；3.丙事。": ["1. 甲事；", "2. 乙事；", "3. 丙事。"],
    "①自查；②复核；③通报。": ["① 自查；", "② 复核；", "③ 通报。"],
    "（1）自查；（2）复核。": ["（1） 自查；", "（2） 复核。"],
    "1.做事 2.走访 3.开会": ["1. 做事", "2. 走访", "3. 开会"],
    "1.提升2.5个百分点；完成3.2亿元。": ["1. 提升2.5个百分点；完成3.2亿元。"],
    "1.按第2.3条办理": ["1. 按第2.3条办理"],
    "（一）督导。分两步：①自查；②复核。": ["（一） 督导。分两步：①自查；②复核。"],
    "一、走访5、6所学校": ["一、 走访5、6所学校"],
}


@pytest.mark.parametrize("text", ITEMS)
def test_items_that_share_a_line(text: str) -> None:
    assert lines(text) == ITEMS[text]


def test_months_in_an_item_are_no_items() -> None:
    assert lines("1.做好1月工作，2、3月工作。") == ["1. 做好1月工作，2、3月工作。"]


WRAPPED = """\
围绕全区教育高质量发展目标，全面落实督政督学评估
监测三位一体的工作机制，推动各项重点任务落地见效，
确保全年目标任务圆满完成，为建设教育强区提供坚强
保障，现结合实际制定本计划，请各单位认真贯彻执行
到位。
一、指导思想
坚持督政督学并重。"""


def test_wrapped_lines_are_joined_up_to_the_next_heading() -> None:
    first, *rest = lines(WRAPPED)
    assert first.startswith("围绕") and first.endswith("贯彻执行到位。")
    assert "评估监测三位一体" in first
    assert rest == ["一、 指导思想", "坚持督政督学并重。"]


def test_a_page_number_inside_a_sentence_is_dropped() -> None:
    numbered = WRAPPED.replace("监测三位", "2、监测三位")
    assert lines(numbered) == lines(WRAPPED)
    assert [dropped.text for dropped in read(numbered).dropped] == ["2、"]


@pytest.mark.parametrize(
    "text",
    [
        "督导检查\n整改落实",
        "召开会议。\n开展走访。",
        "一、重点工作\n围绕目标抓落实",
        "3月：开会\n4月：走访",
        "工作目标：\n覆盖率达到100%",
    ],
)
def test_short_lines_are_paragraphs(text: str) -> None:
    assert len(lines(text)) == 2


def test_a_line_that_ends_open_goes_on() -> None:
    assert lines("各校要落实责任，\n加强检查。") == ["各校要落实责任，加强检查。"]


TABLES = {
    "pipes": (
        "| 月份 | 工作 |\n|---|---|\n| 3月 | 甲；乙 |\n| 4月 | 丙 |",
        "月份|工作 ‖ 3月|甲；乙 ‖ 4月|丙",
    ),
    "pipes between the cells only": (
        "月份 | 工作 | 备注\n3月 | 甲 | 子\n4月 | 丙 |",
        "月份|工作|备注 ‖ 3月|甲|子 ‖ 4月|丙|",
    ),
    "wide pipes": ("｜月份｜工作｜\n｜3月｜甲｜", "月份|工作 ‖ 3月|甲"),
    "a short and a long row": (
        "| 月份 | 工作 |\n| 3月 |\n| 4月 | 丙 | 多 |",
        "月份|工作| ‖ 3月|| ‖ 4月|丙|多",
    ),
    "tabs": ("月份\t工作\t备注\n3月\t甲\t子\n4月\t乙\t", "月份|工作|备注 ‖ 3月|甲|子 ‖ 4月|乙|"),
    "tabs and lines that go on": (
        "月份\t工作\n3月\t1.甲\n2.乙\n4月\t丙",
        "月份|工作 ‖ 3月|1.甲/2.乙 ‖ 4月|丙",
    ),
    "tabs without a header": ("3月\t甲\n4月\t乙\n5月\t丙", "3月|甲 ‖ 4月|乙 ‖ 5月|丙"),
    "a cell a line": (
        "\t月份\n\t工作\n\t备注\n\t3月\n\t甲\n\t子\n\t4月\n\t乙\n\t丑",
        "月份|工作|备注 ‖ 3月|甲|子 ‖ 4月|乙|丑",
    ),
    "a cell a line, numbered rows": (
        "\t序号\n\t任务\n\t1\n\t甲\n乙\n\t2\n\t丙",
        "序号|任务 ‖ 1|甲/乙 ‖ 2|丙",
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_lost_tables_are_found_again(name: str) -> None:
    text, table = TABLES[name]
    assert lines(f"{text}\n一、其他") == [table, "一、 其他"]


@pytest.mark.parametrize("text", ["甲|乙", "姓名\t甲\n电话\t乙", "一、甲\t乙"])
def test_a_bar_or_a_tab_makes_no_table(text: str) -> None:
    assert all("‖" not in line for line in lines(text))


def test_tables_that_an_empty_line_parts_are_two() -> None:
    assert len(lines("| 月份 | 工作 |\n| 3月 | 甲 |\n\n| 周次 | 工作 |\n| 1 | 乙 |")) == 2


def test_nothing_of_a_row_of_many_columns_is_lost() -> None:
    for row in ("|".join(map(str, range(200))), "\t".join(["3月", *map(str, range(200))])):
        (shown,) = {line.split(" ‖ ")[0] for line in lines(f"{row}\n{row}\n{row}")}
        assert all(str(number) in shown for number in range(200))


def test_marks_of_markdown_are_headings_and_bullets() -> None:
    items = read("# 一、重点\n## （一）机制\n- 甲\n普通段落").items
    assert [getattr(item, "heading", None) for item in items] == [0, 1, None, None]
    assert lines("# 一、重点\n- 甲\n-乙") == ["一、 重点", "- 甲", "- 乙"]
