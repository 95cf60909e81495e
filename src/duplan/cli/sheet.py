"""How a plan looks in a terminal: title block, goals, tree of tasks, table of months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import TYPE_CHECKING

from rich.box import HORIZONTALS
from rich.console import Console as Screen
from rich.console import RenderableType
from rich.measure import Measurement
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from duplan.cli.console import Console, clean
from duplan.cli.layout import breaks, cells

if TYPE_CHECKING:
    from rich.console import ConsoleOptions, RenderResult
    from rich.containers import Lines

    from duplan.plan import Document, Plan, Responsible, ScheduleEntry, Task

_DUTIES = ("lead", "responsible", "support")
_NARROWEST_COLUMN = 8
_WIDEST_LABEL = 18
_MARKED = re.compile(
    r"(?:.*[、．.。,，:：;；)）\]】〕」》]|[①-⒛❶-➓㈠-㉃㊀-㊉])?"
)  # parts text by itself
_BETWEEN_NAMES = re.compile(r"[；;、，,\s]+")


class Prose(Text):
    """Text that breaks where Chinese may break, and whose markup nobody interprets."""

    def wrap(self, console: Screen, width: int, **_: object) -> Lines:  # noqa: ARG002
        """Lines no wider than ``width`` columns."""
        from rich.containers import Lines

        lines = Lines()
        for line in self.split(allow_blank=True):
            for part in line.divide(breaks(line.plain, width)):
                part.rstrip()
                lines.append(part)
        return lines

    def __rich_measure__(self, console: Screen, options: ConsoleOptions) -> Measurement:
        widest = max(map(cells, self.plain.split("\n")), default=0)
        return Measurement(min(widest, _NARROWEST_COLUMN), widest)


class _Rootless(Tree):
    """The branches of a tree whose root has no name."""

    def __rich_console__(self, console: Screen, options: ConsoleOptions) -> RenderResult:
        segments = iter(super().__rich_console__(console, options))
        for segment in segments:
            if segment == Segment.line():
                break
        yield from segments


def sheet(document: Document, console: Console, width: int) -> str:
    """All plans of a document as text of ``width`` columns, safe to print.

    It holds escape sequences where the console shows colours, and none else.
    """
    screen = Screen(
        file=StringIO(),
        width=width,
        force_terminal=console.coloured,
        color_system="standard" if console.coloured else None,
        no_color=not console.coloured,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    parts = [part for plan in document.plans for part in _plan(document, plan, console, width)]
    with screen.capture() as capture:
        for part in parts or [_prose(console.say("show.nothing", name=document.source.name))]:
            screen.print(part)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _prose(text: str, style: str = "") -> Prose:
    return Prose(clean(text), style=style)


def _plan(document: Document, plan: Plan, console: Console, width: int) -> Iterator[RenderableType]:
    yield _prose(plan.title or console.say("show.untitled"), "bold")
    yield Rule(style="dim")
    yield _facts(document, plan, console)
    if plan.goals:
        yield _heading(console, "goals")
        yield _goals(plan)
    if plan.key_tasks:
        yield _heading(console, "tasks")
        yield from _tasks(plan, console)
    if plan.monthly_schedule:
        yield _heading(console, "schedule")
        yield _schedule(plan.monthly_schedule, console, width)
    yield Text()


def _heading(console: Console, name: str) -> RenderableType:
    return Padding(_prose(console.say(f"show.{name}"), "bold cyan"), (1, 0, 0, 0))


def _facts(document: Document, plan: Plan, console: Console) -> RenderableType:
    """What the document says about itself, and the sections that hold none of what follows."""
    period = plan.period and console.say(
        "show.months", start=plan.period.start, end=plan.period.end
    )
    facts = {
        "issuer": plan.issuer,
        "number": plan.document_number,
        "issued": plan.issued,
        "period": period,
        "year": None if period else plan.year and str(plan.year),
        "recipients": "、".join(plan.recipients),
        "attachments": "；".join(each.title for each in plan.attachments),
        "sections": "；".join(_other_sections(plan, console)),
        "source": document.source.name,
    }
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for name, value in facts.items():
        if value:
            grid.add_row(_prose(console.say(f"show.{name}"), "dim"), _prose(value))
    return grid


def _other_sections(plan: Plan, console: Console) -> Iterator[str]:
    ids = [
        part.id for parts in (plan.goals, plan.key_tasks, plan.monthly_schedule) for part in parts
    ]
    homes = {part.partition(".")[0] for part in ids}
    for section in plan.sections:
        if section.id not in homes:
            title = _labelled(section.label, section.title or "")
            role = console.say(f"role.{section.role}")
            yield f"{title}（{role}）" if title else role


def _labelled(label: str, text: str) -> str:
    """A text after its label, apart from one that ends in no mark: ``1. 完成`` but ``（一）完成``."""
    return label + text if _MARKED.fullmatch(label) else f"{label} {text}".rstrip()


def _goals(plan: Plan) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for goal in plan.goals:
        body = _prose(goal.title)
        if goal.text:
            body.append(f"\n{clean(goal.text, lines=True)}", "dim")
        grid.add_row(_prose(goal.label or "·"), body)
    return grid


def _tasks(plan: Plan, console: Console) -> Iterator[RenderableType]:
    """A tree for each section that holds tasks, and for each section that is one."""
    headings = {each.id: _labelled(each.label, each.title or "") for each in plan.sections}
    trees: dict[str, Tree] = {}
    for task in plan.key_tasks:
        home = task.id.partition(".")[0]
        if task.id == home:
            trees[home] = _branch(Tree(_task(task, console), guide_style="dim"), task, console)
            continue
        if home not in trees:
            heading = headings.get(home, "")
            kind = Tree if heading else _Rootless
            trees[home] = kind(_prose(heading, "bold"), guide_style="dim")
        _branch(trees[home].add(_task(task, console)), task, console)
    yield from trees.values()


def _branch(tree: Tree, task: Task, console: Console) -> Tree:
    for subtask in task.subtasks:
        _branch(tree.add(_task(subtask, console)), subtask, console)
    return tree


def _task(task: Task, console: Console) -> Prose:
    """Title, points, and who does it when."""
    node = _prose(_labelled(task.label, task.title), "bold" if len(task.path) == 1 else "")
    for point in task.points:
        node.append(f"\n{clean(point.label)} ", "dim")
        node.append(clean(point.title))
    when = "、".join(dict.fromkeys(timing.raw for timing in task.timing))
    remarks = [part for part in (when, *_units(task.responsible, console)) if part]
    if remarks:
        node.append(f"\n{clean(' · '.join(remarks))}", "green not bold")
    return node


def _units(responsible: Iterable[Responsible], console: Console) -> Iterator[str]:
    units = list(responsible)
    for duty in _DUTIES:
        names = [unit.name for unit in units if unit.duty == duty]
        if names:
            yield f"{console.say(f'duty.{duty}')} {'、'.join(names)}"


def _schedule(entries: list[ScheduleEntry], console: Console, width: int) -> RenderableType:
    """A row an entry; the remarks have a column where there are any."""
    table = Table(
        box=HORIZONTALS,
        border_style="dim",
        header_style="bold",
        expand=True,
        show_lines=True,
        show_edge=False,
        pad_edge=False,
        padding=(0, 2, 0, 0),
    )
    table.add_column(_prose(console.say("show.time")), max_width=_label_width(width))
    table.add_column(_prose(console.say("show.work")), ratio=1)
    remarks = [_remark(entry) for entry in entries]
    if any(remarks):
        table.add_column(_prose(console.say("show.remark")), max_width=width // 4)
    for entry, remark in zip(entries, remarks, strict=True):
        row = [_prose(entry.label), _items(entry, console)]
        table.add_row(*row, *([_prose(remark, "dim")] if any(remarks) else []))
    return table


def _label_width(width: int) -> int:
    """The most columns for times: such as 第11周 11/10～11/16 needs, where the work has room too."""
    return max(width // 4, min(_WIDEST_LABEL, width // 3))


def _remark(entry: ScheduleEntry) -> str:
    """The remark, "" where it only repeats the names of units that stand with the items."""
    remark = entry.remark or ""
    units = {unit.name for item in entry.items for unit in item.responsible}
    return "" if units.issuperset(filter(None, _BETWEEN_NAMES.split(remark))) else remark


def _items(entry: ScheduleEntry, console: Console) -> Prose:
    """An item a line with its units; units that all share stand once, below; then the details."""
    units = [" · ".join(_units(item.responsible, console)) for item in entry.items]
    shared = len(units) > 1 and len(set(units)) == 1
    body = Prose()
    for number, (item, own) in enumerate(zip(entry.items, units, strict=True)):
        body.append("\n" if number else "")
        body.append(clean(_labelled(item.label, item.text)))
        body.append(clean(f" · {own}") if own and not shared else "", "green")
    if shared and units[0]:
        body.append(f"\n{clean(units[0])}", "green")
    for detail in entry.details:
        body.append("\n" if body else "")
        body.append(clean(detail), "dim")
    return body
