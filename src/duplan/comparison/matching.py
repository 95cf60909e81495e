"""Which unit of one plan is which of the other: one to one, the best pairing of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from duplan.comparison.assignment import Pair, assign
from duplan.comparison.candidates import candidates
from duplan.comparison.kinship import kinship
from duplan.comparison.terms import Wording, read
from duplan.comparison.thresholds import (
    EQUAL_NUMBERS,
    MONTHS_IN_COMMON,
    SAME_ABOVE,
    SAME_PLACE,
    SAME_WORK,
)
from duplan.comparison.units import Unit

Match = tuple[int, int, float]  # the index of either unit, and how surely they are the same work


def match(old: Sequence[Unit], new: Sequence[Unit]) -> list[Match]:
    """The matched units, in order of the old ones."""
    here, there = [read(unit.head) for unit in old], [read(unit.head) for unit in new]
    scores: dict[Pair, float] = dict.fromkeys(_plainly_same(here, there), 1.0)
    rows = sorted(set(range(len(old))) - {row for row, _ in scores})
    columns = sorted(set(range(len(new))) - {column for _, column in scores})
    pairs = candidates([here[row] for row in rows], [there[column] for column in columns])
    gains: dict[Pair, float] = {}
    for a, b in pairs:
        row, column = rows[a], columns[b]
        score = kinship(here[row], there[column])
        if score >= SAME_WORK:
            scores[row, column] = score
            gains[row, column] = (
                score - SAME_WORK + _nearness(old[row], new[column], here[row], there[column])
            )
    matched = assign(gains)
    fixed = [pair for pair in scores if pair not in gains]
    return sorted((row, column, scores[row, column]) for row, column in (*fixed, *matched))


def _plainly_same(old: Sequence[Wording], new: Sequence[Wording]) -> list[Pair]:
    """Those whose words stand once in either plan and are the same."""
    here, there = [one.bare for one in old], [one.bare for one in new]
    once = {words for words, count in Counter(here).items() if words and count == 1}
    once &= {words for words, count in Counter(there).items() if count == 1}
    columns = {words: column for column, words in enumerate(there)}
    return [(row, columns[words]) for row, words in enumerate(here) if words in once]


def _nearness(old: Unit, new: Unit, here: Wording, there: Wording) -> float:
    """What decides between pairs that are equally alike."""
    numbers = (
        [one.key for one in here.folded.quantities],
        [one.key for one in there.folded.quantities],
    )
    return (
        EQUAL_NUMBERS * (numbers[0] == numbers[1])
        + MONTHS_IN_COMMON * (not set(old.side.months).isdisjoint(new.side.months))
        + SAME_ABOVE * (old.side.above[-1:] == new.side.above[-1:])
        + SAME_PLACE * (1 - abs(old.at - new.at))
    )
