"""What became of a piece of work that both plans have, and the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from duplan.comparison.changed_words import changed_words
from duplan.comparison.details import details
from duplan.comparison.model import Change, Reason, Verdict
from duplan.comparison.particulars import particulars
from duplan.comparison.terms import Wording
from duplan.comparison.times import named_times, other_days, other_months
from duplan.comparison.units import Unit, cut_alike

_NO_CHANGE = frozenset(("reworded", "year"))
_TIMES = frozenset(("month", "time"))
_DUTIES = ("lead", "support", "responsible")


def judge(old: Unit, new: Unit, score: float) -> Change:
    """The change from one unit to the other: continued where nothing but words and years differ,
    moved where nothing else but the time does."""
    old, new = cut_alike(old, new)
    here, there = old.wording, new.wording
    reasons = _reasons(old, new, here, there)
    kinds = {reason.kind for reason in reasons} - _NO_CHANGE
    verdict: Verdict = "changed" if kinds else "continued"
    if (
        kinds
        and kinds <= _TIMES
        and all(reason.old and reason.new for reason in reasons if reason.kind in _TIMES)
    ):
        verdict = "moved"
    before, after = changed_words(old.side.title, new.side.title)
    sides = replace(old.side, words=before), replace(new.side, words=after)
    return Change(verdict, old.part, sides[:1], sides[1:], round(score, 3), tuple(reasons))


def _reasons(old: Unit, new: Unit, here: Wording, there: Wording) -> list[Reason]:
    units = (*old.side.responsible, *new.side.responsible)
    reasons = [*named_times(here, there), *particulars(here, there), *_units(old, new)]
    reasons += details(old, new, units)
    if not any(reason.kind == "frequency" for reason in reasons):
        reasons += _frequency(old.particulars.often, new.particulars.often)
    if not any(reason.kind in _TIMES for reason in reasons):
        reasons[:0] = list(other_months(old, new)) or other_days(old, new)
    if here.folded.years != there.folded.years:
        reasons.append(Reason("year", "、".join(here.folded.years), "、".join(there.folded.years)))
    if here.bare != there.bare:
        reasons.append(Reason("reworded", old.head, new.head))
    elif old.body != new.body and not reasons:
        reasons.append(Reason("reworded", old.body, new.body))
    return list(dict.fromkeys(reasons))


def _units(old: Unit, new: Unit) -> Iterator[Reason]:
    """Other units, or the same ones with another duty: each duty by itself."""
    before, after = old.particulars.duties, new.particulars.duties
    for duty in _DUTIES:
        gone = [name for of, name in before if of == duty and (of, name) not in after]
        come = [name for of, name in after if of == duty and (of, name) not in before]
        if gone or come:
            what = "" if duty == "responsible" else duty
            yield Reason("unit", "、".join(gone), "、".join(come), what)


def _frequency(old: Sequence[str], new: Sequence[str]) -> Iterator[Reason]:
    gone, come = ([one for one in old if one not in new], [one for one in new if one not in old])
    if gone or come:
        yield Reason("frequency", "、".join(gone), "、".join(come))
