"""Pages, read and laid out → the source, with what was left out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from duplan.diagnostics import KINDS, Diagnostic
from duplan.readers.asides import name_asides
from duplan.readers.assembly import Paper
from duplan.readers.file import File
from duplan.readers.findings import MAX_NAMED, hidden, unread
from duplan.readers.pdf.glyphs import Sheet
from duplan.readers.pdf.layout import Laid, Layouter, Part
from duplan.readers.pdf.lines import Line
from duplan.readers.pdf.margins import is_page_number
from duplan.readers.pdf.paragraphs import Paragraph
from duplan.readers.pdf.tables import TableText
from duplan.source import Block, Cell, Source, Table


def put_together(
    sheets: Sequence[Sheet], laid: Mapping[int, Laid], file: File, form: str
) -> tuple[Source, list[Diagnostic]]:
    """The document of pages in a format; ``laid`` has those with text, by their numbers.

    Raises UnreadableError ("too-large") beyond ``file.limits.paragraphs``.
    """
    found: list[Diagnostic] = []
    for each in sheets:
        found += _left_out(each)
    layouter = Layouter([page for _, page in sorted(laid.items())])
    paper = Paper(file.limits)
    content = tuple(_content(layouter.parts, paper))
    for text in layouter.repeated:
        found.append(Diagnostic(KINDS["DP108"], None, {"text": text[:MAX_NAMED]}))
    for story, lines in (
        ("header", layouter.furniture.headers),
        ("footer", layouter.furniture.footers),
    ):
        found += _margin(story, lines, paper)
    for at, (number, _, text) in enumerate(layouter.notes, 1):
        found += _aside("footnote", [(text, f"page[{number}]/footnote[{at}]")], paper)
    if layouter.readings:
        found.append(Diagnostic(KINDS["DP109"], None, {"count": layouter.readings}))
    for each in sheets:
        for at, note in enumerate(each.notes, 1):
            path = f"page[{each.number}]/comment[{at}]"
            found += _aside("comment", [(" ".join(note.split()), path)], paper)
    return paper.source(file, form, content), found


def _left_out(page: Sheet) -> Iterator[Diagnostic]:
    yield from hidden(page.hidden)
    if page.slanted:
        yield Diagnostic(KINDS["DP108"], None, {"text": page.slanted[:MAX_NAMED]})
    if page.unknown:
        yield Diagnostic(KINDS["DP114"], None, {"count": page.unknown, "page": page.number})
    if page.failed:
        yield unread(f"page {page.number}", "damaged")


def _content(parts: Sequence[Part], paper: Paper) -> Iterator[Block | Table]:
    """The running text, numbered; places count from 1 on every page."""
    counts: dict[tuple[int, str], int] = {}
    for part in parts:
        page = part.page if isinstance(part, TableText) else part.lines[0].page
        kind = "tbl" if isinstance(part, TableText) else "p"
        at = counts[page, kind] = counts.get((page, kind), 0) + 1
        path = f"page[{page}]/{kind}[{at}]"
        if isinstance(part, Paragraph):
            yield paper.paragraph(part.text, path, layout=part.layout())
        else:
            yield _table(part, path, paper)


def _table(table: TableText, path: str, paper: Paper) -> Table:
    rows = []
    for at, row in enumerate(table.rows, 1):
        cells = []
        for number, cell in enumerate(row, 1):
            place = f"{path}/tr[{at}]/tc[{number}]/p"
            blocks = tuple(
                paper.paragraph(paragraph.text, f"{place}[{count}]", layout=paragraph.layout())
                for count, paragraph in enumerate(cell.paragraphs, 1)
            ) or (paper.paragraph("", f"{place}[1]"),)
            cells.append(Cell(blocks, cell.column, cell.rows, cell.columns))
        rows.append(tuple(cells))
    return Table(tuple(rows), path)


def _margin(story: str, lines: Sequence[Line], paper: Paper) -> Iterator[Diagnostic]:
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    for page, held in by_page.items():
        held.sort(key=lambda line: line.base)
        texts = [
            (line.text, f"page[{page}]/{story}/p[{count}]") for count, line in enumerate(held, 1)
        ]
        yield from _aside(story, texts, paper)


def _aside(story: str, texts: Sequence[tuple[str, str]], paper: Paper) -> Iterator[Diagnostic]:
    blocks = [paper.paragraph(text, path) for text, path in texts]
    paper.aside(story, blocks)
    numbers = {block.index for block in blocks if is_page_number(block.text)}
    return name_asides(paper.asides[-1:], numbers)
