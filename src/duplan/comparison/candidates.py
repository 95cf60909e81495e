"""Which pairs of units are worth a look: those that share what is rare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest
from math import sqrt

from duplan.comparison.assignment import Pair
from duplan.comparison.terms import Wording
from duplan.comparison.thresholds import CANDIDATES, EVERY_PAIR, TOO_COMMON

_FAINT = 0.05  # what a word of every plan still weighs


def candidates(old: Sequence[Wording], new: Sequence[Wording]) -> list[Pair]:
    """Pairs of indices: every one of short lists, of long ones the nearest of each side."""
    if len(old) * len(new) <= EVERY_PAIR:
        return [(row, column) for row in range(len(old)) for column in range(len(new))]
    near = _near(old, new)
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (row, column), nearness in near.items():
        rows[row].append((nearness, -column))
        columns[column].append((nearness, -row))
    kept = {
        (row, -column) for row, found in rows.items() for _, column in nlargest(CANDIDATES, found)
    }
    kept |= {
        (-row, column)
        for column, found in columns.items()
        for _, row in nlargest(CANDIDATES, found)
    }
    return sorted(kept)


def _near(old: Sequence[Wording], new: Sequence[Wording]) -> dict[Pair, float]:
    """The cosine of weighted words and pairs of characters, where it isn't 0."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for column, wording in enumerate(new):
        for key, weight in _vector(wording).items():
            holders[key].append((column, weight))
    near: dict[Pair, float] = defaultdict(float)
    for row, wording in enumerate(old):
        for key, weight in _vector(wording).items():
            found = holders.get(key, ())
            if len(found) <= TOO_COMMON:
                for column, other in found:
                    near[row, column] += weight * other
    return near


def _vector(wording: Wording) -> dict[str, float]:
    counted: dict[str, float] = defaultdict(float)
    for term in wording.terms:
        weight = max(term.rarity, _FAINT)
        counted[term.kind] += weight
        for at in range(len(term.word) - 1):
            counted[term.word[at : at + 2]] += weight / 2
        for char in term.word:
            counted[char] += weight / 8
    length = sqrt(sum(weight * weight for weight in counted.values()))
    return {key: weight / length for key, weight in counted.items()}
