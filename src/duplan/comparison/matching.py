"""Which unit of one plan is which of the other: one to one, the best pairing of all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

from duplan.comparison.assignment import Pair, assign
from duplan.comparison.candidates import candidates, every_pair
from duplan.comparison.kinship import kinship
from duplan.comparison.terms import Wording
from duplan.comparison.thresholds import (
    CANDIDATES,
    EQUAL_NUMBERS,
    MONTHS_IN_COMMON,
    SAME_ABOVE,
    SAME_OF_SERIES,
    SAME_PLACE,
    SAME_WORK,
)
from duplan.comparison.units import Unit

Match = tuple[int, int, float]  # the index of either unit, and how surely they are the same work


def match(old: Sequence[Unit], new: Sequence[Unit]) -> list[Match]:
    """The matched units, in order of the old ones: what is the same in all it says, then what has the
    same words and has them alone, then the best pairing of the rest."""
    here, there = [unit.wording for unit in old], [unit.wording for unit in new]
    sure = _equal([_all_said(unit) for unit in old], [_all_said(unit) for unit in new])
    rows, columns = _left(len(old), len(new), sure)
    for same in (_same_words_and_numbers, _same_words):
        pairs = same([here[row] for row in rows], [there[column] for column in columns])
        sure += [(rows[a], columns[b]) for a, b in pairs]
        rows, columns = _left(len(old), len(new), sure)
    matched = [(row, column, 1.0) for row, column in sure]
    while rows and columns:
        found = _best(old, new, here, there, rows, columns)
        matched += found
        if not found or every_pair(len(rows), len(columns)):
            break
        rows, columns = _left(len(old), len(new), matched)
    return sorted(matched)


def _best(
    old: Sequence[Unit],
    new: Sequence[Unit],
    here: Sequence[Wording],
    there: Sequence[Wording],
    rows: Sequence[int],
    columns: Sequence[int],
) -> list[Match]:
    """The best pairing of these rows and columns, as far as their candidates go."""
    scores: dict[Pair, float] = {}
    gains: dict[Pair, float] = {}
    for a, b in candidates([here[row] for row in rows], [there[column] for column in columns]):
        pair = row, column = rows[a], columns[b]
        score = kinship(here[row], there[column])
        if score >= SAME_WORK:
            scores[pair] = score
            near = _nearness(old[row], new[column], here[row], there[column])
            gains[pair] = score - SAME_WORK + near
    return [(row, column, scores[row, column]) for row, column in assign(gains)]


def _left(
    rows: int, columns: int, paired: Sequence[Pair] | Sequence[Match]
) -> tuple[list[int], list[int]]:
    """The rows and columns that stand in no pair."""
    return (
        sorted(set(range(rows)) - {pair[0] for pair in paired}),
        sorted(set(range(columns)) - {pair[1] for pair in paired}),
    )


def _all_said(unit: Unit) -> Hashable:
    side = unit.side
    return side.title, side.text, side.months, side.responsible, unit.particulars


def _equal(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Equal things in order: the first with the first, the second with the second."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for column in range(len(new) - 1, -1, -1):
        waiting[new[column]].append(column)
    return [(row, waiting[one].pop()) for row, one in enumerate(old) if waiting.get(one)]


def _same_words_and_numbers(old: Sequence[Wording], new: Sequence[Wording]) -> list[Pair]:
    """Equal words with equal numbers and times."""

    def said(wording: Wording) -> Hashable:
        folded = wording.folded
        numbers = tuple(one.key for one in folded.quantities)
        times = tuple(time.key for time in folded.times)
        return (wording.bare, numbers, times, folded.often) if wording.bare else wording.text

    return _equal([said(one) for one in old], [said(one) for one in new])


def _same_words(old: Sequence[Wording], new: Sequence[Wording]) -> list[Pair]:
    """Equal words, the same of a series, that stand once on either side, and those that stand so often
    that only their order tells them apart."""
    said = [[(one.bare, _ordinals(one)) for one in side] for side in (old, new)]
    here, there = Counter(said[0]), Counter(said[1])
    told = {
        words
        for words, count in here.items()
        if words[0] and (count == there[words] == 1 or min(count, there[words]) > CANDIDATES)
    }
    rows = [row for row, words in enumerate(said[0]) if words in told]
    columns = [column for column, words in enumerate(said[1]) if words in told]
    pairs = _equal([said[0][row] for row in rows], [said[1][column] for column in columns])
    return [(rows[a], columns[b]) for a, b in pairs]


def _ordinals(wording: Wording) -> tuple[Hashable, ...]:
    return tuple(one.key for one in wording.folded.quantities if one.nth)


def _nearness(old: Unit, new: Unit, here: Wording, there: Wording) -> float:
    """What decides between pairs that are equally alike."""
    numbers = [[one.key for one in side.folded.quantities] for side in (here, there)]
    return (
        SAME_OF_SERIES * (_ordinals(here) == _ordinals(there) != ())
        + EQUAL_NUMBERS * (numbers[0] == numbers[1])
        + MONTHS_IN_COMMON * (not set(old.side.months).isdisjoint(new.side.months))
        + SAME_ABOVE * (old.side.above[-1:] == new.side.above[-1:])
        + SAME_PLACE * (1 - (old.at - new.at) ** 2)
    )
