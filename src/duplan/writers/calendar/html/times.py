"""Times as the page prints them: 2020年9月, 30日前, 4—10月."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from duplan.calendar.model import Entry, month_of_name
from duplan.writers.calendar.html.words import Words

SHORT = 8  # characters of a printed time that fit where a word of ours would stand


def month_title(name: str, say: Words) -> str:
    """A month of a calendar in full: ``2020-09`` is 2020年9月, ``--09`` is 9月（年份不详）."""
    year, month = month_of_name(name)
    if year is None:
        return say("month.no-year", name=say.month(month))
    return say("month", name=say.month(month), year=year)


def year_title(year: int | None, say: Words) -> str:
    """2020年, 年份不详."""
    return say("no-year") if year is None else say("year", year=year)


def run(first: int, last: int, say: Words) -> str:
    """Months of a year that follow each other: 4—10月, 9月."""
    if first == last:
        return say.month(first)
    start = str(first) if say.language == "zh" else say.month(first)
    return say("stretch", first=start, last=say.month(last))


def days(entry: Entry) -> tuple[int | None, int] | None:
    """The first and the last day that an entry names inside its month; a deadline has no first.

    None where it takes the whole month, or where the year and so the days aren't known.
    """
    if entry.end is None:
        return None
    end = date.fromisoformat(entry.end)
    if entry.start is None:
        return None, end.day
    first = date.fromisoformat(entry.start).day
    whole = (first, end.day) == (1, monthrange(end.year, end.month)[1])
    return None if whole else (first, end.day)


def is_exact(entry: Entry) -> bool:
    """Whether an entry is due on some days of its month."""
    return entry.precision in ("day", "part", "week", "deadline") or days(entry) is not None


def when(entry: Entry, say: Words) -> str:
    """The time of an entry inside its month: 30日前, 21—30日, 当月.

    As printed where the days don't say how exact it is (下半年, 每季度).
    """
    match days(entry):
        case None, last:
            return say("by-day", day=last)
        case first, last if first == last:
            return say("on-day", day=first)
        case first, last:
            return say("days", first=first, last=last)
    printed = entry.when or entry.label
    worded = entry.precision in ("quarter", "half", "year", "recurring")
    if entry.precision == "month" or (worded and not 0 < len(printed) <= SHORT):
        return say(f"precision.{entry.precision}")
    return printed or say("precision.month")
