"""Writes small Word binary files in memory, part by part, for the tests ([MS-CFB], [MS-DOC])."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

from duplan.diagnostics import Diagnostic
from duplan.readers.doc import read
from duplan.readers.file import File
from duplan.source import Source

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
TEXT_AT = 2_048  # byte of the main stream where the text begins
PARTS = 93  # of fibRgFcLcb in Word 97
STORIES = ("body", "footnote", "header", "macro", "comment", "endnote", "box", "header box")

BOLD, HIDDEN = b"\x35\x08\x01", b"\x3c\x08\x01"
DELETED, INSERTED = b"\x00\x08\x01", b"\x01\x08\x01"
IN_TABLE = b"\x16\x24\x01"
ROW_END = IN_TABLE + b"\x17\x24\x01"
INNER = IN_TABLE + b"\x49\x66\x02\x00\x00\x00"
INNER_CELL = INNER + b"\x4b\x24\x01"
INNER_ROW_END = INNER + b"\x4c\x24\x01"


def compound(streams: dict[str, bytes], class_id: bytes = bytes(16)) -> bytes:
    """A compound file of these streams, all in full sectors."""
    contents = [
        stream.ljust(max(4_096, -(-len(stream) // 512) * 512), b"\0") for stream in streams.values()
    ]
    entries = len(streams) + 1
    directory = -(-entries // 4)
    counts = [len(content) // SECTOR for content in contents]
    fats = 1
    while fats * 128 < fats + directory + sum(counts):
        fats += 1
    table, at, firsts = [FAT] * fats, fats, []
    for count in (directory, *counts):
        firsts.append(at)
        table += [*range(at + 1, at + count), END]
        at += count
    table += [FREE] * (fats * 128 - len(table))
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", class_id, 62, 3, 0xFFFE, 9,
        6, 0, fats, firsts[0], 0, 4_096, END, 0, END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", *range(fats), *[FREE] * (109 - fats))
    made = [_entry("Root Entry", 5, FREE, 1 if streams else FREE, END, 0)]
    for place, (name, stream) in enumerate(streams.items(), 1):
        following = place + 1 if place < len(streams) else FREE
        size = max(4_096, len(stream))
        made.append(_entry(name, 2, following, FREE, firsts[place], size))
    made += [bytes(128)] * (directory * 4 - entries)
    return header + struct.pack(f"<{len(table)}I", *table) + b"".join([*made, *contents])


def _entry(name: str, kind: int, right: int, child: int, first: int, size: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", encoded, len(encoded), kind, 1, FREE, right, child, bytes(16), 0, 0,
        0, first, size,
    )  # fmt: skip


Run = tuple[str, bytes]  # text, changes of its characters


@dataclass
class Paragraph:
    """Runs, the mark at the end, and changes of the paragraph."""

    runs: Sequence[Run]
    changes: bytes = b""
    end: str = "\r"
    style: int = 0
    mark: bytes = b""  # changes of the mark

    def pieces(self) -> list[Run]:
        """The runs and the mark, a character for each UTF-16 unit."""
        runs = [(_units(text), changes) for text, changes in self.runs if text]
        return [*runs, (self.end, self.mark)]


def _units(text: str) -> str:
    encoded = text.encode("utf-16-le", "surrogatepass")
    return "".join(map(chr, struct.unpack(f"<{len(encoded) // 2}H", encoded)))


def p(text: str | Sequence[Run] = "", changes: bytes = b"", **more: object) -> Paragraph:
    """A paragraph of text or of runs."""
    runs = [(text, b"")] if isinstance(text, str) else text
    return Paragraph(runs, changes, **more)  # type: ignore[arg-type]


def cell(text: str = "", changes: bytes = b"") -> Paragraph:
    """A paragraph that ends a cell."""
    return p(text, IN_TABLE + changes, end="\x07")


def row_end(edges: Sequence[int], flags: Sequence[int] = (), mark: bytes = b"") -> Paragraph:
    """The mark that ends a row of cells with these edges and merges (fFirstMerged...)."""
    return p(changes=ROW_END + definition(edges, flags), end="\x07", mark=mark)


def definition(edges: Sequence[int], flags: Sequence[int] = ()) -> bytes:
    """sprmTDefTable."""
    count = len(edges) - 1
    given = [*flags, *[0] * (count - len(flags))]
    operand = bytes((count & 0xFF,)) + struct.pack(f"<{count + 1}h", *edges)
    operand += b"".join(struct.pack("<H18x", flag) for flag in given)
    return b"\x08\xd6" + struct.pack("<H", len(operand) + 1) + operand


def in_list(number: int, level: int = 0) -> bytes:
    """The changes that put a paragraph into a list, counted from 1."""
    return b"\x0b\x46" + struct.pack("<H", number) + b"\x0a\x26" + bytes((level,))


def level(
    number_format: int,
    text: str,
    *,
    start: int = 1,
    flags: int = 0,
    restart: int = 0,
    font: int = 0,
) -> bytes:
    """An LVL; ``%1`` to ``%9`` in its text are the counters."""
    shown, places = "", []
    rest = text
    while rest:
        if rest[0] == "%":
            shown += chr(int(rest[1]) - 1)
            places.append(len(shown))
            rest = rest[2:]
        else:
            shown, rest = shown + rest[0], rest[1:]
    changes = b"\x4f\x4a" + struct.pack("<H", font)
    fixed = struct.pack(
        "<iBB9sBiiBBBB", start, number_format, flags, bytes(places), 0, 0, 0, len(changes), 0,
        restart, 0,
    )  # fmt: skip
    return fixed + changes + struct.pack("<H", len(shown)) + shown.encode("utf-16-le")


@dataclass
class Word:
    """A document while it is put together."""

    paragraphs: Sequence[Paragraph]
    stories: dict[str, Sequence[Paragraph]] = field(default_factory=dict)
    places: dict[int, bytes] = field(default_factory=dict)  # further parts by number
    styles: Sequence[bytes] = ()
    lists: Sequence[tuple[int, Sequence[bytes]]] = ()  # name and levels: one, or nine
    overrides: Sequence[tuple[int, Sequence[bytes]]] = ()  # name of the list and LFOLVLs
    narrow: bool = False  # one byte a character
    flags: int = 0
    ident: int = 0xA5EC
    version: int = 0xC1
    data: bytes = b""
    pieces: int = 1  # that the text is cut into, the last one first in the file

    def streams(self) -> dict[str, bytes]:
        """The streams of the compound file."""
        all_paragraphs = [*self.paragraphs]
        lengths = [_length(self.paragraphs)]
        for story in STORIES[1:]:
            more = self.stories.get(story, ())
            all_paragraphs += more
            lengths.append(_length(more))
        text = "".join(run for each in all_paragraphs for run, _ in each.pieces())
        width = 1 if self.narrow else 2
        encoded = text.encode("cp1252" if self.narrow else "utf-16-le", "surrogatepass")
        main = bytearray(TEXT_AT) + encoded
        runs, ends, at = [], [], TEXT_AT
        for each in all_paragraphs:
            begin = at
            for run, changes in each.pieces():
                runs.append((at, at + width * len(run), changes))
                at += width * len(run)
            ends.append((begin, at, struct.pack("<H", each.style) + each.changes))
        table, parts = bytearray(b"\0" * 16), dict[int, tuple[int, int]]()
        for number, content in {
            1: self._styles(),
            12: self._pages(main, runs, paragraphs=False),
            13: self._pages(main, ends, paragraphs=True),
            33: self._text(len(text), width),
            74: self._overrides(),
            **self.places,
        }.items():
            parts[number] = len(table), len(content)
            table += content
        lists, levels = self._lists()
        parts[73] = len(table), len(lists)
        table += lists + levels
        main[: len(self._block(lengths, parts))] = self._block(lengths, parts)
        return {"WordDocument": bytes(main), "1Table": bytes(table), "Data": self.data}

    def file(self) -> bytes:
        """The bytes of the file."""
        return compound(self.streams())

    def _block(self, lengths: Sequence[int], parts: dict[int, tuple[int, int]]) -> bytes:
        base = struct.pack(
            "<HHHHHH20x", self.ident, self.version, 0, 0x0804, 0, self.flags | 0x0200
        )
        longs = struct.pack("<22I", 0, 0, 0, *lengths, *[0] * 11)
        places = b"".join(struct.pack("<II", *parts.get(at, (0, 0))) for at in range(PARTS))
        return base + struct.pack("<H28xH", 14, 22) + longs + struct.pack("<H", PARTS) + places

    def _text(self, length: int, width: int) -> bytes:
        fc = TEXT_AT * 2 | 1 << 30 if width == 1 else TEXT_AT
        step = max(1, length // self.pieces)
        cuts = [*range(0, step * self.pieces, step), length]
        where = [
            struct.pack("<HIH", 0, fc + cut * 2, 0) for cut in cuts[:-1]
        ]  # a narrow character counts two in fc
        plc = struct.pack(f"<{len(cuts)}I", *cuts) + b"".join(where)
        return b"\x02" + struct.pack("<I", len(plc)) + plc

    @staticmethod
    def _pages(
        main: bytearray, runs: Sequence[tuple[int, int, bytes]], *, paragraphs: bool
    ) -> bytes:
        """A page for each run; the list of pages."""
        firsts, numbers = [], []
        for start, end, changes in runs:
            main += b"\0" * (-len(main) % 512)
            page = bytearray(512)
            page[:8] = struct.pack("<II", start, end)
            if paragraphs:
                size = len(changes)
                at = (511 - size - 2) // 2 * 2
                page[8] = at // 2
                held = bytes((0, size // 2)) if size % 2 == 0 else bytes(((size + 1) // 2,))
                page[at : at + len(held) + size] = held + changes
            elif changes:
                at = (511 - len(changes) - 1) // 2 * 2
                page[8] = at // 2
                page[at : at + 1 + len(changes)] = bytes((len(changes),)) + changes
            page[511] = 1
            firsts.append(start)
            numbers.append(len(main) // 512)
            main += page
        return struct.pack(f"<{len(firsts) + 1}I", *firsts, runs[-1][1]) + struct.pack(
            f"<{len(numbers)}I", *numbers
        )

    def _styles(self) -> bytes:
        header = struct.pack("<HHH14x", 18, len(self.styles), 10)
        return header + b"".join(struct.pack("<H", len(each)) + each for each in self.styles)

    def _lists(self) -> tuple[bytes, bytes]:
        lists, levels = struct.pack("<H", len(self.lists)), b""
        for name, given in self.lists:
            lists += struct.pack("<Ii18xBB", name, 0, len(given) == 1, 0)
            levels += b"".join(given)
        return lists, levels

    def _overrides(self) -> bytes:
        fixed, more = struct.pack("<I", len(self.overrides)), b""
        for name, levels in self.overrides:
            fixed += struct.pack("<I8xB3x", name, len(levels))
            more += b"\xff\xff\xff\xff" + b"".join(levels)
        return fixed + more


def style(
    name: str, look: bytes = b"", run: bytes = b"", *, base: int = 0xFFF, known: int = 0xFFE
) -> bytes:
    """An STD of a paragraph style."""
    made = struct.pack("<HHHHH", known, 1 | base << 4, 2, 0, 0)
    made += struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
    for part in (b"\0\0" + look, run):
        made += b"\0" * (len(made) % 2) + struct.pack("<H", len(part)) + part
    return made


def places(*positions: int) -> bytes:
    """A list of positions without data."""
    return struct.pack(f"<{len(positions)}I", *positions)


def _length(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(text) for each in paragraphs for text, _ in each.pieces())


def read_word(*paragraphs: Paragraph, **more: object) -> tuple[Source, list[Diagnostic]]:
    """What the reader makes of paragraphs and further parts."""
    return read(File(Word(paragraphs, **more).file(), "a.doc"))  # type: ignore[arg-type]


def texts(*paragraphs: Paragraph, **more: object) -> list[str]:
    """The text of every paragraph, those of asides included."""
    return [block.text for block in read_word(*paragraphs, **more)[0].blocks]


def labels(*paragraphs: Paragraph, **more: object) -> list[str]:
    """The label of every paragraph."""
    return [block.label for block in read_word(*paragraphs, **more)[0].blocks]
