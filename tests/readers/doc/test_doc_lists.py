"""Automatic numbers of Word's binary files: lists, levels and what overrides them."""

from __future__ import annotations

import struct

import pytest
from wordfiles import in_list, labels, level, p, style

CHINESE, CHINESE_COUNTING, DECIMAL, CIRCLES, BULLET, NONE = 39, 37, 0, 18, 23, 255
LEGAL, KEEPS_ON = 0x04, 0x08
OUTLINE = [
    level(CHINESE, "%1、"),
    level(CHINESE, "（%2）"),
    level(DECIMAL, "%3."),
    level(CIRCLES, "%4"),
    *[level(DECIMAL, "%5)")] * 5,
]
LISTS = {"lists": [(7, OUTLINE)], "overrides": [(7, [])]}


def test_levels_count_and_restart() -> None:
    depths = (0, 1, 1, 2, 3, 0, 1, 2)
    found = labels(*(p("项", in_list(1, depth)) for depth in depths), p("无"), **LISTS)
    assert found == ["一、", "（一）", "（二）", "1.", "①", "二、", "（一）", "1.", ""]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (level(DECIMAL, "第%1条", start=9), "第9条"),
        (level(NONE, "附"), "附"),
        (level(22, "%1"), "01"),
        (level(BULLET, "\uf0b7"), "•"),
        (level(99, "%1"), "1"),
    ],
)
def test_formats(first: bytes, expected: str) -> None:
    assert labels(p("项", in_list(1)), lists=[(7, [first])], overrides=[(7, [])]) == [expected]


def test_flags_of_levels() -> None:
    outline = [
        level(CHINESE, "%1、"),
        level(DECIMAL, "%1.%2", flags=LEGAL),
        level(DECIMAL, "%3.", flags=KEEPS_ON),
        *[level(DECIMAL, "")] * 6,
    ]
    depths = (0, 1, 2, 0, 1, 2)
    found = labels(
        *(p("项", in_list(1, depth)) for depth in depths),
        lists=[(7, outline)],
        overrides=[(7, [])],
    )
    assert found == ["一、", "1.1", "1.", "二、", "2.1", "2."]


def test_overrides() -> None:
    start = struct.pack("<iI", 5, 0x10)
    other = struct.pack("<iI", 1, 0x20) + level(DECIMAL, "(%1)")
    found = labels(
        p("甲", in_list(1)),
        p("乙", in_list(2)),
        p("丙", in_list(3)),
        p("丁", in_list(1)),
        lists=[(7, [level(DECIMAL, "%1.")])],
        overrides=[(7, []), (7, [start]), (7, [other])],
    )
    assert found == ["1.", "5.", "(6)", "7."]


def test_lists_of_styles_and_what_cancels_them() -> None:
    numbered = style("标题 1", in_list(1), known=1, base=0)
    found = labels(
        p("甲", style=1),
        p("乙", in_list(0), style=1),
        p("丙", style=1),
        styles=[style("正文", known=0), numbered],
        **LISTS,
    )
    assert found == ["一、", "", "二、"]


@pytest.mark.parametrize("cut", range(0, 60, 7))
def test_numbering_that_is_cut_off_costs_no_text(cut: int) -> None:
    broken = struct.pack("<I", 3) + bytes(cut)
    assert labels(p("项", in_list(1)), lists=[(7, OUTLINE)], places={74: broken}) in (
        [""],
        ["一、"],
    )
