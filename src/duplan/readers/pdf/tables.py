"""Grids and what stands in them → tables, those that go on over pages as one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from duplan.readers.pdf.glyphs import Glyph
from duplan.readers.pdf.grids import SNAP, Grid, Region
from duplan.readers.pdf.lines import Line, lines_of
from duplan.readers.pdf.paragraphs import Column, Paragraph, Setting, goes_on, paragraphs_of

PADDING = 10.0  # points that a cell keeps free at most


@dataclass(slots=True)
class CellText:
    """A cell: where it stands in the grid, and its lines in their column."""

    column: int
    rows: int
    columns: int
    lines: list[Line]
    setting: Column
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is printed in it."""
        return "\n".join(line.text for line in self.lines)


@dataclass(slots=True)
class TableText:
    """A table: rows of the cells that begin in them."""

    page: int  # where it begins
    last_page: int
    bottom: float  # of its part on that page, in points
    xs: list[float]
    rows: list[list[CellText]]


def fill(grid: Grid, glyphs: Iterable[Glyph], page: int) -> tuple[TableText | None, list[Glyph]]:
    """A grid with the glyphs that stand in it, and those that don't; None where none does."""
    inside: list[list[Glyph]] = [[] for _ in grid.regions]
    outside: list[Glyph] = []
    for glyph in glyphs:
        middle = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.3 * glyph.size
        number = grid.region_at(*middle)
        (outside if number is None else inside[number]).append(glyph)
    lines = [lines_of(held, page) for held in inside]
    if not any(lines):
        return None, outside
    boxes = [grid.box(region) for region in grid.regions]
    gaps = [
        gap
        for held, box in zip(lines, boxes, strict=True)
        for line in held
        for gap in (line.x0 - box[0], box[2] - line.x1)
        if gap >= 0
    ]
    padding = min(min(gaps, default=0.0), PADDING)
    rows: list[list[CellText]] = [[] for _ in grid.ys[1:]]
    for region, held in _parted(grid, lines):
        box = grid.box(region)
        column = Column(box[0] + padding, box[2] - padding)
        cell = CellText(region.column, region.rows, region.columns, held, column)
        rows[region.row].append(cell)
    return TableText(page, page, grid.ys[-1], list(grid.xs), rows), outside


def _parted(grid: Grid, lines: Sequence[list[Line]]) -> Iterator[tuple[Region, list[Line]]]:
    """The regions and their lines; one over several columns, in each of which text stands as it
    does in other rows, is as many: designs leave out the rules of every other row."""
    stands = {
        (region.column, place + miss)
        for region, held in zip(grid.regions, lines, strict=True)
        if region.columns == 1
        for line in held
        for place in _places(line)
        for miss in (-1, 0, 1)
    }
    for region, held in zip(grid.regions, lines, strict=True):
        if region.columns > 1 and held and all(_stands(line, region, stands) for line in held):
            for at in range(region.columns):
                cell = Region(region.row, region.column + at, region.rows, 1)
                yield cell, [line.pieces[at] for line in held]
        else:
            yield region, held


def _stands(line: Line, region: Region, stands: Collection[tuple[int, int]]) -> bool:
    """Whether a line has a part in each column, at places where text stands there."""
    return len(line.pieces) == region.columns and all(
        any((column, place) in stands for place in _places(part))
        for column, part in enumerate(line.pieces, region.column)
    )


def _places(line: Line) -> tuple[int, int]:
    """Where it begins and, below zero, where its middle is, in points."""
    return int(line.x0), -int((line.x0 + line.x1) / 2)


def set_cells(table: TableText, common: Setting) -> None:
    """Makes paragraphs of the lines of its cells."""
    for row in table.rows:
        for cell in row:
            cell.paragraphs = paragraphs_of(cell.lines, cell.setting, common, cell=True)


def continued(table: TableText, more: TableText, common: Setting) -> list[str] | None:
    """Takes in the table at the top of the next page where it goes on in it.

    Answers the texts of the header rows that it repeated; None where it is another table.
    """
    if more.page != table.last_page + 1 or not _fit_columns(table, more):
        return None
    again = 0
    while again < min(len(more.rows) - 1, len(table.rows)):
        texts = [cell.text for cell in more.rows[again]]
        same = [cell.text for cell in table.rows[again]] == texts
        if not (same and any(texts)) or any(cell.rows > 1 for cell in more.rows[again]):
            break
        again += 1
    dropped = [" ".join(cell.text for cell in row) for row in more.rows[:again]]
    rows = more.rows[again:]
    if _join_row(table, rows[0], common):
        rows = rows[1:]
    elif rows[0]:
        rows[0] = _join_merges(table, rows[0])
    table.rows += rows
    table.last_page = more.page
    return dropped


def _fit_columns(table: TableText, more: TableText) -> bool:
    """Gives both tables the same columns, where those of one are among those of the other."""
    if abs(table.xs[0] - more.xs[0]) > 2 * SNAP or abs(table.xs[-1] - more.xs[-1]) > 2 * SNAP:
        return False
    wide, narrow = (table, more) if len(table.xs) >= len(more.xs) else (more, table)
    places = [min(range(len(wide.xs)), key=lambda at: abs(wide.xs[at] - x)) for x in narrow.xs]
    if any(abs(wide.xs[at] - x) > 2 * SNAP for at, x in zip(places, narrow.xs, strict=True)):
        return False
    if len(set(places)) < len(places):
        return False
    for row in narrow.rows:
        for cell in row:
            end = places[cell.column + cell.columns]
            cell.column = places[cell.column]
            cell.columns = end - cell.column
    narrow.xs = wide.xs
    return True


def _last_cells(table: TableText) -> dict[int, CellText]:
    """The cells that reach the last row, by column."""
    count = len(table.rows)
    return {
        cell.column: cell
        for at, row in enumerate(table.rows)
        for cell in row
        if at + cell.rows >= count
    }


def _join_row(table: TableText, row: Sequence[CellText], common: Setting) -> bool:
    """Adds a row to the last one where a sentence of that goes on in it."""
    above = _last_cells(table)
    pairs = [(above.get(cell.column), cell) for cell in row if cell.lines]
    if len(row) < 2 or any(old is None or not old.paragraphs for old, _ in pairs):
        return False
    if row[0].lines or not pairs:  # a row that begins has a name or a number
        return False
    named = all(each and each[0].column == 0 and each[0].lines for each in table.rows)
    for old, new in pairs:
        if named:
            continue
        assert old is not None
        before = old.paragraphs[-1]
        if not goes_on(before, new.lines[0], new.setting, common, cell=True):
            return False
        if before.text[-1] in "。；" or before.text.isdigit():
            return False
    for old, new in pairs:
        assert old is not None
        if goes_on(old.paragraphs[-1], new.lines[0], new.setting, common, cell=True):
            old.paragraphs[-1].lines += new.paragraphs.pop(0).lines
        old.paragraphs += new.paragraphs
        old.lines += new.lines
    return True


def _join_merges(table: TableText, row: list[CellText]) -> list[CellText]:
    """The row without the empty cells at its start that a merged cell above goes on in."""
    above = _last_cells(table)
    for at, cell in enumerate(row):
        old = above.get(cell.column)
        if cell.lines or old is None or old.rows < 2 or old.columns != cell.columns:
            return row[at:]
        old.rows += cell.rows
    return row
