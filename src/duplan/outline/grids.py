"""Tables as rectangles of cells: those of the file, and those that a plain text lost to pipes or tabs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from duplan.numerals import read_number
from duplan.outline.markers import read_marker
from duplan.text.normal import CellText, Line, TableText, Text, join
from duplan.text.width import BREAK

TAB = 8  # columns that a tab counts in ``Text.gaps`` and ``Line.indent``
MAX_COLUMNS = 64
BARS = "|｜│┃"
BARRED = re.compile(r"(?<!\\)[|｜│┃]")
_ESCAPED_BAR = re.compile(r"\\(?=\|)")
_RULE = re.compile(r"[\s|｜│┃:：\-—=+]*")


class GridCell(NamedTuple):
    """What a cell shows. ``covered`` cells belong to a merge that starts above or to the left."""

    lines: tuple[Line, ...] = ()
    covered: bool = False

    @property
    def text(self) -> str:
        """The cell's text without its line breaks, labels included."""
        return "".join(line.label + line.text.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of equal length."""

    rows: tuple[tuple[GridCell, ...], ...]

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0

    def lines(self) -> list[Line]:
        """Every line of every cell, row by row."""
        return [line for row in self.rows for cell in row for line in cell.lines]

    def row_texts(self) -> list[Text]:
        """Each row as one text, its cells parted by tabs; empty cells and rows left out."""
        return [
            join((join(line.text for line in cell.lines) for cell in row if cell.lines), "\t")
            for row in self.rows
            if any(cell.lines for cell in row)
        ]


def from_table(table: TableText) -> list[Grid | tuple[Line, ...]]:
    """The rectangle of a table with merged cells; rows of one cell that stand above or below the
    others (a title, a remark) come as lines."""
    grid = _merged(table)
    if not any(grid.rows):
        return []
    first, last = 0, len(grid.rows)
    while first < last and _is_banner(grid.rows[first]):
        first += 1
    while last > first and _is_banner(grid.rows[last - 1]):
        last -= 1
    parts: list[Grid | tuple[Line, ...]] = []
    if first:
        parts.append(tuple(line for row in grid.rows[:first] for line in row[0].lines))
    if first < last:
        parts.append(Grid(grid.rows[first:last]))
    if last < len(grid.rows):
        parts.append(tuple(line for row in grid.rows[last:] for line in row[0].lines))
    return parts


def _is_banner(row: tuple[GridCell, ...]) -> bool:
    return not row[0].covered and all(cell.covered for cell in row[1:])


def _merged(table: TableText) -> Grid:
    width = min(
        MAX_COLUMNS,
        max((c.column + c.col_span for row in table.rows for c in row), default=0),
    )
    rows: list[list[GridCell | None]] = [[None] * width for _ in table.rows]
    for at, row in enumerate(table.rows):
        for cell in row:
            if cell.column < width:
                _place(rows, at, cell)
    return Grid(tuple(tuple(cell or GridCell() for cell in row) for row in rows))


def _place(rows: list[list[GridCell | None]], at: int, cell: CellText) -> None:
    for down in range(at, min(at + cell.row_span, len(rows))):
        for right in range(cell.column, min(cell.column + cell.col_span, len(rows[down]))):
            rows[down][right] = GridCell(covered=True)
    rows[at][cell.column] = GridCell(cell.lines)


def _rectangle(rows: Sequence[Sequence[GridCell]]) -> Grid:
    width = min(MAX_COLUMNS, max(len(row) for row in rows))
    return Grid(tuple(tuple(row[:width]) + (GridCell(),) * (width - len(row)) for row in rows))


def _cut(line: Line, start: int, end: int) -> GridCell:
    whole = line.text.cut(start, end)
    breaks = [at for at in sorted(whole.gaps) if whole.gaps[at] >= BREAK]
    texts = [whole.cut(a, b) for a, b in pairwise([0, *breaks, len(whole)])]
    lines = [Line(unbarred(text), line.block, layout=line.layout) for text in texts if text]
    return GridCell(tuple(lines))


def unbarred(text: Text) -> Text:
    """A cell's text without the backslash that a bar in it needs."""
    edges = [-1, *(found.start() for found in _ESCAPED_BAR.finditer(text.text)), len(text)]
    return join(text.part(a + 1, b) for a, b in pairwise(edges)) if len(edges) > 2 else text


def is_piped(line: Line) -> bool:
    """Whether the line is a row of a table drawn with pipes."""
    text = line.text.text
    return (text[:1] in "|｜│┃" and len(text) > 1) or len(BARRED.findall(text)) >= 2


def from_pipes(lines: Sequence[Line]) -> Grid | None:
    """The table that consecutive piped lines draw; None where they hold only rules."""
    bordered = lines[0].text.text[0] in BARS
    rows = []
    for line in lines:
        text = line.text.text
        if _RULE.fullmatch(text) and "-" in text:
            continue
        cuts = [match.start() for match in islice(BARRED.finditer(text), MAX_COLUMNS - 1)]
        edges = [-1, *cuts, len(text)]
        cells = [_cut(line, a + 1, b) for a, b in pairwise(edges)]
        if bordered and cuts and cuts[0] == 0:
            cells = cells[1:]
        if bordered and cuts and cuts[-1] == len(text) - 1:
            cells = cells[:-1]
        rows.append(cells)
    return _rectangle(rows) if rows and any(rows) else None


def tabbed_cells(line: Line) -> list[GridCell]:
    """The cells of a line whose columns are parted by tabs; an empty cell for each further tab."""
    indent = line.indent // TAB if line.indent % TAB == 0 else 0
    cells = [GridCell()] * min(indent, MAX_COLUMNS - 1)
    start = 0
    for at in sorted(line.text.gaps):
        width = line.text.gaps[at]
        if width >= TAB and len(cells) < MAX_COLUMNS - 1:
            cells.append(_cut(line, start, at))
            cells += [GridCell()] * min(width // TAB - 1, MAX_COLUMNS - 1 - len(cells))
            start = at
    cells.append(_cut(line, start, len(line.text)))
    if line.label:
        first = cells[0]
        kept = first.lines or (Line(line.text.cut(0, 0), line.block),)
        cells[0] = GridCell((Line(kept[0].text, line.block, label=line.label), *kept[1:]))
    return cells


def from_tabs(lines: Sequence[Line], is_key: Callable[[str], bool]) -> Grid:
    """The table that lines with tabs draw, a header first.

    A line whose cells fit into what the row before it lacks goes on in that row's last cell: a cell
    of several lines. ``is_key`` tells a row's first cell by its text.
    """
    rows: list[list[GridCell]] = []
    for line in lines:
        cells = tabbed_cells(line)
        row = rows[-1] if rows else []
        aligned = line.indent >= TAB and line.indent % TAB > 0  # by spaces, below a cell's text
        column = _column_of_next(row, cells) if aligned else None
        if column is not None:
            row[column] = GridCell((*row[column].lines, *cells[-1].lines))
            continue
        if row and line.indent < TAB and _goes_on(row, cells, len(rows[0]), is_key):
            row[-1] = GridCell((*row[-1].lines, *cells[0].lines))
            row += cells[1:]
        else:
            rows.append(cells)
    return _rectangle(rows)


def _column_of_next(row: Sequence[GridCell], cells: Sequence[GridCell]) -> int | None:
    """The cell of a row that a line goes on in which holds but the next number: 2.… below 1.…"""
    filled = [cell for cell in cells if cell.lines]
    read = read_marker(filled[0].text) if len(filled) == 1 and cells[-1].lines else None
    if read is None or not read[0].ordinal or read[1] == len(filled[0].text):
        return None
    for column, cell in enumerate(row):
        before = read_marker(cell.lines[-1].text.text) if cell.lines else None
        expected = (read[0].family, read[0].ordinal - 1)
        if before and (before[0].family, before[0].ordinal) == expected:
            return column
    return None


def _goes_on(
    row: list[GridCell], cells: list[GridCell], width: int, is_key: Callable[[str], bool]
) -> bool:
    if is_key(cells[0].text) or read_number(cells[0].text) is not None:
        return False
    if len(cells) == 1:
        return True
    return len(row) + len(cells) - 1 <= width


def from_cell_lines(lines: Sequence[Line], columns: int, is_key: Callable[[str], bool]) -> Grid:
    """The table whose cells stand one below the other, each opened by a tab, its rows by a key.

    ``lines`` begin with the header's ``columns`` cells; ``is_key`` tells a first cell by its text.
    """
    rows: list[list[list[Line]]] = [[[line] for line in lines[:columns]]]
    for line in lines[columns:]:
        if line.indent >= TAB and (is_key(line.text.text) or len(rows) == 1):
            rows.append([[line]])
        elif line.indent >= TAB and len(rows[-1]) < columns:
            empty = min(line.blank_before, columns - len(rows[-1]) - 1)
            rows[-1] += [*([] for _ in range(empty)), [line]]
        else:
            rows[-1][-1].append(line)
    return _rectangle([[GridCell(tuple(cell)) for cell in row] for row in rows])


def from_bare_rows(
    header: Sequence[Line], rows: Sequence[Sequence[Line]], is_key: Callable[[str], bool]
) -> Grid:
    """The table whose rows are given as the lines of their filled cells.

    A row that lacks its first cells (merged with those above) is set by its number or its key;
    marked lines that follow each other share a cell.
    """
    width = len(header)
    number = next(
        (
            k
            for row in rows
            if len(row) >= width
            for k, line in enumerate(row[:width])
            if line.text.text.isdigit()
        ),
        None,
    )
    grid = [[GridCell((line,)) for line in header]]
    for row in rows:
        printed = next((k for k, line in enumerate(row) if line.text.text.isdigit()), None)
        if number is not None and printed is not None:
            start = max(number - printed, 0)
        else:
            start = 0 if is_key(row[0].text.text) or len(row) >= width else 1
        cells = [GridCell()] * start
        first_item = 2 if is_key(row[0].text.text) else 1
        for k, line in enumerate(row):
            marked = read_marker(line.text.text) is not None
            if marked and k >= first_item and _is_marked(cells[-1]):
                cells[-1] = GridCell((*cells[-1].lines, line))
            else:
                cells.append(GridCell((line,)) if line.text else GridCell())
        grid.append(cells)
    return _rectangle(grid)


def _is_marked(cell: GridCell) -> bool:
    return bool(cell.lines) and read_marker(cell.lines[-1].text.text) is not None
