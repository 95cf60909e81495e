"""Which parts a plan of its kind is asked for, and what in the file itself shows that one is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duplan.interpret.sections.roles import role_of_words
from duplan.plan import Kind, Node, Plan, Role, Section, Task

PLANNED: frozenset[Kind | None] = frozenset({"计划", "方案"})
"""Kinds that say what is to be reached and when; 要点 name work only, a 行事历 or 分解表 is one part."""

REVIEWS: frozenset[Kind | None] = frozenset({"总结"})
_ONE_PART: frozenset[Kind | None] = frozenset({"行事历", "分解表"})
_TOP = re.compile(r"s(\d+)")  # the id of a top-level section holds its printed number


def lacks(plan: Plan, role: str) -> bool:
    """Whether nothing in the plan has a role: no goal, task or entry, or no section of another role."""
    if role == "goals":
        return not plan.goals
    if role == "tasks":
        return not plan.key_tasks
    if role == "schedule":
        return not plan.monthly_schedule
    return all(section.role != role for section in plan.sections)


def is_whole(plan: Plan) -> bool:
    """Whether the plan is one of several sections: no review, and no calendar or table by itself."""
    return plan.kind not in REVIEWS and plan.kind not in _ONE_PART


def bare(plan: Plan, role: Role) -> Section | None:
    """A section whose heading names the role, with nothing below it."""
    parts = [each.id for each in plan.key_tasks] + [each.id for each in plan.goals]
    filled = {part.partition(".")[0] for part in parts if "." in part}
    for section in plan.sections:
        empty = section.title and not section.text and section.id not in filled
        if empty and role in {section.role, role_of_words(section.title or "")}:
            return section
    return None


def gaps(sections: Sequence[Section]) -> Iterator[tuple[Section | None, Section]]:
    """Neighbours between whose printed numbers exactly one is missing; None and the first numbered
    one where that has the number two."""
    before, number = None, 0
    for section in sections:
        top = _TOP.fullmatch(section.id)
        if top:
            if int(top[1]) - number == 2:
                yield before, section
            number = int(top[1])
        before = section if top else before


def units(tasks: Sequence[Task]) -> Iterator[Task]:
    """The tasks that have no tasks below them, in order."""
    waiting = list(reversed(tasks))
    while waiting:
        task = waiting.pop()
        if task.subtasks:
            waiting.extend(reversed(task.subtasks))
        else:
            yield task


def headed(plan: Plan) -> Node:
    """What shows a finding about the whole plan: the plan by its title, or its first headed section."""
    if plan.title is not None:
        return plan
    return next((each for each in plan.sections if each.title), plan)
