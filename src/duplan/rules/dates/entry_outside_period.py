"""2019年9月 in the schedule of the plan for 2020."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from duplan.dates import read_year
from duplan.dates.period import index
from duplan.diagnostics import Kind
from duplan.plan import Plan
from duplan.rules.dates.schedules import month_name, schedules
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.rules.terms import term_of

_YEAR = re.compile(r"\d{3}|[〇○零一二三四五六七八九]{2,4}年|[今明去本次翌当當]年")
_OUTSIDE = 2  # a plan whose schedule is outside for more than half of it has another period
_BEFORE_TERM, _AFTER_TERM = 2, 2  # months of preparation and of what is left to do


def check(subject: Subject) -> Iterator[Hit]:
    """Entries whose months are all outside of what is planned for."""
    for schedule in schedules(subject):
        period = _period(subject, schedule.plan)
        if period is None:
            continue
        first, last = period
        outside = _outside(schedule.times, first, last)
        if outside and read_year(schedule.plan.title or "") is None:
            continue  # the year of the plan is a guess
        for at in outside:
            entry = schedule.entries[at]
            if not _YEAR.search(entry.label) and _may_lie_in(entry.months[0], first, last):
                continue  # it stands in the wrong place, and took its year from there
            yield Hit(
                subject.place(entry, "label"),
                {"label": entry.label, "first": month_name(first), "last": month_name(last)},
            )


def _period(subject: Subject, plan: Plan) -> tuple[int, int] | None:
    """The first and last month planned for; of a school's term the usual ones, and those around it."""
    title = plan.title or ""
    if "学年" in title or "学期" in title:
        term = term_of(subject, plan)
        if term is None:
            return None
        months = [index(year, month) for year, month in term.months if year is not None]
        return (months[0] - _BEFORE_TERM, months[-1] + _AFTER_TERM) if months else None
    if plan.period is None:
        return None
    start, end = plan.period.start, plan.period.end
    return index(int(start[:4]), int(start[5:])), index(int(end[:4]), int(end[5:]))


def _may_lie_in(month: int, first: int, last: int) -> bool:
    """Whether a month that names no year is one of those planned for."""
    return any(at % 12 + 1 == month for at in range(first, last + 1))


def _outside(times: Sequence[Sequence[int]], first: int, last: int) -> list[int]:
    """The numbers of the entries that are outside: not those before the first that go on into the
    period, nor those after the last that go on from it."""
    out = [at for at, months in enumerate(times) if months[-1] < first or months[0] > last]
    left_out = set(out)
    if not out or len(out) == len(times):
        return out
    inside = [at for at in range(len(times)) if at not in left_out]
    lead = range(inside[0])
    if lead and _goes_on(times[: inside[0] + 1]) and times[0][0] < first:
        left_out -= set(lead)
    if inside[-1] + 1 < len(times) and _goes_on(times[inside[-1] :]):
        left_out -= set(range(inside[-1] + 1, len(times)))
    return sorted(left_out) if _OUTSIDE * len(left_out) <= len(times) else []


def _goes_on(times: Sequence[Sequence[int]]) -> bool:
    """Whether each entry begins in the month after the one before, or in its last one."""
    return all(0 <= after[0] - before[-1] <= 1 for before, after in pairwise(times))


RULE = Rule(
    Kind(
        "DP415",
        "entry-outside-period",
        "warning",
        "{label} is outside of the period planned for, {first} to {last}",
        "{label}不在计划期限（{first}至{last}）之内",
    ),
    since="0.1.0",
    finds=Words(
        "An entry of the schedule for a time that the plan doesn't cover. What runs on from the period,"
        " as January after December, doesn't count.",
        "进度安排中的时间不在计划期限之内。紧接计划期限前后、与其他条目相连的月份不算。",
    ),
    why=Words(
        "It is mostly last year's month, left when the plan was copied, or a wrong month of a term: the"
        " work will be taken for done, or for not ours.",
        "多数是沿用去年计划时没有改掉的时间，或学期月份写错，工作会被当成已经做过，或不归本期。",
    ),
    mend=Words(
        "Correct the year or the month; move what belongs to another plan there.",
        "改正年份或月份；属于其他计划的移到相应计划中。",
    ),
    check=check,
)
