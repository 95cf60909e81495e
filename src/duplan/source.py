"""What a reader hands over: the document as the program that shows it would show it.

A ``Source`` is format-neutral. Its paragraphs are ``Block`` objects numbered in reading order, those
in table cells included, so that one integer names a paragraph. Tables stay tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in ``Source.blocks[block].text``."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph looks, as far as interpretation may ask."""

    style: str = ""
    outline_level: int | None = None  # 0 is the highest heading
    align: str = ""  # "left", "center", "right", "both" or "" where unstated
    bold: bool = False  # every visible character is bold
    size: float | None = None  # points, of the first visible run
    page_break_before: bool = False
    list_level: int | None = None  # of an automatic label; 0 is the outermost list


PLAIN = Layout()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (docx) or a line (text formats).

    ``label`` is what the showing program prints by itself before the text (Word's automatic 一、);
    typed numbers stay in ``text``. In ``text``, a newline is a soft line break, a tab a tab.
    """

    index: int
    text: str
    path: str  # where it stands in the file: "body/p[3]", "body/tbl[1]/tr[3]/tc[2]/p[1]", "line"
    line: int  # 1-based: the line of a text file, the ordinal of the paragraph elsewhere
    label: str = ""
    layout: Layout = PLAIN


class Cell(NamedTuple):
    """A table cell where it starts; merged cells span rows and columns to the right and below."""

    content: tuple[Block | Table, ...]
    column: int  # 0-based grid column of its left edge
    row_span: int = 1
    col_span: int = 1

    def blocks(self) -> Iterator[Block]:
        """Every paragraph of the cell in reading order, those of nested tables included."""
        for part in self.content:
            if isinstance(part, Block):
                yield part
            else:
                yield from part.blocks()


class Table(NamedTuple):
    """Rows of the cells that start in them; a row holds no cell that a merge from above covers."""

    rows: tuple[tuple[Cell, ...], ...]
    path: str

    def blocks(self) -> Iterator[Block]:
        """Every paragraph of the table in reading order."""
        for row in self.rows:
            for cell in row:
                yield from cell.blocks()


@dataclass(frozen=True, slots=True)
class Aside:
    """Text that the document shows outside its running text."""

    story: str  # "header", "footer", "footnote", "endnote", "comment", "site"
    blocks: tuple[Block, ...]
    anchor: Span | None = None  # an empty span where a note or comment is referred to
    counted: bool = True  # by a number that the showing program counts, not by a typed mark
    content: tuple[Block | Table, ...] = ()  # the blocks in their tables, where there are any


@dataclass(frozen=True, slots=True)
class Source:
    """One input file, read.

    ``blocks`` holds every paragraph of ``content`` and ``asides``: ``blocks[i].index == i``.
    """

    name: str
    format: str  # a name of readers.READERS
    sha256: str
    content: tuple[Block | Table, ...]
    blocks: tuple[Block, ...]
    encoding: str | None = None  # of text formats
    asides: tuple[Aside, ...] = field(default=())
