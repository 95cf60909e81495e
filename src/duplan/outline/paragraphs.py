"""Lines → paragraphs and grids: lost tables found again, hard wraps joined, marks read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from duplan.dates import match_time_label
from duplan.outline.grids import (
    TAB,
    Grid,
    from_cell_lines,
    from_pipes,
    from_table,
    from_tabs,
    is_piped,
    tabbed_cells,
)
from duplan.outline.inline import following_items
from duplan.outline.markers import Marker, from_label, read_marker
from duplan.text.normal import EMPTY, Line, TableText, Text, join

_FINAL = "。；：！？;:!?…"
_CLOSERS = "”）》」』"
_DASHES = "-*+－"
_OPEN_END = "，、,（《“「"
_RUN_IN = re.compile(r"[^，。；：:]{2,14}[：:。]")
_COMMA = re.compile("[，,]")
_NOTE = re.compile(r"(?:注|备注|说明|附注)[：:]")
_HASHES = re.compile(r"(#{1,6})\s*|>\s+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its mark, if it has one, and the text after it.

    ``whole`` is everything typed, the mark included; ``heading`` is the level that the file itself
    gives it (a heading style, Markdown's #), None where it gives none.
    """

    text: Text
    whole: Text
    marker: Marker | None = None
    heading: int | None = None
    line: Line = field(default_factory=lambda: Line(EMPTY, 0))

    @property
    def label(self) -> str:
        """The mark as printed, "" where there is none."""
        return self.marker.label if self.marker else ""


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
    for part in _tables(items, is_column):
        if isinstance(part, Grid):
            out.append(part)
        else:
            out += _join_wraps(part, dropped)
    return Flow(tuple(out), tuple(dropped))


# --- tables that a text lost --------------------------------------------------------------------


def _tables(
    items: Sequence[Line | TableText], is_column: Callable[[str], bool]
) -> list[Grid | list[Line]]:
    parts: list[Grid | list[Line]] = []
    at = 0
    while at < len(items):
        item = items[at]
        if isinstance(item, TableText):
            parts += [list(p) if isinstance(p, tuple) else p for p in from_table(item)]
            at += 1
            continue
        found = _table_at(items, at, is_column)
        if found is not None:
            grid, at = found
            parts.append(grid)
            continue
        if parts and isinstance(parts[-1], list):
            parts[-1].append(item)
        else:
            parts.append([item])
        at += 1
    return parts


def _table_at(
    items: Sequence[Line | TableText], at: int, is_column: Callable[[str], bool]
) -> tuple[Grid, int] | None:
    line = items[at]
    assert isinstance(line, Line)
    if is_piped(line):
        run = _run(items, at, is_piped)
        grid = from_pipes(run)
        return (grid, at + len(run)) if grid else None
    if line.indent >= TAB or line.text.gaps:
        return _tab_table(items, at, is_column) or _cell_lines(items, at, is_column)
    return None


def _run(items: Sequence[Line | TableText], at: int, belongs: Callable[[Line], bool]) -> list[Line]:
    run = []
    for item in items[at:]:
        if isinstance(item, TableText) or not belongs(item):
            break
        run.append(item)
    return run


def _columns(line: Line) -> int:
    return 1 + sum(width >= TAB for width in line.text.gaps.values())


def _tab_table(
    items: Sequence[Line | TableText], at: int, is_column: Callable[[str], bool]
) -> tuple[Grid, int] | None:
    header = items[at]
    assert isinstance(header, Line)
    columns = _columns(header)
    if columns < 2:
        return None
    cells = tabbed_cells(header)
    named = sum(is_column(cell.text) for cell in cells if cell.lines)
    is_header = named >= 2 and named * 2 >= sum(bool(cell.lines) for cell in cells)
    if not is_header and not _is_key(cells[0].text):
        return None
    run: list[Line] = []
    for item in items[at:]:
        if isinstance(item, TableText):
            break
        tabbed = _columns(item) > 1 or (item.indent >= TAB and not item.blank_before)
        continues = (
            bool(run)
            and not item.blank_before
            and not _opens_section(item)
            and (is_header or item.label != "" or read_marker(item.text.text) is not None)
        )
        if not tabbed and not continues:
            break
        run.append(item)
    while run and _columns(run[-1]) == 1 and run[-1].indent < TAB and _is_sentence(run[-1]):
        run.pop()
    while run and _NOTE.match(run[-1].text.text) and _columns(run[-1]) == 1:
        run.pop()
    rows = [line for line in run if _columns(line) > 1]
    keyed = sum(_is_key(tabbed_cells(line)[0].text) for line in rows)
    if len(rows) < 2 or (not is_header and (keyed < 3 or keyed * 2 < len(rows))):
        return None
    return from_tabs(run, _is_key), at + len(run)


def _is_sentence(line: Line) -> bool:
    return read_marker(line.text.text) is None and len(line.text) > 40


def _opens_section(line: Line) -> bool:
    read = read_marker(line.text.text)
    return read is not None and read[0].family in ("part", "formal", "han")


def _is_key(text: str) -> bool:
    found = match_time_label(text)
    return found is not None and found[0] == len(text)


