"""Whether two wordings mean the same work, whatever has become of it since.

What one side adds makes it the same work in another extent; what stands on one side *instead of*
something on the other makes it another work, the more so the more the rest is alike (春季/秋季 in one
and the same sentence). Wordings that differ all over are two people's words for one thing where
they share what is rare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from math import exp

from duplan.comparison.folding import GAP
from duplan.comparison.terms import Term, Wording
from duplan.comparison.thresholds import BIAS, KINSHIP
from duplan.comparison.weights import rarity

_FLOOR = 0.6  # what a common word weighs against a rare one where it stands in another's place
_INSIDE = 0.8  # likeness of words of which one is inside the other: 信息, 信息化
_SHARED = 0.6  # likeness of words of other lengths with the same characters
_CREDIT = 0.5  # how far characters found anywhere on the other side count as the word
_MOST_COMMON = 3.0
_MOST_OPPOSED = 1.0


@dataclass(frozen=True, slots=True)
class Features:
    """What a pair of wordings is judged by; ``KINSHIP`` weighs them."""

    contrast: float  # how much stands in another's place, times how much the frame is the same
    opposed: float  # the share of what stands in another's place
    common: float  # how rare is what they share
    other_head: float  # whether the last words, which name the thing, stand for each other
    covered: float  # the share of common words, what is added apart

    def odds(self) -> float:
        """The log-odds that both mean the same work."""
        return BIAS + sum(weight * getattr(self, name) for name, weight in KINSHIP.items())


def kinship(old: Wording, new: Wording) -> float:
    """The probability that both mean the same work."""
    if old.folded.bare == new.folded.bare:
        return 1.0
    return 1 / (1 + exp(-features(old, new).odds()))


def features(old: Wording, new: Wording) -> Features:
    """The features of a pair; the same from both sides."""
    if new.folded.text < old.folded.text:
        old, new = new, old  # what aligns first wins; it has to be the same from both sides
    opposed, kept, head = _opposed(old.terms, new.terms)
    if bool(old.extent) != bool(new.extent):
        opposed /= 2  # 城区学校 and 全县学校: another scope rather than another thing
    common, missing = _bags(old, new)
    return Features(
        contrast=_frame(old.folded.text, new.folded.text) * min(opposed, _MOST_OPPOSED),
        opposed=opposed / (opposed + kept + 0.01),
        common=min(common, _MOST_COMMON),
        other_head=float(head),
        covered=common / (common + missing + 0.01),
    )


def _frame(old: str, new: str) -> float:
    """The share of the shorter text that both begin and end with."""
    a, b = old.replace(GAP, ""), new.replace(GAP, "")
    shorter = min(len(a), len(b))
    begin = 0
    while begin < shorter and a[begin] == b[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and a[-1 - end] == b[-1 - end]:
        end += 1
    return (begin + end) / max(shorter, 1)


def _opposed(old: Sequence[Term], new: Sequence[Term]) -> tuple[float, float, bool]:
    """The weight of what stands for each other, of what is kept, and whether the last words do."""
    matcher = SequenceMatcher(
        None, [term.kind for term in old], [term.kind for term in new], autojunk=False
    )
    opposed = kept = 0.0
    head = False
    for _, start, end, begin, stop in matcher.get_opcodes():
        here, there = gone(old[start:end], new), gone(new[begin:stop], old)
        kept += sum(_weight(term.word) for term in old[start:end] if term not in here)
        if here and there:
            likeness = max(_likeness(a, b) for a in here for b in there)
            weights = [sum(_weight(term.word) for term in side) for side in (here, there)]
            opposed += min(weights) * (1 - likeness)
            head = old[-1] in here and new[-1] in there
    return opposed, kept, head


def gone(run: Sequence[Term], other: Sequence[Term]) -> list[Term]:
    """The terms of a run for which the other side has nothing of the kind, anywhere."""
    text = "".join(term.word for term in other)
    return [
        term
        for term in run
        if not (len(term.word) > 1 and term.word in text)
        and not any(_likeness(term, one) >= _INSIDE for one in other)
    ]


def gone_exactly(run: Sequence[Term], other: Sequence[Term]) -> list[Term]:
    """The terms of a run whose word the other side doesn't have."""
    words = {term.word for term in other}
    return [term for term in run if term.word not in words]


@lru_cache(maxsize=65536)
def _weight(word: str) -> float:
    return _FLOOR + (1 - _FLOOR) * rarity(word)


def _likeness(a: Term, b: Term) -> float:
    if a.kind == b.kind:
        return 1.0
    if a.word in b.word or b.word in a.word:
        return _INSIDE
    if len(a.word) == len(b.word):
        return 0.0  # 春季 and 秋季 share a character because they are different
    return _SHARED * len(set(a.word) & set(b.word)) / min(len(a.word), len(b.word))


def _bags(old: Wording, new: Wording) -> tuple[float, float]:
    """The weight of words in common, and of what both sides have by themselves."""
    common, missing = zip(_found(old, new), _found(new, old), strict=True)
    return sum(common) / 2, min(missing)


def _found(here: Wording, there: Wording) -> tuple[float, float]:
    words = {term.word for term in there.terms}
    kinds = {term.kind for term in there.terms}
    text = there.folded.text
    common = missing = 0.0
    for term in here.terms:
        if term.word in words or term.word in text or term.kind in kinds:
            share = 1.0
        else:
            share = _CREDIT * sum(char in text for char in term.word) / len(term.word)
        weight = rarity(term.word)
        common += weight * share
        missing += weight * (1 - share)
    return common, missing
