"""Texts as they are searched: folded, in tokens; and where tokens stand in a text.

A token is a run of Latin letters and digits, or one character of any other script: phrases of these
find every part of a Chinese text, wherever its words are thought to end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

STOP = "。"  # the token of what ends a sentence: no phrase runs across it

_TOKEN = re.compile(r"[^\W_\u0100-\U0010ffff]+|[^\W_]|[。！？；!?;\n]")
_STOPS = frozenset("。！？；!?;\n")


class Token(NamedTuple):
    """A token, and where it stands in the text, in code points."""

    text: str
    start: int
    end: int


Span = tuple[int, int]


def folded(text: str) -> str:
    """The text in the form in which texts are compared, with as many characters: simplified, small
    and half-width letters.

    Character by character, whatever stands around it: what someone types has no context that tells
    乾 of 乾隆 from 乾 of 乾净. Both sides are folded, so that a rough fold finds too much, not too little.
    """
    return text.translate(_forms())


def tokens(text: str) -> list[Token]:
    """The tokens of a text, folded."""
    return [
        Token(STOP if found[0] in _STOPS else found[0], found.start(), found.end())
        for found in _TOKEN.finditer(folded(text))
    ]


def words(text: str) -> list[str]:
    """The words of two characters and more, folded, and the words inside them; jieba cuts them."""
    from duplan.segmentation import search_words

    return [
        folded(word)
        for word in search_words(text)
        if len(word) > 1 and not word.isascii() and word.isalnum()
    ]


def spans(text: str, phrases: Iterable[Sequence[str]]) -> list[Span]:
    """Where phrases stand in a text: ascending, those that meet joined."""
    found = tokens(text)
    spelled = [each.text for each in found]
    places = sorted(
        (found[start].start, found[start + len(phrase) - 1].end)
        for phrase in {tuple(phrase) for phrase in phrases if phrase}
        for start in range(len(spelled) - len(phrase) + 1)
        if spelled[start] == phrase[0] and spelled[start : start + len(phrase)] == [*phrase]
    )
    joined: list[Span] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


class _Forms(dict[int, str]):
    """What each character is compared as, filled as they are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        wide = _single(normalize("NFKC", char), char)
        self[code] = form = _simplified(_single(wide.casefold(), wide))
        return form


def _single(form: str, char: str) -> str:
    return form if len(form) == 1 else char


def _simplified(char: str) -> str:
    if char.isascii():
        return char
    from duplan.text.script import to_simplified, traditional_only

    return to_simplified(char) if char in traditional_only() else char


@cache
def _forms() -> _Forms:
    return _Forms()
