"""Separated values: told by name and content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import outline

from duplan.diagnostics import UnreadableError
from duplan.readers import read
from duplan.readers.file import File, Limits
from duplan.source import Source

TABLE = '月份,工作内容,责任单位\n9月,"1.开学督导\n2.例会",督导室\n10月,"甲,乙""丙""",基教科\n'
ROWS = [
    ["月份", "工作内容", "责任单位"],
    ["9月", "1.开学督导\n2.例会", "督导室"],
    ["10月", '甲,乙"丙"', "基教科"],
]


def read_text(text: str, name: str = "a.csv", encoding: str = "utf-8") -> Source:
    """The document of a text file of this name."""
    return read(File(text.encode(encoding), name))[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table(encoding: str) -> None:
    source = read_text(TABLE, encoding=encoding)
    assert source.format == "csv"
    assert source.encoding is not None
    assert outline(source) == [ROWS]
    assert source.blocks[-1].path == "C3"


def test_separators() -> None:
    for mark in ("\t", ";"):
        text = TABLE.replace('"甲,乙""丙"""', "甲").replace(",", mark)
        assert outline(read_text(text, "a.tsv")) == [[*ROWS[:2], ["10月", "甲", "基教科"]]]


def test_a_title_and_a_remark() -> None:
    text = "2020年行事历,,\n" + TABLE + "备注：以上级通知为准并另行安排,,\n"
    found = outline(read_text(text))
    assert found == ["2020年行事历", ROWS, "备注：以上级通知为准并另行安排"]


def test_prose_is_text_whatever_its_name() -> None:
    source = read_text("2020年工作计划\n一、总体思路, 从略\n二、重点工作\n")
    assert (source.format, len(source.blocks)) == ("text", 3)
    assert read_text(TABLE, "a.txt").format == "text"


def test_a_quotation_mark_that_none_closes() -> None:
    source = read_text('8月,"甲\n' + f"9月,{'长' * 40}\n" * 4_000)
    assert source.format == "csv"
    assert [block.text for block in source.blocks[:3]] == ["8月", '"甲', "9月"]


def test_limits() -> None:
    with pytest.raises(UnreadableError) as caught:
        read(File(TABLE.encode(), "a.csv", Limits(cells=4)))
    assert caught.value.values["limit"] == "cells"


@given(st.text('甲乙1,"\t;\n ', max_size=60))
def test_any_text(text: str) -> None:
    try:
        source = read_text(text)
    except UnreadableError as error:
        assert error.kind == "empty"
        return
    shown = "".join(block.text for block in source.blocks)
    for letter in "甲乙1":
        assert shown.count(letter) == text.count(letter)


def test_a_stray_quotation_mark_swallows_no_rows() -> None:
    source = read_text('月份,工作\n1月,会议\n2月,"检查\n3月,监测\n4月,"督导"\n')
    assert outline(source) == [
        [["月份", "工作"], ["1月", "会议"], ["2月", '"检查'], ["3月", "监测"], ["4月", '"督导"']]
    ]


def test_a_long_cell() -> None:
    long = "检" * 140_000
    assert outline(read_text(f"月份,工作\n9月,{long}\n")) == [[["月份", "工作"], ["9月", long]]]
