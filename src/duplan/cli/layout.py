"""Widths and line breaks of text in which Chinese characters take two columns."""

from __future__ import annotations

import re
from itertools import pairwise
from unicodedata import category, east_asian_width

_NOT_FIRST = frozenset("，。、；：？！）》”’〕】」』〉…—·%％,.;:?!)]}")
_NOT_LAST = frozenset("（《“‘〔【「『〈([{")
_ZERO = frozenset({"Mn", "Me", "Cf"})
_NARROW = re.compile(r"[ -~]*")


def cells(text: str) -> int:
    """How many columns of a terminal a line takes."""
    return len(text) if _NARROW.fullmatch(text) else sum(map(_width, text))


def _width(char: str) -> int:
    if east_asian_width(char) in "WF":
        return 2
    return 0 if category(char) in _ZERO else 1


def breaks(text: str, width: int) -> list[int]:
    """Where to break one line so that no part is wider than ``width``: offsets, ascending.

    Breaks after spaces and beside Chinese characters, but puts no closing mark first on a line and
    no opening mark last; a word that is too long breaks anywhere.
    """
    offsets: list[int] = []
    start_column = column = 0
    legal, legal_column = 0, 0  # the last place where a break may stand
    previous = ""
    for offset, char in enumerate(text):
        if offset and _may_break(previous, char):
            legal, legal_column = offset, column
        size = _width(char)
        while column + size - start_column > width and char != " " and column > start_column:
            if legal <= (offsets[-1] if offsets else 0):
                legal, legal_column = offset, column
            offsets.append(legal)
            start_column = legal_column
        column += size
        previous = char
    return offsets


def _may_break(before: str, after: str) -> bool:
    if after == " ":
        return False
    if before == " ":
        return True
    wide = _width(before) == 2 or _width(after) == 2
    return wide and after not in _NOT_FIRST and before not in _NOT_LAST


def wrap(text: str, width: int) -> list[str]:
    """The line in parts no wider than ``width``, spaces at the breaks left out."""
    edges = [0, *breaks(text, width), len(text)]
    return [text[a:b].rstrip(" ") for a, b in pairwise(edges)]


def pad(text: str, width: int) -> str:
    """The text filled up with spaces to ``width`` columns."""
    return text + " " * (width - cells(text))
