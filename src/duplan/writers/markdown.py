"""Plans as Markdown: pleasant to read, and duplan reads the same plans back out of it.

An index box holds what the document says about itself; sections and tasks are headings, goals and
tasks of one line are items of lists, and a schedule is a table with one row an entry. What the words
don't tell a reader stands in comments, which no page shows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from duplan.dates.period import index, month_of
from duplan.interpret.frame.metadata import entry_months, is_review, kind_of
from duplan.interpret.frame.names import split_names
from duplan.interpret.schedule.monthly import dated
from duplan.interpret.sentences import title_and_bracket
from duplan.interpret.written.document import BOX
from duplan.interpret.written.parts import (
    COLUMNS,
    DUTIES,
    GOAL,
    NONE,
    POINTS,
    TASK,
    TO,
    UNITS,
    cut_units,
    entry_of,
    guess_section,
    ordinal,
    points_of,
)
from duplan.outline.markdown import BULLET, INDENT, OPENING, SECTION, SET_OFF, split_label
from duplan.plan import (
    Document,
    Goal,
    Plan,
    Responsible,
    ScheduleEntry,
    ScheduleItem,
    Section,
    Task,
)
from duplan.text.normal import Text

_INLINE = re.compile(r"[*_`~|]|<(?=[A-Za-z/!?])")
_START = re.compile(r"(?:[+\-]|#{1,6})(?:\s|\Z)|>|-[- ]*\Z")


def dump(document: Document) -> str:
    """Every plan of the document under its title, with a newline at the end.

    The covering notice is not written: what it says about a plan stands in the plan's index box.
    """
    return "\n\n".join([OPENING, *(part for plan in document.plans for part in _plan(plan))]) + "\n"


@dataclass(slots=True)
class _Share:
    """What belongs to a section."""

    section: Section
    goals: list[Goal] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    entries: list[ScheduleEntry] = field(default_factory=list)


def _plan(plan: Plan) -> Iterator[str]:
    """The parts of a plan, each to be set off by an empty line."""
    yield f"# {_inline(plan.title)}" if plan.title else "<!-- plan -->"
    yield from _index_box(plan)
    told = _told(plan)
    reviewing = is_review(plan.title or "")
    position = 0
    for at, share in enumerate(_shares(plan)):
        section = share.section
        position += bool(section.title or section.label)
        task = next((task for task in share.tasks if _is_section(task, section)), None)
        guessed = guess_section(section.title or "", reviewing) == (section.role, bool(task))
        words = [] if guessed else [section.role, *([TASK] if task else [])]
        if section.title or section.label:
            yield f"## {_title(section.label, section.title or '')}{_comment(words)}"
        elif words or at:
            yield _comment(["section", *words]).strip()
        if task:
            lines = task.text.split("\n")
            bracket = title_and_bracket(Text(section.title or ""))[1]
            yield from _paragraphs(lines[1:] if bracket else lines)
            path, tasks = task.path, task.subtasks
        else:
            yield from _paragraphs(section.text.split("\n"))
            number = ordinal(section.label)
            path = (
                [position if number is None else number] if section.label or section.title else []
            )
            tasks = share.tasks
        yield from _list(map(_goal if section.role == "goals" else _named_goal, share.goals))
        yield from _tasks(tasks, path, SECTION + 1)
        if share.entries:
            yield _schedule(share.entries, told)


def _shares(plan: Plan) -> list[_Share]:
    """The sections with what belongs to them: ids begin with the id of their section.

    A goal that a line among the tasks names has none in its id: it goes to the tasks that come next.
    What has no section otherwise goes to the last.
    """
    shares = [_Share(each) for each in plan.sections]
    if not shares and (plan.goals or plan.key_tasks or plan.monthly_schedule):
        shares = [_Share(Section(id="u1", role="tasks"))]
    own = {share.section.id: at for at, share in enumerate(shares)}
    following = [at for at, share in enumerate(shares) if share.section.role == "tasks"]
    last = 0
    for goal in plan.goals:
        home = own.get(_home(goal.id))
        if home is None:
            later = bisect_left(following, last)
            home = following[later] if later < len(following) else last
        shares[home].goals.append(goal)
        last = home
    for task in plan.key_tasks:
        shares[own.get(_home(task.id), -1)].tasks.append(task)
    for entry in plan.monthly_schedule:
        shares[own.get(_home(entry.id), -1)].entries.append(entry)
    return shares


def _home(part: str) -> str:
    return part.partition(".")[0]


def _index_box(plan: Plan) -> Iterator[str]:
    period = f"{plan.period.start}{TO}{plan.period.end}" if plan.period else ""
    kind = "" if plan.kind == kind_of(plan.title or "") else plan.kind or NONE
    attachments = [_title(each.label, each.title) for each in plan.attachments]
    values = [
        _inline(kind),
        _inline(plan.issuer or ""),
        _inline(plan.document_number or ""),
        plan.issued,
        _inline("、".join(plan.recipients)),
        plan.year and str(plan.year),
        period,
        "<br>".join(attachments),
    ]
    filled = [(name, value) for name, value in zip(BOX, values, strict=True) if value]
    if filled:
        yield _table(filled)


# --- sections, goals, tasks -----------------------------------------------------------------------


def _is_section(task: Task, section: Section) -> bool:
    """Whether a heading is section and task at once."""
    title = title_and_bracket(Text(section.title or ""))[0].text
    return task.id == section.id and (task.label, task.title) == (section.label, title)


def _goal(goal: Goal, *words: str) -> str:
    return _item(f"{_title(goal.label, goal.title)}{_comment(words)}", goal.text, 0)


def _named_goal(goal: Goal) -> str:
    """A goal where the items of a list are tasks."""
    return _goal(goal, GOAL)


def _tasks(tasks: Sequence[Task], path: Sequence[int], level: int) -> Iterator[str]:
    """Headings with their bodies; a list where all are but their titles or no heading is so small."""
    if level >= BULLET or not any(task.text or task.subtasks for task in tasks):
        yield from _list(_listed(task, path, at, 0) for at, task in enumerate(tasks, 1))
        return
    for at, task in enumerate(tasks, 1):
        words = _words(task, path, at)
        yield f"{'#' * level} {_title(task.label, task.title)}{_comment(words)}"
        yield from _paragraphs(task.text.split("\n"))
        yield from _tasks(task.subtasks, task.path, level + 1)


def _listed(task: Task, path: Sequence[int], at: int, depth: int) -> str:
    heading = f"{_title(task.label, task.title)}{_comment(_words(task, path, at))}"
    below = [_listed(each, task.path, k, depth + 1) for k, each in enumerate(task.subtasks, 1)]
    return "\n".join([_item(heading, task.text, depth), *below])


def _words(task: Task, path: Sequence[int], at: int) -> list[str]:
    """What the reader of a task has to be told: its path and how many points it has."""
    number = ordinal(task.label)
    expected = [*path, at if number is None else number]
    words = [] if task.path == expected else [".".join(map(str, task.path))]
    if points_of(task.text.split("\n")) != [point.label for point in task.points]:
        words.append(f"{POINTS}{len(task.points)}")
    return words


def _item(heading: str, text: str, depth: int) -> str:
    indent = " " * (INDENT * depth)
    below = [f"\n{indent}{' ' * INDENT}{part}" for part in _paragraphs(text.split("\n"))]
    return "\n".join([f"{indent}- {heading}", *below])


def _list(items: Iterator[str]) -> Iterator[str]:
    """The items as one list, loose where one has a text."""
    every = list(items)
    if every:
        yield ("\n\n" if any("\n\n" in item for item in every) else "\n").join(every)


# --- the schedule ---------------------------------------------------------------------------------


def _told(plan: Plan) -> dict[str, bool]:
    """Whether an entry's label alone tells its months and days."""
    raws = [entry_of(Text(entry.label)) for entry in plan.monthly_schedule]
    told = {}
    for entry, raw in zip(plan.monthly_schedule, raws, strict=True):
        months = entry_months(raw, raws, plan.year)
        year = months[0][0] if months else None
        told[entry.id] = ([month for _, month in months], year) == (entry.months, entry.year)
        if _days(entry) and dated(raw.time.period, year).precision != "day":
            told[entry.id] = False
    return told


