"""Plans as Markdown: pleasant to read, and duplan reads the same plans back out of it.

Headings are the numbered headings, an index box holds what the document says about itself, and the
schedule is a table with one row an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duplan.plan import Document, Goal, Plan, ScheduleEntry, ScheduleItem, Section, Task

_SPECIAL = re.compile(r"(?:[>*+\-]|#{1,6})(?:\s|\Z)|[-*_][-*_ \t]*\Z|```|~~~|[|\\]")
_SPLITS = re.compile(r"[；;。\n]")
_DUTIES = {"lead": "牵头单位", "support": "配合单位", "responsible": "责任单位"}


def dump(document: Document) -> str:
    """Every plan of the document under its title, with a newline at the end.

    The covering notice is not written: what it says about a plan stands in the plan's index box.
    """
    return "\n\n".join(part for plan in document.plans for part in _plan(plan)) + "\n"


def _plan(plan: Plan) -> Iterator[str]:
    """The parts of a plan, each to be set off by an empty line."""
    if plan.title:
        yield f"# {_line(plan.title)}"
    yield from _index_box(plan)
    for section in plan.sections:
        yield from _section(plan, section)
    titles = [f"{each.label}{_line(each.title)}" for each in plan.attachments]
    if titles:
        yield "附件：" + titles[0]
        yield from map(_paragraph, titles[1:])


def _index_box(plan: Plan) -> Iterator[str]:
    period = plan.period and f"{plan.period.start} 至 {plan.period.end}"
    rows = [
        ("发文机关", plan.issuer),
        ("发文字号", plan.document_number),
        ("成文日期", plan.issued),
        ("主送机关", "、".join(plan.recipients)),
        ("年度", plan.year and str(plan.year)),
        ("计划期间", period),
    ]
    filled = [(name, value) for name, value in rows if value]
    if filled:
        yield _table(filled)


def _section(plan: Plan, section: Section) -> Iterator[str]:
    """A section with all that belongs to it; ids begin with the id of their section."""
    heading = _join(section.label, section.title or "")
    if heading:
        yield f"## {heading}"
    yield from _paragraphs(section.text)
    for goal in plan.goals:
        if _home(goal.id) == section.id:
            yield from _goal(goal)
    for task in plan.key_tasks:
        if task.id == section.id:  # a heading that is section and task at once
            yield from _body(task)
        elif _home(task.id) == section.id:
            yield from _task(task)
    entries = [entry for entry in plan.monthly_schedule if _home(entry.id) == section.id]
    if entries:
        yield _schedule(entries)


def _home(part: str) -> str:
    return part.partition(".")[0]


def _goal(goal: Goal) -> Iterator[str]:
    if not goal.text:
        yield _paragraph(_join(goal.label, goal.title))
        return
    stop = "" if goal.title.endswith(("。", "！", "？", "；", "：")) else "。"
    first, *rest = goal.text.split("\n")
    yield _paragraph(_join(goal.label, f"{_line(goal.title)}{stop}{first}"))
    yield from map(_paragraph, filter(str.strip, rest))


def _task(task: Task) -> Iterator[str]:
    """A heading with its body; a numbered task that is its title only needs no heading."""
    title = _join(task.label, task.title)
    if task.label and not task.text and not task.subtasks:
        yield _paragraph(title)
    else:
        yield f"{'#' * min(len(task.path) + 1, 6)} {title}"
        yield from _body(task)


def _body(task: Task) -> Iterator[str]:
    yield from _paragraphs(task.text)
    for subtask in task.subtasks:
        yield from _task(subtask)


def _schedule(entries: list[ScheduleEntry]) -> str:
    rows = [
        (entry.label, "\n".join(_items(entry)), (entry.remark or "").replace("\n", "；"))
        for entry in entries
    ]
    remarked = any(remark for *_, remark in rows)
    return _table([row if remarked else row[:2] for row in [("时间", "工作", "备注"), *rows]])


def _items(entry: ScheduleEntry) -> Iterator[str]:
    """The pieces of work, one a line; numbered where the line would else be taken apart."""
    numbered = not any(item.label for item in entry.items) and any(
        _SPLITS.search(item.text) for item in entry.items
    )
    for number, item in enumerate(entry.items, 1):
        label = f"{number}." if numbered else item.label
        yield _join(label, _line(item.text)) + _units(item, entry)


def _units(item: ScheduleItem, entry: ScheduleEntry) -> str:
    """The units responsible in brackets, unless the item or the remark names them."""
    shown = item.text + (entry.remark or "")
    names: dict[str, list[str]] = {}
    for unit in item.responsible:
        if unit.name not in shown:
            names.setdefault(_DUTIES[unit.duty], []).append(unit.name)
    parts = [f"{duty}：{'、'.join(units)}" for duty, units in names.items()]
    return f"（{'；'.join(parts)}）" if parts else ""


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    head, *body = [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    rule = "|" + " --- |" * len(rows[0])
    return "\n".join([head, rule, *body])


def _cell(text: str) -> str:
    return text.replace("<br", "\\<br").replace("|", "\\|").replace("\n", "<br>")


def _paragraphs(text: str) -> Iterator[str]:
    return map(_paragraph, filter(str.strip, text.split("\n")))


def _paragraph(text: str) -> str:
    """A paragraph whose start says nothing to Markdown."""
    return f"\\{text}" if _SPECIAL.match(text) else text


def _line(text: str) -> str:
    return " ".join(text.split("\n"))


def _join(label: str, title: str) -> str:
    """A label before its title, with what Chinese typography puts between the two."""
    if not label or not title or not label[-1].isalnum() or label.endswith(("是", "要")):
        return label + _line(title)
    between = " " if label[-1].isascii() else "："
    return f"{label}{between}{_line(title)}"
