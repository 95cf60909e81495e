"""What became of a piece of work that both plans have, and the reasons."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.comparison.details import details
from duplan.comparison.model import Change, Reason, Verdict
from duplan.comparison.particulars import particulars
from duplan.comparison.terms import Wording, read
from duplan.comparison.times import times
from duplan.comparison.units import Unit

_NO_CHANGE = frozenset(("reworded", "year", "order"))


def judge(old: Unit, new: Unit, score: float) -> Change:
    """The change from one unit to the other: continued where nothing but words and years differ,
    moved where nothing else but the months do."""
    here, there = read(old.head), read(new.head)
    reasons = list(dict.fromkeys(_reasons(old, new, here, there)))
    kinds = {reason.kind for reason in reasons} - _NO_CHANGE
    verdict: Verdict = "changed" if kinds else "continued"
    if kinds == {"month"} and all(
        reason.old and reason.new for reason in reasons if reason.kind == "month"
    ):
        verdict = "moved"
    return Change(verdict, old.part, (old.side,), (new.side,), round(score, 3), tuple(reasons))


def _reasons(old: Unit, new: Unit, here: Wording, there: Wording) -> Iterator[Reason]:
    yield from times(old, new, here, there)
    yield from particulars(here, there)
    if old.side.responsible != new.side.responsible:
        gone = [name for name in old.side.responsible if name not in new.side.responsible]
        come = [name for name in new.side.responsible if name not in old.side.responsible]
        if gone or come:
            yield Reason("unit", "、".join(gone), "、".join(come))
    yield from details(old.body, new.body)
    if here.folded.years != there.folded.years:
        yield Reason("year", "、".join(here.folded.years), "、".join(there.folded.years))
    if here.folded.bare != there.folded.bare:
        yield Reason("reworded", old.head, new.head)