def _schedule(entries: Sequence[ScheduleEntry], told: dict[str, bool]) -> str:
    silent = all(told[entry.id] for entry in entries)
    units = all(_is_units(entry) for entry in entries)
    rows = [(*COLUMNS[:4], UNITS if units else COLUMNS[4], *COLUMNS[5:])]
    for entry in entries:
        shared = _shared(entry)
        items = (_title(item.label, item.text) + _units(item, shared) for item in entry.items)
        row = (
            _inline(entry.label).replace(" ", "<br>"),
            "" if silent else _times(entry),
            "<br>".join(items),
            "" if units else "<br>".join(_duties(shared)),
            _inline(entry.remark or ""),
            "<br>".join(map(_inline, entry.details)),
        )
        rows.append(row)
    used = [at for at in range(len(COLUMNS)) if at in (0, 2) or any(row[at] for row in rows[1:])]
    return _table([tuple(row[at] for at in used) for row in rows])


def _times(entry: ScheduleEntry) -> str:
    """2021-01-04 至 2021-01-08, or 2020-12、2021-01 with the year of each, if it is known."""
    if days := _days(entry):
        return days
    if entry.year is None:
        return "、".join(f"{month:02}" for month in entry.months)
    months: list[int] = []  # counted from the year 0
    for month in entry.months:
        at = index(entry.year, month)
        months.append(at + 12 if months and at < months[-1] else at)
    shown = [f"{at // 12}-{month_of(at):02}" for at in months]
    if len(months) > 2 and months == list(range(months[0], months[-1] + 1)):
        return f"{shown[0]}{TO}{shown[-1]}"
    return "、".join(shown)


