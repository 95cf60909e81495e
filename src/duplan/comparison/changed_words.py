"""Which words of two titles differ, to be marked for people."""

from __future__ import annotations

from difflib import SequenceMatcher

from duplan.comparison.model import Place
from duplan.segmentation import words

_LONGEST = 2000  # characters of a title; of a longer one nothing is marked


def changed_words(old: str, new: str) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The places of words that one title has and the other hasn't, in code points; neighbours are one
    place."""
    if old == new or max(len(old), len(new)) > _LONGEST:
        return (), ()
    if new < old:
        return changed_words(new, old)[::-1]
    here, there = words(old), words(new)
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    gone = [(start, end) for _, start, end, _, _ in changed if start < end]
    come = [(start, end) for _, _, _, start, end in changed if start < end]
    return _places(here, gone), _places(there, come)


def _places(text: list[str], runs: list[Place]) -> tuple[Place, ...]:
    ends = [0]
    for word in text:
        ends.append(ends[-1] + len(word))
    return tuple((ends[start], ends[end]) for start, end in runs)
