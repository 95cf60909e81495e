"""Paragraphs and tables of the formats that have no more than these: numbered while they are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File, Limits
from duplan.source import PLAIN, Aside, Block, Cell, Layout, Source, Span, Table

MAX_COLUMNS = 1_024  # Word itself stops at 63
MAX_NESTING = 24  # tables and text boxes inside each other; deeper ones are read as plain text
MAX_COVERED = 2_000_000  # places of a table that merges from above cover


@dataclass(slots=True)
class Paper:
    """Numbers the paragraphs of one document in reading order.

    A reader adds paragraphs to one container after the other (the page, a cell, a note) and puts
    together what ``table`` and ``source`` hand over.
    """

    limits: Limits
    blocks: list[Block] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)

    def paragraph(
        self,
        text: str,
        path: str,
        label: str = "",
        layout: Layout = PLAIN,
        line: int | None = None,
    ) -> Block:
        """The next paragraph; ``line`` is its ordinal where the file has no lines.

        Raises UnreadableError ("too-large") beyond ``limits.paragraphs``.
        """
        index = len(self.blocks)
        if index >= self.limits.paragraphs:
            raise self.limits.exceeded("paragraphs")
        block = Block(index, text, path, line or index + 1, label, layout)
        self.blocks.append(block)
        return block

    def aside(self, story: str, blocks: Iterable[Block], anchor: Span | None = None) -> None:
        """Takes paragraphs, already numbered, that stand outside the running text."""
        self.asides.append(Aside(story, tuple(blocks), anchor))

    def source(
        self, file: File, form: str, content: Iterable[Block | Table], encoding: str | None = None
    ) -> Source:
        """The document read."""
        return Source(
            file.name,
            form,
            file.sha256,
            tuple(content),
            tuple(self.blocks),
            encoding,
            tuple(self.asides),
        )


@dataclass(slots=True)
class Place:
    """A place whose children are counted, each kind by itself."""

    path: str
    counts: dict[str, int] = field(default_factory=dict, init=False)

    def next_path(self, kind: str) -> str:
        """The path of the next child of a kind, counted from 1."""
        count = self.counts[kind] = self.counts.get(kind, 0) + 1
        return f"{self.path}/{kind}[{count}]"


@dataclass(slots=True)
class Container(Place):
    """What holds paragraphs and tables: the body, a cell, a text box, a note."""

    content: list[Block | Table] = field(default_factory=list)


@dataclass(slots=True)
class Extent:
    """The content of a cell and how far it reaches, before its column is known."""

    content: list[Block | Table]
    row_span: int = 1
    col_span: int = 1


def table(rows: Iterable[Iterable[Extent]], path: str) -> Table:
    """A table whose cells take the next free columns of their row, as HTML's do.

    Spans are cut at ``MAX_COLUMNS`` and at the last row. Raises UnreadableError ("too-complex")
    beyond ``MAX_COVERED``.
    """
    given = [list(row) for row in rows]
    placed: list[tuple[Cell, ...]] = []
    taken: dict[int, int] = {}  # column -> rows, from this one on, that a cell above covers
    all_covered = 0
    for at, row in enumerate(given):
        cells, column = [], 0
        all_covered += len(taken)
        if all_covered > MAX_COVERED:
            raise UnreadableError("too-complex")
        covered = {each: left - 1 for each, left in taken.items() if left > 1}
        for extent in row:
            while column in taken:
                column += 1
            if column >= MAX_COLUMNS:
                column = MAX_COLUMNS - 1
            reach = range(column, min(column + extent.col_span, MAX_COLUMNS))
            wide = next((each - column for each in reach if each in taken), max(1, len(reach)))
            tall = max(1, min(extent.row_span, len(given) - at))
            cells.append(Cell(tuple(extent.content), column, tall, wide))
            if tall > 1:
                covered |= dict.fromkeys(range(column, column + wide), tall - 1)
            column += wide
        taken = covered
        placed.append(tuple(cells))
    return Table(tuple(placed), path)
