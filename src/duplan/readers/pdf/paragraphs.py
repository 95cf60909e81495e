"""Lines → paragraphs: which lines a paragraph's text goes on in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from duplan.readers.pdf.lines import Line, joined
from duplan.source import Layout

NEAR = 0.6  # of a character's size: places that count as the same
INDENT = 2.6  # of a character's size: what begins further in is no first line
LEAST = 0.55  # of the page's width: what a column of running text takes
FAR = 4  # characters outside the text: a number in the margin
TITLE = 1.1  # times the usual size
FEW = 3  # lines that reach a margin, and so tell where it is
RAGGED = 3  # characters that a line in the middle of a paragraph may fall short
LOOSE = 1.45  # times the usual distance of lines: a paragraph ends
FINAL = "。；：！？;:!?."

_MARK = re.compile(
    r"[（(][0-9一二三四五六七八九十百]{1,4}[)）]"
    r"|[一二三四五六七八九十百]{1,4}[、.．]"
    r"|第[0-9一二三四五六七八九十百]{1,5}[章节條条部編编]"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3})*[、.．)）](?![0-9])"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[\s\u4e00-\u9fff])(?![万亿个倍元])"
    r"|[①-⑳❶-❿➀-➓㈠-㈩●○■□◆◇▪▲★☆•·–—\-]"
)


@dataclass(frozen=True, slots=True)
class Column:
    """What lines are set in: the margins that they reach, in points from the page's left edge."""

    left: float
    right: float
    size: float = 0.0  # of most characters; 0 in cells, whose text is of any


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line]
    column: Column
    top: bool = False  # it begins a page that the one before left room for
    last: Column | None = None  # that its last line stands in, where it isn't the first line's

    @property
    def text(self) -> str:
        """Its text in one line."""
        pieces = [self.lines[0].text]
        for line in self.lines[1:]:
            both = joined(pieces[-1], line.text)
            pieces[-1:] = both[: len(both) - len(line.text)], line.text
        return "".join(pieces)

    @property
    def end(self) -> Column:
        """The column that its last line stands in."""
        return self.last or self.column

    def take(self, line: Line, column: Column) -> None:
        """Goes on in a line of a column."""
        self.lines.append(line)
        self.last = column

    def layout(self) -> Layout:
        """How it looks."""
        size = round(2 * self.lines[0].size) / 2
        bold = all(line.bold for line in self.lines)
        return Layout("", None, self._align(), bold, size, self.top)

    def _align(self) -> str:
        aligns = {_align(line, self.column) for line in self.lines}
        return aligns.pop() if len(aligns) == 1 else ""


def _align(line: Line, column: Column) -> str:
    """How a line is set: "center", "right", or "" for one at the left or over the whole width."""
    before, after = line.x0 - column.left, column.right - line.x1
    if abs(before - after) < max(NEAR * line.size, 0.06 * before):
        title = line.size > TITLE * column.size > 0
        if before > (NEAR if title else INDENT) * line.size:
            return "center"
    if before > 0.3 * (column.right - column.left) and after < min(3 * line.size, before / 2):
        return "right"
    return ""


