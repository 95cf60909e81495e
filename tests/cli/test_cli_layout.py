"""Widths and line breaks."""

from __future__ import annotations

from itertools import count, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan.cli.layout import cells, cut, fill, in_chunks

TEXTS = st.text() | st.text(st.sampled_from(list("督导计划，。（）“”—…·①ｱAb1 e\u0301\u200b\u3000")))


@given(TEXTS, TEXTS)
def test_a_text_is_as_wide_as_its_characters(before: str, after: str) -> None:
    assert cells(before + after) == sum(map(cells, before + after))


@pytest.mark.parametrize(
    ("text", "width"), [("督导", 4), ("“督”", 4), ("a督", 3), ("①—…", 3), ("e\u0301", 1), ("，", 2)]
)
def test_widths(text: str, width: int) -> None:
    assert cells(text) == width


@given(TEXTS, st.integers(0, 20), st.sampled_from(["…", "..", ""]))
def test_what_is_cut_fits_and_says_so(text: str, width: int, mark: str) -> None:
    short = cut(text, width, mark)
    assert cells(short) <= width
    if cells(text) <= width:
        assert short == text
    elif cells(mark) <= width:
        assert short.endswith(mark)
        assert text.startswith(short.removesuffix(mark))


def test_words_stay_whole_where_they_fit() -> None:
    assert fill(["配合 区财政局", "区人力社保局", "工会"], "、", 20) == [
        "配合 区财政局、",
        "区人力社保局、工会",
    ]
    assert fill(["█ 安排", "▓ 任务"], "  ", 20) == ["█ 安排  ▓ 任务"]
    assert fill(["区人力社保局", "工会"], "、", 8) == ["区人力社", "保局、", "工会"]
    assert fill([], "、", 8) == []


def test_lines_are_joined_as_they_are_asked_for() -> None:
    chunks = in_chunks(map(str, count()), 3)
    assert list(islice(chunks, 2)) == ["0\n1\n2\n", "3\n4\n5\n"]
    assert list(in_chunks(iter(()))) == []
