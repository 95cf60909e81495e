"""The year of a month that a plan names without one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from duplan.dates.period import index
from duplan.plan import Plan
from duplan.rules.stale.frames import frames
from duplan.rules.subject import Subject
from duplan.rules.written_dates import WrittenDate

_SCHOOL_YEAR = re.compile("学年|学期")
_THIS = frozenset(("今年", "本年", "当年", "當年"))
_AUTUMN = 8  # the month in which a school year begins


@dataclass
class Years:
    """The years of the dates in a document; what a plan's schedule and period say is asked once."""

    subject: Subject
    _known: dict[tuple[int | None, int], int | None] = field(default_factory=dict)

    def of(self, date: WrittenDate) -> int | None:
        """The year that a date is in, as printed or by what is planned; None where it isn't sure."""
        printed = date.year or date.carried
        if printed is not None:
            return printed
        if date.vague or (date.near and date.near not in _THIS):
            return None
        key = (self.subject.passage_at(date.start).plan, date.month)
        if key not in self._known:
            self._known[key] = self._planned(*key)
        return self._known[key]

    def _planned(self, number: int | None, month: int) -> int | None:
        if number is not None:
            plan, frame = self.subject.plans[number], frames(self.subject).get(number)
            year = year_of(plan, month)
            # A title of last year doesn't move the days of this year's plan.
            stale = frame.year - plan.year if frame and plan.year is not None else 0
            return None if year is None else year + stale
        notice = self.subject.document.notice
        if notice is None or notice.issued is None:
            return None
        issued = index(int(notice.issued[:4]), int(notice.issued[5:7]))
        return _nearest(month, issued, issued)


def year_of(plan: Plan, month: int) -> int | None:
    """The year of a month in a plan; None where it isn't known."""
    if plan.year is None:
        return None
    scheduled = {entry.year for entry in plan.monthly_schedule if entry.months[:1] == [month]}
    if len(scheduled) == 1:
        return scheduled.pop()
    if plan.period is not None:
        start, end = (
            index(int(each[:4]), int(each[5:])) for each in (plan.period.start, plan.period.end)
        )
        return _nearest(month, start, end)
    if not _SCHOOL_YEAR.search(plan.title or ""):
        return plan.year
    return plan.year if month >= _AUTUMN else None


def _nearest(month: int, start: int, end: int) -> int | None:
    """The year in which a month (1 to 12) lies in, or next to, the months from ``start`` to ``end``."""
    away = {}
    for year in range(start // 12 - 1, end // 12 + 2):
        at = index(year, month)
        away[year] = max(start - at, at - end, 0)
    least = min(away.values())
    years = [year for year, distance in away.items() if distance == least]
    return years[0] if len(years) == 1 else None
