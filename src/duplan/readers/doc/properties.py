"""Properties of characters and paragraphs: lists of changes (sprms) and the pages that hold them."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from duplan.readers.doc.binary import plc

_SIZES = (
    1,
    1,
    2,
    4,
    2,
    2,
    0,
    3,
)  # bytes of an operand by its three bits; 0 says them itself (2.6.1)
_DEFINE_TABLE, _OLD_DEFINE_TABLE, _TABS = 0xD608, 0xD606, 0xC615
_PAGE = 512  # bytes
_PARAGRAPH_ENTRY = 13  # bytes of a BxPap
_HUGE = (0x6645, 0x6646)  # the paragraph's properties lie in the data stream
MAX_DEPTH = 24  # of tables inside each other; deeper ones are read as this one
AS_STYLE, NOT_AS_STYLE = 0x80, 0x81


def sprms(changes: bytes) -> Iterator[tuple[int, bytes]]:
    """(code, operand) of every change, as far as they can be told apart."""
    at = 0
    while at + 2 < len(changes):
        (code,) = struct.unpack_from("<H", changes, at)
        at += 2
        size = _SIZES[code >> 13]
        if not size:
            size, at = changes[at], at + 1
            if code in (_DEFINE_TABLE, _OLD_DEFINE_TABLE) and at < len(changes):
                size, at = max(0, size + 256 * changes[at] - 1), at + 1
            elif code == _TABS and size == 255 and at < len(changes):
                size = _size_of_tabs(changes, at)
        if at + size > len(changes):
            return
        yield code, changes[at : at + size]
        at += size


def _size_of_tabs(changes: bytes, at: int) -> int:
    """The bytes of sprmPChgTabs, where they are more than its first byte can say."""
    deleted = changes[at]
    added_at = at + 1 + 4 * deleted
    added = changes[added_at] if added_at < len(changes) else 0
    return 2 + 4 * deleted + 3 * added


def number(operand: bytes, *, signed: bool = False) -> int:
    """An operand as a whole number."""
    return int.from_bytes(operand, "little", signed=signed)


@dataclass(frozen=True, slots=True)
class Run:
    """What is asked of characters. ``bold`` and ``hidden`` are operands of toggles, or None."""

    bold: int | None = None
    hidden: int | None = None
    half_points: int | None = None
    style: int | None = None
    inserted: bool = False
    deleted: bool = False
    separates: bool = False  # of a mark: it ends its paragraph though it is hidden
    symbol: tuple[int, int] | None = None  # font, character
    font: int | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What is asked of paragraphs; None where a level of formatting says nothing."""

    style: int = 0
    list: int | None = None  # 1-based place among the lists; 0 is none
    level: int | None = None
    outline: int | None = None
    align: int | None = None
    page_break: bool | None = None
    depth: int = 0  # tables that it stands in
    ends_row: bool = False
    ends_cell: bool = False  # of a table in a table
    table: tuple[tuple[int, bytes], ...] = field(default=())  # changes of the row that it ends


@lru_cache(1024)
def run_of(changes: bytes) -> Run:
    """The character properties that changes make."""
    values: dict[str, Any] = {}
    for code, operand in sprms(changes):
        if code == 0x2A33:  # sprmCPlain
            values = {name: values[name] for name in ("style",) if name in values}
        elif code == 0x6A09 and len(operand) == 4:
            values["symbol"] = struct.unpack("<HH", operand)
        elif code in _FLAGS:
            values[_FLAGS[code]] = bool(operand[0])
        elif code in _NUMBERS:
            values[_NUMBERS[code]] = number(operand)
    return replace(Run(), **values)


_FLAGS = {0x0800: "deleted", 0x0801: "inserted", 0x0818: "separates"}
_NUMBERS = {
    0x0835: "bold", 0x083C: "hidden", 0x4A43: "half_points", 0x4A30: "style", 0x4A4F: "font",
}  # fmt: skip
_LOOKS = {0x2640: "outline", 0x260A: "level", 0x2403: "align", 0x2461: "align"}


def look_of(changes: bytes, elsewhere: Callable[[int], bytes], style: int = 0) -> Look:
    """The paragraph properties that changes make; ``elsewhere`` answers those too long for here."""
    values: dict[str, Any] = {"style": style}
    depth, in_table, table = 0, False, []
    for code, operand in _with_long(changes, elsewhere):
        value = number(operand)
        if code in _LOOKS:
            values[_LOOKS[code]] = value
        elif code == 0x460B:
            values["list"] = value if value < 0x07FF else 0
        elif code == 0x2407:
            values["page_break"] = bool(value)
        elif code == 0x2416:
            in_table = bool(value)
        elif code == 0x6649:
            depth = number(operand, signed=True)
        elif code == 0x664A:
            depth += number(operand, signed=True)
        elif code in (0x2417, 0x244C):
            values["ends_row"] = bool(value)
        elif code == 0x244B:
            values["ends_cell"] = bool(value)
        elif code >> 10 & 7 == 5:  # sgc: of tables
            table.append((code, operand))
    depth = min(max(depth, int(in_table)), MAX_DEPTH)
    return replace(Look(), **values, depth=depth, table=tuple(table))


def _with_long(changes: bytes, elsewhere: Callable[[int], bytes]) -> Iterator[tuple[int, bytes]]:
    for code, operand in sprms(changes):
        if code in _HUGE:
            yield from sprms(elsewhere(number(operand)))
        else:
            yield code, operand


class Pages:
    """Properties by the byte of the text that they begin at, on pages of 512 bytes (2.9.24, 2.9.33)."""

    def __init__(self, places: bytes, main: bytes, *, paragraphs: bool) -> None:
        self._main = main
        self._paragraphs = paragraphs
        self._firsts, self._numbers = plc(places, 4)
        self._read: dict[int, tuple[tuple[int, ...], list[bytes]]] = {}

    def find(self, offset: int) -> tuple[bytes, int]:
        """The properties at a byte of the main stream, and the byte where they end."""
        at = bisect_right(self._firsts, offset) - 1
        if not 0 <= at < len(self._numbers):
            return b"", self._firsts[0] if at < 0 and self._firsts else len(self._main)
        end = self._firsts[at + 1]
        limits, values = self._page(number(self._numbers[at]) & 0x3FFFFF)
        place = bisect_right(limits, offset) - 1
        if not 0 <= place < len(values):
            return b"", end
        return values[place], min(end, limits[place + 1])

    def _page(self, page: int) -> tuple[tuple[int, ...], list[bytes]]:
        if page not in self._read:
            self._read[page] = self._unpack(self._main[page * _PAGE : (page + 1) * _PAGE])
        return self._read[page]

    def _unpack(self, page: bytes) -> tuple[tuple[int, ...], list[bytes]]:
        if len(page) < _PAGE:
            return (), []
        width = _PARAGRAPH_ENTRY if self._paragraphs else 1
        count = min(page[-1], (_PAGE - 5) // (4 + width))
        start = 4 * (count + 1)
        places = page[start : start + count * width : width]
        read = _paragraph_changes if self._paragraphs else _run_changes
        values = [read(page, 2 * place) if place else b"" for place in places]
        return struct.unpack_from(f"<{count + 1}I", page), values


def _paragraph_changes(page: bytes, at: int) -> bytes:
    """The style's number and the changes of a PapxInFkp (2.9.175)."""
    if page[at]:
        return page[at + 1 : at + 2 * page[at]]
    return page[at + 2 : at + 2 + 2 * page[at + 1]] if at + 1 < _PAGE else b""


def _run_changes(page: bytes, at: int) -> bytes:
    return page[at + 1 : at + 1 + page[at]]
