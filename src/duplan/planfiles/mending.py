"""How a wrong value of a plan file can be mended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches

from duplan.diagnostics import Edit, Fix
from duplan.planfiles import model
from duplan.planfiles.tree import Scalar
from duplan.source import Span

_CLOSE = 0.6  # likeness from which a word may be meant for another
_LONGEST = 40  # characters of a word that is compared
_DAY = re.compile(r"(\d{4})\D{1,2}(\d{1,2})(?:\D{1,2}(\d{1,2}))?\D?\Z")
_NUMBER = re.compile(r"[0-9]{1,9}\Z")

Loc = tuple[str | int, ...]


def mended(problem: str, loc: Loc, value: Scalar, raw: str, span: Span) -> Fix | None:
    """The fix of a scalar that stands as ``raw`` at ``span``; ``problem`` is pydantic's name for it.

    Safe where only quotation marks are missing or too many, else the value that was probably meant.
    """
    if not raw or value.style in ("|", ">") or span.end - span.start != len(raw):
        return None
    texts, said = model.choices(loc), str(value.value)
    unquoted = problem == "string_type" and value.value is not None
    if value.style == "" and raw.isprintable() and (unquoted or raw in texts):
        return Fix((Edit(span, f'"{raw}"'),), safe=True)
    if problem == "int_type" and value.style and _NUMBER.match(said):
        return Fix((Edit(span, str(int(said))),), safe=True)
    meant = nearest(said, texts) if texts else None
    if problem == "string_pattern_mismatch":
        meant = _in_form(loc, said)
    if meant is None:
        return None
    return Fix((Edit(span, f'"{meant}"' if value.style or meant[0].isdigit() else meant),))


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The known word that another is like."""
    return next(iter(get_close_matches(word[:_LONGEST].lower(), known, 1, _CLOSE)), None)


def _in_form(loc: Loc, said: str) -> str | None:
    """The same day or month in the form that plans use: 2020/3/6 as 2020-03-06."""
    dated = _DAY.match(said)
    if dated is None:
        return None
    year, month, day = dated.groups()
    if not day:
        return f"{year}-{int(month):02}" if model.is_month(loc) and 1 <= int(month) <= 12 else None
    try:
        return date(int(year), int(month), int(day)).isoformat() if model.is_date(loc) else None
    except ValueError:
        return None
