"""Surrogates, which are no characters: halves of one in UTF-16."""

from __future__ import annotations

import re

SURROGATE = re.compile("[\ud800-\udfff]")


def joined(units: str) -> str:
    """UTF-16 units as a string: pairs of surrogates become a character, lone ones U+FFFD."""
    if not SURROGATE.search(units):
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
