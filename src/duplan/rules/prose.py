"""What rules about typing share: which characters are Chinese, and what in a text isn't prose."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from duplan.rules.subject import Subject, once

# What may be a Chinese character, for patterns: any letter beyond Latin-1. The class of the Chinese ones
# takes 1 ms to compile wherever it stands; what a pattern finds is asked again with ``is_han``.
HAN = r"[^\W\x00-\xff]"

_WITHOUT_MAIL = (
    r"(?:https?://|www\.)[^\s，。；、！？（）《》“”]+"
    r"|&(?:[A-Za-z]{2,8}|#[0-9]{1,7});|`[^`\n]{1,500}`|<[^<>\n]{1,500}>|\$[^$\n]{1,200}\$"
)
_MAIL = r"|[\w.+-]{1,64}+@[A-Za-z0-9.-]+"  # dear to look for: it may begin anywhere
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


@once
def foreign(subject: Subject) -> Ranges:
    """The parts of a text that no rule of Chinese typing holds for: addresses, code, tags, formulas."""
    text = subject.text
    if not any(sign in text for sign in _SIGNS):
        return NOTHING
    pattern = re.compile(_WITHOUT_MAIL + _MAIL if "@" in text else _WITHOUT_MAIL)
    return Ranges(match.span() for match in pattern.finditer(text))
