"""OLE compound files: streams of both sizes, whatever else the file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from duplan.diagnostics import UnreadableError
from duplan.readers.compound import Compound

DATA = (Path(__file__).parent / "doc" / "2019计划.doc").read_bytes()


def test_streams_by_name_whatever_the_case() -> None:
    compound = Compound(DATA)
    assert "worddocument" in compound
    assert "Workbook" not in compound
    assert compound.read("WordDocument")[:2] == b"\xec\xa5"
    assert compound.read("Workbook") == b""


def test_small_streams_lie_in_the_mini_stream() -> None:
    small = Compound(DATA).read("\x01CompObj")
    assert 0 < len(small) < 4_096
    assert b"Word" in small


@pytest.mark.parametrize("length", [0, 8, 511, 512, 700])
def test_cut_files(length: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        Compound(DATA[:length])
    assert caught.value.kind == "damaged"


def test_sector_sizes_that_make_no_sense() -> None:
    with pytest.raises(UnreadableError):
        Compound(DATA[:30] + b"\x40\x00" + DATA[32:])
