"""九月 twice in one schedule."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.plan import ScheduleEntry
from duplan.rules.dates.schedules import Schedule, schedules
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_KINDS = frozenset(("month", "quarter", "half"))
_FEWEST = 3  # entries of different months
_LARGEST_SHARE = 6  # where more than one of six is repeated, months are parted on purpose


def check(subject: Subject) -> Iterator[Hit]:
    """Entries whose month another entry of the schedule has too."""
    for schedule in schedules(subject):
        for first, again in repeated(subject, schedule):
            place = subject.place(first, "label")
            yield Hit(
                subject.place(again, "label"),
                {"label": again.label},
                related=(place,) if place else (),
            )


def repeated(subject: Subject, schedule: Schedule) -> list[tuple[ScheduleEntry, ScheduleEntry]]:
    """Each entry that repeats the time of another with that other."""
    entries = list(_openings(schedule.entries))
    firsts: dict[tuple[object, ...], int] = {}
    again = []
    for at, entry in enumerate(entries):
        first = firsts.setdefault(_time(entry), at)
        if first != at:
            again.append((first, at))
    if len(firsts) < _FEWEST or len(again) > max(1, len(entries) // _LARGEST_SHARE):
        return []
    tail = len(entries) - len(again)
    if len(again) > 1 and [at for _, at in again] == list(range(tail, len(entries))):
        return []  # a second schedule under the first
    return [
        (entries[first], entries[at])
        for first, at in again
        if at > first + 1 or not _parted(subject, entries, at)
    ]


def _openings(entries: list[ScheduleEntry]) -> Iterator[ScheduleEntry]:
    """The first entry of each month; 上旬, 中旬 and 下旬 below one another are one month."""
    last: ScheduleEntry | None = None
    for entry in entries:
        if entry.precision in _KINDS or (
            entry.precision == "part"
            and (last is None or entry.months != last.months or _starts_anew(last, entry))
        ):
            yield entry
        last = entry


def _starts_anew(last: ScheduleEntry, entry: ScheduleEntry) -> bool:
    return last.precision == "part" and (entry.start or "") < (last.start or "")


def _time(entry: ScheduleEntry) -> tuple[object, ...]:
    return entry.year, tuple(entry.months)


def _parted(subject: Subject, entries: list[ScheduleEntry], at: int) -> bool:
    """Whether two rows next to each other are one month in two rows: both have work of their own,
    and the next row is the next month."""
    first, again = entries[at - 1], entries[at]
    place = subject.place(again, "label")
    alike = first.precision == again.precision
    if place is None or (alike and not _in_row(subject, place.block)):
        return False
    if _work(first) == _work(again):
        return False
    if at + 1 == len(entries):
        return True
    return (entries[at + 1].months[0] - again.months[-1]) % 12 == 1


def _work(entry: ScheduleEntry) -> list[str]:
    return [item.text for item in entry.items]


def _in_row(subject: Subject, block: int) -> bool:
    """Whether the words stand in the row of a table, drawn or typed."""
    words = subject.source.blocks[block]
    return "|" in words.text or "\t" in words.text or "/tr[" in words.path


RULE = Rule(
    Kind(
        "DP413",
        "month-repeated",
        "warning",
        "{label} stands in the schedule twice",
        "{label}在进度安排中出现两次",
    ),
    since="0.1.0",
    finds=Words(
        "Two entries of a schedule for the same month, where all others have a month of their own.",
        "同一进度安排中有两条写的是同一个月，而其余各条互不重复。",
    ),
    why=Words(
        "Who reads the first of them takes it for the whole month and misses the second; often one of"
        " the two should be another month.",
        "读者看到前一条就以为是全月工作，后一条会被漏掉；多数情况下其中一条的月份写错了。",
    ),
    mend=Words(
        "Correct the wrong month, or put the work of both into one entry.",
        "改正写错的月份，或把两条合为一条。",
    ),
    check=check,
)
