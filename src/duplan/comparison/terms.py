"""The words of a wording that tell which work it is, and how far it reaches and has come."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from duplan.comparison.folding import GAP, Folded, fold
from duplan.comparison.thresholds import COMMON_WORD, TERMS
from duplan.comparison.weights import rarity
from duplan.comparison.wording import ALIKE, ENDING, EXTENT, JOINING, LIGHT, STAGES
from duplan.segmentation import search_words, words

# A verb that opens a clause is a word, whatever the dictionary makes of it: 建成 in 建成区级工作室.
_OPENING = re.compile(
    rf"((?:^|(?<=[，。；,;]))(?:{'|'.join(sorted((*STAGES, *ENDING), key=len, reverse=True))}))"
)
_PARTED = 4  # characters from which a word is parted into those that it is made of


@dataclass(frozen=True, slots=True)
class Term:
    """A word at ``[start, end)`` of the wording; ``kind`` is the word for all that plans put for it.

    ``rarity`` is how much it tells, 0 to 1. ``joined`` says that 和 or 、 stands beside it.
    """

    word: str
    kind: str
    start: int
    end: int
    rarity: float
    joined: bool

    @property
    def weight(self) -> float:
        """What it counts where it stands in the place of another word: common words too are others."""
        return COMMON_WORD + (1 - COMMON_WORD) * self.rarity


@dataclass(frozen=True, slots=True)
class Wording:
    """``terms`` are the words that name the work, ``extent`` those that say how far it reaches, and
    ``stages`` those that say how far it has come. ``frame`` is the text without what is compared by
    itself, ``bare`` the same without marks; ``spoken`` is the terms run together. ``endings`` are the
    words that say that it is not done, by their kind."""

    text: str
    folded: Folded
    terms: tuple[Term, ...]
    extent: tuple[Term, ...]
    stages: Mapping[int, str]
    endings: Mapping[str, str]
    frame: str
    bare: str
    spoken: str
    kinds: frozenset[str]
    words: frozenset[str]
    chars: frozenset[str]
    weight: float
    rarity: float

    def reach(self, other: Wording) -> list[Term]:
        """The words of extent that the other hasn't: one that both have, as 覆盖, tells nothing."""
        said = {term.word for term in other.extent}
        return [term for term in self.extent if term.word not in said]


@lru_cache(maxsize=8192)
def read(text: str, names: tuple[str, ...] = ()) -> Wording:
    """The wording with its words told apart; ``names`` are the plan's own."""
    folded = fold(text, names)
    found = pieces(folded.text)
    terms: list[Term] = []
    extent: list[Term] = []
    stages: dict[int, str] = {}
    endings: dict[str, str] = {}
    for at, (word, start, end) in enumerate(found):
        beside = (*found[max(at - 1, 0) : at], *found[at + 1 : at + 2])
        joined = any(other in JOINING for other, _, _ in beside)
        term = Term(word, ALIKE.get(word, word), start, end, rarity(word), joined)
        if word in EXTENT:
            extent.append(term)
        elif word in STAGES:
            stages[STAGES[word]] = word
        elif word in ENDING:
            endings[ENDING[word]] = word
        elif word not in LIGHT and word not in JOINING and _tells(word):
            terms.append(term)
    terms = terms[:TERMS]
    frame = folded.text.replace(GAP, "")
    return Wording(
        text,
        folded,
        tuple(terms),
        tuple(extent),
        stages,
        endings,
        frame,
        "".join(char for char in frame if char.isalnum()),
        "".join(term.word for term in terms),
        frozenset(term.kind for term in terms),
        frozenset(term.word for term in terms),
        frozenset(char for term in terms for char in term.word),
        sum(term.weight for term in terms),
        sum(term.rarity for term in terms),
    )


def pieces(text: str) -> list[tuple[str, int, int]]:
    """The words of a text with their places, long ones parted: 消防安全 is 消防 and 安全."""
    found, at = [], 0
    for run in _OPENING.split(text):
        for word in words(run):
            for part in _parts(word):
                found.append((part, at, at + len(part)))
                at += len(part)
    return found


def _tells(word: str) -> bool:
    return any(char.isalnum() for char in word)


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    """The shortest words that a word is made of from end to end, or the word."""
    if len(word) < _PARTED or not _tells(word):
        return (word,)
    inside = [part for part in search_words(word) if 1 < len(part) < len(word)]
    parts: list[str] = []
    at = 0
    while at < len(word):
        here = [part for part in inside if word.startswith(part, at)]
        if not here:
            return (word,)
        parts.append(min(here, key=len))
        at += len(parts[-1])
    return tuple(parts)
