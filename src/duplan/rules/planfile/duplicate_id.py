"""An id that two pieces of work of a plan share."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.plan import Node, Plan
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject, every_task


def check(subject: Subject) -> Iterator[Hit]:
    """Ids of one plan file; ``duplan parse`` never gives one twice."""
    if subject.source.format not in ("yaml", "json"):
        return
    for plan in subject.plans:
        first: dict[str, Node] = {}
        for id_, node in _identified(plan):
            before = first.setdefault(id_, node)
            place, other = subject.place(node, "id"), subject.place(before, "id")
            if before is not node and place and other:
                yield Hit(place, {"id": id_}, related=(other,))


def _identified(plan: Plan) -> Iterator[tuple[str, Node]]:
    """The parts of a plan by their ids; a heading that is a task too stands there twice, with one."""
    headings = {section.id for section in plan.sections}
    own = {task.id for task in plan.key_tasks if task.id in headings}
    yield from ((section.id, section) for section in plan.sections if section.id not in own)
    yield from ((goal.id, goal) for goal in plan.goals)
    yield from ((task.id, task) for task in every_task(plan.key_tasks))
    for entry in plan.monthly_schedule:
        yield entry.id, entry
        yield from ((item.id, item) for item in entry.items)


RULE = Rule(
    Kind(
        "DP135",
        "duplicate-id",
        "error",
        "the id {id} is used a second time in this plan",
        "编号 {id} 在本计划中重复使用",
    ),
    since="0.1.0",
    finds=Words(
        "An id that two pieces of work of one plan share.",
        "同一计划中两项工作用了同一个编号。",
    ),
    why=Words(
        "A comparison and a report refer to work by its id: with two of one id, nobody can tell which is"
        " meant.",
        "对比和汇报都按编号指称工作；两项同号，说的是哪一项就分不清了。",
    ),
    mend=Words(
        "Give the one that was added later an id of its own; any that is not used yet will do.",
        "给后加的一项另取一个没有用过的编号。",
    ),
    check=check,
)
