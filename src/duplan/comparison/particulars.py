"""What of one and the same work differs: its numbers, how often, when, whose, how far it reaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product, zip_longest

from duplan.comparison.folding import Quantity
from duplan.comparison.kinship import gone
from duplan.comparison.model import Reason
from duplan.comparison.terms import Term, Wording
from duplan.comparison.thresholds import LITTLE, OWN_CLAUSE
from duplan.comparison.wording import BEGUN, DOING, DRAWN_UP, WHOLE

_CLAUSE_ENDS = "，。；,;"


def particulars(old: Wording, new: Wording) -> list[Reason]:
    """The differences that make the same work a changed one."""
    return [
        *_numbers(old.folded.quantities, new.folded.quantities),
        *_frequency(old, new),
        *_units(old, new),
        *_stage(old, new),
        *_ending(old, new),
        *_scope(old, new),
    ]


def _numbers(old: Sequence[Quantity], new: Sequence[Quantity]) -> Iterator[Reason]:
    all_old, all_new = Counter(map(_exact, old)), Counter(map(_exact, new))
    gone, come = all_old - all_new, all_new - all_old
    here = _left(old, gone)
    there = _left(new, come)
    for one in here:
        other = next(
            (two for two in there if (two.measure, two.nth) == (one.measure, one.nth)), None
        )
        if other:
            there.remove(other)
            before, after = (
                (one.raw, other.raw) if one.bound == other.bound else (one.bounded, other.bounded)
            )
            yield Reason("number", before, after, one.measure)
        elif _counts(one):  # 开展一次检查 and 开展检查 say the same
            yield Reason("number", one.bounded, "", one.measure)
    yield from (Reason("number", "", two.bounded, two.measure) for two in there if _counts(two))


_Exact = tuple[str, str, bool, str]


def _exact(quantity: Quantity) -> _Exact:
    return *quantity.key, quantity.bound


def _counts(quantity: Quantity) -> bool:
    return quantity.value != "1" or bool(quantity.bound)


def _left(quantities: Sequence[Quantity], counts: Counter[_Exact]) -> list[Quantity]:
    left, counts = [], counts.copy()
    for one in quantities:
        if counts[_exact(one)] > 0:
            counts[_exact(one)] -= 1
            left.append(one)
    return left


def _frequency(old: Wording, new: Wording) -> Iterator[Reason]:
    gone = [one for one in old.folded.often if one not in new.folded.often]
    come = [one for one in new.folded.often if one not in old.folded.often]
    for a, b in zip_longest(gone, come, fillvalue=""):
        yield Reason("frequency", a, b)


def _units(old: Wording, new: Wording) -> Iterator[Reason]:
    if old.folded.units != new.folded.units:
        yield Reason("unit", "、".join(old.folded.units), "、".join(new.folded.units))


def _stage(old: Wording, new: Wording) -> Iterator[Reason]:
    """A step further or back, where one side begins or draws up what the other carries out."""
    if old.stages and new.stages and not old.stages.keys() & new.stages.keys():
        before, after = max(old.stages), max(new.stages)
        first, last = sorted((before, after))
        if first == BEGUN or (first == DRAWN_UP and last != DOING):
            yield Reason("stage", old.stages[before], new.stages[after])


def _ending(old: Wording, new: Wording) -> Iterator[Reason]:
    """Work that is given up, put off or forbidden on one side only."""
    if old.endings.keys() != new.endings.keys():
        lost = [word for kind, word in old.endings.items() if kind not in new.endings]
        come = [word for kind, word in new.endings.items() if kind not in old.endings]
        yield Reason("stage", "、".join(lost), "、".join(come), "ended")


def _scope(old: Wording, new: Wording) -> Iterator[Reason]:
    lost, come = gone(old.terms, new), gone(new.terms, old)
    before, after = old.reach(new), new.reach(old)
    if _whole(before) != _whole(after) and (lost or come or (before and after)):
        what = "wider" if _whole(after) else "narrower"
        yield Reason("scope", _said(old, [*lost, *before]), _said(new, [*come, *after]), what)
        return
    if _little(lost):
        yield from (Reason("scope", "", one) for one in _added(new, come))
    if _little(come):
        yield from (Reason("scope", one, "") for one in _added(old, lost))
    yield from _widened(old, new)


def _whole(extent: Sequence[Term]) -> bool:
    return any(term.word in WHOLE for term in extent)


def _little(terms: Sequence[Term]) -> bool:
    """Whether terms tell next to nothing of what they stand for."""
    return sum(term.rarity for term in terms) < LITTLE


def _said(wording: Wording, terms: Sequence[Term]) -> str:
    """The words from the first to the last of the terms."""
    places = [(term.start, term.end) for term in terms]
    return wording.text[min(places)[0] : max(places)[1]] if places else ""


def _added(wording: Wording, terms: Sequence[Term]) -> Iterator[str]:
    """What is joined to the rest by 和 or 、, or a clause of its own, as the wording says it."""
    for run in _runs(wording, terms):
        start, end = run[0].start, run[-1].end
        joined = run[0].joined or run[-1].joined
        clause = _clause(wording, start)
        own = len(run) >= OWN_CLAUSE and len(run) == len(clause)
        if joined or own:
            yield wording.text[start:end]


def _runs(wording: Wording, terms: Sequence[Term]) -> list[list[Term]]:
    """Terms that stand next to each other, in one clause."""
    runs: list[list[Term]] = []
    last = None
    for term in wording.terms:
        if term in terms:
            if last is not None and last in terms and not _parted(wording, last.end, term.start):
                runs[-1].append(term)
            else:
                runs.append([term])
        last = term
    return runs


def _parted(wording: Wording, start: int, end: int) -> bool:
    return any(char in _CLAUSE_ENDS for char in wording.text[start:end])


def _clause(wording: Wording, at: int) -> list[Term]:
    """The terms of the clause that holds the place."""
    text = wording.text
    begin = max((text.rfind(mark, 0, at) for mark in _CLAUSE_ENDS), default=-1)
    ends = [end for mark in _CLAUSE_ENDS if (end := text.find(mark, at)) >= 0]
    end = min(ends, default=len(text))
    return [term for term in wording.terms if begin < term.start < end]


def _widened(old: Wording, new: Wording) -> Iterator[Reason]:
    """小学 that became 中小学: the same word with something before it."""
    for a, b in product(_unsaid(old, new), _unsaid(new, old)):
        if min(len(a), len(b)) > 1 and (a.endswith(b) or b.endswith(a)):
            yield Reason("scope", a, b, "wider" if b.endswith(a) else "narrower")


def _unsaid(here: Wording, there: Wording) -> list[str]:
    """The words of one wording that the other doesn't have as such."""
    said = {term.word for term in there.terms}
    return [term.word for term in here.terms if term.word not in said]
