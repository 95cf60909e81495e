"""One finding for what a document does everywhere, one for each place where it is a slip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from duplan.diagnostics import Edit, Fix
from duplan.rules.rule import Hit
from duplan.source import Span

_SLIPS = 5  # more than these are a habit

Place = tuple[Span, str]  # and what is there


def by_place(places: Sequence[Place], of: int = 0) -> Iterator[Hit]:
    """A hit for each place with the value ``actual``; where they are a habit, one at the first place
    of what is there most often.

    ``of`` is how many places there are, good ones included, where that is known: more than half of
    them are a habit too. ``count`` is for how many places a hit speaks.
    """
    if len(places) <= _SLIPS and (len(places) < 2 or len(places) * 2 <= (of or len(places) * 2)):
        for span, actual in places:
            yield Hit(span, {"actual": actual, "count": 1})
        return
    usual, _ = Counter(actual for _, actual in places).most_common(1)[0]
    first = next(span for span, actual in places if actual == usual)
    yield Hit(first, {"actual": usual, "count": len(places)})


def by_fix(
    places: Sequence[tuple[Span, str, Sequence[Edit]]], *, safe: bool = True
) -> Iterator[Hit]:
    """The same for places with their edits, which mend all of a habit together."""
    if len(places) <= _SLIPS:
        for span, actual, edits in places:
            fix = Fix(tuple(edits), safe) if edits else None
            yield Hit(span, {"actual": actual, "count": 1}, fix)
        return
    span, actual, _ = places[0]
    every = tuple(edit for _, _, edits in places for edit in edits)
    fix = Fix(every, safe) if every else None
    yield Hit(span, {"actual": actual, "count": len(places)}, fix)
