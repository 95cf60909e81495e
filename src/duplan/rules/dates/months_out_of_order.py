"""九月, 十一月, 十月: a schedule whose entries run back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from duplan.diagnostics import Kind
from duplan.plan import ScheduleEntry
from duplan.rules.dates.schedules import Schedule, schedules
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_FEWEST = 3  # entries that show an order
_LARGEST_SHARE = 5  # at most one of five may be out of it; more is another order
_HALF = 6
_LONG = 4  # months of an entry that may stand beside shorter ones
_MONTH = 32  # more than its days
_ROUND = 12 * _MONTH


def check(subject: Subject) -> Iterator[Hit]:
    """The entries of each schedule that stand after a later one."""
    for schedule in schedules(subject):
        for before, entry in backward(schedule):
            place, other = subject.place(entry, "label"), subject.place(before, "label")
            yield Hit(
                place,
                {"label": entry.label, "previous": before.label},
                related=(other,) if other else (),
            )


def backward(schedule: Schedule) -> list[tuple[ScheduleEntry, ScheduleEntry]]:
    """Each entry that runs back with the one before; [] where there is no order to leave."""
    timed = [
        (entry, months[0])
        for entry, months in zip(schedule.entries, schedule.times, strict=True)
        if len(months) < _LONG
    ]
    entries = [entry for entry, _ in timed]
    if len(entries) < _FEWEST:
        return []
    days = all(entry.precision in ("week", "day") for entry in entries)
    if _in_order([_MONTH * month + _day(entry, days) for entry, month in timed]):
        return []
    places = [_place(entry, days) for entry in entries]
    return _descents(entries, places, days) or _in_columns(entries, days)


def _in_columns(
    entries: list[ScheduleEntry], days: bool
) -> list[tuple[ScheduleEntry, ScheduleEntry]]:
    """Those of a table whose rows hold a month of each half year: 1月, 7月, 2月, 8月, ..."""
    first = [entry for entry in entries if entry.months[0] <= _HALF]
    second = [entry for entry in entries if entry.months[0] > _HALF]
    turns = sum((a.months[0] <= _HALF) != (b.months[0] <= _HALF) for a, b in pairwise(entries))
    if days or min(len(first), len(second)) < _FEWEST or turns < _HALF:
        return []
    return [
        found
        for half in (first, second)
        for found in _descents(half, [_place(entry, days) for entry in half], days)
    ]


def _descents(
    entries: list[ScheduleEntry], places: list[int], days: bool
) -> list[tuple[ScheduleEntry, ScheduleEntry]]:
    turned = min(
        (
            [(place - base) % _ROUND for place in places]
            for base in (_place_of(1), places[0], places[1])
        ),
        key=_strangers,
    )
    if _strangers(turned) > max(1, len(entries) // _LARGEST_SHARE):
        return []
    newest = max(turned.index(place) for place in set(turned))
    return [
        (entries[at - 1], entries[at])
        for at in range(1, len(entries))
        if turned[at] < turned[at - 1]
        and at <= newest  # else it is a second schedule below the first
        and (days or not set(entries[at].months) & set(entries[at - 1].months))
    ]


def _in_order(values: Sequence[int]) -> bool:
    return all(first <= second for first, second in pairwise(values))


def _place_of(month: int, day: int = 1) -> int:
    return _MONTH * (month - 1) + day


def _place(entry: ScheduleEntry, days: bool) -> int:
    """Where an entry begins in the year."""
    return _place_of(entry.months[0], _day(entry, days))


def _day(entry: ScheduleEntry, days: bool) -> int:
    """The day of its month on which an entry begins."""
    return int(entry.start[8:]) if days and entry.start else 1


def _strangers(values: Sequence[int]) -> int:
    """How many would have to go for the others to be in order."""
    tails: list[int] = []
    for value in values:
        at = bisect_right(tails, value)
        tails[at : at + 1] = [value]
    return len(values) - len(tails)


RULE = Rule(
    Kind(
        "DP412",
        "months-out-of-order",
        "warning",
        "{label} stands after {previous}",
        "{label}排在{previous}之后，时间顺序颠倒",
    ),
    since="0.1.0",
    finds=Words(
        "An entry of a schedule that stands after a later one, where the others are in order. A schedule"
        " may begin with any month, as a school year does.",
        "进度安排中个别条目的时间早于前一条，而其余各条都依次排列。学年等跨年安排可从任何月份起排。",
    ),
    why=Words(
        "Readers look where the month should stand and don't find it; and often the month itself is"
        " wrong, so that the work is done too early or too late.",
        "读者按月份顺序查找，会漏看；也可能是月份写错，工作就会提前或延误。",
    ),
    mend=Words(
        "Put the entry in its place, or correct its month.",
        "把该条移到应在的位置，或改正月份。",
    ),
    check=check,
)
