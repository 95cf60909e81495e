"""What rules about typing share: which characters are Chinese, and what in a text isn't prose."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

# What may be a Chinese character, for patterns: any letter beyond Latin-1. The class of the Chinese ones
# takes 1 ms to compile wherever it stands; what a pattern finds is asked again with ``is_han``.
HAN = r"[^\W\x00-\xff]"

_FOREIGN = re.compile(
    r"(?:https?://|www\.)[^\s，。；、！？（）《》“”]+|[\w.+-]{1,64}@[A-Za-z0-9.-]+"
    r"|&(?:[A-Za-z]{2,8}|#[0-9]{1,7});|`[^`\n]{1,500}`|<[^<>\n]{1,500}>|\$[^$\n]{1,200}\$"
)
_SIGNS = ("://", "www.", "@", "&", "`", "<", "$")


class Ranges:
    """Half-open ranges in ascending order that don't overlap."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._ranges = list(ranges)
        self._starts = [start for start, _ in self._ranges]

    def hold(self, place: int) -> bool:
        """Whether one of them holds a place."""
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and place < self._ranges[number][1]


NOTHING = Ranges(())


def foreign(text: str) -> Ranges:
    """The parts of a text that no rule of Chinese typing holds for: addresses, code, tags, formulas."""
    if not any(sign in text for sign in _SIGNS):
        return NOTHING
    return Ranges(match.span() for match in _FOREIGN.finditer(text))
