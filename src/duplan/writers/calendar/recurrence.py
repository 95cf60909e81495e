"""Work that repeats as rules of RFC 5545 (3.3.10) that name exactly its days, or as single events.

All events of a rule last equally long, and months don't: spans go together that are equally long and
begin on the same day of their months, or are the last day of them (年底前, 每月底). The months of one
calendar year that such spans begin in always make a rule; those of several years where each of the
months comes in each of the years that the rule runs over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from duplan.dates.period import day_of, days_in, index, month_of
from duplan.writers.calendar.days import Span

_IN_EVERY_MONTH = 28  # clients differ in what a rule for the 31st does in a shorter month


@dataclass(frozen=True, slots=True)
class Rule:
    """FREQ=MONTHLY with BYMONTH, BYMONTHDAY and UNTIL; no ``months``: every month."""

    months: tuple[int, ...]
    day: int
    until: date


@dataclass(frozen=True, slots=True)
class Event:
    """Spans of equal length and what repeats the first of them; None where it is the only one."""

    spans: tuple[Span, ...]
    rule: Rule | None


def events(spans: Iterable[Span]) -> list[Event]:
    """The spans as few events, in the order of their first days; the days of the events are those of
    the spans, each once."""
    alike: dict[tuple[int, int, bool], list[Span]] = {}
    for span in spans:
        alike.setdefault((_day(span), span.days, span.entries[0].start is None), []).append(span)
    made = []
    for (day, _, _), group in alike.items():
        for run in _distinct(sorted(group, key=lambda span: span.first)):
            made += _ruled(run, day)
    return sorted(made, key=lambda event: event.spans[0].first)


def _day(span: Span) -> int:
    """The day of the month that the span begins on, -1 where it is the last and only one."""
    following = span.first + timedelta(days=1)
    return -1 if span.days == 1 and following.day == 1 else span.first.day


def _distinct(spans: Sequence[Span]) -> list[list[Span]]:
    """The spans; the second on the same days stands in a list of its own, the third too."""
    lists: list[list[Span]] = []
    met: Counter[date] = Counter()
    for span in spans:
        if met[span.first] == len(lists):
            lists.append([])
        lists[met[span.first]].append(span)
        met[span.first] += 1
    return lists


def _ruled(spans: Sequence[Span], day: int) -> list[Event]:
    """One event for all of them where a rule names just them, else one for each year."""
    rule = _rule(spans, day)
    if _dates(spans[0].first, rule) == [span.first for span in spans]:
        return [Event(tuple(spans), rule if len(spans) > 1 else None)]
    years: dict[int, list[Span]] = {}
    for span in spans:
        years.setdefault(span.first.year, []).append(span)
    return [event for year in years.values() for event in _ruled(year, day)]


def _rule(spans: Sequence[Span], day: int) -> Rule:
    last = spans[-1].first
    months = tuple(sorted({span.first.month for span in spans}))
    every = Rule((), day, last)
    if day <= _IN_EVERY_MONTH and _dates(spans[0].first, every) == [span.first for span in spans]:
        return every
    return Rule(months, day, last)


def _dates(first: date, rule: Rule) -> list[date]:
    """The days that a rule names from the first one on."""
    named = []
    for at in range(index(first.year, first.month), index(rule.until.year, rule.until.month) + 1):
        if rule.months and month_of(at) not in rule.months:
            continue
        number = days_in(at) if rule.day == -1 else rule.day
        day = day_of(at, number)
        if number <= days_in(at) and day is not None:
            named.append(day)
    return named
