"""What other ways of comparing say of two plans, turned into verdicts as kindly as can be.

Each gets the same pieces of work and gives fates. What a tool can't know (splits, merges) it can't say;
what it shows, it is believed:

- difflib: titles of one part are paired greedily by ``SequenceMatcher.ratio``, the most alike first,
  down to RELATED. A pair with other months is moved where the titles are nearly the same; a pair whose
  titles are less alike than SAME is changed.
- lines: the lines of both plans as ``duplan parse`` exports them, compared by ``SequenceMatcher``. A
  title in a line that is kept is that piece again: moved where its months' line isn't, changed where
  another line of it isn't (ids, labels and paths don't count). Titles in a removed and an added line of
  the same hunk are paired like difflib's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product

from duplan.comparison.compare import diff
from duplan.comparison.model import PARTS, Part, Side
from duplan.comparison.units import units
from duplan.plan import Plan

from .truth import Fate

RELATED = 0.6
SAME = 0.85

Compare = Callable[[Plan, Plan], list[Fate]]


def by_duplan(old: Plan, new: Plan) -> list[Fate]:
    """What duplan says."""
    return [
        Fate(
            change.verdict,
            change.part,
            tuple(side.id for side in change.old),
            tuple(side.id for side in change.new),
        )
        for change in diff(old, new).changes
    ]


def by_difflib(old: Plan, new: Plan) -> list[Fate]:
    """Titles paired by how alike their characters are."""
    fates: list[Fate] = []
    for part in PARTS:
        here = [unit.side for unit in units(old, part)]
        there = [unit.side for unit in units(new, part)]
        pairs = paired([side.title for side in here], [side.title for side in there])
        fates += settled(part, here, there, pairs)
    return fates


def paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, float]]:
    """Greedily, the most alike first, down to RELATED."""
    ratios = []
    for row, column in product(range(len(old)), range(len(new))):
        matcher = SequenceMatcher(None, old[row], new[column], autojunk=False)
        if matcher.real_quick_ratio() >= RELATED and matcher.quick_ratio() >= RELATED:
            ratio = matcher.ratio()
            if ratio >= RELATED:
                ratios.append((-ratio, row, column))
    rows: set[int] = set()
    columns: set[int] = set()
    found = []
    for ratio, row, column in sorted(ratios):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            found.append((row, column, -ratio))
    return found


def settled(
    part: Part, here: Sequence[Side], there: Sequence[Side], pairs: Sequence[tuple[int, int, float]]
) -> Iterator[Fate]:
    """Verdicts for pairs with how alike their titles are; what is in none is dropped or new."""
    for row, column, ratio in pairs:
        a, b = here[row], there[column]
        if ratio < SAME or (a.title == b.title and (a.responsible, a.text) != (b.responsible, b.text)):
            verdict = "changed"
        else:
            verdict = "continued" if set(a.months) == set(b.months) else "moved"
        yield Fate(verdict, part, (a.id,), (b.id,))
    rows, columns = {row for row, _, _ in pairs}, {column for _, column, _ in pairs}
    yield from (
        Fate("dropped", part, (side.id,), ()) for at, side in enumerate(here) if at not in rows
    )
    yield from (
        Fate("new", part, (), (side.id,)) for at, side in enumerate(there) if at not in columns
    )
