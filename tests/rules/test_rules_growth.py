"""Checking takes steps in proportion to the text, whatever stands in it: counted, not timed."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from duplan import check, parse
from duplan.rules import RULES

FEW, TIMES = 60, 8
SHAPES = {
    "labels": "一、\n",
    "items": "1.加强学习。\n",
    "headings": "# 加强学习\n",
    "open brackets": "（《“【\n",
    "closing brackets": "）》”】\n",
    "brackets in a line": "（《",
    "quotes in a line": '"',
    "stars": "**加强**\n",
    "crosses": "××单位×月×日\n",
    "months": "3月\n1.开展活动。\n",
    "dates": "2025年2月30日（星期三）至1月3日开会。\n",
    "dates in a line": "2025年2月30日（星期三）至1月3日、",
    "years in a line": "2019年—2020年、",
    "one digit": "1111",
    "one space": "    ",
    "notes": "督导dǎo导学习jiāqiáng加强\n",
    "half-width marks": "学习,加强;工作(一).\n",
    "words twice": "加强加强学习学习的的了了，，。。\n",
    "tables": "|3月|开展检查|局办|\n",
    "addresses": "a@b.cn，<b>，$甲$\n",
}


def steps(text: str) -> int:
    """How many calls, of Python's own functions too, checking makes with every rule."""
    document = parse(f"2025年工作计划\n一、重点工作\n{text}")
    count = 0

    def hear(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(hear)
    try:
        check(document, codes=RULES)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_steps_grow_with_the_text(shape: str) -> None:
    steps(shape)  # tables that are read once
    assert steps(shape * FEW * TIMES) < 1.5 * TIMES * steps(shape * FEW)


def test_a_row_of_one_character_is_passed_over_at_once() -> None:
    assert steps("1" * 20_000) < steps("1" * 1_000) + 1_000
