"""How much a word tells which work is meant: the rarer in plans, the more."""

from __future__ import annotations

from functools import cache
from math import log
from pathlib import Path

_ANY_WORK = 3.0  # documents: a word of no more than these tells as much as any


@cache
def _table() -> tuple[dict[str, int], int]:
    """In how many documents a word stands, and of how many; ``tools/make_weights.py`` counts them."""
    lines = Path(__file__).with_name("weights.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return {word: int(count) for word, count in rows[1:]}, int(rows[0][1])


def rarity(word: str) -> float:
    """0 for a word of every plan, 1 for one that hardly any plan has."""
    table, documents = _table()
    seen = table.get(word, 0)
    return min(1.0, log((documents + 1) / (seen + 1)) / log(documents / _ANY_WORK))
