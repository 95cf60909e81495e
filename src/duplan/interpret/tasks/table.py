"""Task tables: rows of work with numbers, responsible units and deadlines, under categories."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duplan.interpret.account import Account
from duplan.interpret.brackets import column_names, listed, references, responsible, timings
from duplan.interpret.context import Context
from duplan.interpret.sections.columns import DUTIES, Columns, read_columns
from duplan.interpret.sentences import TRAILING, points, split_title, title_and_bracket
from duplan.interpret.tasks.points import make_point
from duplan.outline.grids import Grid, GridCell
from duplan.outline.markers import read_marker
from duplan.plan import Task, Timing
from duplan.text.normal import EMPTY, Text, join


def read_rows(grid: Grid, above: str, path: list[int], context: Context) -> list[Task]:
    """The rows of a task table; a category cell is a task of its own above its rows.

    Empty where no column holds work.
    """
    columns = read_columns(grid)
    work = columns.having("work")
    if not work:
        return []
    context.account.hold(grid, "table", above, "cells-of-a-task-table")
    categories = columns.having("category")
    numbers = columns.having("number")
    out: list[Task] = []
    group: Task | None = None
    for row in grid.rows[columns.header :]:
        if _is_header(row, columns):
            continue
        category = _cell(row[categories[0]]) if categories else EMPTY
        if category and (group is None or group.title != category.shown):
            group = _row_task(category, [], above, path, len(out) + 1, "", "category-cell", context)
            out.append(group)
        inside, base = (group.subtasks, group.path) if group else (out, path)
        if row[work[0]].lines:
            printed = row[numbers[0]].text if numbers else ""
            title, bracket, rest, label, number = _read_work(row[work[0]], printed)
            number = len(inside) + 1 if number is None else number
            owner = group.id if group else above
            made = _row_task(title, rest, owner, base, number, label, "table-row", context)
            if numbers and row[numbers[0]].lines:
                context.account.hold(_cell(row[numbers[0]]), "task", made.id, "table-row")
            if bracket is not None:
                _bracket(made, bracket, context)
            _columns(made, row, columns.uses, columns.names, work[0], context)
            inside.append(made)
        elif inside and any(cell.lines for cell in row):
            _columns(inside[-1], row, columns.uses, columns.names, work[0], context)
    return out


def _is_header(row: Sequence[GridCell], columns: Columns) -> bool:
    """Whether a row prints the header again, as on a further page."""
    return columns.header > 0 and tuple(cell.text for cell in row) == columns.names


def _read_work(
    cell: GridCell, printed: str
) -> tuple[Text, Text | None, list[Text], str, int | None]:
    """Title, bracket, body, label and number of a work cell; ``printed`` is the number column's text."""
    text = _cell(cell)
    read = None if cell.lines[0].label else read_marker(text.text)
    label, number = cell.lines[0].label, None
    if read is not None and read[0].ordinal is not None and not read[0].weak:
        label, number = read[0].label, read[0].ordinal
        text = text.cut(read[1])
    digits = re.search(r"\d+", printed)
    number = int(digits.group()) if digits else number
    title, rest = split_title(text)
    title, bracket = title_and_bracket(title)
    return title, bracket, [rest] if rest else [], printed or label, number


def _bracket(task: Task, bracket: Text, context: Context) -> None:
    """The bracket at the end of a row's title: who, by when."""
    task.text = "\n".join(filter(None, [f"（{bracket.shown}）", task.text]))
    task.responsible += responsible(bracket, context.account)
    task.timing += timings([bracket], context.year, context.account)
    _trace(task, bracket, context)


def _trace(task: Task, text: Text, context: Context) -> None:
    origins = context.account.origins(text)
    task.provenance["text"] = (*task.provenance.get("text", ()), *origins)


def _row_task(
    title: Text,
    rest: list[Text],
    above: str,
    path: list[int],
    number: int,
    label: str,
    why: str,
    context: Context,
) -> Task:
    id_ = context.ids.new(f"{above}.r{number}" if above else f"r{number}")
    context.account.hold(title, "task", id_, why)
    return Task.model_construct(
        id=id_,
        path=[*path, number],
        label=label,
        title=title.rstrip(TRAILING).shown,
        text="\n".join(text.shown for text in rest),
        points=[make_point(marker, piece, context) for marker, piece in points(rest)],
        timing=timings([title, *rest], context.year, context.account),
        responsible=[],
        references=references([title, *rest], context.account),
        subtasks=[],
        provenance=context.places(title, *rest),
    )


def _columns(
    task: Task,
    row: Sequence[GridCell],
    uses: Sequence[str],
    names: Sequence[str],
    work: int,
    context: Context,
) -> None:
    """What the other columns of a row say: who, by when, and the rest as keyed lines of text."""
    lines = [task.text] if task.text else []
    for at, cell in enumerate(row):
        use = uses[at]
        if not cell.lines or at == work or use in ("number", "category"):
            continue
        text = listed(line.text for line in cell.lines) if use in DUTIES else _cell(cell)
        lines.append(f"{names[at]}：{text.shown}" if names[at] else text.shown)
        _trace(task, text, context)
        context.account.hold(text, "column", task.id, "cells-of-a-task-table")
        if use == "lead":
            task.responsible += column_names(text, "lead", context.account)
        elif use == "support":
            task.responsible += column_names(text, "support", context.account)
        elif use == "responsible":
            task.responsible += column_names(text, "responsible", context.account)
        elif use in ("deadline", "time"):
            known = {timing.raw for timing in task.timing}
            found = timings([text], context.year, context.account, names[at])
            found = found or [_unread(text, context.account)]
            task.timing += [timing for timing in found if timing.raw not in known]
    task.text = "\n".join(lines)


def _cell(cell: GridCell) -> Text:
    return join(line.text for line in cell.lines) if cell.lines else EMPTY


def _unread(text: Text, account: Account) -> Timing:
    account.report("DP401", text, text=text.text[:40])
    return Timing.model_construct(
        raw=text.shown,
        precision="none",
        months=[],
        start=None,
        end=None,
        provenance={"raw": account.origins(text)},
    )
