"""2月30日, 9月31日, 13月: days and months that no calendar has."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from duplan.dates.period import LEAP_YEAR
from duplan.diagnostics import Kind
from duplan.rules.dates.years import Years
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject, once
from duplan.rules.written_dates import LINK, WrittenDate, dates_of

_MONTHS = 12
_LONGEST_MONTH = 31
_FEBRUARY, _LEAP_DAY = 2, 29
_SAFE = 28  # days that every month has
# A line or cell up to its month, with the number of a list: | 、\t、七、、（三）.
_MARGIN = re.compile(
    "(?:^|[\\n|\\t])[ \u3000（(]*(?:[一二三四五六七八九十0-9]{1,3}[、.．）)])?[ \u3000]*$"
)
_LONGEST_MARGIN = 12
_AFTER_LABEL = ("", "：", ":", "\n", " ", "|", "\t")
_LIMITS = re.compile("[份底初]|[上中下]旬|前")
_LUNAR = ("农历", "農曆", "阴历", "陰曆", "旧历", "舊曆", "夏历", "夏曆")
_LUNAR_DISTANCE = 8  # characters before a date in which 农历 still speaks of it


def check(subject: Subject) -> Iterator[Hit]:
    """Dates as written that are none."""
    return iter(impossible_dates(subject))


@once
def impossible_dates(subject: Subject) -> list[Hit]:
    """The findings of this rule, which others leave to it."""
    return list(_impossible_dates(subject))


def _impossible_dates(subject: Subject) -> Iterator[Hit]:
    years = Years(subject)
    dates = dates_of(subject)
    for number, written in enumerate(dates):
        if (
            1 <= written.month <= _MONTHS
            and max(written.days, default=1) <= _SAFE
            and (0 not in written.days)
        ):
            continue
        if written.sign and not _is_date(subject, dates, number):
            continue
        if written.month == 0 and not any(written.days):
            continue  # 00月00日 is a form that nobody filled in
        lacking = _lacking(subject, written, years.of(written))
        if lacking and not _lunar(subject, written):
            words = subject.text[written.start : written.closed]
            yield Hit(subject.span(written.start, written.end), {"text": words, "lacking": lacking})


def _lacking(subject: Subject, written: WrittenDate, year: int | None) -> str:
    """The month or day that there isn't; "" where all are."""
    if not 1 <= written.month <= _MONTHS:
        dated = written.days or written.year is not None or _stands_alone(subject, written)
        return f"{written.month}月" if dated else ""
    days = monthrange(LEAP_YEAR if year is None else year, written.month)[1]
    for day in written.days:
        if not 1 <= day <= days:
            common = f"{year}年" if day == _LEAP_DAY and written.month == _FEBRUARY else ""
            return f"{common}{written.month}月{day}日"
    return ""


def _stands_alone(subject: Subject, written: WrittenDate) -> bool:
    """Whether 13月 is a month: 13月底前, or it heads an entry of the schedule; not 13月龄."""
    if _LIMITS.match(subject.text, written.end):
        return True
    if subject.passage_at(written.start).role != "schedule":
        return False
    text = subject.text
    begins = _MARGIN.search(text, max(0, written.start - _LONGEST_MARGIN), written.start)
    return begins is not None and text[written.end : written.end + 1] in _AFTER_LABEL


def _is_date(subject: Subject, dates: list[WrittenDate], number: int) -> bool:
    """Whether 9/31 or 9.31 is a date: it has a weekday, or is an end of a range of such days."""
    written = dates[number]
    if written.weekday is not None:
        return True
    for first, last in ((number - 1, number), (number, number + 1)):
        if first >= 0 and last < len(dates) and dates[first].sign == dates[last].sign:
            between = subject.text[dates[first].closed : dates[last].start]
            if LINK.fullmatch(between) and _plausible(dates[first], dates[last]):
                return written.sign == "/" or subject.passage_at(written.start).role == "schedule"
    return False


def _plausible(first: WrittenDate, last: WrittenDate) -> bool:
    """Whether two such days can be meant as a range: their months are the same or neighbours."""
    months = first.month, last.month
    near = (last.month - first.month) % _MONTHS <= 1
    days = all(day <= _LONGEST_MONTH + 1 for each in (first, last) for day in each.days)
    return near and days and all(1 <= month <= _MONTHS for month in months)


def _lunar(subject: Subject, written: WrittenDate) -> bool:
    before = subject.text[max(0, written.start - _LUNAR_DISTANCE) : written.start]
    return any(word in before for word in _LUNAR)


RULE = Rule(
    Kind(
        "DP410",
        "impossible-date",
        "error",
        "{text}: there is no {lacking}",
        "“{text}”有误，日历上没有{lacking}",
    ),
    since="0.1.0",
    finds=Words(
        "A date that no calendar has: 2月30日, 9月31日, 13月, 29 February in a common year.",
        "日历上不存在的日期，如2月30日、9月31日、13月，以及平年的2月29日。",
    ),
    why=Words(
        "Nobody can keep it: some will take the last day of the month, others the first of the next,"
        " and calendars and task systems leave it out.",
        "谁也无法照办：有人按月底理解，有人按次月初理解，日历和督办系统也会把它漏掉。",
    ),
    mend=Words(
        "Ask for the day that is meant; for the end of a month, 月底前 is always right.",
        "核实原定日期；如指月末，可写“月底前”。",
    ),
    check=check,
)
