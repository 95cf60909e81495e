"""Schedules in tables whose columns are months: 科室 | 1月 | 2月 | 3月, a row a department."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duplan.dates import TimeLabel, read_time_label
from duplan.interpret.schedule.entries import RawEntry, split_items
from duplan.interpret.sections.columns import DUTIES, column_use
from duplan.interpret.sentences import TRAILING
from duplan.outline.grids import Grid, GridCell
from duplan.text.normal import Text, join

FEWEST = 3  # columns of months that make a table one
_HEADER_ROWS = 3  # rows that may hold the months: a year or a title can stand above
_HEADS = frozenset((None, "category", "number", "time", *DUTIES))  # what says whose row it is
_BESIDE = frozenset(("remark", "number", *DUTIES))  # what may stand after the months


def read_across(grid: Grid) -> list[RawEntry]:
    """An entry for each column; empty where the columns are no months.

    What heads a row is responsible for its items, or says what the row is for where 月份 stands above it
    (月份 | 3月 | 4月 over 工作内容 and 责任科室). A table with a column of work is one of tasks,
    whatever it says of each month; one of figures only is no schedule.
    """
    for at, row in enumerate(grid.rows[:_HEADER_ROWS]):
        times = _times(row)
        rows = grid.rows[at + 1 :]
        if times and any(_is_work(row[column]) for row in rows for column in times):
            uses = [
                None if column in times else column_use(cell.text)
                for column, cell in enumerate(row)
            ]
            return _entries(row, rows, times, uses)
    return []


def _times(row: Sequence[GridCell]) -> dict[int, TimeLabel]:
    """The columns that the row heads with months, each with its own; none where it is no header."""
    found: dict[int, TimeLabel] = {}
    for column, cell in enumerate(row):
        label = read_time_label(cell.text) if cell.lines else None
        if label is not None and label.period.months:
            found[column] = label
    distinct = {tuple(label.period.months) for label in found.values()}
    if len(found) < FEWEST or len(distinct) < len(found):
        return {}
    first, last = min(found), max(found)
    if last - first >= len(found):
        return {}
    heads = all(column_use(cell.text) in _HEADS for cell in row[:first])
    beside = all(not cell.lines or column_use(cell.text) in _BESIDE for cell in row[last + 1 :])
    return found if heads and beside else {}


def _is_work(cell: GridCell) -> bool:
    """Whether a cell says something, and no figure, mark or time."""
    return any(ch.isalpha() for ch in cell.text) and read_time_label(cell.text) is None


def _entries(
    header: Sequence[GridCell],
    rows: Sequence[Sequence[GridCell]],
    times: dict[int, TimeLabel],
    uses: Sequence[str | None],
) -> list[RawEntry]:
    entries = {
        column: RawEntry(_text(header[column]), time, held=list(header[column].lines))
        for column, time in times.items()
    }
    heads = [
        at for at in range(len(header)) if at not in times and uses[at] not in ("number", "remark")
    ]
    named = [at for at in heads if uses[at] in DUTIES] or heads[-1:]
    keyed = "time" in uses
    owner: Text | None = None
    for row in rows:
        names = [_text(row[at]).strip(TRAILING) for at in named if row[at].lines]
        if names or not all(row[at].covered for at in named):
            owner = join(names, "，") if names else None
        remarks = [
            _text(row[at]) for at, use in enumerate(uses) if use == "remark" and row[at].lines
        ]
        named_use = column_use(owner.text) if owner is not None and keyed else None
        for column, entry in entries.items():
            if not row[column].lines:
                continue
            entry.held += list(row[column].lines)
            if named_use in DUTIES:
                name = _text(row[column]).strip(TRAILING)
                entry.duties.append((named_use, name))
                entry.remarks.append(name)
            elif named_use == "remark":
                entry.remarks.append(_text(row[column]).strip(TRAILING))
            else:
                by = None if named_use == "work" else owner
                items = split_items(row[column].lines, staffed=by is not None)
                entry.items += [replace(item, bracket=item.bracket or by) for item in items]
            entry.remarks += remarks
    return list(entries.values())


def _text(cell: GridCell) -> Text:
    return join(line.text for line in cell.lines)
