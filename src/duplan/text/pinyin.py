"""Pinyin notes that a conversion tool leaves in copied web pages: 學(xué)責(zé)任區(qū).

Which characters carry one differs from site to site. A note is told from a gloss that belongs to
the text, such as 單(shàn)于, by the company it keeps: see ``find_notes``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from duplan.text.script import traditional_only

NOISY = 3  # notes, on as many characters, that make a document noisy

_TONED = "\u00e0-\u00fc\u0101-\u01dc\u01f9\u0300-\u030c\u1e3f\u1ebf\u1ec1"
_LETTERS = f"A-Za-z\u0251\u0261\u00c0-\u00dc\u0100-\u01db{_TONED}"
_BRACKETED = re.compile(rf"[(（]((?:\s*[{_LETTERS}]){{1,12}})\s*[)）]")
_CANDIDATE = re.compile(rf"[(（][A-Za-z\u0251\u0261\s]*[{_TONED}]")
# ɑ and ɡ are what some fonts of teaching material have for a and g; a breve stands for the caron.
_FOLDED = str.maketrans("\u0251\u0261\u0306", "ag\u030c")


class _Note(NamedTuple):
    base: str  # the character before it
    syllable: str
    start: int
    end: int


class Readings(NamedTuple):
    """Characters by syllable: those whose first reading it is, and all that can be read so."""

    first: Mapping[str, str]
    every: Mapping[str, str]


def find_notes(lines: Sequence[str]) -> list[list[tuple[int, int]]]:
    """For each line the ranges that are pinyin notes, brackets included; a note may be wrapped.

    A document is noisy where at least three notes stand on as many characters of traditional text
    only, and each is the first reading of its character: nobody glosses 學. In a noisy document
    every toned reading of the character before it is a note, and toneless ones (們(men), 的(de));
    also a note on the letter that is left of a broken character: F(xiàn)在 stands for 現在, and F
    is the second byte of 現 in GBK.
    """
    ranges: list[list[tuple[int, int]]] = [[] for _ in lines]
    text = "\n".join(lines)
    if not _CANDIDATE.search(text):
        return ranges
    brackets = _bracketed(text)
    if not _is_noisy(brackets):
        return ranges
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    for note in filter(_is_note, brackets):
        at, start = bisect_right(starts, note.start) - 1, note.start
        while start < note.end:
            end = min(note.end - starts[at], len(lines[at]))
            if start - starts[at] < end:
                ranges[at].append((start - starts[at], end))
            at += 1
            start = starts[at]
    return ranges


@lru_cache(maxsize=4096)
def is_reading(syllable: str, char: str) -> bool:
    """Whether a toned syllable is a reading of a character."""
    return char in _readings().every.get(_folded(syllable), "")


@cache
def _folded(syllable: str) -> str:
    """With the letters and tone marks of the table of readings, composed."""
    return normalize("NFC", normalize("NFD", syllable).translate(_FOLDED))


def _bracketed(text: str) -> list[_Note]:
    """What may be a note: a few letters in brackets, and the character that they stand behind."""
    found: list[_Note] = []
    for place in _BRACKETED.finditer(text):
        before = place.start()
        while before and text[before - 1].isspace():
            before -= 1
        repeated = found and found[-1].end == before
        base = found[-1].base if repeated else text[before - 1 : before]
        syllable = "".join(_folded(place[1]).split())
        found.append(_Note(base, syllable, place.start(), place.end()))
    return found


def _is_noisy(notes: Sequence[_Note]) -> bool:
    traditional, first = traditional_only(), _readings().first
    telling = [
        note.base
        for note in notes
        if note.base in traditional
        and not note.syllable.isascii()
        and note.base in first.get(note.syllable, "")
    ]
    return len(set(telling)) >= NOISY


def _is_note(note: _Note) -> bool:
    """Whether it is one, in a noisy document."""
    toned = not note.syllable.isascii()
    characters = _readings().every.get(note.syllable.lower() if toned else note.syllable, "")
    if note.base and note.base.isascii():
        trail = note.base.encode()
        return toned and any(char.encode("gbk", "ignore")[1:] == trail for char in characters)
    return note.base != "" and note.base in characters


@cache
def _readings() -> Readings:
    first, every = {}, {}
    for row in Path(__file__).with_name("readings.tsv").read_text(encoding="utf-8").splitlines():
        if row[0] != "#":
            syllable, first[syllable], further = row.split("\t")
            every[syllable] = first[syllable] + further
    return Readings(first, every)
