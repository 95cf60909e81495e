"""9月1日（星期三） in a year whose first of September is a Tuesday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.dates.years import Years
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.rules.written_dates import Weekday, WrittenDate, dates_of

_WEEKDAYS = "一二三四五六日"


def check(subject: Subject) -> Iterator[Hit]:
    """Dates with a weekday of their own, in a year that is printed or the plan's."""
    years = Years(subject)
    for written in dates_of(subject):
        if written.weekday is None and written.last_weekday is None:
            continue
        year = years.of(written)
        first = _day(year, written.month, written.day)
        last = _day(year, written.month, written.last)
        if first is None:
            continue
        if written.weekday is not None:
            yield from _mismatch(subject, written, first, written.weekday)
        # 9月1日至3日（周四） may mean either.
        either = written.weekday is None and last is not None and written.last_weekday is not None
        if either and _named(written.last_weekday) == _WEEKDAYS[first.weekday()]:
            continue
        if last is not None and written.last_weekday is not None:
            yield from _mismatch(subject, written, last, written.last_weekday)


def _mismatch(subject: Subject, written: WrittenDate, day: date, weekday: Weekday) -> Iterator[Hit]:
    named, actual = _named(weekday), _WEEKDAYS[day.weekday()]
    if named != actual:
        span = subject.span(weekday.at, weekday.at + 1)
        yield Hit(
            subject.span(written.start, written.end),
            {
                "date": day.isoformat(),
                "date_zh": f"{day.year}年{day.month}月{day.day}日",
                "actual": "星期" + actual,
                "named": "星期" + named,
            },
            Fix((Edit(span, actual),)),
        )


def _named(weekday: Weekday | None) -> str:
    return weekday.name.replace("天", "日") if weekday else ""


def _day(year: int | None, month: int, day: int | None) -> date | None:
    """The day; None where its year isn't known or there is no such day."""
    if year is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


RULE = Rule(
    Kind(
        "DP411",
        "weekday-mismatch",
        "warning",
        "{date} is {actual}, not {named}",
        "{date_zh}是{actual}，不是{named}",
    ),
    since="0.1.0",
    finds=Words(
        "A date whose weekday in the text is not the one of the calendar.",
        "日期后面写的星期与日历不符。",
    ),
    why=Words(
        "People go by the weekday. It is mostly the date that was changed when last year's plan was"
        " copied, and the weekday was not.",
        "与会的人多半按星期几来安排。常见的原因是沿用去年的计划，只改了日期，没有改星期。",
    ),
    mend=Words(
        "Look up which of the two is meant and correct the other.",
        "核对究竟以哪一个为准，改正另一个。",
    ),
    check=check,
)
