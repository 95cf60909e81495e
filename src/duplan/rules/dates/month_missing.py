"""七月, 八月, 十月: a year's schedule without September."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from duplan.dates.period import day_of, month_of
from duplan.diagnostics import Kind
from duplan.plan import ScheduleEntry
from duplan.rules.dates.month_repeated import repeated
from duplan.rules.dates.months_out_of_order import backward
from duplan.rules.dates.schedules import Schedule, schedules
from duplan.rules.dates.schools import is_of_schools
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.rules.written_dates import dates_of

_IN_MONTHS = frozenset(("month", "quarter", "half", "part"))
_FEWEST = 4  # months that show that every month has its entry
_MOST = 3  # months that may be missing together: a quarter
_PRESENT = 3  # three months must be there for each one that is not
_YEAR = 12
_MARGIN = 8  # characters before a month that may be blanks
_DECEMBER = 12
_HALF_A_MONTH = 15  # days of a term that make a month one of work
_HOLIDAYS = frozenset((1, 2, 7, 8))


def check(subject: Subject) -> Iterator[Hit]:
    """The gaps in the schedules of whole months."""
    every = schedules(subject)
    of_plan = Counter(id(schedule.plan) for schedule in every)
    for schedule in every:
        alone = of_plan[id(schedule.plan)] == 1
        gaps = list(_gaps(subject, schedule)) if alone and not schedule.unread else []
        if gaps and not repeated(subject, schedule) and not backward(schedule):
            yield from gaps


def _gaps(subject: Subject, schedule: Schedule) -> Iterator[Hit]:
    if not all(entry.precision in _IN_MONTHS for entry in schedule.entries):
        return
    of_entries = zip(schedule.entries, schedule.times, strict=True)
    last_of = {month: entry for entry, months in of_entries for month in months}
    covered = sorted(last_of)
    if len(covered) < _FEWEST or covered[-1] - covered[0] > _YEAR:
        return
    gaps: list[tuple[range, ScheduleEntry, ScheduleEntry | None]] = [
        (range(first + 1, second), last_of[second], last_of[first])
        for first, second in pairwise(covered)
        if second > first + 1
    ]
    if covered[-1] % _YEAR == _DECEMBER - 2 and covered[0] % _YEAR <= 1 and _whole_year(schedule):
        gaps.append((range(covered[-1] + 1, covered[-1] + 2), last_of[covered[-1]], None))
    if not gaps:
        return
    printed = _printed(subject)
    only = sum(len(gap) for gap, _, _ in gaps) == 1 and len(covered) == _YEAR - 1
    missing = [
        (needed, entry, before)
        for gap, entry, before in gaps
        if (
            needed := [
                month
                for month in gap
                if month_of(month) not in printed and (only or _has_work(subject, schedule, month))
            ]
        )
    ]
    count = sum(len(needed) for needed, _, _ in missing)
    if len(missing) == 1 and count <= _MOST and len(covered) >= _PRESENT * count:
        yield _hit(subject, *missing[0])


def _printed(subject: Subject) -> set[int]:
    """The months that begin a line or a cell, those too that nothing stands under."""
    text = subject.text
    months: set[int] = set()
    for written in dates_of(subject):
        before = text[max(0, written.start - _MARGIN) : written.start].rstrip(" \u3000")
        if written.day is None and not written.sign and before[-1:] in ("", "\n", "|", "\t"):
            months.update(range(written.opening or written.month, written.month + 1))
    return months


def _whole_year(schedule: Schedule) -> bool:
    period = schedule.plan.period
    return period is not None and period.start.endswith("-01") and period.end.endswith("-12")


def _has_work(subject: Subject, schedule: Schedule, month: int) -> bool:
    """Whether a month is one in which there is work: schools have none in their holidays."""
    terms = sorted(subject.office.school_terms)
    first, last = day_of(month, 1), day_of(month, 31)
    if not is_of_schools(schedule.plan):
        return True
    if terms and first and last and terms[0][0] <= last and first <= terms[-1][1]:
        days = sum(max(0, (min(last, end) - max(first, start)).days + 1) for start, end in terms)
        return days >= _HALF_A_MONTH
    return month_of(month) not in _HOLIDAYS


def _hit(
    subject: Subject, months: list[int], entry: ScheduleEntry, before: ScheduleEntry | None
) -> Hit:
    numbers = [month_of(month) for month in months]
    label = f"{numbers[0]}月" if len(numbers) == 1 else f"{numbers[0]}—{numbers[-1]}月"
    other = subject.place(before, "label") if before else None
    return Hit(subject.place(entry, "label"), {"months": label}, related=(other,) if other else ())


RULE = Rule(
    Kind(
        "DP414",
        "month-missing",
        "info",
        "the schedule has no entry for {months}",
        "进度安排缺{months}",
    ),
    since="0.1.0",
    finds=Words(
        "A month without an entry in a schedule that has one for each of the others. The months of"
        " school holidays are not missed in plans of schools and those who inspect them.",
        "逐月安排中缺了一个月，而其他月份都有。学校和教育部门的计划中，寒暑假所在月份不算缺。",
    ),
    why=Words(
        "Either a piece of work was lost when the plan was put together, or nobody can tell whether the"
        " office meant to do nothing in that month.",
        "或是汇总时漏掉了一个月的工作，或是让人看不出这个月究竟有没有安排。",
    ),
    mend=Words(
        "Add the month, or join it to a neighbour: 7—8月.",
        "补上该月，或与相邻月份合写，如“7—8月”。",
    ),
    check=check,
)
