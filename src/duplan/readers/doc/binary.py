"""Word's binary form as bytes: streams, the file information block, piece table and lists of places.

Section numbers are those of [MS-DOC].
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum

from duplan.diagnostics import UnreadableError
from duplan.readers.compound import Compound
from duplan.readers.file import File

STORIES = (  # in the order of their text, 2.3
    "body", "footnote", "header", "macro", "comment", "endnote", "box", "header box",
)  # fmt: skip

_FIXED = 32  # bytes before the parts of the file information block whose length is told
_IDENT = 0xA5EC
_OLD_IDENTS = (0xA5DC, 0xA5DB, 0xA59B, 0xA59C, 0xA697, 0xA698, 0xA699, 0xDBA5, 0xFE32)
_WORD_97 = 0xC0  # the least nFib of this form
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_LENGTHS = 3  # places in fibRgLw before the stories' lengths
_PIECE = 8  # bytes
_COMPRESSED = 1 << 30


class Part(IntEnum):
    """Parts of the table stream by their place in fibRgFcLcb97 (2.5.6)."""

    STYLES = 1
    FOOTNOTE_PLACES = 2
    FOOTNOTES = 3
    COMMENT_PLACES = 4
    COMMENTS = 5
    SECTIONS = 6
    HEADERS = 11
    RUNS = 12
    PARAGRAPHS = 13
    FONTS = 15
    PIECES = 33
    SHAPES = 40
    HEADER_SHAPES = 41
    ENDNOTE_PLACES = 46
    ENDNOTES = 47
    BOXES = 56
    HEADER_BOXES = 58
    LISTS = 73
    OVERRIDES = 74


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: where it lies in the stream, and the properties laid over it."""

    start: int  # its first character's position
    offset: int  # of its first byte
    width: int  # bytes of a character
    overlay: bytes  # sprms


class Binary:
    """One document. ``text`` has a character for each UTF-16 unit, so that positions are indices.

    Raises UnreadableError: "not-word", "legacy", "encrypted", "damaged", "too-large".
    """

    def __init__(self, file: File) -> None:
        compound = Compound(file.data)
        self.main = compound.read("WordDocument")
        if "WordDocument" not in compound:
            raise UnreadableError("legacy" if file.name.lower().endswith(".wps") else "not-word")
        if len(self.main) < _FIXED:
            raise UnreadableError("damaged", reason="WordDocument")
        ident, version, flags = struct.unpack_from("<HH6xH", self.main)
        if ident in _OLD_IDENTS or (ident == _IDENT and version < _WORD_97):
            raise UnreadableError("legacy")
        if ident != _IDENT:
            raise UnreadableError("damaged", reason="WordDocument")
        if flags & _ENCRYPTED:
            raise UnreadableError("encrypted")
        tables = ("1Table", "0Table") if flags & _SECOND_TABLE else ("0Table", "1Table")
        self.table = compound.read(tables[0]) or compound.read(tables[1])
        self._data = compound.read("Data")
        self._data_left = len(self._data)
        try:
            self._read_block()
            self._pieces, self.text = self._read_pieces(file)
        except struct.error as error:
            raise UnreadableError("damaged", reason="WordDocument") from error
        self._starts = [piece.start for piece in self._pieces]

    def _read_block(self) -> None:
        """The file information block: the lengths of the stories, and where the parts are (2.5.1)."""
        (words,) = struct.unpack_from("<H", self.main, 32)
        longs_at = 34 + 2 * words
        (longs,) = struct.unpack_from("<H", self.main, longs_at)
        at, self.stories = 0, dict[str, range]()
        for story, length in zip(
            STORIES,
            struct.unpack_from("<8I", self.main, longs_at + 2 + 4 * _LENGTHS),
            strict=True,
        ):
            self.stories[story] = range(at, at + length)
            at += length
        parts_at = longs_at + 2 + 4 * longs
        (parts,) = struct.unpack_from("<H", self.main, parts_at)
        self._parts = struct.unpack_from(f"<{2 * min(parts, 200)}I", self.main, parts_at + 2)

    def part(self, part: Part) -> bytes:
        """A part of the table stream; empty where there is none."""
        start, size = self.extent(part)
        return self.table[start : start + size]

    def extent(self, part: Part) -> tuple[int, int]:
        """The first byte and the size of a part in the table stream."""
        if 2 * part + 1 >= len(self._parts):
            return 0, 0
        return self._parts[2 * part], self._parts[2 * part + 1]

    def long_changes(self, at: int) -> bytes:
        """Properties too long for their page, from the data stream, each read once."""
        size = int.from_bytes(self._data[at : at + 2], "little")
        self._data_left -= size
        if self._data_left < 0:
            raise UnreadableError("too-complex")
        return self._data[at + 2 : at + 2 + size]

    def piece(self, position: int) -> tuple[Piece, int]:
        """The piece that a character is in, and the position after its last character."""
        at = max(0, bisect_right(self._starts, position) - 1)
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        return self._pieces[at], end

    def _read_pieces(self, file: File) -> tuple[list[Piece], str]:
        overlays, places = _clx(self.part(Part.PIECES))
        positions, found = plc(places, _PIECE)
        if not found:
            raise UnreadableError("damaged", reason="no piece table")
        pieces, written, length = [], [], 0
        for at, data in enumerate(found):
            _, where, change = struct.unpack("<HIH", data)
            count = positions[at + 1] - positions[at]
            width = 1 if where & _COMPRESSED else 2
            offset = (where & (_COMPRESSED - 1)) // (3 - width)
            raw = self.main[offset : offset + max(0, count) * width]
            if not raw:
                continue
            pieces.append(Piece(length, offset, width, _overlay(change, overlays)))
            text = _decoded(raw, width)
            length += len(text)
            if length > len(self.main):  # the same bytes again and again
                raise UnreadableError("too-complex")
            if length > file.limits.text:
                raise file.limits.exceeded("text")
            written.append(text)
        if not pieces:
            raise UnreadableError("damaged", reason="no text")
        return pieces, "".join(written)


