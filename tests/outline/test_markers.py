"""The marks that open headings and items, and what only looks like one."""

from __future__ import annotations

import pytest

from duplan.outline.markers import from_label, read_marker, read_named, read_point

MARKS = {
    "一、指导": ("han", (1,), "一、"),
    "十二．指导": ("han", (12,), "十二．"),
    "（一）机制": ("han-paren", (1,), "（一）"),
    "(三)机制": ("han-paren", (3,), "(三)"),
    "（二）、机制": ("han-paren", (2,), "（二）、"),
    "二）机制": ("han-paren", (2,), "二）"),
    "㈠机制": ("han-paren", (1,), "㈠"),
    "1.核查": ("dec", (1,), "1."),
    "１、核查": ("dec", (1,), "１、"),
    "12．核查": ("dec", (12,), "12．"),
    "（1）核查": ("dec-paren", (1,), "（1）"),
    "⑴核查": ("dec-paren", (1,), "⑴"),
    "2）核查": ("dec-half", (2,), "2）"),
    "①自查": ("circle", (1,), "①"),
    "⑳自查": ("circle", (20,), "⑳"),
    "A.校园": ("alpha", (1,), "A."),
    "b、校园": ("alpha", (2,), "b、"),
    "（c）校园": ("alpha-paren", (3,), "（c）"),
    "Ⅳ.校园": ("alpha", (4,), "Ⅳ."),
    "第一部分 回顾": ("part", (1,), "第一部分"),
    "第二部分：打算": ("part", (2,), "第二部分"),
    "第三章 总则": ("chapter", (3,), "第三章"),
    "壹、依据": ("formal", (1,), "壹、"),
    "參、目标": ("formal", (3,), "參、"),
    "甲、依据": ("stem", (1,), "甲、"),
    "●走访": ("bullet", (), "●"),
    "- 走访": ("bullet", (), "-"),
    "1.1目的": ("dec", (1, 1), "1.1"),
    "3.1.2、目的": ("dec", (3, 1, 2), "3.1.2、"),
}
WEAK = [
    "一,督导",
    "一：督导",
    "1，督导",
    "1：督导",
    "3.5亿元投资",
    "10:30开会",
    "2、3月工作",
    "1.5%",
    "0.督导",
]
NONE = [
    *(
        "督导",
        "",
        "2020年工作",
        "2020.3.5",
        "1990、1991年",
        "100元",
        "3月：开会",
        "12日前",
    ),
    *(
        "一、二年级",
        "二、三季度",
        "一、二、三班",
        "（一）班",
        "（2020）5号",
        "第一次会议",
        "第二条规定",
    ),
    *("一方面", "A股上市", "B超检查", "-5度", "*号键", "一是健全", "首先，健全"),
]


@pytest.mark.parametrize("text", MARKS)
def test_a_mark_has_a_family_and_a_number(text: str) -> None:
    read = read_marker(text)
    assert read is not None
    marker, end = read
    assert (marker.family, marker.ordinals, marker.label) == MARKS[text]
    assert not marker.weak
    assert text[end:].strip() == text.removeprefix(marker.label).lstrip("：、 ")


@pytest.mark.parametrize("text", WEAK)
def test_what_may_be_something_else_is_weak(text: str) -> None:
    read = read_marker(text)
    assert read is None or read[0].weak


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert read_marker(text) is None


@pytest.mark.parametrize(
    ("text", "number", "label", "rest"),
    [
        ("一是健全制度", 1, "一是", "健全制度"),
        ("二要抓落实", 2, "二要", "抓落实"),
        ("二是要抓落实", 2, "二是要", "抓落实"),
        ("三是，抓落实", 3, "三是", "抓落实"),
        ("第一，督导", 1, "第一", "督导"),
        ("首先，督导", 1, "首先", "督导"),
        ("其次督导", 2, "其次", "督导"),
        ("最后，总结", 99, "最后", "总结"),
    ],
)
def test_points(text: str, number: int, label: str, rest: str) -> None:
    read = read_point(text)
    assert read is not None
    assert (read[0].ordinal, read[0].label, text[read[1] :]) == (number, label, rest)


@pytest.mark.parametrize(
    "text", ["一是否", "二要求", "一是为了", "第一次会议", "第一责任人", "一、督导"]
)
def test_words_that_begin_like_a_point(text: str) -> None:
    assert read_point(text) is None


def test_a_noun_with_a_number_is_a_mark() -> None:
    read = read_named("关注事项一：提升满意度")
    assert read is not None
    noun, marker, end = read
    assert (noun, marker.ordinal, marker.label, end) == ("关注事项", 1, "关注事项一", 6)
    assert read_named("时间：3月") is None


@pytest.mark.parametrize(
    ("label", "family", "ordinals"),
    [
        ("一、", "han", (1,)),
        ("（十二）", "han-paren", (12,)),
        ("1.", "dec", (1,)),
        ("2.1", "dec", (2, 1)),
        ("1.1.1.", "dec", (1, 1, 1)),
        ("7", "dec", (7,)),
        ("七", "han", (7,)),
        ("①", "circle", (1,)),
        ("第一章", "chapter", (1,)),
        ("●", "bullet", ()),
        ("Article I", "bullet", ()),
    ],
)
def test_automatic_labels(label: str, family: str, ordinals: tuple[int, ...]) -> None:
    marker = from_label(label)
    assert marker is not None
    assert (marker.family, marker.ordinals, marker.label) == (family, ordinals, label)
    assert not marker.weak


def test_no_label_is_no_mark() -> None:
    assert from_label("") is None


@pytest.mark.parametrize("text", ["三.1 压实责任", "三.1压实责任", "三．1、压实责任"])
def test_decimal_below_chinese_numbers(text: str) -> None:
    marker, _ = read_marker(text) or (None, 0)
    assert marker is not None
    assert (marker.family, marker.ordinals) == ("dec", (3, 1))


@pytest.mark.parametrize("text", ["五.1国际劳动节活动", "六.1儿童节活动", "三.15消费者权益日"])
def test_feasts_are_no_decimal_below_chinese_numbers(text: str) -> None:
    marker, _ = read_marker(text) or (None, 0)
    assert marker is None or len(marker.ordinals) < 2


@pytest.mark.parametrize("label", ["三.1", "三.1.", "三.1、", "3.1"])
def test_automatic_decimal_below_chinese_numbers(label: str) -> None:
    marker = from_label(label)
    assert marker is not None
    assert (marker.family, marker.ordinals, marker.label) == ("dec", (3, 1), label)
