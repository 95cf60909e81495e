"""9月1日（星期三） in a year whose first of September is a Tuesday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from duplan.diagnostics import Edit, Fix, Kind
from duplan.numerals import read_number
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Found, Subject

_WEEKDAYS = "一二三四五六日"
_DATED = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]"
    r"[ \t]*[（(]?[ \t]*(?P<word>星期|周|礼拜)(?P<weekday>[一二三四五六日天])"
)


def check(subject: Subject) -> Iterator[Hit]:
    """Dates with a weekday of their own, in a year that is printed or the plan's."""
    for found in subject.find(_DATED):
        day = _day(subject, found)
        if day is None:
            continue
        named = found.match["weekday"]
        actual = _WEEKDAYS[day.weekday()]
        if named.replace("天", "日") == actual:
            continue
        span = subject.span(*found.match.span("weekday"))
        word = found.match["word"]
        yield Hit(
            subject.span(*found.match.span()),
            {"date": day.isoformat(), "actual": word + actual, "named": word + named},
            Fix((Edit(span, actual),)),
        )


def _day(subject: Subject, found: Found) -> date | None:
    """The day that the match names; None where its year isn't known or there is no such day."""
    match, plan = found.match, found.passage.plan
    year = match["year"] or (subject.plans[plan].year if plan is not None else None)
    month, day = read_number(match["month"]), read_number(match["day"])
    if year is None or month is None or day is None:
        return None
    try:
        return date(int(year), month, day)
    except ValueError:
        return None


RULE = Rule(
    Kind(
        "DP411",
        "weekday-mismatch",
        "warning",
        "{date} is {actual}, not {named}",
        "{date} 是{actual}，不是{named}",
    ),
    since="0.2.0",
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