def plc(data: bytes, size: int) -> tuple[tuple[int, ...], list[bytes]]:
    """A list of places: n + 1 positions, then n pieces of data of ``size`` bytes (2.2.2)."""
    count = max(0, (len(data) - 4) // (4 + size))
    if not count:
        return (), []
    start = 4 * (count + 1)
    values = [data[at : at + size] for at in range(start, start + count * size, size or 1)]
    return struct.unpack_from(f"<{count + 1}I", data), values if size else []


def _decoded(raw: bytes, width: int) -> str:
    if width == 1:
        return raw.decode("cp1252", "replace") if len(raw) else ""
    raw = raw[: len(raw) // 2 * 2]
    text = raw.decode("utf-16-le", "surrogatepass") if not _paired(raw) else ""
    if len(text) * 2 == len(raw):
        return text
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))


def _paired(raw: bytes) -> bool:
    """Whether there are surrogates among UTF-16 units."""
    high = raw[1::2]
    return any(bytes((each,)) in high for each in range(0xD8, 0xE0))


def _clx(data: bytes) -> tuple[list[bytes], bytes]:
    """The property overlays and the piece table (2.9.38)."""
    overlays, at = [], 0
    while data[at : at + 1] == b"\x01" and at + 3 <= len(data):
        (size,) = struct.unpack_from("<H", data, at + 1)
        overlays.append(data[at + 3 : at + 3 + size])
        at += 3 + size
    if data[at : at + 1] != b"\x02" or at + 5 > len(data):
        return overlays, b""
    (size,) = struct.unpack_from("<I", data, at + 1)
    return overlays, data[at + 5 : at + 5 + size]


# What a piece's one-byte change may be (2.9.214), as far as it is asked for.
_CHANGES = {0x05: 0x2403, 0x09: 0x2407, 0x41: 0x0800, 0x42: 0x0801, 0x55: 0x0835, 0x5C: 0x083C}


def _overlay(change: int, overlays: list[bytes]) -> bytes:
    if change & 1:
        at = change >> 1
        return overlays[at] if at < len(overlays) else b""
    code = _CHANGES.get((change >> 1) & 0x7F)
    return b"" if code is None else struct.pack("<HB", code, change >> 8)
