"""Reads PDF files: characters in their places become lines, paragraphs and tables again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import monotonic

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.assembly import Paper
from duplan.readers.file import File
from duplan.readers.pdf.glyphs import REPLACEMENT, Sheet, sheet
from duplan.readers.pdf.layout import Laid, Layouter, Part, lay
from duplan.readers.pdf.lines import Line
from duplan.readers.pdf.margins import is_page_number
from duplan.readers.pdf.pages import read_pages
from duplan.readers.pdf.paragraphs import Paragraph
from duplan.readers.pdf.recognition import recognise
from duplan.readers.pdf.tables import TableText
from duplan.source import Block, Cell, Source, Span, Table

MAX_NAMED = 40  # characters of left-out text that a diagnostic quotes
FREE = 50_000  # characters, and drawn lines, of any file
PACKED = 4  # characters that a byte may hold beyond
FEW = 20  # characters; a picture of a page may have a number or a stamp beside it


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document of a PDF file.

    Lines are joined to paragraphs, tables are told by their rules, also over pages; repeated header
    rows are left out and named (DP108), and so is slanted text. Running heads and feet become
    asides (DP106), once. Text that can't be seen is left out and named (DP104). Pages without text
    are recognised where the extra ``ocr`` is installed (DP113), else named (DP112).

    Raises UnreadableError, and nothing else: "needs-extra", "encrypted", "damaged", "scanned",
    "empty", "too-large", "too-complex".
    """
    found: list[Diagnostic] = []
    sheets: list[Sheet] = []
    laid: dict[int, Laid] = {}
    blind: list[Sheet] = []
    for page in _sheets(file):
        sheets.append(page)
        if _is_blind(page):
            blind.append(page)
        elif page.glyphs:
            laid[page.number] = lay(page)
    tried = recognise(file, blind)
    found += _about_pages(
        "DP112", [page for page in blind if page.pictured and not page.recognised]
    )
    laid |= {page.number: lay(page) for page in blind if page.glyphs and (tried or laid)}
    if not laid:
        raise UnreadableError("scanned" if blind else "empty")
    found += _about_pages("DP113", [page for page in sheets if page.recognised])
    for page in sheets:
        found += _left_out(page)
    layouter = Layouter([page for _, page in sorted(laid.items())])
    paper = Paper(file.limits)
    content = tuple(_content(layouter.parts, paper))
    for text in layouter.repeated:
        found.append(Diagnostic("DP108", None, {"text": text[:MAX_NAMED]}))
    for story, lines in (
        ("header", layouter.furniture.headers),
        ("footer", layouter.furniture.footers),
    ):
        found += _margin(story, lines, paper)
    for at, (number, _, text) in enumerate(layouter.notes, 1):
        found += _aside("footnote", [(text, f"page[{number}]/footnote[{at}]")], paper)
    if layouter.readings:
        found.append(Diagnostic("DP109", None, {"count": layouter.readings}))
    for each in sheets:
        for at, note in enumerate(each.notes, 1):
            path = f"page[{each.number}]/comment[{at}]"
            found += _aside("comment", [(" ".join(note.split()), path)], paper)
    return paper.source(file, "pdf", content), found


def _sheets(file: File) -> Iterator[Sheet]:
    """The pages. Small files whose pages unfold into far more than they hold are refused."""
    deadline = monotonic() + file.limits.seconds
    chars, rules = FREE + PACKED * len(file.data), FREE + len(file.data)
    for page in read_pages(file):
        chars -= len(page.chars)
        rules -= len(page.rules)
        if min(chars, rules) < 0:
            raise UnreadableError("too-complex")
        if monotonic() > deadline:
            raise file.limits.exceeded("seconds")
        yield sheet(page)


def _is_blind(page: Sheet) -> bool:
    """Whether a page shows more than its characters tell: a scan, or fonts without a key."""
    if page.recognised:
        return False
    known = sum(glyph.text not in (" ", REPLACEMENT) for glyph in page.glyphs)
    return page.unknown > known or (known < FEW and page.scanned) or (not known and page.pictured)


def _about_pages(code: str, pages: Sequence[Sheet]) -> Iterator[Diagnostic]:
    if pages:
        numbers = ", ".join(str(page.number) for page in pages)
        yield Diagnostic(code, None, {"pages": numbers})


def _left_out(page: Sheet) -> Iterator[Diagnostic]:
    if page.hidden:
        yield Diagnostic("DP104", None, {"text": page.hidden[:MAX_NAMED]})
    if page.slanted:
        yield Diagnostic("DP108", None, {"text": page.slanted[:MAX_NAMED]})
    if page.unknown:
        yield Diagnostic("DP114", None, {"count": page.unknown, "page": page.number})
    if page.failed:
        values: dict[str, str | int] = {"part": f"page {page.number}", "reason": "damaged"}
        yield Diagnostic("DP107", None, values)


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
    told = [block for block in blocks if not is_page_number(block.text)]
    if told:
        text = " ".join(block.text for block in told)[:MAX_NAMED]
        span = Span(told[0].index, 0, len(told[0].text))
        yield Diagnostic("DP106", span, {"story": story, "text": text})
