"""Workbooks of Excel 97 to 2003, and that the same workbook reads the same in every format."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import named, outline

from duplan.diagnostics import UnreadableError
from duplan.readers import READERS
from duplan.readers.file import File, Limits
from duplan.readers.sheet import xls
from duplan.readers.sheet.biff import Leftovers
from duplan.readers.sheet.xls import read
from duplan.source import Layout

FOLDER = Path(__file__).parent
DATA = (FOLDER / "schedule.xls").read_bytes()
SCHEDULE = [
    "槐安区教育督导室2020年工作行事历",
    [
        ["月份", "工作内容", "责任单位", "完成率", "开始日期"],
        ["9月", "1.开展开学督导\n2.召开督学例会", "督导室", "95.00%", "9月1日"],
        ["发布督导报告", "督导室", "100.00%", "9月21日"],
        ["11月", "督学培训", "督导室", "TRUE", "另行通知"],
    ],
    "备注：以通知为准",
    "重点任务",
    [
        ["序号", "工作任务", "责任科室", "完成时限"],
        ["1", "修订督学管理办法", "督导室", "9月底前"],
        ["2", "建成督导平台", "信息科", "12月底前"],
    ],
]


@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
def test_the_same_workbook_in_every_format(form: str) -> None:
    content = (FOLDER / f"schedule.{form}").read_bytes()
    source, found = READERS[form](File(content, f"schedule.{form}"))
    assert source.format == form
    assert outline(source) == SCHEDULE
    assert [(a.story, [b.text for b in a.blocks]) for a in source.asides] == [
        ("comment", ["待定"]),
        ("header", ["内部资料"]),
    ]
    assert named(found, "DP118") == [
        {"where": "月度安排!5:5", "count": 5, "text": "10月 专项督导 基教科 50.00% 10月9日"},
        {"where": "月度安排!G:G", "count": 1, "text": "内部编号"},
        {"where": "草稿", "count": 1, "text": "旧稿"},
    ]
    assert named(found, "DP120") == [{"name": "月度安排"}]
    title = source.blocks[0].layout
    assert (title.align, title.bold, title.size) == ("center", True, 18.0)


def test_places() -> None:
    source, _ = read(File(DATA, "a.xls"))
    assert source.blocks[0].layout == Layout(align="center", bold=True, size=18.0)
    assert source.blocks[6].path == "月度安排!A3"
    first = next(part for part in source.content if part not in source.blocks)
    assert first.path == "月度安排!A2:E6"


def test_without_the_package_that_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlrd", None)
    with pytest.raises(UnreadableError) as caught:
        read(File(DATA))
    assert caught.value.kind == "needs-extra"
    assert "duplan[sheet]" in caught.value.message("en")


def record(kind: int, content: bytes) -> bytes:
    """One record of a workbook's stream."""
    return struct.pack("<HH", kind, len(content)) + content


BOF = struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (DATA[:4000], "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
        (b"", "damaged"),
        (record(0x809, BOF) + record(0x2F, bytes(6)) + record(0x0A, b""), "encrypted"),
    ],
)
def test_refusals(content: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(File(content))
    assert caught.value.kind == kind


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(File(DATA, "a.xls", Limits(cells=10)))
    assert caught.value.values["limit"] == "cells"
    monkeypatch.setattr(xls, "MAX_WORK", 10_000)
    with pytest.raises(UnreadableError) as caught:
        read(File(DATA))
    assert caught.value.kind == "too-complex"


@given(st.integers(0, len(DATA) - 1), st.binary(min_size=1, max_size=4))
def test_any_change(at: int, content: bytes) -> None:
    for changed in (DATA[:at] + content + DATA[at + len(content) :], DATA[:at]):
        try:
            read(File(changed))
        except UnreadableError as error:
            assert error.message("zh")


def test_text_boxes_and_the_notes_of_comments() -> None:
    def shape(kind: int, text: str) -> bytes:
        objects = record(0x5D, struct.pack("<HHH", 0x15, 18, kind) + bytes(16))
        length = record(0x1B6, bytes(10) + struct.pack("<H", len(text)) + bytes(6))
        return objects + length + record(0x3C, b"\x01" + text.encode("utf-16-le"))

    head = record(0x809, BOF) + record(0x85, bytes(4)) + record(0x0A, b"")
    listed = head.replace(record(0x85, bytes(4)), record(0x85, struct.pack("<I", len(head))))
    sheet = shape(0x06, "框中\n文字") + shape(0x19, "批注") + record(0x15, b"\x03\0\0&Cx")
    found = Leftovers(listed + record(0x809, BOF) + sheet + record(0x0A, b""))
    assert [[box.paragraphs for box in boxes] for boxes in found.boxes] == [[("框中", "文字")]]
    assert found.margins == [[("footer", "&Cx")]]


@given(st.binary(max_size=200))
def test_leftovers_of_any_bytes(content: bytes) -> None:
    Leftovers(content)
    Leftovers(record(0x809, BOF) + record(0x85, bytes(6)) + content)
