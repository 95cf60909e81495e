"""Lines of which some words are painted or marked: wrapped first, painted last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from duplan.cli.console import Console
from duplan.cli.layout import breaks, cells

# where nothing is painted, marks as word diffs of git have them: nothing in a plan looks like these
_MARKS = {"gone": ("[-", "-]"), "come": ("{+", "+}")}


class Stretch(NamedTuple):
    """Safe text in a style of the console, "" for none; ``gone`` and ``come`` are marked elsewhere too."""

    style: str
    text: str


class _Part(NamedTuple):
    """What stands in a line; marks break like brackets, so that none is parted from its words."""

    style: str
    text: str
    breaks_as: str


class Line(NamedTuple):
    """A line with its paint, and how many columns it takes."""

    text: str
    width: int


class Painter:
    """Makes lines of stretches as one console shows them."""

    def __init__(self, console: Console) -> None:
        self._painted = console.coloured
        self._brush = lru_cache(console.brush)

    def lines(self, stretches: Iterable[Stretch], width: int) -> list[Line]:
        """The stretches one after the other, in lines no wider than ``width``."""
        parts = [part for stretch in stretches for part in self._marked(stretch)]
        text = "".join(part.text for part in parts)
        edges = [0, len(text)]
        if cells(text) > width:
            unbroken = "".join(part.breaks_as for part in parts)
            edges = [0, *breaks(unbroken, width), len(text)]
        ends = [0, *accumulate(len(part.text) for part in parts)]
        return [self._line(text, parts, ends, start, end) for start, end in pairwise(edges)]

    def _marked(self, stretch: Stretch) -> Iterator[_Part]:
        if self._painted or stretch.style not in _MARKS:
            yield _Part(stretch.style, stretch.text, stretch.text)
            return
        before, after = _MARKS[stretch.style]
        yield _Part("", before, "[" * len(before))
        yield _Part("", stretch.text, stretch.text)
        yield _Part("", after, "]" * len(after))

    def _line(
        self, text: str, parts: Sequence[_Part], ends: Sequence[int], start: int, end: int
    ) -> Line:
        end = start + len(text[start:end].rstrip(" "))
        painted = []
        for part, (first, last) in zip(parts, pairwise(ends), strict=True):
            if first < end and last > start:
                own = text[max(start, first) : min(end, last)]
                painted.append(self._brush(part.style)(own) if part.style else own)
        return Line("".join(painted), cells(text[start:end]))


def beside(columns: list[list[Line]], widths: list[int], gap: str) -> list[str]:
    """Lines of several columns beside each other, without spaces at the ends."""
    nothing = Line("", 0)
    rows = []
    for row in range(max(map(len, columns), default=0)):
        made, owed = "", ""
        for column, width in zip(columns, widths, strict=True):
            line = column[row] if row < len(column) else nothing
            if line.text:
                made += owed + line.text
                owed = ""
            owed += " " * (width - line.width) + gap
        rows.append(made)
    return rows
