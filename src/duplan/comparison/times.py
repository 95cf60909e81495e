"""Whether the same work is done at another time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duplan.comparison.model import Reason
from duplan.comparison.terms import Wording
from duplan.comparison.units import Unit


def times(old: Unit, new: Unit, here: Wording, there: Wording) -> Iterator[Reason]:
    """Other months, or another part of the same month; what the words name goes before what the
    schedule says."""
    before, after = here.folded.times, there.folded.times
    if [time.key for time in before] != [time.key for time in after] and (before or after):
        raws = "、".join(time.raw for time in before), "、".join(time.raw for time in after)
        months = (
            [month for time in before for month in time.months],
            [month for time in after for month in time.months],
        )
        yield _reason(*raws, *months)
    if old.side.months and new.side.months and set(old.side.months) != set(new.side.months):
        if not (before and after):
            yield _reason(
                _named(old.side.months), _named(new.side.months), old.side.months, new.side.months
            )


def _reason(old: str, new: str, before: Sequence[int], after: Sequence[int]) -> Reason:
    if before and after and set(before) == set(after):
        return Reason("time", old, new)
    direction = ""
    if before and after and len(before) == len(after) == 1:
        direction = "earlier" if after[0] < before[0] else "later"
    return Reason("month", old, new, direction)


def _named(months: Sequence[int]) -> str:
    """3月, 3—5月, 3、6、9月."""
    runs: list[list[int]] = []
    for month in sorted(months):
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    said = [str(run[0]) if len(run) == 1 else f"{run[0]}—{run[-1]}" for run in runs]
    return "、".join(said) + "月"
