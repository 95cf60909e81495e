"""``--limit NAME=NUMBER``: bounds on what a file may cost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, replace

from duplan.cli.console import Refusal
from duplan.readers.file import Limits

_NAMES = tuple(field.name for field in fields(Limits))
_LIMIT = re.compile(rf"({'|'.join(_NAMES)})=(\d{{1,15}})([KMG]?)", re.IGNORECASE)
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


def limits_of(given: Iterable[str] | None) -> Limits:
    """The limits of a run; ``unzipped=200M`` sets one. Raises Refusal where it makes no sense."""
    limits = Limits()
    for each in given or ():
        match = _LIMIT.fullmatch(each)
        if match is None:
            raise Refusal("usage.limit", value=each, names=", ".join(_NAMES))
        name, number, unit = match.groups()
        limits = replace(limits, **{name.lower(): int(number) * _UNITS[unit.upper()]})
    return limits
