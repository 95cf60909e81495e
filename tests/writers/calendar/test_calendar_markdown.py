"""Calendars as Markdown: tables for people, in which texts stay texts."""

from __future__ import annotations

from dataclasses import replace

from calendars import CALENDARS, LIVELY, PLAN, calendar, deadline, month
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from duplan.calendar.model import Calendar, Place, Unit
from duplan.writers.calendar import markdown
from duplan.writers.visible import visible

# What texts may be in a cell, and the markup that the writer itself makes
KNOWN = {"text", "text_special", "html_inline"}
EXPECTED = """\
<!-- duplan calendar 1.0 -->

# 工作日历

## 2020年8月

没有安排。

## 2020年9月

### 槐安区2020年教育督导工作计划（槐安区教委）

| 时限 | 工作 | 责任单位 | 出处 |
| --- | --- | --- | --- |
| 9月 | 召开会议 | 牵头：区教委<br>督导室<br>配合：各校 | 安排 9月 第3段 |
| 2020-09-30前<br>2020-09-30 前 | 报送总结 |  | 安排 9月 |

## 9月（年份不详）

### 槐安区2020年教育督导工作计划（槐安区教委）

| 时限 | 工作 | 出处 |
| --- | --- | --- |
| 9月 | 开展督导 | 安排 9月 |
"""


def test_months_then_plans() -> None:
    units = (Unit("区教委", "lead"), Unit("各校", "support"), Unit("督导室"))
    due = (
        month("2020-09", responsible=units, place=Place(3, "p3", "召开会议。")),
        deadline("2020-09-30"),
        month("--09", "开展督导"),
    )
    assert markdown.dump(Calendar(["2020-08", "2020-09"], list(due))) == EXPECTED


def test_english_heads() -> None:
    text = markdown.dump(calendar(month("2020-09"), month("--09")), "en")
    assert "# Work calendar\n" in text
    assert "## 2020-09\n" in text
    assert "## --09 (year unknown)\n" in text
    assert "| Due | Work | Place |" in text


def test_no_entries() -> None:
    assert markdown.dump(calendar()).endswith("\n\n# 工作日历\n\n没有安排。\n")


def inline(text: str) -> list[Token]:
    """Every inline token of the page as GitHub's dialect reads it."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [child for token in tokens for child in token.children or []]


@given(CALENDARS)
def test_texts_are_no_markup(given_: Calendar) -> None:
    tokens = inline(markdown.dump(given_))
    assert {token.type for token in tokens} <= KNOWN
    assert {token.content for token in tokens if token.type == "html_inline"} <= {"<br>"}


@given(CALENDARS)
def test_every_text_is_in_a_cell(given_: Calendar) -> None:
    lines = [[line.strip() for line in visible(entry.text).split("\n")] for entry in given_.entries]
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown.dump(given_))
    cells = [
        "".join(
            "\n" if child.content == "<br>" else child.content for child in token.children or []
        )
        for token in tokens
        if token.type == "inline"
    ]
    for expected in lines:
        assert "\n".join(expected).strip() in {cell.strip() for cell in cells}


def test_addresses_of_pages_are_no_links() -> None:
    page = markdown.dump(calendar(month("2020-09", "见https://x.example与www.x.example")))
    assert "https\\://x.example与www\\.x.example" in page


def test_a_title_stays_on_its_line() -> None:
    plan = replace(PLAN, title=LIVELY)
    page = markdown.dump(calendar(month("2020-09", plan=plan)))
    assert sum(line.startswith("###") for line in page.split("\n")) == 1
