"""Numbered items that share a line: 1.…；2.…, or a sentence and (1)…；(2)…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from duplan.outline.markers import Marker, read_marker
from duplan.text.normal import Text

NUMBERED = re.compile(
    r"[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)]|[①-⑳]|\d{1,2}[.、．)）](?!\d)|(?<![A-Za-z])[A-H][.、．](?![A-Za-z])"
)
_FIRST = re.compile(
    r"[（(](?:1|一)[）)]|①|(?<!\d)1[.、．)）](?!\d)|(?<![A-Za-z])A[.、．](?![A-Za-z])"
)
_NUMBERED_LOOSE = re.compile(
    r"(?<![\d.．第（(/～~\-—])(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)]|[①-⑳]|\d{1,2}[.、．)）]"
    r"|[一二三四五六七八九十]{1,2}、|(?<![A-Za-z])[A-H][.、．](?![A-Za-z]))"
)

_MONTHS = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")


class InlineItem(NamedTuple):
    """One of several items on a line: its mark, the text after it, and both as printed."""

    marker: Marker | None
    text: Text
    whole: Text


def inline_items(text: Text) -> Iterator[InlineItem]:
    """A run of numbered items on one line: 1.…；2.…。 Unnumbered text in front comes first."""
    cuts = _inline_cuts(text)
    if not cuts:
        yield InlineItem(None, text, text)
        return
    if cuts[0][0] > 0:
        head = text.cut(0, cuts[0][0])
        if head:
            yield InlineItem(None, head, head)
    for at, (start, end, marker) in enumerate(cuts):
        until = cuts[at + 1][0] if at + 1 < len(cuts) else len(text)
        yield InlineItem(marker, text.cut(end, until), text.cut(start, until))


def _inline_cuts(text: Text) -> list[tuple[int, int, Marker]]:
    plain = text.text
    opening = _single(plain)
    if opening is None or opening[0].ordinal is None:
        first = _FIRST.search(plain)
        if first is None:
            return []
        opening_at = first.start()
        opening = _single(plain[opening_at:])
        if opening is None:
            return []
    else:
        opening_at = 0
    marker, length = opening
    cuts = [(opening_at, opening_at + length, marker)]
    later = following_items(text, marker, opening_at + length)
    if opening_at > 0 and not later:
        return []
    return cuts + [(at, end, item) for item, at, end in later]


def following_items(text: Text, marker: Marker, start: int = 0) -> list[tuple[Marker, int, int]]:
    """The marks inside a text that count on from ``marker``: mark, where it begins, where it ends."""
    found: list[tuple[Marker, int, int]] = []
    number = marker.ordinal or 0
    for match in _NUMBERED_LOOSE.finditer(text.text, start):
        read = _single(text.text[match.start() : match.start() + 12])
        if read is None or read[0].family != marker.family or match.start() == 0:
            continue
        if read[0].ordinal in (number + 1, number + 2) and _may_cut(text, match.start(), read):
            found.append((read[0], match.start(), match.start() + read[1]))
            number = read[0].ordinal or 0
    return found


def _single(plain: str) -> tuple[Marker, int] | None:
    """The mark at the start, read as one number: in an item list 1.50 is item 1 and a 50."""
    read = read_marker(plain)
    if read is None or len(read[0].ordinals) < 2:
        return read
    end = re.match(r"\d+[.．]", plain)
    if end is None:
        return None
    return Marker("dec", read[0].ordinals[:1], end.group(), "."), end.end()


def _may_cut(text: Text, at: int, read: tuple[Marker, int]) -> bool:
    """A number inside a line opens an item after a stop or a gap; elsewhere it is part of the words."""
    before = text.text[at - 1]
    if read[0].close == "、" and _MONTHS.match(text.text, at + read[1]):
        return False  # 2、3月
    if before in "。；;，,）)！？”》：: " or at in text.gaps:
        return True
    after = text.text[at + read[1] : at + read[1] + 1]
    return (
        read[0].close in ".．、"
        and not after.isdigit()
        and before > "\u2e7f"
        and before not in "、（《“"
    )
