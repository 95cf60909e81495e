"""Characters that a file gives as UTF-16 units."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def joined(units: str) -> str:
    """UTF-16 units as a string: pairs of surrogates become a character, lone ones U+FFFD."""
    if not _SURROGATE.search(units):
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
