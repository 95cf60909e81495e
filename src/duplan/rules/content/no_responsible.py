"""A task without a unit responsible for it, where those beside it have one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duplan.diagnostics import Kind
from duplan.plan import Plan, ScheduleItem, Task
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject, every_task
from duplan.rules.wording.unpaired_mark import unpaired

_HAVE = 3  # siblings that name a unit
_YEAR = 12  # months of an entry for work of all the year, which is everybody's
_BLANK = 0.15  # of those of a group; where more are blank, blanks are meant
_WORD = re.compile(r"\w")
_OTHER = re.compile("其他|其它|交办")
# Nobody is put in charge of days off.
_FREE = re.compile("放假|假期|休假|连休|停课|补课|调休|照常上|上班|开始上课|散学|假日|纪念日|结束")


def check(subject: Subject) -> Iterator[Hit]:
    """Tasks, rows and entries without a unit."""
    for plan in subject.plans:
        found: dict[int, Hit] = {}
        for group in _groups(plan):
            if len(group) <= _HAVE:
                continue
            have = sum(map(_is_named, group))
            if have < _HAVE or have == len(group):
                continue
            blank = [task for task in group if not (_is_named(task) or _below(task) or _open(task))]
            if len(blank) <= max(1, _BLANK * len(group)):
                for task in blank:
                    found.setdefault(id(task), _hit(subject, task, have))
        hits = [*found.values(), *_scheduled(subject, plan)]
        if hits:  # where a bracket is missing, the unit may stand behind it
            broken = {hit.span.block for hit in unpaired(subject) if hit.span}
            yield from (hit for hit in hits if not hit.span or hit.span.block not in broken)


def _groups(plan: Plan) -> Iterator[Sequence[Task]]:
    """Tasks that stand beside each other: those of one parent, and all of one level of the plan. What
    is said of a task holds for those below it."""
    level: Sequence[Task] = plan.key_tasks
    sections: dict[str, list[Task]] = {}
    for task in level:
        sections.setdefault(task.id.rpartition(".")[0], []).append(task)
    families: list[Sequence[Task]] = list(sections.values())
    while level:
        yield from families
        if len(families) > 1:
            yield level
        families = [task.subtasks for task in level if task.subtasks and not task.responsible]
        level = [task for family in families for task in family]


def _is_named(part: Task | ScheduleItem) -> bool:
    """Whether a unit or person is named; a stroke in their place names none."""
    return bool(part.responsible) and any(_WORD.search(each.name) for each in part.responsible)


def _open(task: Task) -> bool:
    """Whether it stands for whatever else may come."""
    return _OTHER.search(task.title) is not None


def _below(task: Task) -> bool:
    """Whether the tasks below one without a unit name theirs."""
    return any(_is_named(each) for each in every_task(task.subtasks))


def _scheduled(subject: Subject, plan: Plan) -> Iterator[Hit]:
    """Rows of a schedule whose items name no unit; an item beside one that does is not asked."""
    entries = [
        entry.items for entry in plan.monthly_schedule if entry.items and len(entry.months) < _YEAR
    ]
    if len(entries) <= _HAVE:
        return
    named = [any(map(_is_named, items)) for items in entries]
    have = sum(named)
    if have < _HAVE or have == len(entries):
        return
    blank = [
        items
        for items, has in zip(entries, named, strict=True)
        if not has and not any(_FREE.search(item.text) for item in items)
    ]
    if len(blank) <= max(1, _BLANK * len(entries)):
        for items in blank:
            yield _hit(subject, items[0], have)


def _hit(subject: Subject, node: Task | ScheduleItem, have: int) -> Hit:
    field = "title" if isinstance(node, Task) else "text"
    return Hit(subject.place(node, field), {"count": have})


RULE = Rule(
    Kind(
        "DP325",
        "no-responsible",
        "warning",
        "no unit is responsible for this; {count} beside it name one",
        "没有写责任单位，而同列的 {count} 项都已写明",
    ),
    since="0.1.0",
    finds=Words(
        "A task, a row of a task table or an entry of a schedule without a unit or person responsible,"
        " where nearly all beside it name one. Days off are not asked.",
        "任务、分解表的一行或安排的一栏没有写责任单位（责任人），而同列的几乎都写了。放假等不作要求。",
    ),
    why=Words(
        "What nobody is named for, nobody does, and nobody answers for it when it is checked.",
        "没有写明由谁负责，工作就容易落空，检查时也找不到人。",
    ),
    mend=Words(
        "Name the unit or person, in the same way as beside it.",
        "照同列的写法补上责任单位或责任人。",
    ),
    check=check,
)
