"""One piece of work that became several, or several that became one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from duplan.comparison.matching import Match
from duplan.comparison.terms import Term, Wording, read
from duplan.comparison.thresholds import PART_FOUND, WHOLE_FOUND
from duplan.comparison.units import Unit

_LEAST = 0.1  # what a word weighs at least


@dataclass(frozen=True, slots=True)
class Family:
    """The index of the whole and those of its parts, and how much of the whole is found in them."""

    whole: int
    parts: tuple[int, ...]
    score: float


def families(
    wholes: Sequence[Unit], parts: Sequence[Unit], matches: Sequence[Match]
) -> list[Family]:
    """Wholes of which the parts are the pieces; no part is of two wholes.

    ``matches`` are of whole and part. A part is one that nothing matches, or what the whole itself
    was matched with: every piece has words of the whole that no other piece has.
    """
    taken = {part for _, part, _ in matches}
    own = {whole: part for whole, part, _ in matches}
    words = [read(unit.head) for unit in parts]
    free = [part for part in range(len(parts)) if part not in taken]
    holders: dict[str, set[int]] = defaultdict(set)
    for part in free:
        for term in words[part].terms:
            holders[term.kind].add(part)
            for char in term.word:
                holders[char].add(part)
    found: list[Family] = []
    for whole, unit in enumerate(wholes):
        wording = read(unit.head)
        if len(wording.terms) < 2:
            continue
        near = {
            part
            for term in wording.terms
            for key in (term.kind, *term.word)
            for part in holders[key]
        }
        family = _family(
            whole, wording, [*sorted(near), *([own[whole]] if whole in own else [])], words
        )
        if family:
            found.append(family)
    return _apart(found)


def _family(
    whole: int, wording: Wording, parts: Sequence[int], words: Sequence[Wording]
) -> Family | None:
    """Those of the parts that are pieces of the whole, where there are two."""
    pieces = {
        part: _found(wording, words[part])
        for part in sorted(parts)
        if _share(words[part], wording) >= PART_FOUND
    }
    pieces = {part: held for part, held in pieces.items() if held != set(wording.terms)}
    for part in list(pieces):
        others = set().union(*(held for other, held in pieces.items() if other != part))
        if not pieces[part] - others:
            del pieces[part]
    if len(pieces) < 2:
        return None
    together = set().union(*pieces.values())
    score = _weight(together) / max(_weight(set(wording.terms)), _LEAST)
    return Family(whole, tuple(sorted(pieces)), score) if score >= WHOLE_FOUND else None


def _found(whole: Wording, part: Wording) -> set[Term]:
    """The words of the whole that the part has too."""
    return {term for term in whole.terms if _has(part, term)}


def _share(part: Wording, whole: Wording) -> float:
    """How much of the part's words the whole has."""
    held = {term for term in part.terms if _has(whole, term)}
    return _weight(held) / max(_weight(set(part.terms)), _LEAST)


def _has(wording: Wording, term: Term) -> bool:
    text = wording.folded.text
    if term.word in text or any(term.kind == one.kind for one in wording.terms):
        return True
    return any(one.word in term.word for one in wording.terms)


def _weight(terms: set[Term]) -> float:
    return sum(max(term.rarity, _LEAST) for term in terms)


def _apart(found: Sequence[Family]) -> list[Family]:
    """The families with the best score first, none with a part of another."""
    kept: list[Family] = []
    used: set[int] = set()
    for family in sorted(found, key=lambda one: (-one.score, one.whole)):
        if used.isdisjoint(family.parts):
            used.update(family.parts)
            kept.append(family)
    return sorted(kept, key=lambda one: one.whole)
