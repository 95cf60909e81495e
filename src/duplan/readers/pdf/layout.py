"""Pages → paragraphs and tables in reading order, over page ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from duplan.readers.pdf.aligned import part_tables
from duplan.readers.pdf.columns import bands
from duplan.readers.pdf.glyphs import Sheet
from duplan.readers.pdf.grids import grids_of
from duplan.readers.pdf.lines import Line, lines_of, without
from duplan.readers.pdf.margins import clear_margins
from duplan.readers.pdf.notes import notes_of, part_notes, part_readings
from duplan.readers.pdf.pages import Box
from duplan.readers.pdf.paragraphs import (
    Column,
    Paragraph,
    Setting,
    goes_on,
    margins,
    setting,
)
from duplan.readers.pdf.ruled import open_grids
from duplan.readers.pdf.tables import TableText, continued, fill, set_cells

Part = Paragraph | TableText
HALF = 0.5  # of a page's width: what one of two columns has less than
EARLY = 0.25  # of a page's height left free: what comes next was put on a new page


@dataclass(slots=True)
class Run:
    """Lines of one column, one below the other, and whether the page has others beside it."""

    lines: list[Line]
    width: float  # of the page
    alone: bool
    column: Column | None = None  # of the page before, which it goes on in


@dataclass(slots=True)
class Laid:
    """A page whose characters became lines and the cells of tables."""

    number: int
    width: float
    height: float
    rules: list[Box]
    tables: list[TableText]
    lines: list[Line]
    sizes: Counter[float]  # how many characters are of a size


def lay(page: Sheet) -> Laid:
    """Takes the characters of a page, which are many, and puts lines and tables in their place."""
    sizes = Counter(glyph.size for glyph in page.glyphs)
    glyphs, page.glyphs = page.glyphs, []
    tables = []
    grids = grids_of(page.rules)
    for grid in grids:
        table, glyphs = fill(grid, glyphs, page.number)
        tables.append(table)
    for grid in open_grids(page.rules, grids, glyphs, page.number):
        table, glyphs = fill(grid, glyphs, page.number)
        tables.append(table)
    found = sorted(filter(None, tables), key=lambda table: table.bottom)
    lines = lines_of(glyphs, page.number)
    return Laid(page.number, page.width, page.height, page.rules, found, lines, sizes)


class Layouter:
    """Puts a document together; ``parts`` is its running text."""

    def __init__(self, pages: Sequence[Laid]) -> None:
        self.parts: list[Part] = []
        self.repeated: list[str] = []  # header rows that tables repeat
        self.notes: list[tuple[int, str, str]] = []  # footnotes: page, mark, text
        self.readings = 0  # words that spell characters
        sizes = sum((page.sizes for page in pages), Counter[float]())
        body = sizes.most_common(1)[0][0] if sizes else 0.0
        places = [(page.width, page.height) for page in pages]
        self.furniture = clear_margins([page.lines for page in pages], places, body)
        for page in pages:
            texts, notes = part_notes(page.lines, page.rules, page.width, body)
            page.lines, count = part_readings(texts)
            self.readings += count
            self._take_notes(notes_of(notes), page)
        runs = [_runs(page) for page in pages]
        for before, after in pairwise(runs):
            _continue_column(before, after)
        self._columns = _columns([run for page in runs for run in page if isinstance(run, Run)])
        self._common = self._setting(runs)
        for page, parts in zip(pages, runs, strict=True):
            self._add(page, parts)

    def _take_notes(self, notes: list[tuple[int, str, str]], page: Laid) -> None:
        """Takes the notes of a page, and the marks that refer to them out of its text."""
        self.notes += notes
        marks = {mark for _, mark, _ in notes}
        if marks:
            page.lines = [without(line, marks) for line in page.lines]
            for table in page.tables:
                for row in table.rows:
                    for cell in row:
                        cell.lines = [without(line, marks) for line in cell.lines]

    def _setting(self, runs: Sequence[Sequence[Run | TableText]]) -> Setting:
        columns = []
        for page in runs:
            for run in page:
                if isinstance(run, Run):
                    columns.append((run.lines, self._column(run)))
                else:
                    columns += [(cell.lines, cell.setting) for row in run.rows for cell in row]
        return setting(columns)

    def _column(self, run: Run) -> Column:
        if run.column is not None:
            return run.column
        return self._columns[round(run.width)] if run.alone else margins(run.lines, 0)

    def _add(self, page: Laid, runs: Sequence[Run | TableText]) -> None:
        fresh = self._is_fresh(page)
        for run in runs:
            if isinstance(run, Run):
                column = self._column(run)
                for line in run.lines:
                    last = self.parts[-1] if self.parts else None
                    if isinstance(last, Paragraph) and goes_on(last, line, column, self._common):
                        last.take(line, column)
                    else:
                        self.parts.append(Paragraph([line], column, fresh))
                    fresh = False
            else:
                set_cells(run, self._common)
                last = self.parts[-1] if self.parts else None
                again = None
                if isinstance(last, TableText):
                    again = continued(last, run, self._common)
                if again is None:
                    self.parts.append(run)
                else:
                    self.repeated += again
                fresh = False

    def _is_fresh(self, page: Laid) -> bool:
        """Whether the page before was left with room."""
        last = self.parts[-1] if self.parts else None
        if not isinstance(last, Paragraph) or last.lines[-1].page == page.number:
            return False
        return last.lines[-1].base < (1 - EARLY) * page.height


def _runs(page: Laid) -> list[Run | TableText]:
    """The lines and tables of a page in reading order."""
    out: list[Run | TableText] = []
    rest = page.lines
    for table in page.tables:
        above = [line for line in rest if line.base < table.bottom]
        rest = [line for line in rest if line.base >= table.bottom]
        out += _set(above, page)
        out.append(table)
    return [*out, *_set(rest, page)]


def _set(lines: list[Line], page: Laid) -> Iterator[Run | TableText]:
    found = bands(lines)
    for band in found:
        for part in part_tables(band):
            if isinstance(part, TableText):
                yield part
            else:
                yield Run(part, page.width, len(found) == 1)


def _continue_column(before: Sequence[Run | TableText], after: Sequence[Run | TableText]) -> None:
    """Tells lines at the top of a page, which fill no more than the first column of the page before,
    that they are set in it."""
    first = after[0] if after else None
    if not isinstance(first, Run) or not first.alone:
        return
    start, size = min(line.x0 for line in first.lines), first.lines[0].size
    for run in before:
        if isinstance(run, Run) and not run.alone:
            column = margins(run.lines, 0)
            narrow = column.right - column.left < HALF * run.width
            if narrow and abs(column.left - start) < size:
                if all(line.body <= column.right + size / 2 for line in first.lines):
                    first.column = column
                return


def _columns(runs: Sequence[Run]) -> dict[int, Column]:
    """The margins of the pages of each width."""
    lines: dict[int, list[Line]] = {}
    for run in runs:
        if run.alone and run.column is None:
            lines.setdefault(round(run.width), []).extend(run.lines)
    return {width: margins(held, width) for width, held in lines.items()}
