"""Characters → lines: what stands on one height, with the gaps between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from duplan.readers.pdf.glyphs import Glyph, is_wide
from duplan.readers.pdf.spacing import SPACES, is_even, is_solid, is_square, is_stretched

SAME_HEIGHT = 0.45  # of a character's size: how far apart the feet of one line may be
WORD_GAP = 0.2  # of a character's size, between letters
WIDE_GAP = 1.2  # of a character's size: a tab, or another column

RAISED = 0.8  # of the usual size: what a reference to a note has at most

_REFERENCES = frozenset("0123456789ivx①②③④⑤⑥⑦⑧⑨⑩*")
_NO_START = frozenset("，。、；：！？）》〉」』】〕”’％%…—·,.;:!?)]}")  # never begin a line
_NO_END = frozenset("（《〈「『【〔“‘([{")
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f.,:/@_%+\-]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print; x from the left edge and y from the top of the page, in points.

    ``parts`` are what wide gaps part it into, itself where there is none.
    """

    text: str
    x0: float
    x1: float
    top: float
    base: float
    size: float
    bold: bool
    page: int  # from 1
    first: float  # width of what can't be parted at its start
    trailing: float  # width of the marks at its end that may hang over the margin
    parts: tuple[Line, ...] = ()
    raised: tuple[tuple[int, int], ...] = ()  # where small numbers stand above the line in the text

    @property
    def pieces(self) -> tuple[Line, ...]:
        """Its parts, or itself."""
        return self.parts or (self,)

    @property
    def body(self) -> float:
        """Where its last character ends that is no closing mark."""
        return self.x1 - self.trailing


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """The lines that glyphs make, from the top."""
    rows: list[list[Glyph]] = []
    foot = size = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if rows and glyph.base - foot < SAME_HEIGHT * max(size, glyph.size):
            rows[-1].append(glyph)
            if glyph.size > size and glyph.text not in SPACES:
                foot, size = glyph.base, glyph.size
        else:
            rows.append([glyph])
            foot, size = glyph.base, glyph.size
    lines = (_line(sorted(row, key=lambda glyph: glyph.x0), page) for row in rows)
    return [line for line in lines if line is not None]


def _line(row: Sequence[Glyph], page: int) -> Line | None:
    runs: list[list[Glyph]] = []
    stretched: bool | None = None
    blanks: list[Glyph] = []
    for glyph in row:
        if glyph.text in SPACES:
            blanks.append(glyph)
            continue
        if runs and _is_shadow(runs[-1][-1], glyph):
            continue
        wide = not blanks and runs and glyph.x0 - runs[-1][-1].x1 > WIDE_GAP * glyph.size
        if wide and stretched is None:
            stretched = is_stretched(row)
        if not runs or (wide and not stretched):
            runs.append([])
        else:
            runs[-1] += blanks
        blanks.clear()
        runs[-1].append(glyph)
    parts = [_part(run, page) for run in runs]
    return merged(parts) if parts else None


def _is_shadow(before: Glyph, glyph: Glyph) -> bool:
    """Whether a character is printed twice, to look bold."""
    return before.text == glyph.text and glyph.x0 - before.x0 < 0.3 * min(
        glyph.x1 - glyph.x0, before.x1 - before.x0
    )


def _part(run: Sequence[Glyph], page: int) -> Line:
    seen = [glyph for glyph in run if glyph.text not in SPACES]
    sizes: Counter[float] = Counter(glyph.size for glyph in seen)
    size = sizes.most_common(1)[0][0]
    text = run[0].text
    raised: list[tuple[int, int]] = []
    even: bool | None = None
    for before, glyph in pairwise(run):
        letters = before.text[-1] not in SPACES and glyph.text not in SPACES
        if letters and glyph.x0 - before.x1 > WORD_GAP * glyph.size and _are_words(before, glyph):
            text += " "
        elif is_square(before, glyph):
            even = is_even(run) if even is None else even
            text += "" if even else "\u3000"
        if glyph.size < RAISED * size and glyph.text in _REFERENCES:
            start = raised.pop()[0] if raised and raised[-1][1] == len(text) else len(text)
            raised.append((start, len(text) + len(glyph.text)))
        text += glyph.text
    base = max(seen, key=lambda glyph: glyph.size).base
    return Line(
        text,
        run[0].x0,
        run[-1].x1,
        min(glyph.top for glyph in seen),
        base,
        size,
        all(glyph.bold for glyph in seen),
        page,
        _first(run),
        _trailing(run),
        raised=tuple(raised),
    )


def _are_words(before: Glyph, glyph: Glyph) -> bool:
    return not (is_solid(before.text[-1]) or is_solid(glyph.text[0]))


def _first(run: Sequence[Glyph]) -> float:
    """The width of what can't be parted at the start: a word, or a character with its marks."""
    end = 1
    while end < len(run) and run[end - 1].text in _NO_END:
        end += 1
    if _WORD.fullmatch(run[end - 1].text):
        while end < len(run) and _WORD.fullmatch(run[end].text):
            end += 1
    while end < len(run) and run[end].text in _NO_START:
        end += 1
    wide = run[0].size if is_wide(run[0].text[0]) else 0.0
    return max(run[end - 1].x1 - run[0].x0, wide)


def _trailing(run: Sequence[Glyph]) -> float:
    end = len(run)
    while end > 1 and run[end - 1].text in _NO_START:
        end -= 1
    return run[-1].x1 - run[end - 1].x1


def merged(parts: Sequence[Line]) -> Line:
    """The line of parts that stand side by side, with tabs between."""
    if len(parts) == 1:
        return parts[0]
    first, last = parts[0], parts[-1]
    tallest = max(parts, key=lambda part: part.size)
    return Line(
        "\t".join(part.text for part in parts),
        first.x0,
        last.x1,
        min(part.top for part in parts),
        tallest.base,
        first.size,
        all(part.bold for part in parts),
        first.page,
        first.first,
        last.trailing,
        tuple(parts),
        tuple(_shifted(parts)),
    )


def _shifted(parts: Sequence[Line]) -> Iterator[tuple[int, int]]:
    at = 0
    for part in parts:
        yield from ((start + at, end + at) for start, end in part.raised)
        at += len(part.text) + 1


def without(line: Line, marks: Collection[str]) -> Line:
    """The line without the raised numbers that are among ``marks``."""
    text = line.text
    for start, end in reversed(line.raised):
        if text[start:end] in marks:
            text = text[:start] + text[end:]
    return line if text == line.text else replace(line, text=text, raised=())


def joined(before: str, after: str) -> str:
    """Two lines of one paragraph as one text."""
    if not before or not after:
        return before + after
    end, start = before[-1], after[0]
    if is_solid(end) or is_solid(start):
        return before + after
    if end == "-" and before[-2:-1].islower() and start.islower():
        return before[:-1] + after
    if end == "-" or (end.isdigit() and start.isdigit()):
        return before + after
    return f"{before} {after}"
