"""Reads PDF files: characters in their places become lines, paragraphs and tables again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import monotonic

from duplan.diagnostics import KINDS, Diagnostic, UnreadableError
from duplan.readers.file import File
from duplan.readers.pdf.glyphs import Sheet, is_blind, sheet
from duplan.readers.pdf.layout import Laid, lay
from duplan.readers.pdf.pages import read_pages
from duplan.readers.pdf.recognition import recognise
from duplan.readers.pdf.story import put_together
from duplan.source import Source

FREE = 50_000  # characters, and drawn lines, of any file
PACKED = 4  # characters that a byte may hold beyond


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
        if is_blind(page):
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
    source, left_out = put_together(sheets, laid, file, "pdf")
    return source, found + left_out


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


def _about_pages(code: str, pages: Sequence[Sheet]) -> Iterator[Diagnostic]:
    if pages:
        numbers = ", ".join(str(page.number) for page in pages)
        yield Diagnostic(KINDS[code], None, {"pages": numbers})
