"""Lines that a page's width broke, joined again; page numbers that came between them, taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from duplan.dates import match_time_label
from duplan.outline.markers import Marker, from_label, read_marker
from duplan.text.normal import Line, Text

Mark = tuple[Marker, int]

_FINAL = "。；：！？;:!?…"
_CLOSERS = "”）》」』"
_OPEN_END = "，、,（《“「"
_COMMA = re.compile("[，,]")
_ASIDE = 16  # columns from which on a line is centred or set to the right
_SLACK = 4  # characters that a wrapped line may fall short of the width


@dataclass(slots=True)
class Wrapped:
    """The lines of one paragraph: the first, and the texts of all."""

    first: Line
    texts: list[Text]


def join_wraps(lines: Sequence[Line]) -> tuple[list[Wrapped], list[Text]]:
    """The paragraphs that the lines make, and what was taken for page numbers."""
    width = wrap_width(lines)
    marks = [_mark(line) for line in lines]
    out: list[Wrapped] = []
    dropped: list[Text] = []
    last: Marker | None = None
    for at, line in enumerate(lines):
        mark = marks[at]
        unfinished = bool(out) and _unfinished(lines[at - 1], out[-1], width, line)
        if unfinished and mark is None:
            out[-1].texts.append(line.text)
            continue
        if out and mark is not None and (unfinished or _is_cut_off(lines[at - 1], out[-1])):
            later = next((m[0] for m in marks[at + 1 : at + 12] if m is not None), None)
            if _is_page_number(mark[0], last, later, lines[at - 1], width):
                dropped.append(line.text.cut(0, mark[1]))
                out[-1].texts.append(line.text.cut(mark[1]))
                continue
        if mark is not None and last is not None and mark[0].weak:
            inner = read_marker(line.text.text[mark[1] :])
            if inner is not None and inner[0].ordinal == (last.ordinal or 0) + 1:
                dropped.append(line.text.cut(0, mark[1]))
                line = line._replace(text=line.text.cut(mark[1]))
                mark = inner
        out.append(Wrapped(line, [line.text]))
        if mark is not None and mark[0].family == "dec":
            last = mark[0]
    return out, dropped


def _mark(line: Line) -> Mark | None:
    marker = from_label(line.label) if line.label else None
    return (marker, 0) if marker is not None else read_marker(line.text.text)


def _width(text: str) -> float:
    """In full-width characters: GBK writes them, and only them, as two bytes."""
    return len(text.encode("gbk", "replace")) / 2


def wrap_width(lines: Sequence[Line]) -> float | None:
    """The width that a hard-wrapped text was wrapped at, in full-width characters; None if it isn't."""
    widths = [round(_width(line.text.text) + line.indent / 2) for line in lines]
    open_ended = Counter(
        width
        for width, line in zip(widths, lines, strict=True)
        if len(line.text) >= 15 and line.text.text[-1] not in _FINAL + _CLOSERS
    )
    if not open_ended:
        return None
    most = max(open_ended, key=lambda width: (_near(open_ended, width), open_ended[width], width))
    hits = _near(open_ended, most)
    longer = sum(width > most + _SLACK for width in widths)
    shorter = sum(count for width, count in open_ended.items() if width < most - _SLACK)
    needed = 4 if longer * 5 <= hits else 8
    return float(most) if hits >= needed and hits >= shorter and hits > longer else None


def _near(widths: Counter[int], width: int) -> int:
    """How many lines end near a width."""
    return sum(widths[width + off] for off in range(-_SLACK // 2, _SLACK // 2 + 1))


def _unfinished(line: Line, paragraph: Wrapped, width: float | None, after: Line) -> bool:
    """Whether the line's sentence goes on in the next line."""
    text = line.text.text
    if not text or line.layout.outline_level is not None or after.layout.outline_level is not None:
        return False
    if text[-1] in _OPEN_END:
        return True
    if text[-1] in _FINAL or after.blank_before or after.label:
        return False
    if max(line.indent, after.indent) >= _ASIDE:
        return False
    if after.text.text[:1] in "#>|" or match_time_label(after.text.text) is not None:
        return False
    reach = _width(text) + line.indent / 2
    if width is not None and width - _SLACK <= reach <= width + _SLACK:
        return text[-1] not in _CLOSERS or (reach >= width - 1 and after.indent <= line.indent)
    return text[-1] not in _CLOSERS and _reads_on(line, paragraph, after)


def _reads_on(line: Line, paragraph: Wrapped, after: Line) -> bool:
    """Whether a line that no width broke is running text without an end, and the next one ends it."""
    text = line.text.text
    begins = len(paragraph.texts) == 1
    comma = _COMMA.search(text) is not None
    running = ("。" in text and len(text) >= 15) or (comma and not begins and len(text) >= 25)
    if line.block == after.block:
        return running
    return (running or (comma and len(text) >= 40)) and after.text.text[-1:] in "。；;"


def _is_cut_off(line: Line, paragraph: Wrapped) -> bool:
    """Whether a paragraph of several lines stops without an end, as where a page was cut."""
    return len(paragraph.texts) >= 2 and line.text.text[-1] not in _FINAL + _CLOSERS


def _is_page_number(
    marker: Marker, last: Marker | None, later: Marker | None, before: Line, width: float | None
) -> bool:
    """A number in the middle of a sentence that is not the list's next: out of turn, of another
    form, or printed again by the list itself further down."""
    if marker.family != "dec" or marker.close not in ("、", ".") or marker.ordinal is None:
        return False
    in_turn = (
        last is not None
        and marker.ordinal == (last.ordinal or 0) + 1
        and last.close == marker.close
    )
    if in_turn:
        return later == marker
    if later is not None and (later.ordinal, later.close) == (marker.ordinal + 1, marker.close):
        return False  # a list with a gap
    return before.text.text[-1] in _OPEN_END or len(before.text) >= 25 or width is not None
