"""A plan that names work, and nothing that it is to reach."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.plan import Goal, Node, Plan
from duplan.rules.content.measured import has_figure, is_measured
from duplan.rules.content.parts import PLANNED, bare, gaps, headed, units
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject, every_task

_PARTS = 2  # sections with a heading from which a text has parts that could be missing
_TASKS = 3
_BEFORE = {"overview", "other", "review"}  # what goals stand after


def check(subject: Subject) -> Iterator[Hit]:
    """Plans without goals, where something in the plan shows that there should be some."""
    if "goals" in subject.office.required_sections:
        return  # DP322 asks every plan for them
    for plan in subject.plans:
        if plan.kind in PLANNED and plan.key_tasks and all(map(_aside, plan.goals)):
            node = _sign(plan)
            if node is not None:
                yield Hit(subject.place(node))


def _aside(goal: Goal) -> bool:
    """A line 目标：… among the tasks: its id is g1, without a section."""
    return "." not in goal.id and goal.id.startswith("g")


def _sign(plan: Plan) -> Node | None:
    """Where it shows: a heading with nothing below, a number left out before the tasks, or no word
    anywhere by which one could tell what is to be reached."""
    empty = bare(plan, "goals")
    if empty is not None:
        return empty
    for before, after in gaps(plan.sections):
        if (before is None or before.role in _BEFORE) and after.role == "tasks":
            return after
    if plan.goals:
        return None
    titled = sum(section.title is not None for section in plan.sections)
    tasks = list(every_task(plan.key_tasks))
    if titled < _PARTS or sum(1 for _ in units(plan.key_tasks)) < _TASKS:
        return None
    said = (section.text for section in plan.sections if section.role in {"overview", "other"})
    if any(is_measured(text) for text in said):
        return None
    if any(has_figure(task.title + task.text) for task in tasks):
        return None
    return headed(plan)


RULE = Rule(
    Kind("DP320", "no-goals", "warning", "the plan has no goals", "计划没有写明工作目标"),
    since="0.1.0",
    finds=Words(
        "A 计划 or 方案 with tasks and without goals: the heading stands there with nothing below it,"
        " the number before the tasks is left out, or nothing in the plan says what is to be reached.",
        "有任务而没有目标的计划、方案：目标标题下没有内容，任务之前缺了一个序号，或者通篇没有说明要达到什么。",
    ),
    why=Words(
        "Without goals nobody can say at the end of the year whether the plan was carried out, and the"
        " review has nothing to compare with.",
        "没有目标，年底就无法衡量计划完成得怎样，写总结、做考核也没有依据。",
    ),
    mend=Words(
        "State what is to be reached, with figures where possible. An office that wants goals in every"
        " plan says so with `required_sections`.",
        "写明要达到的目标，能量化的尽量量化。要求所有计划都写目标的单位，可在 `required_sections` 中规定。",
    ),
    check=check,
)
