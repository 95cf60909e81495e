"""Which pairs of units are worth a look: those that share what is rare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import heappush, heapreplace, nlargest
from math import sqrt

from duplan.comparison.assignment import Pair
from duplan.comparison.terms import Wording
from duplan.comparison.thresholds import CANDIDATES, EVERY_PAIR, NEAREST_PLACES, TOO_COMMON

_FAINT = 0.05  # what a word of every plan still weighs, and a number
_TIE = 1e-6  # what the place decides: no more than between those that are equally near in words


def candidates(old: Sequence[Wording], new: Sequence[Wording]) -> list[Pair]:
    """Pairs of indices: every one of short lists, of long ones the nearest of each side, in words,
    then in place.

    Memory grows with the length of the lists, not with its square.
    """
    if every_pair(len(old), len(new)):
        return [(row, column) for row in range(len(old)) for column in range(len(new))]
    holders: dict[str, dict[int, float]] = defaultdict(dict)
    for column, wording in enumerate(new):
        for key, weight in _vector(wording).items():
            holders[key][column] = weight
    kept: set[Pair] = set()
    nearest: list[list[tuple[float, int]]] = [[] for _ in new]
    for row, wording in enumerate(old):
        near = _near(wording, row * len(new) // len(old), holders)
        for column in near:
            near[column] -= _TIE * (row / len(old) - column / len(new)) ** 2
        kept.update((row, column) for column in nlargest(CANDIDATES, near, key=near.__getitem__))
        for column, nearness in near.items():
            heap = nearest[column]
            if len(heap) < CANDIDATES:
                heappush(heap, (nearness, -row))
            elif (nearness, -row) > heap[0]:
                heapreplace(heap, (nearness, -row))
    kept.update((-row, column) for column, heap in enumerate(nearest) for _, row in heap)
    return sorted(kept)


def every_pair(old: int, new: int) -> bool:
    """Whether lists of these lengths are short enough for every pair to be looked at."""
    return old * new <= EVERY_PAIR


def _near(
    wording: Wording, place: int, holders: Mapping[str, Mapping[int, float]]
) -> dict[int, float]:
    """The cosine of weighted words and pairs of characters with the others that hold any of them; what
    too many hold brings up none but those around the place."""
    near: dict[int, float] = defaultdict(float)
    common: list[tuple[float, Mapping[int, float]]] = []
    for key, weight in _vector(wording).items():
        found = holders.get(key, {})
        if len(found) > TOO_COMMON:
            common.append((weight, found))
        else:
            for column, other in found.items():
                near[column] += weight * other
    if common:
        for column in {*near, *range(place - NEAREST_PLACES, place + NEAREST_PLACES + 1)}:
            shared = sum(weight * found.get(column, 0.0) for weight, found in common)
            if shared:
                near[column] += shared
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
    for number in wording.folded.quantities:
        counted[f"{number.value} {number.measure}"] += _FAINT
    length = sqrt(sum(weight * weight for weight in counted.values()))
    return {key: weight / length for key, weight in counted.items()}
