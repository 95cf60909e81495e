"""The same goal, task, or item of one time, printed twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duplan.diagnostics import Kind
from duplan.plan import Goal, Node, Plan, ScheduleItem, Task
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject, every_task

_TELLING = 6  # characters from which a title tells its work wherever it stands
_MARKS = " 。；;，,、.！!："
_OPENING = 12  # characters that two texts begin with where one was made from the other
_LOOKED_AT = 12  # earlier tasks of the same title
_LIST = 3  # characters from which a title tells it among its siblings


def check(subject: Subject) -> Iterator[Hit]:
    """Later ones of goals with one wording, of tasks with one title, and of items with one text."""
    for plan in subject.plans:
        yield from _goals(subject, plan.goals)
        yield from _tasks(subject, plan)
        for entry in plan.monthly_schedule:
            yield from _items(subject, entry.items)


def _goals(subject: Subject, goals: Sequence[Goal]) -> Iterator[Hit]:
    """Goals that say the same in every word."""
    seen: dict[tuple[str, str], Goal] = {}
    for goal in goals:
        said = goal.title.strip(_MARKS), goal.text.strip(_MARKS)
        first = seen.setdefault(said, goal)
        if first is not goal and len("".join(said)) >= _TELLING:
            yield _hit(subject, goal, first, "title")


def _tasks(subject: Subject, plan: Plan) -> Iterator[Hit]:
    """Beside each other the title decides; apart from each other all that is said."""
    tasks = list(every_task(plan.key_tasks))
    if len({task.title for task in tasks}) == len(tasks):
        return
    first: dict[str, list[Task]] = {}
    for task in tasks:
        title = task.title
        if len(title) < _LIST or title.isascii():
            continue
        earlier = first.setdefault(title, [])
        for other in earlier[:_LOOKED_AT]:
            beside = _above(task) == _above(other) and not _is_row(task)
            if beside or _same(task, other):
                yield _hit(subject, task, other, "title")
                break
        else:
            earlier.append(task)


def _above(task: Task) -> str:
    """The id of the task or section above."""
    return task.id.rpartition(".")[0]


def _same(task: Task, other: Task) -> bool:
    """Whether two tasks that stand apart say the same; rows of a table in every respect."""
    if task.subtasks or other.subtasks:
        return False
    text, before = task.text.strip(_MARKS), other.text.strip(_MARKS)
    if text == before and _named(task) == _named(other):
        return bool(text) or len(task.title) >= _TELLING
    alike = len(text) >= _OPENING and text[:_OPENING] == before[:_OPENING]
    return alike and not _is_row(task)


def _items(subject: Subject, items: Sequence[ScheduleItem]) -> Iterator[Hit]:
    if len({item.text for item in items}) == len(items):
        return
    seen: dict[tuple[str, ...], ScheduleItem] = {}
    for item in items:
        text = item.text.strip(_MARKS)
        if len(text) >= _LIST and not text.isascii():
            first = seen.setdefault((text, *_named(item)), item)
            if first is not item:
                yield _hit(subject, item, first, "text")


def _hit(subject: Subject, part: Node, first: Node, field: str) -> Hit:
    there = subject.place(first, field)
    return Hit(
        subject.place(part, field),
        {"text": getattr(part, field)[:40]},
        related=(there,) if there else (),
    )


def _is_row(task: Task) -> bool:
    """A row of a table is told by its other cells too: its text and its time."""
    return bool(task.timing or task.responsible) and task.id.rpartition(".")[2].startswith("r")


def _named(part: Task | ScheduleItem) -> tuple[str, ...]:
    return (
        *(each.name for each in part.responsible),
        *(each.raw for each in part.timing),
    )


RULE = Rule(
    Kind(
        "DP328",
        "duplicate-task",
        "warning",
        "this stands in the plan already: {text}",
        "与前面的内容重复：{text}",
    ),
    since="0.1.0",
    finds=Words(
        "A task with the title of one beside it or with title and text of another in the plan, a goal that"
        " stands twice, or the same item twice under one time.",
        "同一层次中标题相同的任务、计划中标题和内容都相同的任务、重复的目标，或者同一时间下重复的事项。",
    ),
    why=Words(
        "Mostly a line was pasted twice and another one is gone. Where both stay, the work is counted"
        " twice.",
        "多半是粘贴时重复了一条，而原来的另一条被覆盖了；留着不改，任务数也会重复计算。",
    ),
    mend=Words(
        "Put the line there that belongs there, or delete the repetition and number anew.",
        "补上本来应有的一条，或者删去重复的，再理顺序号。",
    ),
    check=check,
)