def _days(entry: ScheduleEntry) -> str:
    """Its first and last day, where these tell its months; else nothing."""
    if entry.precision != "day" or entry.start is None or entry.end is None:
        return ""
    months = [int(day[5:7]) for day in (entry.start, entry.end)]
    if list(dict.fromkeys(months)) != entry.months or int(entry.start[:4]) != entry.year:
        return ""
    return entry.start if entry.start == entry.end else f"{entry.start}{TO}{entry.end}"


def _shared(entry: ScheduleEntry) -> list[Responsible]:
    """The units responsible for every item alike."""
    first = entry.items[0].responsible if entry.items else []
    names = [(unit.duty, unit.name) for unit in first]
    same = all([(u.duty, u.name) for u in item.responsible] == names for item in entry.items)
    return list(first) if same else []


def _is_units(entry: ScheduleEntry) -> bool:
    """Whether the remark names the units responsible for every item and nothing else."""
    names = [name.text for name in split_names(Text(entry.remark or ""))]
    shared = [unit.name for unit in _shared(entry) if unit.duty == "responsible"]
    return names == shared and all(len(item.responsible) == len(names) for item in entry.items)


def _duties(units: Sequence[Responsible]) -> Iterator[str]:
    for duty, group in groupby(units, key=lambda unit: unit.duty):
        yield f"{dict(DUTIES)[duty]}：{'、'.join(_inline(unit.name) for unit in group)}"


def _units(item: ScheduleItem, shared: Sequence[Responsible]) -> str:
    """The units responsible in a bracket; an empty one where a bracket of the text looks like it."""
    if item.responsible and not shared:
        return f"（{'；'.join(_duties(item.responsible))}）"
    return f"（{DUTIES[-1][1]}：）" if cut_units(Text(item.text))[1] is not None else ""


# --- Markdown -------------------------------------------------------------------------------------


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([head, "|" + " --- |" * len(rows[0]), *body])


def _comment(words: Sequence[str]) -> str:
    return f" <!-- {' '.join(words)} -->" if words else ""


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Paragraphs, and tables of the lines with tabs."""
    for tabbed, group in groupby(filter(str.strip, lines), key=lambda line: "\t" in line):
        if not tabbed:
            yield from map(_paragraph, group)
            continue
        rows = [[_inline(cell) for cell in line.split("\t")] for line in group]
        width = max(map(len, rows))
        if rows[0][0] == COLUMNS[0]:  # else it would be read as a schedule
            yield from (_paragraph("\u2003".join(row)) for row in rows)
        else:
            yield _table([row + [""] * (width - len(row)) for row in rows])


def _paragraph(text: str) -> str:
    """A paragraph whose start says nothing to Markdown."""
    inline = _inline(text)
    return f"\\{inline}" if _START.match(text) else inline


def _inline(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", " ".join(text.split("\n")))


def _title(label: str, title: str) -> str:
    """A label and its title, set off where the reader would part them elsewhere."""
    read, rest = split_label(Text(label + title))
    between = "" if (read, rest.text) == (label, title) else SET_OFF
    return f"{_inline(label)}{between}{_inline(title)}"
