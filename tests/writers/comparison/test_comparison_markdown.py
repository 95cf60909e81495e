"""The Markdown as CommonMark with tables reads it."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from comparisons import ISSUER, MOVED, comparison, hostile
from duplan.comparison.model import Change, PlanDiff, Side
from duplan.writers.comparison.manner import Manner
from duplan.writers.comparison.markdown import dump

GOLDEN = """\
<!-- duplan diff 1.0 -->

# 两份计划对照

|  | 标题 | 发文单位 | 文件 |
| --- | --- | --- | --- |
| 2019年 | 槐安区2019年教育督导工作计划 | 槐安区教育督导室 | 2019.docx |
| 2020年 | 槐安区2020年教育督导工作计划 | 槐安区教育督导室 | 2020.docx |

|  | 新增 | 取消 | 调整 | 改期 | 拆分 | 合并 | 延续 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 工作目标 |  |  | 1 |  |  |  |  |
| 重点任务 |  | 1 | 1 |  | 1 | 1 | 1 |
| 逐月安排 | 1 |  |  | 1 |  |  |  |
| 合计 | 1 | 1 | 2 | 1 | 1 | 1 | 1 |

- 发文单位由槐安区教育局改为槐安区教育督导室

## 新增（1）

| 部分 | 2020年 |
| --- | --- |
| 逐月安排 | 四月 督导线上教学 |

## 取消（1）

| 部分 | 2019年 |
| --- | --- |
| 重点任务 | 1. 编印督学手册（属“加强队伍建设”） |

## 调整（2）

| 部分 | 2019年 | 2020年 | 变化说明 |
| --- | --- | --- | --- |
| 工作目标 | 1. 挂牌督导覆盖率达到<del>95%</del>以上 | 1. 挂牌督导覆盖率达到<ins>100%</ins>以上 |\
 比例由95%改为100% |
"""


def tokens(diff: PlanDiff, manner: Manner) -> tuple[set[str], set[str]]:
    """The kinds of all tokens and of what stands in them, and all tags of HTML."""
    made = MarkdownIt("commonmark").enable("table").parse(dump(diff, manner))
    each = [each for token in made for each in (token, *(token.children or ()))]
    html = {one.content for one in each if one.type.startswith("html")}
    return {one.type for one in each}, html


def test_counts_then_a_table_for_each_verdict() -> None:
    written = dump(comparison(metadata=(ISSUER,)), Manner())
    assert written.startswith(GOLDEN)
    heads = [line for line in written.splitlines() if line.startswith("## ")]
    assert heads == [
        "## 新增（1）",
        "## 取消（1）",
        "## 调整（2）",
        "## 改期（1）",
        "## 拆分（1）",
        "## 合并（1）",
    ]


def test_what_goes_on_is_shown_where_it_is_asked_for() -> None:
    written = dump(comparison(), Manner("en", frozenset({"continued"})))
    assert "## Continued (1)" in written
    assert "## New" not in written


def test_several_sides_stand_below_each_other() -> None:
    written = dump(comparison(), Manner())
    assert (
        "| 重点任务 | （三） 制定学校章程<br>（四） 制定安全制度 | （四） 制定学校章程和安全制度 |"
        in written
    )


def test_plans_that_say_the_same() -> None:
    written = dump(PlanDiff(comparison().old, comparison().new), Manner("en"))
    assert written.endswith(
        "Both plans say the same; wording, order, numbering and years don't count.\n"
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_mark_of_a_document_means_anything(language: str) -> None:
    manner = Manner(
        "en" if language == "en" else "zh", frozenset({"continued", "changed", "split"})
    )
    found, html = tokens(hostile(), manner)
    usual, _ = tokens(comparison(metadata=(ISSUER,)), manner)
    assert found <= usual | {"text_special"}
    own = "<!-- duplan diff 1.0 -->\n"
    assert html == {own, "<br>", "<del>", "</del>", "<ins>", "</ins>"}
    assert "\x1b" not in dump(hostile(), manner)


def test_words_stay_apart_where_some_are_marked() -> None:
    old = Side("a", "推广 AI course", words=((3, 5),))
    new = Side("a", "推广 ML course", words=((3, 5),))
    written = dump(comparison(Change("changed", "goals", (old,), (new,))), Manner())
    assert "推广 <del>AI</del> course" in written


def test_a_column_that_no_row_needs_is_left_out() -> None:
    assert "变化说明" not in dump(comparison(MOVED), Manner(verdicts=frozenset({"new"})))
