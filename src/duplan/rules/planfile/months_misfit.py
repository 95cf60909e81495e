"""months: [9] beside start: "2020-10-08"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from duplan.diagnostics import Kind
from duplan.plan import Plan, ScheduleEntry, Timing
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject, every_task


def check(subject: Subject) -> Iterator[Hit]:
    """Times of a plan file whose days and months were not edited together."""
    if subject.source.format not in ("yaml", "json"):
        return
    for plan in subject.plans:
        for time in _times(plan):
            if not (time.start or time.end):
                continue
            field = _misfit(time)
            if field:
                months = "、".join(map(str, time.months))
                span = " — ".join(day for day in (time.start, time.end) if day)
                yield Hit(subject.place(time, field), {"months": months, "days": span})


def _times(plan: Plan) -> Iterator[Timing | ScheduleEntry]:
    for task in every_task(plan.key_tasks):
        yield from task.timing
    for entry in plan.monthly_schedule:
        yield entry
        for item in entry.items:
            yield from item.timing


def _misfit(time: Timing | ScheduleEntry) -> str:
    """The field that is wrong: a day that doesn't exist or isn't in the months; "" where all fit.

    A deadline has no start, and its months may name further deadlines.
    """
    days = {}
    for field, written in (("start", time.start), ("end", time.end)):
        try:
            days[field] = date.fromisoformat(written) if written else None
        except ValueError:
            return field
    start, end = days["start"], days["end"]
    if start and end and start > end:
        return "end"
    outside = (day for day in (start, end) if day and time.months and day.month not in time.months)
    return "months" if any(outside) else ""


RULE = Rule(
    Kind(
        "DP136",
        "months-misfit",
        "warning",
        "the days {days} and the months {months} don't fit",
        "日期 {days} 与月份 {months} 不符",
    ),
    since="0.1.0",
    finds=Words(
        "A time in a plan file whose start and end are no days, run backwards, or lie in other months"
        " than those that it gives.",
        "计划文件中的时间：起止日期不存在、先后颠倒，或不在所列月份之内。",
    ),
    why=Words(
        "The calendar goes by the months, the reminder by the days: one office works in September, the"
        " other waits for October.",
        "行事历按月份列，提醒按日期发；一处九月就办，另一处还在等十月。",
    ),
    mend=Words(
        "Look up which of the two is meant and correct the other.",
        "核对究竟以哪一个为准，改正另一个。",
    ),
    check=check,
)
