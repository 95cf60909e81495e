"""An item of the schedule that belongs to no task, in a plan whose items nearly all do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.coverage import COVERED, Coverage, coverages
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_FEWEST = 6  # items that belong to a task
_SHARE = 0.65  # of all items; months also hold what every office does
_FAR = 0.05  # the nearness up to which an item belongs to nothing
_ALIEN = 0.1  # of all items; where there are more, the tasks were never meant to cover them
# What every office does in its year, whatever its tasks.
_ROUTINE = re.compile(
    "总结|小结|谋划|筹划|下一?年|述职|会议|例会|全会|年会|放假|假期|开学|期[中末]|考核|归档|计划"
)


def check(subject: Subject) -> Iterator[Hit]:
    """Items far from every task."""
    for covered in coverages(subject):
        yield from _untasked(subject, covered)


def _untasked(subject: Subject, covered: Coverage) -> Iterator[Hit]:
    belonging = sum(near >= COVERED for _, near in covered.items)
    if belonging < _FEWEST or belonging < _SHARE * len(covered.items):
        return
    alien = [
        item for item, near in covered.items if near <= _FAR and not _ROUTINE.search(item.text)
    ]
    if len(alien) <= max(1, _ALIEN * len(covered.items)):
        for item in alien:
            values: dict[str, str | int] = {"text": item.text[:40], "count": belonging}
            yield Hit(subject.place(item, "text"), values)


RULE = Rule(
    Kind(
        "DP324",
        "entry-untasked",
        "info",
        "no task of the plan covers this, while {count} other items belong to one: {text}",
        "正文任务中没有这一项，而其他 {count} 项都有对应的任务：{text}",
    ),
    since="0.1.0",
    finds=Words(
        "An item of the schedule that has nothing to do with any task, in a plan whose items nearly all"
        " belong to one.",
        "时间安排中与任何任务都无关的事项，而该计划的其他事项几乎都有对应的任务。",
    ),
    why=Words(
        "It is mostly left over from last year's schedule, or a task was struck out above and its month"
        " was forgotten.",
        "多半是去年的安排没有删，或者前面删了任务，后面的月份忘了改。",
    ),
    mend=Words(
        "Delete the item, or add the task to which it belongs.",
        "删去该事项，或者在正文中补上相应的任务。",
    ),
    check=check,
)
