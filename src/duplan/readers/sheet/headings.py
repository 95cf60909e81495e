"""Which names of sheets are headings: only their tabs show them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_GIVEN = re.compile(r"(?:sheet|工作表|表|feuil|tabelle)\s*\d*(?:\s*\(\d+\))?", re.IGNORECASE)
_NUMBER = re.compile(r"[\d〇零一二三四五六七八九十百上下]+")


def series(names: Sequence[str]) -> set[str]:
    """The names that differ from another one in their number only: 9月, 10月; 上半年, 下半年."""
    kinds = {
        name: _NUMBER.sub("#", name)
        for name in names
        if _NUMBER.search(name) and not _GIVEN.fullmatch(name)
    }
    counts = Counter(kinds.values())
    return {name for name, kind in kinds.items() if counts[kind] > 1}


def is_heading(name: str, title: str, *, in_series: bool) -> bool:
    """Whether a sheet's name heads its content.

    It does where the sheet has no title and the program didn't give the name (Sheet1), and where it
    is one of a series and its title doesn't say which.
    """
    if not title:
        return bool(name) and not _GIVEN.fullmatch(name)
    return in_series and name not in title
