"""9月20日至10日, 5—3月, 15:00-14:00: ranges whose end lies before their beginning."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from duplan.diagnostics import Kind
from duplan.rules.dates.impossible_date import impossible_dates
from duplan.rules.dates.schools import is_of_schools
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.rules.written_dates import LINK, WrittenDate, dates_of
from duplan.source import Span

_YEAR = 12  # months
_WINTER = 6  # months over which a range may run on into the next year without saying so
_OPENING, _CLOSING = (
    (7, 8, 9),
    (6, 7, 8),
)  # a school year's first and last month, as offices count it
_MOST = 100  # entries that are looked at
_LATE, _EARLY = 22, 9  # 28日至3日 runs on into the next month

_CLOCK = re.compile(
    r"(?P<hour>[0-9０-９](?<![\d:：.].)\d?)[:：](?P<minute>[0-5]\d) ?(?:-{1,2}|[—–－~～―─至到]{1,2}) ?"
    r"(?P<last_hour>\d{1,2})[:：](?P<last_minute>[0-5]\d)(?![\d:：.])"
)
_EVENING, _MORNING = 17 * 60, 10 * 60
_AFTERNOON_AS_FIGURES = 7 * 60  # 9:00-4:00 ends in the afternoon
_DAY_END = 24 * 60


def check(subject: Subject) -> Iterator[Hit]:
    """Ranges of months, days and hours; none with a day that no calendar has."""
    impossible = sorted(hit.span for hit in impossible_dates(subject) if hit.span)
    for hit in _dates(subject):
        if hit.span and not _touches(hit.span, impossible):
            yield hit
    for found in subject.find(_CLOCK):
        if _clock_runs_back(found.match):
            yield _hit(subject, *found.match.span())


def _dates(subject: Subject) -> Iterator[Hit]:
    before: WrittenDate | None = None
    for written in dates_of(subject):
        if written.opening is not None and not written.onward and written.day is None:
            if _months_run_back(subject, written):
                yield _hit(subject, written.start, written.end)
        elif written.last is not None and _days_run_back(written):
            yield _hit(subject, written.start, written.end)
        if before is not None and written.start - before.closed <= _LONGEST_LINK:
            link = LINK.fullmatch(subject.text, before.closed, written.start)
            if (
                link
                and not link["next"]
                and not written.near
                and _runs_back(subject, before, written)
            ):
                yield _hit(subject, before.start, written.end)
        before = written


def _touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span overlaps one of others, which are sorted and apart."""
    at = bisect_left(others, Span(span.block, span.end, span.end))
    return at > 0 and others[at - 1].block == span.block and others[at - 1].end > span.start


_LONGEST_LINK = 8  # characters


def _hit(subject: Subject, start: int, end: int) -> Hit:
    return Hit(subject.span(start, end), {"text": subject.text[start:end]})


def _months_run_back(subject: Subject, written: WrittenDate) -> bool:
    """5—3月; 10—3月 is a winter and 9—7月 a school year."""
    first, last = written.opening or 0, written.month
    if not (1 <= last < first <= _YEAR):
        return False
    if (last - first) % _YEAR <= _WINTER:
        return False
    if first in _OPENING and last in _CLOSING:
        whole = last == first - 1
        if _heads_entry(subject, written):
            return True
        return not whole and not _of_schools(subject, written)
    return True


def _of_schools(subject: Subject, written: WrittenDate) -> bool:
    number = subject.passage_at(written.start).plan
    return number is None or is_of_schools(subject.plans[number])


def _heads_entry(subject: Subject, written: WrittenDate) -> bool:
    """Whether it heads an entry among others in a plan for a calendar year: 9—8月."""
    passage = subject.passage_at(written.start)
    if passage.role != "schedule" or passage.plan is None:
        return False
    words = subject.text[written.start : written.end]
    plan = subject.plans[passage.plan]
    calendar = plan.period is not None and plan.period.end.endswith("-12")
    return calendar and any(entry.label == words for entry in plan.monthly_schedule[:_MOST])


def _days_run_back(written: WrittenDate) -> bool:
    """9月20日至10日; 28日至3日 is the turn of a month."""
    first, last = written.day or 0, written.last or 0
    return last < first and not (first >= _LATE and last <= _EARLY)


def _runs_back(subject: Subject, first: WrittenDate, last: WrittenDate) -> bool:
    """Whether the second of two linked dates is before the first."""
    if first.sign != last.sign or (first.sign and not _are_dates(subject, first, last)):
        return False
    if first.year is not None and last.year is not None:
        return (last.year, last.month) < (first.year, first.month) or (
            (last.year, last.month) == (first.year, first.month) and _earlier_day(first, last)
        )
    if last.year is not None or first.vague or last.vague or first.near:
        return False
    if last.month == first.month:
        return _earlier_day(first, last)
    if last.month > first.month or (last.month - first.month) % _YEAR <= _WINTER:
        return False
    return not (first.month in _OPENING and last.month in _CLOSING)


def _earlier_day(first: WrittenDate, last: WrittenDate) -> bool:
    return first.day is not None and last.day is not None and last.day < first.day


def _are_dates(subject: Subject, first: WrittenDate, last: WrittenDate) -> bool:
    """Whether 9/15～9/11 are days: both are in the calendar, and 9.15—9.11 stands in a schedule."""
    if first.sign == "." and subject.passage_at(first.start).role != "schedule":
        return False
    try:
        return all(date(2000, each.month, each.day or 0) for each in (first, last))
    except ValueError:
        return False


def _clock_runs_back(match: re.Match[str]) -> bool:
    """15:00-14:00; a night (20:00-8:00) runs on, and 9:00-4:00 ends in the afternoon."""
    first = 60 * int(match["hour"]) + int(match["minute"])
    last = 60 * int(match["last_hour"]) + int(match["last_minute"])
    if not (last < first <= _DAY_END):
        return False
    night = first >= _EVENING and last <= _MORNING
    return not night and last >= _AFTERNOON_AS_FIGURES


RULE = Rule(
    Kind(
        "DP417",
        "backward-range",
        "error",
        "{text}: the end is before the beginning",
        "{text}：截止时间早于开始时间",
    ),
    since="0.1.0",
    finds=Words(
        "A range of months, days or hours whose end lies before its beginning. 10月—3月 and a school"
        " year run on into the next year and are right.",
        "起止月份、日期或钟点前后颠倒。10月至3月、学年等跨年的写法不算。",
    ),
    why=Words(
        "One of the two is wrong, and nobody can tell which: some will come when the others have left.",
        "起止之中必有一个写错，别人无从判断是哪一个，执行时间就会各按各的理解。",
    ),
    mend=Words(
        "Correct the wrong end; where the range runs into the next year, write 次年.",
        "改正写错的一端；确属跨年的，写明“次年”。",
    ),
    check=check,
)
