"""One piece of work that became several, or several that became one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import TypeAlias

from duplan.comparison.kinship import gone
from duplan.comparison.matching import Match
from duplan.comparison.terms import Wording
from duplan.comparison.thresholds import FIRM, LITTLE, PART_FOUND, TOO_COMMON, WHOLE_FOUND
from duplan.comparison.units import Unit

_Chars: TypeAlias = frozenset[tuple[int, str]]  # characters of a whole's terms, with their terms


@dataclass(frozen=True, slots=True)
class Family:
    """The index of the whole and those of its parts; ``score`` is how much of the whole is found in the
    parts, times how much of them is found in it."""

    whole: int
    parts: tuple[int, ...]
    score: float


def families(
    wholes: Sequence[Unit], parts: Sequence[Unit], matches: Sequence[Match]
) -> list[Family]:
    """Wholes that the parts are pieces of, in the order of the wholes; no part is of two.

    ``matches`` are of whole and part. A piece is a part that nothing matches firmly, or the one that
    matches the whole itself in other words; where that one says nearly all, nothing is taken from
    another match. What a piece says is said by the whole, and a piece says
    of the whole what no other piece says.
    """
    own = {whole: part for whole, part, _ in matches}
    firm = {part for _, part, score in matches if score >= FIRM}
    taken = set(own.values())
    words = [unit.wording for unit in parts]
    holders: dict[str, set[int]] = defaultdict(set)
    for part in sorted(set(range(len(parts))) - firm):
        for char in words[part].chars:
            holders[char].add(part)
    found: list[Family] = []
    for whole, unit in enumerate(wholes):
        wording = unit.wording
        partner = own.get(whole)
        if partner is not None and words[partner].kinds == wording.kinds:
            continue
        near = set().union(
            *(holders[char] for char in wording.chars if 0 < len(holders[char]) <= TOO_COMMON)
        )
        if partner is not None:
            if _as_much(wording, words[partner]):
                near -= taken
            near.add(partner)
        family = _family(whole, wording, {part: words[part] for part in sorted(near)})
        if family:
            found.append(family)
    return _apart(found)


def _as_much(one: Wording, other: Wording) -> bool:
    """Whether neither says more than a little that the other doesn't; what 和 joins is never little."""
    left = (gone(one.terms, other), gone(other.terms, one))
    return all(
        sum(term.rarity for term in terms) < LITTLE and not any(term.joined for term in terms)
        for terms in left
    )


def _family(whole: int, wording: Wording, parts: dict[int, Wording]) -> Family | None:
    every = frozenset((at, char) for at, term in enumerate(wording.terms) for char in term.word)
    shares = {part: _share(words, wording) for part, words in parts.items()}
    pieces: dict[int, _Chars] = {}
    for part in sorted(parts, key=lambda one: (-shares[one], one)):
        held = _held(wording, parts[part])
        if shares[part] >= PART_FOUND and held != every and not held <= _together(pieces):
            pieces[part] = held
    for part in list(pieces):
        if pieces[part] <= _together(pieces, without=part):
            del pieces[part]
    if len(pieces) < 2:
        return None
    found = len(_together(pieces)) / len(every)
    if found < WHOLE_FOUND:
        return None
    return Family(whole, tuple(sorted(pieces)), found * fmean(shares[part] for part in pieces))


def _together(pieces: dict[int, _Chars], without: int | None = None) -> _Chars:
    return frozenset().union(*(held for part, held in pieces.items() if part != without))


def _held(whole: Wording, part: Wording) -> _Chars:
    """What of the whole the part says: words of the kind, else characters (寒暑假, 寒假)."""
    return frozenset(
        (at, char)
        for at, term in enumerate(whole.terms)
        for char in term.word
        if char in part.chars or term.kind in part.kinds
    )


def _share(part: Wording, whole: Wording) -> float:
    """How much of what the part says the whole says: nothing where it is another one of a series."""
    if _another_of_a_series(part, whole):
        return 0.0
    said = sum(
        term.weight
        for term in part.terms
        if term.kind in whole.kinds or whole.chars.issuperset(term.word)
    )
    return said / part.weight if part.weight else 0.0


def _another_of_a_series(part: Wording, whole: Wording) -> bool:
    """Whether one is the second of what the other is the first of."""
    here = {one.key for one in part.folded.quantities if one.nth}
    there = {one.key for one in whole.folded.quantities if one.nth}
    measures = {measure for _, measure, _ in there}
    return here.isdisjoint(there) and any(measure in measures for _, measure, _ in here)


def _apart(found: Sequence[Family]) -> list[Family]:
    """The surest families, of which none has a part of another."""
    kept: list[Family] = []
    used: set[int] = set()
    for family in sorted(found, key=lambda one: (-one.score, one.whole)):
        if used.isdisjoint(family.parts):
            used.update(family.parts)
            kept.append(family)
    return sorted(kept, key=lambda one: one.whole)
