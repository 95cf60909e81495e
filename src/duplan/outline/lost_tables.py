"""Tables that a plain text lost: to pipes, to tabs, or to one cell a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from duplan.dates import match_time_label
from duplan.outline.grids import (
    BARRED,
    TAB,
    Grid,
    from_bare_rows,
    from_cell_lines,
    from_pipes,
    from_table,
    from_tabs,
    is_piped,
    tabbed_cells,
)
from duplan.outline.markers import read_marker
from duplan.text.normal import Line, TableText

_NOTE = re.compile(r"(?:注|备注|说明|附注|抄送|抄报|主题词|附件)[：:]")
_THIRD = re.compile("[上中下]{1,2}旬|全月")
MOST_MISSING = 3  # numbers that a list of rows may leave out at a time
MOST_CELLS = 12  # of a row whose cells stand one below the other


def part_tables(
    items: Sequence[Line | TableText], is_column: Callable[[str], bool]
) -> list[Grid | list[Line]]:
    """A document as tables and the runs of lines between them.

    ``is_column`` tells a header cell by its text.
    """
    parts: list[Grid | list[Line]] = []
    at = 0
    while at < len(items):
        item = items[at]
        if isinstance(item, TableText):
            parts += [list(p) if isinstance(p, tuple) else p for p in from_table(item)]
            at += 1
            continue
        found = _table_at(items, at, is_column)
        if found is not None:
            grid, at = found
            parts.append(grid)
            continue
        if parts and isinstance(parts[-1], list):
            parts[-1].append(item)
        else:
            parts.append([item])
        at += 1
    return parts


def _table_at(
    items: Sequence[Line | TableText], at: int, is_column: Callable[[str], bool]
) -> tuple[Grid, int] | None:
    line = items[at]
    assert isinstance(line, Line)
    if is_piped(line):
        run = _run(items, at, partial(_goes_on, first=line, is_column=is_column))
        grid = from_pipes(run)
        return (grid, at + len(run)) if grid else None
    if line.indent >= TAB or line.text.gaps:
        found = _tab_table(items, at, is_column) or _cell_lines(items, at, is_column)
        if found is not None:
            return found
    return _bare_cells(items, at, is_column)


def _goes_on(row: Line, first: Line, is_column: Callable[[str], bool]) -> bool:
    """Whether a line belongs to the table that the piped line ``first`` opens; another table's
    header below an empty line doesn't."""
    if row is first:
        return True
    if not row.blank_before:
        return is_piped(row) or BARRED.search(row.text.text) is not None
    cells = [cell.strip() for cell in BARRED.split(row.text.text) if cell.strip()]
    return is_piped(row) and not (len(cells) >= 2 and all(map(is_column, cells)))


def _from(items: Sequence[Line | TableText], at: int) -> Iterator[Line | TableText]:
    """The items from an index on, without a copy: most are looked at for a line or two only."""
    return (items[k] for k in range(at, len(items)))


def _run(items: Sequence[Line | TableText], at: int, belongs: Callable[[Line], bool]) -> list[Line]:
    run = []
    for item in _from(items, at):
        if isinstance(item, TableText) or not belongs(item):
            break
        run.append(item)
    return run


def _columns(line: Line) -> int:
    return 1 + sum(width >= TAB for width in line.text.gaps.values())


def _tab_table(
    items: Sequence[Line | TableText], at: int, is_column: Callable[[str], bool]
) -> tuple[Grid, int] | None:
    header = items[at]
    assert isinstance(header, Line)
    columns = _columns(header)
    if columns < 2:
        return None
    cells = tabbed_cells(header)
    named = sum(is_column(cell.text) for cell in cells if cell.lines)
    is_header = named >= 2 and named * 2 >= sum(bool(cell.lines) for cell in cells)
    if not is_header and not _is_key(cells[0].text):
        return None
    run: list[Line] = []
    for item in _from(items, at):
        if isinstance(item, TableText):
            break
        tabbed = _columns(item) > 1 or (item.indent >= TAB and not item.blank_before)
        tabbed = tabbed or (is_header and _is_key(item.text.text))  # its other cells are empty
        continues = (
            bool(run)
            and not (_columns(item) == 1 and _NOTE.match(item.text.text))
            and not item.blank_before
            and not _opens_section(item)
            and (item.label != "" or _counts_on(run[-1], item, is_header and _lacks(run, columns)))
        )
        if not tabbed and not continues:
            break
        run.append(item)
    while run and _columns(run[-1]) == 1 and run[-1].indent < TAB and _is_sentence(run[-1]):
        run.pop()
    while run and _NOTE.match(run[-1].text.text) and _columns(run[-1]) == 1:
        run.pop()
    rows = [line for line in run if _columns(line) > 1]
    keyed = sum(_is_key(tabbed_cells(line)[0].text) for line in rows)
    if len(rows) < 2 or (not is_header and (keyed < 3 or keyed * 2 < len(rows))):
        return None
    return from_tabs(run, _is_key), at + len(run)


_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[.．、)）]")


def _counts_on(before: Line, line: Line, unmarked: bool) -> bool:
    """Whether a line goes on in the cell above: with the next number, or ``unmarked`` at all."""
    read = read_marker(line.text.text)
    if read is None or read[0].ordinal is None:
        return unmarked or read is not None
    numbers = _NUMBERS.findall(before.text.text)
    return bool(numbers) and read[0].ordinal in (int(numbers[-1]) + 1, int(numbers[-1]) + 2)


