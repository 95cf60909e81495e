"""What a reader hands over: the document as the program that shows it would show it.

A ``Source`` is format-neutral. Its paragraphs are ``Block`` objects numbered in reading order, those
in table cells included, so that one integer names a paragraph. Tables stay tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in ``Source.blocks[block].text``."""

    block: int
    start: int
    end: int


class Measures(NamedTuple):
    """The distance of a paragraph's lines, and its indents in characters of its own size.

    The distance is ``pitch`` in points where the paragraph fixes it, else ``lines`` as a multiple; then
    it keeps to the grid of its section, if there is one, where it is ``on_grid``. ``first_line`` is how
    far right of the margin the first line begins, ``right`` what stays free at the right. Those of an
    automatic number don't count.
    """

    pitch: float | None = None
    lines: float = 1.0
    on_grid: bool = True
    first_line: float = 0.0
    right: float = 0.0


class Page(NamedTuple):
    """The paper of a section: size and margins in millimetres, the binding's part of them included.

    ``end`` is the index after its last block. ``grid`` is the distance in points of the lines of its
    grid, None where it has none.
    """

    end: int
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    grid: float | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph looks, as far as interpretation and checking may ask.

    Only Word files tell ``fonts`` and ``measure``; a font that nothing names isn't among them.
    ``measure`` works them out: reading itself has no use for them.
    """

    style: str = ""
    outline_level: int | None = None  # 0 is the highest heading
    align: str = ""  # "left", "center", "right", "both" or "" where unstated
    bold: bool = False  # every visible character is bold
    size: float | None = None  # points, of the first visible run
    page_break_before: bool = False
    list_level: int | None = None  # of an automatic label; 0 is the outermost list
    fonts: tuple[str, ...] = ()  # East Asian fonts of the visible text, in order of appearance
    measure: Callable[[], Measures] = field(default=Measures, compare=False, repr=False)


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
    ``pages`` and ``highlights`` (text on a coloured ground, in order) are those of Word files.
    """

    name: str
    format: str  # a name of readers.READERS
    sha256: str
    content: tuple[Block | Table, ...]
    blocks: tuple[Block, ...]
    encoding: str | None = None  # of text formats
    asides: tuple[Aside, ...] = field(default=())
    pages: tuple[Page, ...] = field(default=())
    highlights: tuple[Span, ...] = field(default=())
