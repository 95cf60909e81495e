"""Whether two wordings mean the same work, whatever has become of it since.

What one side adds makes it the same work in another extent; what stands on one side *instead of*
something on the other makes it another work, the more so the more the rest is alike (春季/秋季 in one
and the same sentence). Wordings that differ all over are two people's words for one thing where
they share what is rare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp

from duplan.comparison.terms import Term, Wording
from duplan.comparison.thresholds import BIAS, KINSHIP, MOST_OPPOSED, MOST_SHARED

_NOTHING = 0.01  # keeps a share of nothing defined


@dataclass(frozen=True, slots=True)
class Features:
    """What a pair of wordings is judged by; ``KINSHIP`` weighs them."""

    contrast: float  # how much stands in another's place, times how much the frame is the same
    opposed: float  # the share of what either side has instead of what the other has
    other_head: float  # 1 where the last words, which name the thing, stand for each other
    shared: float  # how rare the words are that both have
    common: float  # the share of words that both have

    def odds(self) -> float:
        """The log-odds that both mean the same work."""
        values = (self.contrast, self.opposed, self.other_head, self.shared, self.common)
        return BIAS + sum(weight * value for weight, value in zip(KINSHIP, values, strict=True))


def kinship(old: Wording, new: Wording) -> float:
    """The probability that both mean the same work."""
    if old.bare == new.bare:
        return 1.0
    if old.stages and old.stages == new.stages and not (old.terms or new.terms):
        return 1.0  # 谋划下一年工作, 继续谋划下一年工作: no other word tells the work
    return 1 / (1 + exp(-features(old, new).odds()))


def features(old: Wording, new: Wording) -> Features:
    """The features of a pair; the same from both sides."""
    if new.text < old.text:
        old, new = new, old  # which of two alignments is found has to be the same from both sides
    here, there = gone(old.terms, new), gone(new.terms, old)
    facing, head = _facing(old.terms, new.terms, here, there)
    if bool(old.reach(new)) != bool(new.reach(old)):
        facing /= 2  # 城区学校 and 全县学校: another scope rather than another thing
    lost, come = _weight(here), _weight(there)
    total = old.weight + new.weight
    kept = (total - lost - come) / 2
    shared = (old.rarity + new.rarity - _rarity(here) - _rarity(there)) / 2
    instead = min(lost, come)
    return Features(
        contrast=_frame(old.frame, new.frame) * min(facing, MOST_OPPOSED),
        opposed=instead / (instead + kept + _NOTHING),
        other_head=float(head),
        shared=min(shared, MOST_SHARED),
        common=kept / (total / 2 + _NOTHING),
    )


def gone(terms: Sequence[Term], other: Wording) -> list[Term]:
    """The terms for which the other wording has nothing of the kind, anywhere."""
    kinds, spoken, words = other.kinds, other.spoken, other.words
    return [
        term
        for term in terms
        if term.kind not in kinds
        and term.word not in spoken
        and not (len(term.word) > 2 and any(word in term.word for word in words))
        and not (len(term.word) == 2 and (term.word[0] in words or term.word[1] in words))
    ]


def _frame(old: str, new: str) -> float:
    """The share of the shorter text that both begin and end with."""
    shorter = min(len(old), len(new))
    begin = 0
    while begin < shorter and old[begin] == new[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and old[-1 - end] == new[-1 - end]:
        end += 1
    return (begin + end) / max(shorter, 1)


def _facing(
    old: Sequence[Term], new: Sequence[Term], lost: Sequence[Term], come: Sequence[Term]
) -> tuple[float, bool]:
    """The weight of what stands in each other's place, and whether the last words do."""
    facing, head = 0.0, False
    if lost and come:
        for left, right in _between(old, new, _common(old, new)):
            here = [term for term in left if term in lost]
            there = [term for term in right if term in come]
            if here and there:
                facing += min(_weight(here), _weight(there))
                head = old[-1] is here[-1] and new[-1] is there[-1]
    return facing, head


def _between(
    old: Sequence[Term], new: Sequence[Term], common: Sequence[tuple[int, int]]
) -> Iterator[tuple[Sequence[Term], Sequence[Term]]]:
    """What stands on either side before, between and after the words that both have in order."""
    left = right = 0
    for row, column in (*common, (len(old), len(new))):
        if left < row or right < column:
            yield old[left:row], new[right:column]
        left, right = row + 1, column + 1


def _common(old: Sequence[Term], new: Sequence[Term]) -> list[tuple[int, int]]:
    """The longest common subsequence of kinds, as places."""
    rows, columns = len(old), len(new)
    longest = [[0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        line, below, kind = longest[row], longest[row + 1], old[row].kind
        for column in range(columns - 1, -1, -1):
            if kind == new[column].kind:
                line[column] = below[column + 1] + 1
            else:
                line[column] = max(below[column], line[column + 1])
    found, row, column = [], 0, 0
    while row < rows and column < columns:
        if old[row].kind == new[column].kind:
            found.append((row, column))
            row, column = row + 1, column + 1
        elif longest[row + 1][column] >= longest[row][column + 1]:
            row += 1
        else:
            column += 1
    return found


def _weight(terms: Sequence[Term]) -> float:
    return sum(term.weight for term in terms)


def _rarity(terms: Sequence[Term]) -> float:
    return sum(term.rarity for term in terms)