def _cell_lines(
    items: Sequence[Line | TableText], at: int, is_column: Callable[[str], bool]
) -> tuple[Grid, int] | None:
    """Cells one below the other, each opened by a tab (what a text export of a Word table gives)."""
    header = _run(
        items,
        at,
        lambda line: (
            line.indent >= TAB
            and is_column(line.text.text)
            and (line is items[at] or not line.blank_before)
        ),
    )
    if len(header) < 2:
        return None
    run = list(header)
    for item in items[at + len(header) :]:
        if isinstance(item, TableText) or (item.indent < TAB and item.blank_before):
            break
        if item.indent < TAB and _opens_section(item):
            break
        run.append(item)
    if len(run) == len(header):
        return None
    first = run[len(header)].text.text
    is_key = str.isdigit if first.isdigit() else _is_key
    return from_cell_lines(run, len(header), is_key), at + len(run)


# --- wrapped lines ------------------------------------------------------------------------------


def _width(text: str) -> float:
    return sum(1.0 if ch > "\u2e7f" else 0.5 for ch in text)


def wrap_width(lines: Sequence[Line]) -> float | None:
    """The width that a hard-wrapped text was wrapped at, in full-width characters; None if it isn't."""
    open_ended = Counter(
        round(_width(line.text.text) + line.indent / 2)
        for line in lines
        if len(line.text) >= 15 and line.text.text[-1] not in _FINAL + _CLOSERS
    )
    total = open_ended.total()
    if total < 4:
        return None
    best, hits = 0, 0
    for width in open_ended:
        near = sum(open_ended[width - back] for back in range(5))
        if (near, width) > (hits, best):
            best, hits = width, near
    longer = sum(_width(line.text.text) > best + 2 for line in lines)
    return float(best) if hits * 10 >= total * 6 and longer * 5 <= hits else None


def _join_wraps(lines: Sequence[Line], dropped: list[Text]) -> list[Paragraph]:
    width = wrap_width(lines)
    out: list[Paragraph] = []
    held: list[Text] = []
    first: Line | None = None
    previous: Line | None = None
    last: Marker | None = None
    for line in lines:
        marker = _marker(line)
        if previous is not None and first is not None and _unfinished(previous, first, width, line):
            if marker is None:
                held.append(line.text)
                previous = line
                continue
            if _is_page_number(marker[0], last, previous, width):
                dropped.append(line.text.cut(0, marker[1]))
                held.append(line.text.cut(marker[1]))
                previous = line
                continue
        if first is not None:
            out += _split(_paragraph(first, held))
        if marker is not None and last is not None and marker[0].weak:
            inner = read_marker(line.text.text[marker[1] :])
            if inner is not None and inner[0].ordinal == (last.ordinal or 0) + 1:
                dropped.append(line.text.cut(0, marker[1]))
                line = replace(line, text=line.text.cut(marker[1]))
                marker = inner
        held, first, previous = [line.text], line, line
        if marker is not None and marker[0].family == "dec":
            last = marker[0]
    if first is not None:
        out += _split(_paragraph(first, held))
    return out


def _marker(line: Line) -> tuple[Marker, int] | None:
    if line.label:
        marker = from_label(line.label)
        if marker is not None:
            return marker, 0
    return read_marker(line.text.text)


def _unfinished(line: Line, first: Line, width: float | None, after: Line) -> bool:
    """Whether the line's sentence goes on in the next line."""
    text = line.text.text
    if not text or line.layout.outline_level is not None or after.layout.outline_level is not None:
        return False
    if text[-1] in _OPEN_END:
        return True
    if text[-1] in _FINAL or after.blank_before or after.label or after.indent >= 16:
        return False
    if after.text.text[:1] in "#>|" or match_time_label(after.text.text) is not None:
        return False
    reach = _width(text) + line.indent / 2
    if width is not None and reach >= width - 4:
        return text[-1] not in _CLOSERS or reach >= width - 1
    if text[-1] in _CLOSERS:
        return False
    body_like = len(text) >= 25 and (
        "。" in text or (line is not first and _COMMA.search(text) is not None)
    )
    plain = line is first and len(text) >= 40 and _COMMA.search(text) is not None
    ends = after.text.text[-1:] in "。；;"
    return ((body_like or plain) and ends) or (line.block == after.block and body_like)


def _is_page_number(
    marker: Marker, last: Marker | None, previous: Line, width: float | None
) -> bool:
    """A number in the middle of a sentence, out of turn or of another form than the list's own."""
    if marker.family != "dec" or marker.close not in ("、", ".") or marker.ordinal is None:
        return False
    in_turn = last is not None and marker.ordinal == (last.ordinal or 0) + 1
    if in_turn and last is not None and last.close == marker.close:
        return False
    return previous.text.text[-1] in _OPEN_END or len(previous.text) >= 25 or width is not None


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
    marker = from_label(first.label) if first.label else None
    if marker is None:
        read = read_marker(text.text)
        if read is not None:
            marker, end = read
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
        replace(
            paragraph,
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
    return replace(paragraph, marker=None, text=paragraph.whole)
