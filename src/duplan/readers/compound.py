"""OLE compound files ([MS-CFB]): the streams at the top of what Word, WPS and Excel once wrote."""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterator
from typing import NamedTuple

from duplan.diagnostics import UnreadableError

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = 512  # bytes
_SHIFTS = range(7, 17)  # of sector sizes that make sense; 9 and 12 are the usual ones
_LAST = 0xFFFFFFFA  # sector numbers from here on mark ends and gaps
_ENTRY = 128  # bytes of a directory entry
_NOTHING = 0xFFFFFFFF
_STREAM, _ROOT = 2, 5


class _Entry(NamedTuple):
    name: str
    kind: int
    siblings: tuple[int, int]
    child: int
    first: int  # sector
    size: int  # bytes


class Compound:
    """The streams at the top level of one compound file, by name, whatever their case.

    Raises UnreadableError ("damaged") where the file's own tables can't be followed. Class ids and
    other fields that readers may pass over are not looked at: WPS fills them in its own way.
    """

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC) or len(data) < _HEADER:
            raise UnreadableError("damaged", reason="no compound file")
        self._data = data
        sector_shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if sector_shift not in _SHIFTS or mini_shift > sector_shift:
            raise UnreadableError("damaged", reason="sector size")
        self._size, self._mini_size = 1 << sector_shift, 1 << mini_shift
        directory, _, self._cutoff, mini_fat = struct.unpack_from("<4I", data, 48)
        self._fat = self._table(self._fat_sectors())
        entries = self._stream(directory, len(data))
        self._entries = [
            _entry(entries[at : at + _ENTRY]) for at in range(0, len(entries) - 127, _ENTRY)
        ]
        if not self._entries or self._entries[0].kind != _ROOT:
            raise UnreadableError("damaged", reason="no directory")
        root = self._entries[0]
        self._mini_fat = self._table(self._chain(mini_fat, self._fat))
        self._mini = self._stream(root.first, root.size) if self._mini_fat else b""
        self._by_name = {
            entry.name.lower(): entry for entry in self._top() if entry.kind == _STREAM
        }

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._by_name

    def read(self, name: str) -> bytes:
        """A stream's content, as much of it as the file holds; nothing where there is none."""
        entry = self._by_name.get(name.lower())
        if entry is None:
            return b""
        if entry.size >= self._cutoff:
            return self._stream(entry.first, entry.size)
        size, mini = self._mini_size, self._mini
        sectors = self._chain(entry.first, self._mini_fat)
        return b"".join(mini[at * size : (at + 1) * size] for at in sectors)[: entry.size]

    def _sector(self, number: int) -> bytes:
        start = _HEADER if self._size <= _HEADER else self._size
        return self._data[start + number * self._size : start + (number + 1) * self._size]

    def _stream(self, first: int, size: int) -> bytes:
        return b"".join(map(self._sector, self._chain(first, self._fat)))[:size]

    def _chain(self, first: int, table: array[int]) -> Iterator[int]:
        """The sectors of a chain, each at most once; it ends where it leaves the table."""
        for _ in range(len(table)):
            if first >= len(table):
                return
            yield first
            first = table[first]

    def _fat_sectors(self) -> Iterator[int]:
        """The sectors of the allocation table: 109 in the header, the rest in a chain of lists."""
        most = len(self._data) // self._size + 1
        listed = struct.unpack_from("<109I", self._data, 76)
        following, _ = struct.unpack_from("<II", self._data, 68)
        yield from listed
        for _ in range(most):
            sector = self._sector(following) if following < _LAST else b""
            if len(sector) < self._size:
                return
            *more, following = struct.unpack(f"<{self._size // 4}I", sector)
            yield from more

    def _table(self, sectors: Iterator[int]) -> array[int]:
        """Sector numbers, no more than the file has sectors."""
        table: array[int] = array("I")
        most = len(self._data) // self._mini_size + 1
        for sector in sectors:
            if sector >= _LAST or len(table) > most:
                continue
            content = self._sector(sector)
            table.frombytes(content[: len(content) // 4 * 4])
        if sys.byteorder == "big":
            table.byteswap()
        return table

    def _top(self) -> Iterator[_Entry]:
        """The entries in the root storage, a tree of siblings."""
        waiting, seen = [self._entries[0].child], set[int]()
        while waiting:
            at = waiting.pop()
            if at < len(self._entries) and at not in seen:
                seen.add(at)
                yield self._entries[at]
                waiting += self._entries[at].siblings


def _entry(data: bytes) -> _Entry:
    length, kind = struct.unpack_from("<HB", data, 64)
    left, right, child = struct.unpack_from("<III", data, 68)
    first, size = struct.unpack_from("<II", data, 116)  # sizes beyond 4 GB are no documents
    name = data[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(name, kind, (left, right), child, first, size)
