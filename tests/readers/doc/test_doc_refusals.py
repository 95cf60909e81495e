"""What is no Word document of Word 97 or later, and what would cost too much."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from wordfiles import ROW_END, Word, cell, compound, definition, p

from duplan.diagnostics import UnreadableError
from duplan.readers import read as read_any
from duplan.readers.doc import read
from duplan.readers.file import File, Limits
from duplan.readers.formats import sniff

HERE = Path(__file__).parent
FILE = Word([p("槐安区2020年工作计划"), p("一、总体要求")]).file()


def refusal(data: bytes, name: str = "a.doc", limits: Limits | None = None) -> str:
    """The kind of the refusal, which is the only error."""
    with pytest.raises(UnreadableError) as caught:
        read(File(data, name, limits or Limits()))
    assert caught.value.message("zh")
    return caught.value.kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (Word([p("甲")], flags=0x0100).file(), "encrypted"),
        (Word([p("甲")], flags=0x8100).file(), "encrypted"),
        (Word([p("甲")], version=0x68).file(), "legacy"),
        (Word([p("甲")], ident=0xA5DC).file(), "legacy"),
        (Word([p("甲")], ident=0x1234).file(), "damaged"),
        (Word([p("甲")], places={33: b""}).file(), "damaged"),
        (compound({"PowerPoint Document": b"x"}), "not-word"),
        (compound({}), "not-word"),
        (FILE[:100], "damaged"),
        (FILE[:600], "damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "damaged"),
        (b"{\\rtf1}", "damaged"),
    ],
)
def test_refusals(data: bytes, kind: str) -> None:
    assert refusal(data) == kind


def test_old_wps_files() -> None:
    assert refusal(compound({"CONTENTS": b"x"}), "a.WPS") == "legacy"


def test_encrypted_packages_in_a_compound_file() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_any(File(compound({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "a.docx"))
    assert caught.value.kind == "encrypted"


@pytest.mark.parametrize(
    ("streams", "form"),
    [
        ({"WordDocument": b"x", "1Table": b"y"}, "doc"),
        ({"Workbook": b"x"}, "xls"),
        ({"Book": b"WordDocument".decode().encode("utf-16-le")}, "xls"),
        ({"EncryptedPackage": b"x"}, "docx"),
        ({"Other": b"x"}, "doc"),
    ],
)
def test_compound_files_are_told_by_their_streams(streams: dict[str, bytes], form: str) -> None:
    assert sniff(compound(streams)) == form


def test_class_ids_do_not_matter() -> None:
    streams = Word([p("槐安区2020年工作计划")]).streams()
    source, _ = read(File(compound(streams, class_id=bytes(range(16))), "a.wps"))
    assert source.blocks[0].text == "槐安区2020年工作计划"


def test_limits() -> None:
    data = Word([p("甲")] * 30).file()
    assert refusal(data, limits=Limits(paragraphs=29)) == "too-large"
    assert refusal(data, limits=Limits(text=59)) == "too-large"
    assert len(read(File(data, limits=Limits(paragraphs=30, text=60)))[0].blocks) == 30


def same_bytes_again() -> bytes:
    count = 20_000
    plc = struct.pack(f"<{count + 1}I", *range(0, 100 * (count + 1), 100))
    plc += struct.pack("<HIH", 0, 2_048, 0) * count
    return Word([p("甲" * 100)], places={33: b"\x02" + struct.pack("<I", len(plc)) + plc}).file()


def fields() -> bytes:
    return Word([p("\x13\x15" * 200_000)], narrow=True).file()


def deep_tables() -> bytes:
    deep = b"\x16\x24\x01\x49\x66" + struct.pack("<i", 1 << 20)
    data = Word([p("甲", deep), p("乙")] * 400).streams()
    return compound(data)


def long_changes() -> bytes:
    huge = [p("甲", b"\x46\x66" + struct.pack("<I", at)) for at in range(400)]
    return Word(huge, data=b"\xff\xff" * 40_000).file()


def wide_rows() -> bytes:
    wide = definition(range(1_001))
    long = b"\x46\x66" + bytes(4)
    rows = [cell("甲"), p(changes=ROW_END + long, end="\x07")] * 300
    return Word(rows, data=struct.pack("<H", len(wide)) + wide).file()


def overlapping_notes() -> bytes:
    positions = [0, 3_001] * 20_000
    return Word(
        [p("甲")],
        stories={"footnote": [p("注" * 3_000), p()]},
        places={3: struct.pack(f"<{len(positions)}I", *positions)},
    ).file()


def circles() -> bytes:
    data = bytearray(FILE)
    for at in range(512, 1_024, 4):
        data[at : at + 4] = struct.pack("<I", (at - 512) // 4)
    return bytes(data)


@pytest.mark.parametrize(
    "hostile",
    [same_bytes_again, fields, deep_tables, long_changes, wide_rows, overlapping_notes, circles],
)
def test_hostile_files_end_soon(hostile: Callable[[], bytes]) -> None:
    data = hostile()
    started = time.perf_counter()
    try:
        read(File(data))
    except UnreadableError as error:
        assert error.kind in ("too-complex", "too-large", "damaged", "not-word")
    assert time.perf_counter() - started < 5
