"""The normalised text and its types: ``Text`` knows for each of its characters the source offset."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from duplan.source import Layout, Span

Script = Literal["hans", "hant"]
NO_GAPS: Mapping[int, int] = {}


class Piece(NamedTuple):
    """A run of a ``Text`` that comes from one block.

    ``at`` is where it begins in the text. Its characters stand in the block at ``offsets``, or, where
    that is None, one after the other from ``start``.
    """

    at: int
    length: int
    block: int
    start: int
    offsets: array[int] | None = None

    def source(self, index: int) -> int:
        """The source offset of the piece's character ``index`` (counted from the piece's start)."""
        return self.start + index if self.offsets is None else self.offsets[index]

    def cut(self, first: int, last: int, at: int) -> Piece:
        """Its characters ``first:last`` as a piece that begins at ``at``."""
        if self.offsets is None:
            return Piece(at, last - first, self.block, self.start + first)
        return Piece(at, last - first, self.block, self.offsets[first], self.offsets[first:last])


class Text:
    """An immutable string with its origin.

    ``text`` is what is read; ``shown`` is what is written: the same, or, one for one, the characters
    before conversion: full-width digits, and all where the document's script is to be kept.

    ``gaps`` tells where white space that carries no word was taken out: ``gaps[i]`` is the width in
    columns of what stood before character ``i`` (a tab counts 8, an ideographic space 2).
    """

    __slots__ = ("gaps", "pieces", "shown", "text")

    def __init__(
        self,
        text: str,
        pieces: tuple[Piece, ...] = (),
        gaps: Mapping[int, int] = NO_GAPS,
        shown: str | None = None,
    ) -> None:
        self.text = text
        self.pieces = pieces
        self.gaps = gaps
        self.shown = text if shown is None else shown

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Text({self.text!r})"

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def cut(self, start: int, end: int | None = None) -> Text:
        """The part ``[start, end)`` without white space at its ends."""
        text, size = self.text, len(self.text)
        end = size if end is None or end > size else end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return self.part(start, end)

    def part(self, start: int, end: int) -> Text:
        """The part ``[start, end)`` as it is."""
        text = self.text
        if start == 0 and end == len(text):
            return self
        if start >= end:
            return EMPTY
        pieces: tuple[Piece, ...]
        if len(self.pieces) == 1:
            pieces = (self.pieces[0].cut(start, end, 0),)
        else:
            pieces = tuple(
                piece.cut(first, last, piece.at + first - start)
                for piece in self.pieces
                if (first := max(start - piece.at, 0)) < (last := min(end - piece.at, piece.length))
            )
        gaps = self.gaps
        if gaps:
            gaps = {at - start: width for at, width in gaps.items() if start < at < end}
        shown = None if self.shown is text else self.shown[start:end]
        return Text(text[start:end], pieces, gaps, shown)

    def strip(self, chars: str) -> Text:
        """Without ``chars`` and white space at both ends."""
        body = self.text
        start = len(body) - len(body.lstrip(chars + " "))
        end = len(body.rstrip(chars + " "))
        return self.cut(start, max(start, end))

    def rstrip(self, chars: str) -> Text:
        """Without ``chars`` and white space at the end."""
        return self.cut(0, len(self.text.rstrip(chars + " ")))

    def at_gaps(self, most: int | None = None) -> list[Text]:
        """The visible parts between white space that was taken out; only the first ``most`` gaps part."""
        edges = [0, *sorted(self.gaps)[:most], len(self.text)]
        return [part for a, b in pairwise(edges) if (part := self.cut(a, b))]

    def spans(self) -> tuple[Span, ...]:
        """Where the text stands in the source, one span for each block that it comes from."""
        if len(self.pieces) == 1:
            _, length, block, start, offsets = self.pieces[0]
            end = start + length if offsets is None else offsets[length - 1] + 1
            return (Span(block, start, end),)
        out: list[Span] = []
        for piece in self.pieces:
            span = Span(piece.block, piece.source(0), piece.source(piece.length - 1) + 1)
            if out and out[-1].block == span.block and out[-1].end <= span.start:
                span = Span(span.block, out.pop().start, span.end)
            out.append(span)
        return tuple(out)

    def place(self, index: int) -> tuple[int, int]:
        """The block and source offset of character ``index``."""
        piece = self.pieces[bisect_right(self.pieces, index, key=lambda p: p.at) - 1]
        return piece.block, piece.source(index - piece.at)


EMPTY = Text("")


def join(parts: Iterable[Text], between: str = "") -> Text:
    """One text after the other; ``between`` belongs to no source."""
    texts: list[str] = []
    shown: list[str] = []
    differs = False
    pieces: list[Piece] = []
    gaps: dict[int, int] = {}
    at = 0
    for part in parts:
        if texts and between:
            texts.append(between)
            shown.append(between)
            at += len(between)
        texts.append(part.text)
        shown.append(part.shown)
        differs = differs or part.shown is not part.text
        pieces += (Piece(at + p.at, p.length, p.block, p.start, p.offsets) for p in part.pieces)
        gaps.update((at + i, width) for i, width in part.gaps.items())
        at += len(part.text)
    return Text("".join(texts), tuple(pieces), gaps or NO_GAPS, "".join(shown) if differs else None)


class Line(NamedTuple):
    """A visible line of a paragraph: a block without soft breaks is one line.

    ``text`` has no white space at its ends; ``label`` is the block's automatic label, on its first
    line only. ``indent`` is the width in columns of the white space before the text. ``blank_before``
    counts the empty lines before it.
    """

    text: Text
    block: int
    label: str = ""
    indent: int = 0
    blank_before: int = 0
    layout: Layout = Layout()


class CellText(NamedTuple):
    """The lines of a table cell; position and spans as in ``source.Cell``."""

    lines: tuple[Line, ...]
    column: int
    row_span: int = 1
    col_span: int = 1


class TableText(NamedTuple):
    """A table of normalised cells."""

    rows: tuple[tuple[CellText, ...], ...]


@dataclass(frozen=True, slots=True)
class NormalText:
    """A whole document, normalised. ``script`` is what the source is written in."""

    items: tuple[Line | TableText, ...]
    script: Script
