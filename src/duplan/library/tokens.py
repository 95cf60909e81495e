"""Texts as they are searched: folded, in tokens; and where tokens stand in a text.

A token is a run of Latin letters and digits, or one character of any other script: phrases of these
find every part of a Chinese text, wherever its words are thought to end.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from io import StringIO
from itertools import islice
from typing import NamedTuple
from unicodedata import normalize

STOP = "。"  # the token of what ends a sentence: no phrase runs across it

_TOKEN = re.compile(r"[^\W_\u0100-\U0010ffff]+|[^\W_]|[。！？；!?;\n]")
_STOPS = frozenset("。！？；!?;\n")
_AT_ONCE = 100_000  # characters whose words are held at a time


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


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, folded, one after the other: a text may be very long."""
    for found in _TOKEN.finditer(folded(text)):
        yield Token(STOP if found[0] in _STOPS else found[0], found.start(), found.end())


def spelled(text: str) -> str:
    """The tokens of a text with a space after each."""
    out = StringIO()
    for token in tokens(text):
        out.write(token.text)
        out.write(" ")
    return out.getvalue()


def worded(text: str) -> str:
    """The words of two characters and more, and the words inside them, folded, with a space after each.

    jieba cuts them.
    """
    from duplan.segmentation import search_words

    out = StringIO()
    for start in range(0, len(text), _AT_ONCE):
        for word in search_words(text[start : start + _AT_ONCE]):
            if len(word) > 1 and not word.isascii() and word.isalnum():
                out.write(folded(word))
                out.write(" ")
    return out.getvalue()


def spans(text: str, phrases: Iterable[Sequence[str]]) -> list[Span]:
    """Where phrases stand in a text: ascending, those that meet joined."""
    ending: dict[str, list[Sequence[str]]] = {}
    for phrase in phrases:
        ending.setdefault(phrase[-1], []).append(phrase)
    longest = max((len(phrase) for of_end in ending.values() for phrase in of_end), default=1)
    recent: deque[Token] = deque(maxlen=longest)
    joined: list[Span] = []
    for token in tokens(text):
        recent.append(token)
        for phrase in ending.get(token.text, ()):
            last = islice(recent, max(len(recent) - len(phrase), 0), None)
            found = [*last] if len(phrase) <= len(recent) else []
            if found and all(each.text == want for each, want in zip(found, phrase, strict=True)):
                start = found[0].start
                while joined and joined[-1][1] >= start:
                    start = min(start, joined.pop()[0])
                joined.append((start, token.end))
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
