"""Whether the same work is done at another time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duplan.comparison.folding import Time
from duplan.comparison.model import Reason
from duplan.comparison.terms import Wording
from duplan.comparison.units import Unit


def named_times(old: Wording, new: Wording) -> Iterator[Reason]:
    """Another time in the words themselves: other months, or another part of the same month."""
    before, after = old.folded.times, new.folded.times
    if [time.key for time in before] != [time.key for time in after]:
        yield _reason(_raw(before), _raw(after), _months(before), _months(after))


def other_months(old: Unit, new: Unit) -> Iterator[Reason]:
    """Other months in the schedule, or other months named anywhere in a task."""
    before, after = old.side.months, new.side.months
    if before and after and set(before) != set(after):
        yield _reason(_said(before), _said(after), before, after)


def other_days(old: Unit, new: Unit) -> Iterator[Reason]:
    """Other days of the same months: 9月5日 and 9月25日, 十月上旬 and 十月下旬."""
    before, after = old.particulars.times, new.particulars.times
    here, there = ({time.key for time in times} for times in (before, after))
    if here and there and here != there:
        gone = [time for time in before if time.key not in there] or before
        come = [time for time in after if time.key not in here] or after
        yield Reason("time", _raw(gone), _raw(come))


def _reason(old: str, new: str, before: Sequence[int], after: Sequence[int]) -> Reason:
    if before and after and set(before) == set(after):
        return Reason("time", old, new)
    direction = ""
    if len(before) == len(after) == 1:
        direction = "earlier" if after[0] < before[0] else "later"
    return Reason("month", old, new, direction)


def _raw(times: Sequence[Time]) -> str:
    return "、".join(time.raw for time in times)


def _months(times: Sequence[Time]) -> list[int]:
    return [month for time in times for month in time.months]


def _said(months: Sequence[int]) -> str:
    """3月, 3—5月, 3、6、9月."""
    runs: list[list[int]] = []
    for month in sorted(months):
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    said = [str(run[0]) if len(run) == 1 else f"{run[0]}—{run[-1]}" for run in runs]
    return "、".join(said) + "月"
