"""Source → ``NormalText``: one script, no noise, no idle white space, and the way back."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

from duplan.diagnostics import KINDS, Diagnostic
from duplan.source import Block, Cell, Layout, Source, Table
from duplan.text.normal import NO_GAPS, CellText, Line, NormalText, Piece, TableText, Text
from duplan.text.pinyin import find_notes
from duplan.text.remnants import emphasis, escapes, has_remnants, remnants
from duplan.text.script import detect, to_simplified
from duplan.text.width import Edit, close_up, columns, fold, full_width, half_width, has_forms

NEARLY = 0.9  # the share of the lines, of so many at least, that tells a document's spacing
FEW_LINES = 8
TAB = 8  # columns
NESTED = 8  # how deep markup is taken out of markup


class _Draft:
    """A visible line on its way. ``offsets`` is None as long as it is a slice of its block."""

    __slots__ = ("block", "first", "gaps", "indent", "label", "offsets", "shown", "start", "text")

    def __init__(self, block: Block, text: str, start: int) -> None:
        self.block = block
        self.text = text
        self.start = start
        self.first = start == 0
        self.label = full_width(block.label.strip()) if self.first else ""
        self.offsets: array[int] | None = None
        self.shown: str | None = None
        self.gaps: dict[int, int] = {}
        self.indent = 0

    def edit(self, edits: Iterable[Edit]) -> bool:
        """Make the edits, which come in order; whether there were any."""
        edits = list(edits)
        if not edits:
            return False
        text, at = self.text, 0
        parts: list[str] = []
        source = self.offsets or range(self.start, self.start + len(text))
        offsets = array("l")
        for start, end, new in edits:
            parts += text[at:start], new
            offsets.extend(source[at:start])
            if new:
                offsets.append(source[start])
            at = end
        parts.append(text[at:])
        offsets.extend(source[at:])
        self.text, self.offsets = "".join(parts), offsets
        return True

    def clean(self) -> None:
        """Take out what no reader of the page sees as text."""
        self.edit(fold(self.text))
        for _ in range(NESTED):
            if not self.edit(remnants(self.text)):
                break
            self.edit(fold(self.text))
        self.edit(emphasis(self.text))
        self.edit(escapes(self.text))

    def finish(self) -> None:
        """Take out idle white space, give brackets their full width, read digits as half-width."""
        text = full_width(self.text)
        body = text.strip()
        if len(body) < len(text):
            lead = len(text) - len(text.lstrip())
            self.indent = columns(text[:lead])
            if self.offsets is None:
                self.start += lead
            else:
                self.offsets = self.offsets[lead : lead + len(body)]
        self.text = body
        spaces = list(close_up(body))
        if spaces:
            shift = 0
            for start, end, new in spaces:
                shift += end - start - len(new)
                self.gaps[end - shift] = columns(body[start:end])
            self.edit(spaces)
        half = half_width(self.text)
        if half != self.text:
            self.text, self.shown = half, self.text

    def simplify(self, converted: str, keep_script: bool) -> None:
        """Read what it became in simplified script, and show that unless ``keep_script``."""
        if keep_script:
            self.shown = self.shown or self.text
        elif self.shown:
            pairs = zip(converted, self.text, self.shown, strict=True)
            self.shown = "".join(shown if text != shown else new for new, text, shown in pairs)
        self.text = converted

    def line(self, layout: Layout, blank_before: int) -> Line:
        """What it has become."""
        text, offsets = self.text, self.offsets
        pieces: tuple[Piece, ...] = ()
        if text:
            start = self.start if offsets is None else offsets[0]
            if offsets is not None and offsets[-1] - start == len(text) - 1:
                offsets = None
            pieces = (Piece(0, len(text), self.block.index, start, offsets),)
        whole = Text(text, pieces, self.gaps or NO_GAPS, self.shown)
        return Line(whole, self.block.index, self.label, self.indent, blank_before, layout)


Drafts = dict[int, list[_Draft]]  # by the index of their block


def normalise(source: Source, *, keep_script: bool = False) -> tuple[NormalText, list[Diagnostic]]:
    """The running text of a document as lines and tables without noise.

    Traditional text is read as simplified, and shown so unless ``keep_script``. Lines without text
    and label are left out and counted in the next line's ``blank_before``, less what stands before
    nearly every line: that is line spacing, as a tab before nearly all is a margin. Characters keep their
    order: each is replaced by one other or dropped.
    """
    drafts = {block.index: _drafts(block) for block in _blocks(source.content)}
    every = [draft for group in drafts.values() for draft in group]
    whole = "\n".join([draft.text for draft in every])
    if _is_noisy(whole):
        for draft in every:
            if _is_noisy(draft.text):
                draft.clean()
    count = 0
    for draft, notes in zip(every, find_notes([draft.text for draft in every]), strict=True):
        if notes:
            # A wrapped note has a range on two lines, but one opening bracket.
            count += sum(draft.text[start] in "(（" for start, _ in notes)
            draft.edit((start, end, "") for start, end in notes)
        draft.finish()
    script = detect("\n".join([draft.label + draft.text for draft in every]))
    if script == "hant":
        _simplify(every, keep_script)
    diagnostics = [Diagnostic(KINDS["DP109"], values={"count": count})] if count else []
    items = _set_solid(list(_items(source.content, drafts)))
    return NormalText(tuple(items), script), diagnostics


def _is_noisy(text: str) -> bool:
    return has_forms(text) or has_remnants(text)


def _blocks(content: Iterable[Block | Table]) -> Iterator[Block]:
    for part in content:
        if isinstance(part, Block):
            yield part
        else:
            yield from part.blocks()


def _drafts(block: Block) -> list[_Draft]:
    """One for each visible line."""
    if "\n" not in block.text:
        return [_Draft(block, block.text, 0)]
    lines = block.text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return [_Draft(block, line, start) for line, start in zip(lines, starts, strict=False)]


def _simplify(drafts: list[_Draft], keep_script: bool) -> None:
    """Convert all texts and labels at once: a call for each would cost more than its work."""
    texts = [draft.text for draft in drafts] + [draft.label for draft in drafts]
    converted = to_simplified("\n".join(texts))
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    parts = (converted[at : at + len(text)] for at, text in zip(starts, texts, strict=False))
    for draft in drafts:
        draft.simplify(next(parts), keep_script)
    for draft in drafts:
        draft.label = next(parts)


def _unframed(content: Iterable[Block | Table]) -> Iterator[Block | Table]:
    """The content, with what tables of one cell hold in their place: these only lay out a page."""
    for part in content:
        if isinstance(part, Table) and all(len(row) == 1 for row in part.rows):
            for row in part.rows:
                yield from _unframed(row[0].content)
        else:
            yield part


def _items(content: Iterable[Block | Table], drafts: Drafts) -> Iterator[Line | TableText]:
    run: list[Block] = []
    for part in _unframed(content):
        if isinstance(part, Block):
            run.append(part)
            continue
        yield from _lines(run, drafts)
        yield _table(part, drafts)
        run = []
    yield from _lines(run, drafts)


def _set_solid(items: list[Line | TableText]) -> list[Line | TableText]:
    """The items without the empty line and the tab that stand before nearly every line."""
    lines = [item for item in items[1:] if isinstance(item, Line)]
    if len(lines) < FEW_LINES:
        return items
    spacing = min(1, _least([line.blank_before for line in lines]))
    alone = [line.indent for line in lines if max(line.text.gaps.values(), default=0) < TAB]
    margin = _least(alone) if len(alone) >= FEW_LINES else 0
    if margin < TAB:
        margin = 0
    if not spacing and not margin:
        return items
    return [
        item._replace(
            blank_before=max(0, item.blank_before - spacing), indent=max(0, item.indent - margin)
        )
        if isinstance(item, Line)
        else item
        for item in items
    ]


def _least(numbers: list[int]) -> int:
    """What nearly all of the numbers reach."""
    return sorted(numbers)[int(len(numbers) * (1 - NEARLY))]


def _table(table: Table, drafts: Drafts) -> TableText:
    return TableText(tuple(tuple(_cell(cell, drafts) for cell in row) for row in table.rows))


def _cell(cell: Cell, drafts: Drafts) -> CellText:
    lines = tuple(_lines(cell.blocks(), drafts))
    return CellText(lines, cell.column, cell.row_span, cell.col_span)


def _lines(blocks: Iterable[Block], drafts: Drafts) -> Iterator[Line]:
    """The lines that hold something. What is empty hands its page break on to them."""
    blank_before, top = 0, False
    for block in blocks:
        for draft in drafts[block.index]:
            layout = block.layout
            top = top or (draft.first and layout.page_break_before)
            if not (draft.text or draft.label):
                blank_before += 1
                continue
            if top != layout.page_break_before:
                layout = replace(layout, page_break_before=top)
            yield draft.line(layout, blank_before)
            blank_before, top = 0, False
