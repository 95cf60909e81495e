"""Forms of characters, brackets, white space."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from duplan.text.remnants import emphasis, remnants
from duplan.text.width import Edit, close_up, columns, fold, full_width


def edited(text: str, edits: Iterable[Edit]) -> str:
    for start, end, new in reversed(list(edits)):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("三⽉⼯作", "三月工作"),  # Kangxi radicals
        ("校⻓、部⻔、⺠主", "校长、部门、民主"),  # radicals without a decomposition
        ("\uf9e7", "裏"),  # a compatibility ideograph
        ("\U0001d464\U0001d464\U0001d7d0", "ww2"),
        ("工\u200b作\ufeff计\u00ad划\ufe0f", "工作计划"),
        ("①㈠Ⅳ２０ﾊ㎡½", "①㈠Ⅳ２０ﾊ㎡½"),  # NFKC would take them apart
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert edited(text, fold(text)) == folded


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("通  知", "通知"),
        ("2022 年 3 月", "2022年3月"),
        ("STEAM 教育", "STEAM教育"),
        ("1. 2022 plan", "1. 2022 plan"),
        ("a \t b", "a b"),
        ("a\xa0b", "a b"),
        ("一、 “五育”  “双减”", "一、“五育”“双减”"),
        ("the “plan” of", "the “plan” of"),  # the same marks, but no Chinese line
        ("① A", "①A"),
        ("2 — 3 月", "2—3月"),
        ("3 4", "3 4"),
    ],
)
def test_close_up(text: str, closed: str) -> None:
    assert edited(text, close_up(text)) == closed


def test_columns() -> None:
    assert columns(" \t\u3000\xa0") == 1 + 8 + 2 + 1


def test_brackets_are_full_width_in_chinese_lines_only() -> None:
    assert full_width("(一)督导(app)") == "（一）督导（app）"
    assert full_width("f(x)") == "f(x)"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("一、总体<br/>要求</p>", "一、总体 要求 "),
        ('<span style="x">重<b>点</b></span>', "重点"),
        ("&ldquo;双减&rdquo;&nbsp;A&amp;B", "“双减”\xa0A&B"),
        ("&#20108;&#x4E09;月", "二三月"),
        ("[bookmark: _GoBack]青禾区", "青禾区"),
        ("<!-- 注 -->正文", "正文"),
        (
            "a<b，且 b>c；R&D；[1]；<某单位>；&nosuch;；&#1;",
            "a<b，且 b>c；R&D；[1]；<某单位>；&nosuch;；&#1;",
        ),
    ],
)
def test_remnants(text: str, plain: str) -> None:
    assert edited(text, remnants(text)) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**一、总体要求**", "一、总体要求"),
        ("**（一）完善机制。**修订规则。", "（一）完善机制。修订规则。"),
        ("- **时间**：三月", "- 时间：三月"),
        ("20**年**月**日", "20**年**月**日"),
        ("**县教育局**年工作", "**县教育局**年工作"),
        ("某***学校，一个*", "某***学校，一个*"),
        ("**未完", "**未完"),
    ],
)
def test_emphasis(text: str, plain: str) -> None:
    assert edited(text, emphasis(text)) == plain