def _lacks(run: Sequence[Line], columns: int) -> bool:
    """Whether the last row has fewer cells than the header."""
    row = next(line for line in reversed(run) if _columns(line) > 1 or line is run[0])
    return _columns(row) + (row.indent >= TAB) < columns


def _is_sentence(line: Line) -> bool:
    return read_marker(line.text.text) is None and len(line.text) > 40


def _opens_section(line: Line) -> bool:
    read = read_marker(line.text.text)
    return read is not None and read[0].family in ("part", "formal", "han")


def _is_key(text: str) -> bool:
    found = match_time_label(text)
    return found is not None and found[0] == len(text)


def _cell_lines(
    items: Sequence[Line | TableText], at: int, is_column: Callable[[str], bool]
) -> tuple[Grid, int] | None:
    """Cells one below the other, each opened by a tab (what a text export of a Word table gives)."""
    header = _run(
        items,
        at,
        lambda line: (
            line.indent >= TAB
            and is_column(line.text.text)
            and (line is items[at] or not line.blank_before)
        ),
    )
    if len(header) < 2:
        return None
    run = list(header)
    for item in _from(items, at + len(header)):
        if isinstance(item, TableText) or (item.indent < TAB and item.blank_before):
            break
        if item.indent < TAB and _opens_section(item):
            break
        run.append(item)
    if len(run) == len(header):
        return None
    first = run[len(header)].text.text
    is_key = str.isdigit if first.isdigit() else _is_key
    return from_cell_lines(run, len(header), is_key), at + len(run)


def _bare_cells(
    items: Sequence[Line | TableText], at: int, is_column: Callable[[str], bool]
) -> tuple[Grid, int] | None:
    """Cells one below the other without any mark: rows parted by empty lines or by their keys."""
    first = items[at]
    if isinstance(first, TableText) or not _names_column(first, is_column):
        return None
    header = _run(
        items[at : at + MOST_CELLS],
        0,
        lambda line: _names_column(line, is_column) and (line is first or not line.blank_before),
    )
    below = items[at + len(header)] if at + len(header) < len(items) else None
    if len(header) < 3 or not isinstance(below, Line):
        return None
    rows: list[list[Line]] = []
    end = at + len(header)
    if not below.blank_before:
        rows = _keyed_rows(items, end)
        end += sum(map(len, rows))
    while below.blank_before and end < len(items):
        row = _run(items, end, partial(_same_row, items[end]))
        if not row or not _is_row(row, len(header)) or _NOTE.match(row[0].text.text):
            break
        rows += _by_thirds(row)
        end += len(row)
    if len(rows) < 2:
        return None
    if any(_names_third(row[:1]) for row in rows):
        rows = [_with_third(row) for row in rows]
    return from_bare_rows(header, rows, _is_month), end


def _by_thirds(row: list[Line]) -> list[list[Line]]:
    """A month's row as one for each of its 上旬, 中旬 and 下旬."""
    cuts = [at for at in range(2, len(row)) if _names_third(row[at : at + 1])]
    return [row[a:b] for a, b in pairwise([0, *cuts, len(row)])]


def _with_third(row: list[Line]) -> list[Line]:
    """The row with an empty cell where others have 上旬."""
    if _names_third(row[:1]) or _names_third(row[1:2]):
        return row
    return [row[0], Line(row[0].text.cut(0, 0), row[0].block), *row[1:]]


def _names_third(lines: list[Line]) -> bool:
    return bool(lines) and _THIRD.fullmatch(lines[0].text.text) is not None


def _is_month(text: str) -> bool:
    return _is_key(text) and _THIRD.fullmatch(text) is None


def _keyed_rows(items: Sequence[Line | TableText], at: int) -> list[list[Line]]:
    """The rows that a month or a rising number opens, up to an empty line."""
    rows: list[list[Line]] = []
    number = 0
    first = items[at]
    numbered = isinstance(first, Line) and first.text.text.isdigit()
    for item in _from(items, at):
        if isinstance(item, TableText) or _NOTE.match(item.text.text):
            break
        text = item.text.text
        if rows and item.blank_before and not (text.isdigit() if numbered else _is_key(text)):
            break  # an empty line before a key is but an empty cell
        if numbered and text.isdigit() and 0 <= int(text) - number - 1 <= MOST_MISSING:
            number = int(text)
            rows.append([item])
        elif not numbered and _is_key(text):
            rows.append([item])
        elif not rows or _opens_section(item) or len(rows[-1]) == MOST_CELLS:
            break
        else:
            rows[-1].append(item)
    return rows if all(len(row) >= 2 for row in rows) else []


def _names_column(line: Line, is_column: Callable[[str], bool]) -> bool:
    text = line.text.text
    return line.indent < TAB and read_marker(text) is None and is_column(text)


def _same_row(first: Line | TableText, line: Line) -> bool:
    return line is first or not line.blank_before


def _is_row(lines: Sequence[Line], columns: int) -> bool:
    """Whether lines without an empty one between them can be a row's cells."""
    if _opens_section(lines[0]):
        return False
    keyed = _is_key(lines[0].text.text) or any(line.text.text.isdigit() for line in lines[:2])
    return len(lines) >= 2 and (keyed or columns - 1 <= len(lines) <= columns)
