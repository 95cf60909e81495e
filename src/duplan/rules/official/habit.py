"""One finding for what a document does everywhere, one for each place where it is a slip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from duplan.diagnostics import Edit, Fix
from duplan.rules.rule import Hit, Words
from duplan.source import Span

_SLIPS = 5  # more than these are a habit

Place = tuple[Span, Words]  # and what is there


def by_place(places: Sequence[Place], of: int = 0) -> Iterator[Hit]:
    """A hit for each place with the values ``actual`` and ``actual_zh``; where they are a habit, one
    at the first place of what is there most often.

    ``of`` is how many places there are, good ones included, where that is known: more than half of
    them are a habit too. ``count`` is for how many places a hit speaks,
    ``times`` the same in a message: " ×9", "" for one.
    """
    if len(places) <= _SLIPS and (len(places) < 2 or len(places) * 2 <= (of or len(places) * 2)):
        for span, actual in places:
            yield _hit(span, actual, 1)
        return
    usual, _ = Counter(actual for _, actual in places).most_common(1)[0]
    first = next(span for span, actual in places if actual == usual)
    yield _hit(first, usual, len(places))


def _hit(span: Span, actual: Words, count: int) -> Hit:
    values: dict[str, str | int] = {"actual": actual.en, "actual_zh": actual.zh}
    return Hit(span, {**values, **_counted(count)})


def _counted(count: int) -> dict[str, str | int]:
    return {"count": count, "times": f" ×{count}" if count > 1 else ""}


def by_fix(
    places: Sequence[tuple[Span, str, Sequence[Edit]]], *, safe: bool = True
) -> Iterator[Hit]:
    """The same for places with their edits, which mend all of a habit together."""
    if len(places) <= _SLIPS:
        for span, actual, edits in places:
            fix = Fix(tuple(edits), safe) if edits else None
            yield Hit(span, {"actual": actual, **_counted(1)}, fix)
        return
    span, actual, _ = places[0]
    every = tuple(edit for _, _, edits in places for edit in edits)
    fix = Fix(every, safe) if every else None
    yield Hit(span, {"actual": actual, **_counted(len(places))}, fix)
