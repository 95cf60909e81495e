"""A task that no month speaks of, in a plan whose months speak of nearly all its tasks."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.plan import Plan, Task
from duplan.rules.coverage import COVERED, Coverage, coverages
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.structure.empty_heading import empty_headings
from duplan.rules.subject import Subject, every_task

_FEWEST = 3  # scheduled tasks
_MISSING = 0.15  # of the tasks; where more are missing, the schedule was not made from them
# How many of the other tasks have to be scheduled for one to stand out, and how far off it is then:
# the fewer they are, the less it may share with the schedule.
_STANDING_OUT = ((0.9, 0.12), (0.75, 0.03))


def check(subject: Subject) -> Iterator[Hit]:
    """Tasks far from every item, without a time of their own."""
    for plan, covered in zip(subject.plans, coverages(subject), strict=True):
        yield from _unscheduled(subject, plan, covered)


def _unscheduled(subject: Subject, plan: Plan, covered: Coverage) -> Iterator[Hit]:
    scheduled = sum(near >= COVERED for _, near in covered.tasks)
    if scheduled < _FEWEST:
        return
    timed = set(_timed(plan.key_tasks))
    for share, far in _STANDING_OUT:
        missing = [task for task, near in covered.tasks if near <= far and id(task) not in timed]
        others = len(covered.tasks) - len(missing)
        if scheduled >= share * others and len(missing) <= max(1, _MISSING * others):
            empty = (
                {hit.span.block for hit in empty_headings(subject) if hit.span} if missing else ()
            )
            for task in missing:
                place = subject.place(task)
                if place is None or place.block not in empty:
                    yield Hit(place, {"task": task.title[:40], "count": scheduled})
            return


def _timed(tasks: list[Task], above: bool = False) -> Iterator[int]:
    """The tasks that name a time, or stand below or above one that does."""
    for task in tasks:
        named = above or bool(task.timing)
        if named or any(each.timing for each in every_task(task.subtasks)):
            yield id(task)
        yield from _timed(task.subtasks, named)


RULE = Rule(
    Kind(
        "DP323",
        "task-unscheduled",
        "info",
        "no month speaks of this task, while {count} others are scheduled: {task}",
        "时间安排中没有这项任务，而其他 {count} 项都有安排：{task}",
    ),
    since="0.1.0",
    finds=Words(
        "A task without a time of its own for which the schedule has nothing, in a plan whose schedule"
        " has something for nearly all tasks. What belongs together is told by words that are rare in the"
        " plan.",
        "自身没有写时间、时间安排中也没有涉及的任务，而该计划的其他任务几乎都有安排。是否涉及，按计划中少见的用词判断。",
    ),
    why=Words(
        "Offices work by the schedule. A task that stands only in the text is remembered by nobody when"
        " the months come.",
        "各科室平时按月历办事，只写在正文里的任务，到时候没有人想得起来。",
    ),
    mend=Words(
        "Put the task into the month in which it is due, or say at the task when it is.",
        "把任务排进相应月份，或者在任务后写明时间。",
    ),
    check=check,
)
