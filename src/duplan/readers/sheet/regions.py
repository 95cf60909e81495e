"""Where the tables of a sheet are, and what stands above, below and between them as text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from duplan.readers.sheet.visible import Placed

Row = list[Placed]

_NAMED = re.compile(r"[^：:\n\d]{1,12}[：:]")  # 填报单位：…, 制表人：…
_MAX_NAMED_ROWS = 2  # rows of these above or below a table


@dataclass(frozen=True, slots=True)
class Text:
    """Cells that are paragraphs, in reading order."""

    cells: tuple[Placed, ...]

    @property
    def text(self) -> str:
        """All that it says, a line a cell."""
        return "\n".join(cell.entry.text for cell in self.cells)

    def title(self) -> str:
        """What it says beside who filled the sheet in and when (填报单位：…); "" where nothing."""
        texts = (cell.entry.text for cell in self.cells)
        return "".join(text for text in texts if not _NAMED.match(text))


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A table: the cells that start in each row, and the rows and columns that any starts in."""

    rows: tuple[tuple[Placed, ...], ...]
    tops: tuple[int, ...]
    columns: tuple[int, ...]

    def column(self, cell: Placed) -> int:
        """The cell's column in the table, counted from 0."""
        return bisect_left(self.columns, cell.left)

    def col_span(self, cell: Placed) -> int:
        """How many of the table's columns the cell takes."""
        return bisect_right(self.columns, cell.right) - self.column(cell)

    def row_span(self, cell: Placed) -> int:
        """How many of the table's rows the cell takes."""
        return bisect_right(self.tops, cell.bottom) - bisect_left(self.tops, cell.top)


def regions(cells: Sequence[Placed]) -> list[Text | Rectangle]:
    """The tables and texts of a sheet whose cells come row by row.

    Empty rows part tables, as empty columns do where tables stand side by side. Rows of one cell
    above a table (its title) and below it (a remark) are text.
    """
    rows = _rows(cells)
    parts: list[Text | Rectangle] = []
    for band in _joined(_bands(rows)):
        above, core, below = _framed(band)
        _add_text(parts, above)
        sides = _sides(core)
        for side in sides:
            upper, table, lower = _framed(side) if len(sides) > 1 else ([], side, [])
            _add_text(parts, upper)
            if table:
                tops = tuple(row[0].top for row in table)
                columns = sorted({cell.left for row in table for cell in row})
                parts.append(Rectangle(tuple(map(tuple, table)), tops, tuple(columns)))
            _add_text(parts, lower)
        _add_text(parts, below)
    return parts


def _add_text(parts: list[Text | Rectangle], rows: Sequence[Row]) -> None:
    if rows:
        parts.append(Text(tuple(cell for row in rows for cell in row)))