def margins(lines: Sequence[Line], width: float) -> Column:
    """Where most lines of a column begin and the longest end; ``width`` is the page's.

    Where too few lines are long, the margins are taken for equal.
    """
    if not lines:
        return Column(0, width)
    size = median(line.size for line in lines)
    left = _edge([line.x0 for line in lines], size)
    ends = sorted((line.body for line in lines), reverse=True)
    for end in ends[: len(ends) // 2 + 1]:
        if end - left < LEAST * width:
            break
        if sum(end - size <= other <= end + 0.1 * size for other in ends) >= FEW:
            right = max(other for other in ends if other <= end + 0.1 * size)
            return Column(left, right, size)
    return Column(left, max(ends[0], width - left), size)


def _edge(places: Sequence[float], size: float) -> float:
    """The leftmost place but for one that stands far out alone."""
    first = min(places)
    for place in sorted(places):
        if sum(abs(place - other) < NEAR * size for other in places) > 1:
            return first if place - first < FAR * size else place
    return first


@dataclass(slots=True)
class Setting:
    """What a document's lines have in common: how far apart they stand, whether first lines are
    indented."""

    pitches: dict[float, float] = field(default_factory=dict)  # by size
    indented: bool = True

    def pitch(self, size: float) -> float:
        """The usual distance between lines of a size."""
        known = self.pitches.get(size)
        if known is not None:
            return known
        ratios = [pitch / max(each, 1) for each, pitch in self.pitches.items()]
        return size * (median(ratios) if ratios else 1.6)


def setting(columns: Iterable[tuple[Sequence[Line], Column]]) -> Setting:
    """The setting of all columns of a document."""
    gaps: dict[float, Counter[int]] = {}
    first, level = 0, 0
    for lines, column in columns:
        for line, after in pairwise(lines):
            gap = after.base - line.base
            if after.page != line.page or gap <= 0 or abs(after.size - line.size) > 0.5:
                continue
            if gap < 4 * line.size:
                gaps.setdefault(line.size, Counter())[round(gap)] += 1
            if _is_full(line, after, column):
                indent = line.x0 - after.x0
                first += indent > NEAR * line.size
                level += abs(indent) < 0.3 * line.size and after.x0 - column.left > line.size
    out = Setting(indented=first >= level)
    for size, counts in gaps.items():
        most = counts.most_common(1)[0][1]
        out.pitches[size] = min(gap for gap, count in counts.items() if 5 * count >= most)
    return out


def paragraphs_of(
    lines: Sequence[Line], column: Column, common: Setting, *, cell: bool = False
) -> list[Paragraph]:
    """The paragraphs of lines in one column or cell, which may go on over pages."""
    out: list[Paragraph] = []
    for line in lines:
        if out and goes_on(out[-1], line, column, common, cell=cell):
            out[-1].take(line, column)
        else:
            out.append(Paragraph([line], column))
    return out


def goes_on(
    paragraph: Paragraph, after: Line, column: Column, common: Setting, *, cell: bool = False
) -> bool:
    """Whether a paragraph's text goes on in the next line, which may stand in another column."""
    line, size = paragraph.lines[-1], paragraph.lines[-1].size
    if abs(after.size - size) > 0.12 * size or after.parts or line.parts:
        return False
    if not cell and _align(line, paragraph.end) == "right":
        return False
    same = paragraph.end == column and line.page == after.page
    if same and after.base - line.base > LOOSE * common.pitch(size):
        return False
    ends, marked = line.text[-1] in FINAL + "）)", _MARK.match(after.text) is not None
    if marked and ends:
        return False
    indent, near = after.x0 - column.left, NEAR * size
    start = paragraph.lines[0].x0 - paragraph.column.left
    second = len(paragraph.lines) == 1
    outdented = abs(indent) < near and (start > size or not second)
    if not _is_full(line, after, paragraph.end):
        short = paragraph.end.right - line.x1
        return not cell and common.indented and outdented and not ends and short < RAGGED * size
    if line.bold != after.bold and second and ends:
        return False
    if _align(after, column) == "center" and _is_even(line, paragraph.end):
        return True
    if cell or abs(indent - start) < near:
        if marked:
            return False
        if not cell and indent > size and second and common.indented:
            return False
    if cell:
        return True
    if not second:
        return abs(indent - (line.x0 - paragraph.end.left)) < near
    if abs(indent) < near or abs(indent - start) < near:
        return True
    return indent > start and indent - start < 6 * size and _hangs(paragraph.lines[0])


def _is_even(line: Line, column: Column) -> bool:
    """Whether a line leaves as much room at both sides."""
    return abs((line.x0 - column.left) - (column.right - line.x1)) < line.size


def _hangs(line: Line) -> bool:
    """Whether the lines after a first one may be set in."""
    return _MARK.match(line.text) is not None


def _is_full(line: Line, after: Line, column: Column) -> bool:
    """Whether what begins the next line had no room at the end of this one."""
    room = column.right - column.left
    end = column.right + 0.02 * line.size
    if _align(line, column) == "center" and line.x1 - line.x0 + after.first > room:
        return True
    return line.x1 + after.first > end
