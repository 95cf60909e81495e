"""What a printed time says without its year: its days, or how often it comes back."""

from __future__ import annotations

from duplan.comparison.folding import GAP, Time, fold
from duplan.dates.precision import Precision

_COUNTED = frozenset(("week", "term"))  # where the days are others every year, and the count isn't


def printed(
    raw: str, precision: Precision, start: str | None = None, end: str | None = None
) -> Time | None:
    """The time that a label or a sentence prints; None for what recurs and for no time.

    ``start`` and ``end`` are ISO 8601 dates, for what is printed without its month.
    """
    if precision in ("recurring", "none"):
        return None
    folded = fold(raw)
    months = tuple(month for time in folded.times for month in time.months)
    key = "、".join(time.key for time in folded.times)
    if precision in _COUNTED:
        counts = "".join(f"{one.value}{one.measure}" for one in folded.quantities)
        key += counts + folded.text.replace(GAP, "").replace(" ", "")
    elif not key and (start or end):
        key = f"{(start or '')[5:]}/{(end or '')[5:]}"
    return Time(raw, months, key) if key else None


def recurring(raw: str, precision: Precision) -> str:
    """How often a label or a sentence says that work is done: 每月, 每月5日; "" where it doesn't."""
    if precision != "recurring":
        return ""
    folded = fold(raw)
    return "、".join(folded.often) + "".join(one.raw for one in folded.quantities)
