"""What a document does again and again is said once: nobody reads three hundred equal findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duplan.diagnostics import Fix
from duplan.rules.rule import Hit
from duplan.source import Span

MANY = 8  # equal slips that are a habit
_SHOWN = 4  # further places that the one finding names


def told(hits: Sequence[Hit], *, habit: bool = False) -> Iterator[Hit]:
    """The hits, or, where there are many or the document has the ``habit``, the first one for all.

    Each gets the values ``count`` and ``times`` (" ×9", "" for one); the one for all
    has every edit, and names the next places.
    """
    if len(hits) <= 1 or not (habit or len(hits) > MANY):
        for hit in hits:
            yield Hit(hit.span, {**hit.values, "count": 1, "times": ""}, hit.fix, hit.related)
        return
    fixes = [hit.fix for hit in hits if hit.fix]
    edits = tuple(edit for fix in fixes for edit in fix.edits)
    yield one_for_all(
        hits[0],
        len(hits),
        Fix(edits, safe=all(fix.safe for fix in fixes)) if edits else None,
        [hit.span for hit in hits[1 : 1 + _SHOWN] if hit.span],
    )


def one_for_all(first: Hit, count: int, fix: Fix | None, further: Sequence[Span]) -> Hit:
    """The first of ``count`` hits with the fix for all, and the next places."""
    values = {**first.values, "count": count, "times": f" ×{count}"}
    return Hit(first.span, values, fix, tuple(further[:_SHOWN]))
