"""What formats for people say about an entry: who, when, of which plan, where in it."""

from __future__ import annotations

from duplan.calendar.model import Duty, Entry, PlanName, month_of_name
from duplan.writers.calendar.manner import Language
from duplan.writers.calendar.words import say

DUTIES: tuple[Duty, ...] = ("lead", "responsible", "support")
_EXACT = frozenset(("day", "part", "week", "deadline"))


def names(entry: Entry, duty: Duty) -> list[str]:
    """The units and persons with this duty, in order."""
    return [unit.name for unit in entry.responsible if unit.duty == duty]


def units(entry: Entry, language: Language) -> list[str]:
    """A line for each duty: 牵头：区教委."""
    return [
        say(language, duty) + say(language, "comma").join(named)
        for duty in DUTIES
        if (named := names(entry, duty))
    ]


def printed_time(entry: Entry) -> str:
    """The time as the plan words it."""
    return entry.when or (entry.label if entry.from_ == "schedule" else "")


def exact_days(entry: Entry, language: Language) -> str:
    """The days of an entry where its time names days, not months: 2020-09-30 前; else nothing."""
    if entry.end is None or entry.precision not in _EXACT:
        return ""
    if entry.start is None:
        return say(language, "by", day=entry.end)
    if entry.start == entry.end:
        return entry.end
    return f"{entry.start}{say(language, 'to')}{entry.end}"


def due(entry: Entry, language: Language) -> list[str]:
    """The time as it is printed, and the days that it means where it is as exact as that."""
    return [part for part in (printed_time(entry), exact_days(entry, language)) if part]


def month_heading(name: str, language: Language) -> str:
    """2020年9月, in English 2020-09; a month without a year says so."""
    year, month = month_of_name(name)
    key = "month-alone" if year is None else "month-of-year"
    return say(language, key, year=year, month=month)


def plan_title(plan: PlanName, language: Language) -> str:
    """The title; a plan without one says so."""
    return plan.title or say(language, "untitled")


def plan_name(plan: PlanName, language: Language) -> str:
    """The title, and whose plan it is."""
    title = plan_title(plan, language)
    if plan.issuer is None:
        return title
    return say(language, "issued-by", title=title, issuer=plan.issuer)


def place(entry: Entry, language: Language) -> str:
    """安排 九月 第12段: what of the plan, its printed label, and where the words stand."""
    parts = [say(language, entry.from_), entry.label]
    if entry.place:
        parts.append(say(language, "paragraph", line=entry.place.line))
    return " ".join(part for part in parts if part)
