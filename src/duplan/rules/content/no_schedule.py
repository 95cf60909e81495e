"""A plan that names work, and hardly anywhere when it is due."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.plan import Node, Plan, Section, Task
from duplan.rules.content.parts import PLANNED, bare, gaps, headed
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_TASKS = 3
_MONTH = re.compile("[0-9０-９一二三四五六七八九十]月")
_OF_TIME = re.compile("[时時][段间間限]|期限|步[骤驟]|[阶階]段|[进進]度")
_TIMED = 0.25  # the share of tasks with a time below which a plan says nothing about when


def check(subject: Subject) -> Iterator[Hit]:
    """Plans without a schedule whose tasks don't say when they are due either."""
    if "schedule" in subject.office.required_sections:
        return  # DP322 asks every plan for it
    for plan in subject.plans:
        if plan.kind in PLANNED and plan.key_tasks and not plan.monthly_schedule:
            timed = list(_timed(plan.key_tasks))
            node = _sign(plan, timed)
            if node is not None:
                values: dict[str, str | int] = {"timed": sum(timed), "tasks": len(timed)}
                yield Hit(subject.place(node), values)


def _sign(plan: Plan, timed: list[bool]) -> Node | None:
    """Where it shows: a heading with nothing below, a number left out after the tasks, no times."""
    empty = bare(plan, "schedule")
    if empty is not None:
        return empty
    for before, after in gaps(plan.sections):
        if before and before.role == "tasks" and after.role in {"measures", "other"}:
            return after
    if len(timed) < _TASKS or sum(timed) >= _TIMED * len(timed):
        return None
    return None if any(map(_says_when, plan.sections)) else headed(plan)


def _says_when(section: Section) -> bool:
    """Whether a section is about the time of all the work: 禁烧时段, 活动时间, 实施步骤."""
    if section.title and _OF_TIME.search(section.title):
        return True
    return section.role == "other" and _MONTH.search(section.text) is not None


def _timed(tasks: list[Task], above: bool = False) -> Iterator[bool]:
    """For each task without tasks below it, whether it or one above it names a time."""
    for task in tasks:
        named = above or bool(task.timing)
        if task.subtasks:
            yield from _timed(task.subtasks, named)
        else:
            yield named


RULE = Rule(
    Kind(
        "DP321",
        "no-schedule",
        "warning",
        "the plan has no schedule, and {timed} of its {tasks} tasks say when they are due",
        "计划没有时间安排：共 {tasks} 项任务，写明时间的 {timed} 项",
    ),
    since="0.1.0",
    finds=Words(
        "A 计划 or 方案 without a schedule: its heading stands there with nothing below it, a number is"
        " left out after the tasks, or hardly a task names a time.",
        "没有时间安排的计划、方案：安排的标题下没有内容，任务之后缺了一个序号，或者任务几乎都没有写时间。",
    ),
    why=Words(
        "Work without a time is nobody's this month. It is put off until the end of the year, when it"
        " can't be done any more.",
        "没有时间，任务就排不到哪个月，容易拖到年底，想补也来不及。",
    ),
    mend=Words(
        "Add a schedule by months, or a time limit to each task. An office that wants a schedule in"
        " every plan says so with `required_sections`.",
        "补上逐月安排，或给每项任务写明时限。要求所有计划都有安排的单位，在 `required_sections` 中规定。",
    ),
    check=check,
)
