"""Lines → paragraphs and grids, each paragraph with its mark read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from duplan.outline.grids import Grid
from duplan.outline.inline import following_items
from duplan.outline.lost_tables import part_tables
from duplan.outline.markers import Marker, from_label, read_marker, read_named
from duplan.outline.wraps import join_wraps
from duplan.text.normal import EMPTY, Line, TableText, Text, join

_DASHES = "-*+－"
_RUN_IN = re.compile(r"[^，。；：:]{2,14}[：:。]")
_ESCAPED = re.compile(r"\\[#>+\-|*_`~]")
_HASHES = re.compile(r"(#{1,6})\s*|>\s+")


class Paragraph(NamedTuple):
    """A paragraph: its mark, if it has one, and the text after it.

    ``whole`` is everything typed, the mark included; ``heading`` is the level that the file itself
    gives it (a heading style, Markdown's #), None where it gives none.
    """

    text: Text
    whole: Text
    marker: Marker | None = None
    heading: int | None = None
    line: Line = Line(EMPTY, 0)

    @property
    def label(self) -> str:
        """The mark as printed, "" where there is none."""
        return self.marker.label if self.marker else ""

    @property
    def printed(self) -> Text:
        """All that the reader of the page sees: an automatic mark and what is typed."""
        return join([Text(self.line.label), self.whole]) if self.line.label else self.whole


@dataclass(frozen=True, slots=True)
class Flow:
    """A document's paragraphs and grids in order, and what was taken for page numbers."""

    items: tuple[Paragraph | Grid, ...]
    dropped: tuple[Text, ...] = ()


def flow(
    items: Sequence[Line | TableText], is_column: Callable[[str], bool] = lambda _: False
) -> Flow:
    """The paragraphs of a document. ``is_column`` tells a table's header cell by its text."""
    out: list[Paragraph | Grid] = []
    dropped: list[Text] = []
    for part in part_tables(items, is_column):
        if isinstance(part, Grid):
            out.append(part)
            continue
        wrapped, numbers = join_wraps(part)
        dropped += numbers
        for lines in wrapped:
            out += _split(_paragraph(lines.first, lines.texts))
    return Flow(tuple(_mark_named(out)), tuple(dropped))


def _mark_named(items: list[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """Marks 关注事项一：… and 关注事项二：…: a noun with a number, where the document counts on."""
    read = {
        at: named
        for at, item in enumerate(items)
        if isinstance(item, Paragraph) and item.marker is None
        if (named := read_named(item.text.text)) is not None
    }
    counted: dict[str, set[int | None]] = {}
    for noun, marker, _ in read.values():
        counted.setdefault(noun, set()).add(marker.ordinal)
    for at, (noun, marker, end) in read.items():
        item = items[at]
        if isinstance(item, Paragraph) and {1, 2} <= counted[noun]:
            items[at] = item._replace(marker=marker, text=item.text.cut(end))
    return items


def _paragraph(first: Line, held: list[Text]) -> Paragraph:
    whole = held[0] if len(held) == 1 else join(held)
    heading = first.layout.outline_level
    text = whole
    if text.text[:1] in _DASHES and not first.label and _is_bulleted(text):
        bullet = Marker("bullet", (), text.text[0])
        return Paragraph(text.cut(1), whole, bullet, heading, first)
    hashes = _HASHES.match(text.text)
    if hashes:
        text = text.cut(hashes.end())
        if hashes.group(1):
            heading = len(hashes.group(1)) - 1
    if _ESCAPED.match(text.text):
        text = text.cut(1)
        whole = text if hashes is None else whole
    marker = from_label(first.label) if first.label else None
    if marker is None:
        read = read_marker(text.text)
        if read is not None:
            marker, end = read
            marker = marker._replace(label=text.shown[: len(marker.label)])
            text = text.cut(end)
    return Paragraph(text, whole, marker, heading, first)


def _is_bulleted(text: Text) -> bool:
    """Whether a dash, star or plus opens an item: a gap or a Chinese character follows."""
    after = text.text[1:2]
    return 1 in text.gaps or after == " " or "\u4e00" <= after <= "\u9fff" or after in "“《"


def _split(paragraph: Paragraph) -> list[Paragraph]:
    """The marked items of one paragraph, each on its own: 1.…；2.…。 with the first one's mark."""
    marker = paragraph.marker
    if marker is None or marker.ordinal is None or len(marker.ordinals) > 1:
        return [paragraph]
    pieces = following_items(paragraph.text, marker) or _run_in_list(paragraph.text)
    if not pieces:
        return [paragraph]
    start = len(paragraph.whole) - len(paragraph.text)
    first = pieces[0][1]
    out = [
        paragraph._replace(
            text=paragraph.text.cut(0, first),
            whole=paragraph.whole.cut(0, start + first),
        )
    ]
    ends = [piece[1] for piece in pieces[1:]] + [len(paragraph.text)]
    plain = Line(EMPTY, paragraph.line.block, layout=paragraph.line.layout)
    for (item, at, after), end in zip(pieces, ends, strict=True):
        text, whole = paragraph.text.cut(after, end), paragraph.text.cut(at, end)
        out.append(Paragraph(text, whole, item, None, plain))
    return out


def _run_in_list(text: Text) -> list[tuple[Marker, int, int]]:
    """The items of a list that begins right after a short heading: 工作目标：1、…。2、…。"""
    colon = _RUN_IN.match(text.text)
    read = read_marker(text.text[colon.end() : colon.end() + 12]) if colon else None
    if colon is None or read is None or read[0].ordinal != 1:
        return []
    start, end = colon.end(), colon.end() + read[1]
    more = following_items(text, read[0], end)
    return [(read[0], start, end), *more] if more else []


def unmark(paragraph: Paragraph) -> Paragraph:
    """The paragraph with its typed mark taken back as text."""
    if paragraph.line.label:
        return paragraph
    return paragraph._replace(marker=None, text=paragraph.whole)
