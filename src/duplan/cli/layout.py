"""Widths and line breaks of text in which Chinese characters take two columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, islice, pairwise
from unicodedata import category, east_asian_width

_NOT_FIRST = frozenset("，。、；：？！）》”’〕】」』〉…—·%％,.;:?!)]}")
_NOT_LAST = frozenset("（《“‘〔【「『〈([{")
_ZERO = frozenset({"Mn", "Me", "Cf"})
# what most texts are of: characters of one column and one byte, or of two columns and three bytes
_PLAIN = re.compile("[ -~\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]*")


def cells(text: str) -> int:
    """How many columns of a terminal a line takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    if _PLAIN.fullmatch(text):
        return (len(text) + len(text.encode())) // 2
    return sum(map(_width, text))


@lru_cache(4096)
def _width(char: str) -> int:
    if east_asian_width(char) in "WF":
        return 2
    return 0 if category(char) in _ZERO else 1


def breaks(text: str, width: int) -> list[int]:
    """Where to break one line so that no part is wider than ``width``: offsets, ascending.

    Breaks after spaces and beside Chinese characters, but puts no closing mark first on a line and
    no opening mark last; a word that is too long breaks anywhere.
    """
    ends = [0, *accumulate(map(_width, text))]  # the column before each character, and the last
    offsets: list[int] = []
    start = 0
    while ends[-1] - ends[start] > width:
        over = bisect_right(ends, ends[start] + width, start) - 1  # the first that has no room
        while over < len(text) and (text[over] == " " or ends[over] == ends[start]):
            over += 1  # spaces may stand out; the first character that takes columns stays
        if over == len(text):
            break
        legal = over
        while legal > start and not _may_break(text[legal - 1], text[legal]):
            legal -= 1
        start = legal if legal > start else over
        offsets.append(start)
    return offsets


def _may_break(before: str, after: str) -> bool:
    if after == " ":
        return False
    if before == " ":
        return True
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return _width(before) == 2 or _width(after) == 2


def wrap(text: str, width: int) -> list[str]:
    """The line in parts no wider than ``width``, spaces at the breaks left out."""
    if 2 * len(text) <= width or cells(text) <= width:
        return [text.rstrip(" ")]
    edges = [0, *breaks(text, width), len(text)]
    return [text[a:b].rstrip(" ") for a, b in pairwise(edges)]


def pad(text: str, width: int) -> str:
    """The text filled up with spaces to ``width`` columns."""
    return text + " " * (width - cells(text))


def cut(text: str, width: int, mark: str = "…") -> str:
    """The text, or as much of its beginning as leaves room for the ``mark`` that something follows.

    A width smaller than the mark's leaves nothing.
    """
    if cells(text) <= width:
        return text
    room = width - cells(mark)
    if room < 0:
        return ""
    ends = list(accumulate(map(_width, text[: 4 * width + 4])))
    return text[: bisect_right(ends, room)].rstrip() + mark


def fill(words: list[str], separator: str, width: int) -> list[str]:
    """Words joined into lines no wider than ``width``; only a word that is too long is broken."""
    lines: list[str] = []
    for number, word in enumerate(words, 1):
        piece = word + separator.rstrip(" ") * (number < len(words))
        gap = " " * (len(separator) - len(separator.rstrip(" ")))
        if lines and cells(lines[-1] + gap + piece) <= width:
            lines[-1] += gap + piece
        else:
            lines += wrap(piece, width)
    return lines


def in_chunks(lines: Iterable[str], size: int = 500) -> Iterator[str]:
    """Text of ``size`` lines at a time, so that a long one is never whole in memory."""
    left = iter(lines)
    while chunk := list(islice(left, size)):
        yield "".join([f"{line}\n" for line in chunk])