def _bands(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows without an empty one between them; a merged cell bridges those that it covers."""
    bands: list[list[Row]] = []
    reach = -2
    for row in rows:
        if row[0].top > reach + 1:
            bands.append([])
        bands[-1].append(row)
        reach = max(reach, *(cell.bottom for cell in row))
    return bands


def _joined(bands: Sequence[list[Row]]) -> list[list[Row]]:
    """Bands that are one table with empty rows in it are put together."""
    out: list[list[Row]] = []
    head: Row | None = None
    extent = (-1, -1)
    for band in bands:
        own_extent = _extent(band)
        if head is not None and extent == own_extent and not _has_header(band[0], head):
            out[-1] += band
            continue
        out.append(list(band))
        head, extent = next((row for row in band if len(row) > 1), None), own_extent
    return out


def _has_header(first: Row, head: Row) -> bool:
    """Whether a band below a table with the header ``head`` has a title or header of its own."""
    bold = any(cell.entry.layout.bold for cell in first)
    return len(first) < 2 or bold or _texts(first) == _texts(head)


def _extent(rows: Sequence[Row]) -> tuple[int, int]:
    """The first and last column that a table's cells start in."""
    wide = [cell.left for row in rows if len(row) > 1 for cell in row]
    return min(wide, default=-1), max(wide, default=-1)


def _texts(row: Row) -> list[str]:
    return [cell.entry.text for cell in row]


def _framed(rows: Sequence[Row]) -> tuple[list[Row], list[Row], list[Row]]:
    """The rows above a table, the table, and the rows below it."""
    widest = max(len(row) for row in rows)
    first, last, named = 0, len(rows), 0
    while first < last:
        row = rows[first]
        below = rows[first + 1][0].top if first + 1 < len(rows) else row[0].bottom + 1
        if len(row) > 1 and _is_named(row, widest - 1) and named < _MAX_NAMED_ROWS:
            named += 1
        elif len(row) > 1 or row[0].bottom >= below:
            break
        first += 1
    core = _without_remarks(rows[first:last], widest)
    return list(rows[:first]), core, list(rows[first + len(core) :])


def _is_named(row: Row, few: int) -> bool:
    """Whether a row of several cells is text: every cell, or one of a few, is a name with a colon."""
    named = sum(_NAMED.match(cell.entry.text) is not None for cell in row)
    return named == len(row) or 0 < named < len(row) <= few


def _without_remarks(core: Sequence[Row], widest: int) -> list[Row]:
    """A table without the rows of text at its end.

    A row of one cell is text that begins where the table does and is merged over columns or longer
    than what its column holds above.
    """
    columns = sorted({cell.left for row in core if len(row) > 1 for cell in row})
    left = columns[0] if columns else 0
    reach, longest = [-1], [0]  # of the rows above each
    for row in core:
        reach.append(max(reach[-1], *(cell.bottom for cell in row)))
        first = len(row[0].entry.text) if row[0].left == left else 0
        longest.append(max(longest[-1], first))
    last, named = len(core), 0
    while last > 1 and reach[last - 1] < core[last - 1][0].top:
        row, cell = core[last - 1], core[last - 1][0]
        if len(row) > 1:
            named += 1
            if last < 3 or named > _MAX_NAMED_ROWS or not _is_named(row, widest // 2):
                break
        elif cell.left > left or not (
            bisect_right(columns, cell.right) - bisect_left(columns, cell.left) > 1
            or len(cell.entry.text) > longest[last - 1]
        ):
            break
        last -= 1
    return list(core[:last])


def _sides(core: Sequence[Row]) -> list[list[Row]]:
    """Tables side by side, parted by empty columns; else the rows as they are."""
    runs: list[Row] = []
    reach = -2
    for cell in sorted((cell for row in core for cell in row), key=lambda cell: cell.left):
        if cell.left > reach + 1:
            runs.append([])
        runs[-1].append(cell)
        reach = max(reach, cell.right)
    sides: list[list[Placed]] = []
    before: list[Row] = []
    for run in runs:
        rows = _rows(run)
        if before and not _stands_apart(before, rows):
            sides[-1] += run
        else:
            sides.append(run)
        before = rows
    return [_rows(side) for side in sides]


def _rows(cells: Sequence[Placed]) -> list[Row]:
    ordered = sorted(cells, key=lambda cell: (cell.top, cell.left))
    return [list(row) for _, row in groupby(ordered, lambda cell: cell.top)]


def _stands_apart(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether the cells beside an empty column are another table, or text, and not its columns.

    Another table has the same headers, a title of its own or other rows; text has nothing in the
    row of the headers.
    """
    if max(map(len, left)) == 1 or max(map(len, right)) == 1:
        return right[0][0].top > left[0][0].top
    headers = [next(row for row in side if len(row) > 1) for side in (left, right)]
    same = set(_texts(headers[0])) & set(_texts(headers[1]))
    titled = len(left[0]) == 1 and len(right[0]) == 1
    ends = [(side[0][0].top, side[-1][0].top) for side in (left, right)]
    return bool(same) or titled or ends[0] != ends[1]
