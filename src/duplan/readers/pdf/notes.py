"""Footnotes, and the readings that are printed above characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from duplan.readers.pdf.lines import Line, joined
from duplan.readers.pdf.pages import Box

SMALL = 0.9  # of the text's size: what notes are set in at most
RUBY = 0.62  # of the size of the characters below

_MARK = re.compile(r"\[?(\d{1,3}|[ivx]{1,5}|[①-⑳]|\*{1,3})\]?(?!\d)\s*")
_READING = re.compile(r"[a-zA-Züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňɡˊˇˋ˙\u3105-\u312f\s\t]+")


def part_notes(
    lines: Sequence[Line], rules: Iterable[Box], width: float, body: float
) -> tuple[list[Line], list[Line]]:
    """The lines of a page's text, and those of the notes below the short rule that parts them."""
    for left, top, right, bottom in rules:
        if not 0.1 * width < right - left < 0.5 * width or bottom - top > right - left:
            continue
        below = [line for line in lines if line.base > bottom]
        if below and all(line.size <= SMALL * body for line in below):
            first = below[0]
            if abs(first.x0 - left) < 3 * first.size and _MARK.match(first.text):
                return [line for line in lines if line.base <= bottom], below
    return list(lines), []


def notes_of(lines: Sequence[Line]) -> list[tuple[int, str, str]]:
    """The page, the mark and the text of each note."""
    out: list[tuple[int, str, str]] = []
    for line in lines:
        mark = _MARK.match(line.text)
        if mark or not out:
            start = mark.end() if mark else 0
            out.append((line.page, mark[1] if mark else "", line.text[start:]))
        else:
            page, name, text = out[-1]
            out[-1] = page, name, joined(text, line.text)
    return out


def part_readings(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines without those that spell the characters below them, and how many words these had."""
    kept: list[Line] = []
    count = 0
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        if below is not None and _is_reading(line, below):
            count += len(line.text.split())
        else:
            kept.append(line)
    return kept, count


def _is_reading(line: Line, below: Line) -> bool:
    near = below.base - line.base < 1.3 * below.size
    inside = below.x0 - below.size < line.x0 and line.x1 < below.x1 + below.size
    small = line.size <= RUBY * below.size
    return small and near and inside and _READING.fullmatch(line.text) is not None
