"""Which pairs of units are worth a look: those that share what is rare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import heappush, heapreplace, nlargest
from math import sqrt

from duplan.comparison.assignment import Pair
from duplan.comparison.terms import Wording
from duplan.comparison.thresholds import CANDIDATES, EVERY_PAIR, TOO_COMMON

_FAINT = 0.05  # what a word of every plan still weighs


def candidates(old: Sequence[Wording], new: Sequence[Wording]) -> list[Pair]:
    """Pairs of indices: every one of short lists, of long ones the nearest of each side.

    Memory grows with the length of the lists, not with its square.
    """
    if len(old) * len(new) <= EVERY_PAIR:
        return [(row, column) for row in range(len(old)) for column in range(len(new))]
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for column, wording in enumerate(new):
        for key, weight in _vector(wording).items():
            holders[key].append((column, weight))
    kept: set[Pair] = set()
    nearest: list[list[tuple[float, int]]] = [[] for _ in new]
    for row, wording in enumerate(old):
        near = _near(wording, holders)
        kept.update((row, column) for column in nlargest(CANDIDATES, near, key=near.__getitem__))
        for column, nearness in near.items():
            heap = nearest[column]
            if len(heap) < CANDIDATES:
                heappush(heap, (nearness, -row))
            elif (nearness, -row) > heap[0]:
                heapreplace(heap, (nearness, -row))
    kept.update((-row, column) for column, heap in enumerate(nearest) for _, row in heap)
    return sorted(kept)


def _near(wording: Wording, holders: Mapping[str, Sequence[tuple[int, float]]]) -> dict[int, float]:
    """The cosine of weighted words and pairs of characters with the others that hold any of them."""
    near: dict[int, float] = defaultdict(float)
    for key, weight in _vector(wording).items():
        found = holders.get(key, ())
        if len(found) <= TOO_COMMON:
            for column, other in found:
                near[column] += weight * other
    return dict(sorted(near.items()))


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
