"""Where a sentence begins and ends."""

from __future__ import annotations

_ENDS = "。；;！!？?\n|"
_LONGEST = 200  # characters of a sentence looked at on each side


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Beginning and end of the sentence, or cell, that holds the characters ``[start, end)``."""
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    starts = [text.rfind(mark, first, start) + 1 for mark in _ENDS]
    ends = [at for mark in _ENDS if (at := text.find(mark, end, last)) >= 0]
    return max(first, *starts), min(ends, default=last)
