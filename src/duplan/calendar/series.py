"""Which entries of a plan's schedule are the same work, repeated over several months."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from duplan.calendar.model import Entry

_AGAIN = re.compile(r"^(?:继续|持续)")  # says of itself that it has been done before
_MARKS = re.compile(r"\W")


def named(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of one plan, with ``series`` where the schedule has the same work in more than one
    of its times; the name is the text of the first of them."""
    items: dict[str, dict[str, str]] = {}  # key of the work: id of the item, its text
    for entry in entries:
        if entry.from_ == "schedule":
            items.setdefault(_key(entry.text), {}).setdefault(entry.id, entry.text)
    names = {key: next(iter(texts.values())) for key, texts in items.items() if _repeats(texts)}
    return [
        replace(entry, series=names.get(_key(entry.text))) if entry.from_ == "schedule" else entry
        for entry in entries
    ]


def _repeats(texts: dict[str, str]) -> bool:
    """Whether the items stand in more than one entry: their ids are the entry's and a number."""
    return len({id_.rpartition(".")[0] for id_ in texts}) > 1


def _key(text: str) -> str:
    """The text without marks and widths, and without 继续 at its start."""
    return _AGAIN.sub("", _MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold())
