"""One piece of work as two, and two as one."""

from __future__ import annotations

import re
from random import Random

from .pieces import Piece
from .rewording import COORDINATED, DEEDS, TWO_CLAUSES, acts

_TAIL = re.compile(rf"(?:{DEEDS})$")
_SHORT = 20  # characters of a title that may be joined with another


def parted(piece: Piece) -> list[Piece]:
    """What the two clauses of a title say, or the two things that it names with 和; else nothing."""
    first, second = piece.copy(), piece.copy()
    second.text = ""
    if piece.below:
        return []
    if found := TWO_CLAUSES.match(piece.title):
        first.title, second.title = found["first"], found["second"]
    elif found := COORDINATED.match(piece.title):
        first.title = found["verb"] + found["a"] + found["tail"]
        second.title = found["verb"] + found["b"] + found["tail"]
    else:
        return []
    return [first, second]


def joined(rng: Random, one: Piece, other: Piece) -> Piece | None:
    """Two short titles as one, with what both begin or end with said once."""
    a, b = one.title, other.title
    fits = one.entries == other.entries and not one.below and not other.below
    if not fits or max(len(a), len(b)) > _SHORT or re.search(r"[，；。：,;:和与及、]", a + b):
        return None
    whole = one.copy()
    whole.text = "\n".join(text for text in (one.text, other.text) if text)
    whole.units = tuple(dict.fromkeys((*one.units, *other.units)))
    begin = next((n for n in (4, 3, 2) if a[:n] == b[:n] and acts(a[:n])), 0)
    tails = _TAIL.search(a), _TAIL.search(b)
    if begin and tails[0] and tails[1] and tails[0][0] == tails[1][0]:
        whole.title = a[: tails[0].start()] + "和" + b[begin:]
    elif begin:
        whole.title = f"{a}{rng.choice('和、')}{b[begin:]}"
    elif acts(a) and acts(b):
        whole.title = f"{a}，{b}"
    else:
        return None
    return whole


def alike(one: str, other: str) -> float:
    """Dice's coefficient of pairs of characters."""
    here = {one[at : at + 2] for at in range(len(one) - 1)}
    there = {other[at : at + 2] for at in range(len(other) - 1)}
    return 2 * len(here & there) / max(len(here) + len(there), 1)
