"""Schedules in tables: rows keyed by months, weeks, quarters, days, merged or side by side; what has
the months as columns comes from across."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from duplan.dates import Period, TimeLabel, read_time_label
from duplan.interpret.brackets import listed
from duplan.interpret.schedule.across import read_across
from duplan.interpret.schedule.entries import RawEntry, split_items
from duplan.interpret.sections.columns import (
    DUTIES,
    OTHER_SIDE,
    TIMES,
    Columns,
    groups,
    read_columns,
)
from duplan.interpret.sentences import TRAILING
from duplan.interpret.vocabulary import DAY_COLUMN, WEEK_COLUMN
from duplan.outline.grids import Grid, GridCell
from duplan.outline.markers import read_marker
from duplan.text.normal import Text, join

_COUNT = re.compile(r"[\d一二三四五六七八九十]{1,3}(?:[—–\-~～至、][\d一二三四五六七八九十]{1,3})?")
_WORK = re.compile(r"(?:工作|任务|活动|安排)+$")


def read_grid(grid: Grid) -> list[RawEntry]:
    """The entries of a table keyed by time; empty where the table is none."""
    across = read_across(grid)
    if across:
        return across
    columns = read_columns(grid)
    if not columns.having("time") or (columns.having("deadline") and columns.having("number")):
        return []
    sides = groups(columns)
    by_side = [_side_entries(grid, side) for side in sides]
    if len(by_side) == 1:
        entries = [entry for _, entry in by_side[0]]
    else:
        merged = sorted(
            ((row, side, entry) for side, pairs in enumerate(by_side) for row, entry in pairs),
            key=lambda found: found[:2],
        )
        entries = [entry for _, _, entry in merged]
    known = sum(bool(entry.time.period.months) or entry.filled for entry in entries)
    return entries if known else []


def fill(entry: RawEntry, grid: Grid) -> None:
    """Takes the rows of a table that stands under a time, by its header where it has one."""
    columns = read_columns(grid)
    if columns.header and columns.having("work"):
        for row in grid.rows[columns.header :]:
            _fill_row(entry, row, columns)
        return
    for line in grid.lines():
        entry.items += split_items([line])
    entry.held += grid.lines()


def _cell_text(cell: GridCell) -> Text:
    return join(line.text for line in cell.lines)


def _side_entries(grid: Grid, columns: Columns) -> list[tuple[int, RawEntry]]:
    times = columns.having(*TIMES)
    entries: list[tuple[int, RawEntry]] = []
    carried: dict[int, Text] = {}
    for at, row in enumerate(grid.rows[columns.header :]):
        printed = {column: _cell_text(row[column]) for column in times if row[column].lines}
        if printed:
            cells = _inherit(times, printed, carried)
            carried = cells
            entry = _keyed([(text, columns.names[column]) for column, text in cells.items()])
            entry.held += [line for column in times for line in row[column].lines]
            entries.append((at, entry))
        if entries:
            _fill_row(entries[-1][1], row, columns)
    return entries


def _inherit(
    times: Sequence[int], printed: dict[int, Text], carried: dict[int, Text]
) -> dict[int, Text]:
    """The time cells of a row; a merged one to the left of a printed one is carried down."""
    first = min(printed)
    return {
        column: text
        for column in times
        if (text := printed.get(column) or (carried.get(column) if column < first else None))
    }


def _keyed(cells: Sequence[tuple[Text, str]]) -> RawEntry:
    """The entry of time cells, each with the header of its column: it says what a bare number is."""
    label = join((text for text, _ in cells), " ")
    weeks: list[str] = []
    times: list[str] = []
    for text, name in cells:
        if not _COUNT.fullmatch(text.text):
            times.append(text.text)
        elif WEEK_COLUMN.fullmatch(name):
            weeks.append(text.text)
        else:
            times.append(text.text + "日" * bool(DAY_COLUMN.fullmatch(name)))
    time = _time(times) if times else None
    week = read_time_label(f"第{weeks[0]}周") if weeks else None
    if week is not None and (time is None or time.period.precision in ("month", "none")):
        months = time.period.months if time else []  # weeks count on through a term's months
        time = TimeLabel(replace(week.period, months=months))
    return RawEntry(label, time or TimeLabel(Period(label.text, "none")))


def _time(cells: Sequence[str]) -> TimeLabel | None:
    readings = [read_time_label(_WORK.sub("", cell)) for cell in cells]
    whole = read_time_label("".join(cells)) if len(cells) > 1 else None
    dated = [time for time in readings if time is not None and time.period.months]
    if dated and not (whole and set(whole.period.months) <= set(dated[-1].period.months)):
        return dated[-1]
    if whole is not None and whole.period.months:
        return whole
    return next((time for time in readings if time is not None), None)


def _is_number(text: str) -> bool:
    """Whether a cell holds but the mark of the item in the next cell."""
    read = read_marker(text)
    return text.isdigit() or (read is not None and read[1] == len(text))


def _fill_row(entry: RawEntry, row: Sequence[GridCell], columns: Columns) -> None:
    work = columns.having("work")
    number = ""
    staffed = any(row[column].lines for column in columns.having(*DUTIES))
    for column, cell in enumerate(row):
        use = columns.uses[column]
        if not cell.lines or use in TIMES or use == OTHER_SIDE:
            continue
        entry.held += list(cell.lines)
        rows_count = use == "number" and not columns.having(*TIMES)  # items, not times
        if (rows_count or column in work) and _is_number(cell.text):
            number = cell.text
        elif column in work:
            first, rest = cell.lines[:1], cell.lines[1:]
            if number:  # the item of the number in the cell before: one, whatever its marks
                numbered = [line._replace(label=number) for line in first]
                entry.items += split_items(numbered, staffed)
                entry.items += split_items(rest, staffed)
            else:
                entry.items += split_items(cell.lines, staffed)
            number = ""
        elif use == "remark":
            entry.remarks.append(_cell_text(cell).strip(TRAILING))
        elif use in DUTIES:
            name = listed(line.text for line in cell.lines).strip(TRAILING)
            entry.duties.append((use, name))
            entry.remarks.append(name)
        else:
            header = columns.names[column]
            entry.details.append((f"{header}：" if header else "", _cell_text(cell)))
