"""Reads OFD files (GB/T 33190-2016): characters in their places become lines and tables again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NoReturn

from lxml import etree

from duplan.diagnostics import KINDS, Diagnostic, UnreadableError
from duplan.readers.file import File
from duplan.readers.findings import MAX_NAMED, hidden
from duplan.readers.ofd.drawing import Canvas, Ink, texts_in
from duplan.readers.ofd.package import Document, Package, child_text
from duplan.readers.pdf.glyphs import Sheet, is_blind, sheet
from duplan.readers.pdf.layout import Laid, lay
from duplan.readers.pdf.story import put_together
from duplan.source import Source


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document of an OFD file; several in one file are read one after the other.

    Pages are laid out as those of PDF files are. Annotations become comments (DP106), watermarks
    are left out and named (DP108), and so are attached files (DP124). Seals are pictures (DP123).
    Pages without text are named (DP125), damaged ones too (DP107).

    Raises UnreadableError, and nothing else: "encrypted", "damaged", "pictured", "empty",
    "too-large", "too-complex".
    """
    package = Package(file)
    found: list[Diagnostic] = []
    sheets: list[Sheet] = []
    laid: dict[int, Laid] = {}
    blind: list[int] = []
    ink = Ink(len(file.data))
    for document in package.documents():
        if len(sheets) + document.count_pages() > file.limits.pages:
            raise file.limits.exceeded("pages")
        for page in _sheets(document, ink, len(sheets), found):
            sheets.append(page)
            if is_blind(page):
                blind.append(page.number)
            if page.glyphs:
                laid[page.number] = lay(page)
        found += _beside(document)
    found += package.diagnostics
    if not laid:
        _refuse(sheets, package)
    if blind:
        found.append(Diagnostic(KINDS["DP125"], None, {"pages": ", ".join(map(str, blind))}))
    source, left_out = put_together(sheets, laid, file, "ofd")
    return source, found + left_out


def _sheets(document: Document, ink: Ink, first: int, found: list[Diagnostic]) -> Iterator[Sheet]:
    notes: dict[str, list[str]] = {}
    for identity, held in document.annotations():
        for annotation in held.iter("{*}Annot"):
            found += _take_annotation(annotation, notes.setdefault(identity, []))
    for number, page in enumerate(document.pages(), first):
        canvas = Canvas(page.box, document.fonts, document.units, ink)
        if page.content is not None:
            for content in (*page.templates, page.content):
                canvas.draw(content)
        yield sheet(canvas.raw(number, tuple(notes.pop(page.identity, ()))))


def _take_annotation(annotation: etree._Element, notes: list[str]) -> Iterator[Diagnostic]:
    """Adds what an annotation says to the notes; names what isn't shown or is no part of the text."""
    words = [texts_in(each) for each in annotation.iterchildren("{*}Appearance")]
    text = " ".join([child_text(annotation, "Remark"), *words]).strip()
    if not text:
        return
    if annotation.get("Visible") == "false":
        yield from hidden(text)
    elif annotation.get("Type") == "Watermark":
        yield Diagnostic(KINDS["DP108"], None, {"text": text[:MAX_NAMED]})
    else:
        notes.append(text)


def _beside(document: Document) -> Iterator[Diagnostic]:
    if document.seals:
        yield Diagnostic(KINDS["DP123"], None, {"count": document.seals})
    for name in document.attachments():
        yield Diagnostic(KINDS["DP124"], None, {"name": name[:MAX_NAMED]})


def _refuse(sheets: Sequence[Sheet], package: Package) -> NoReturn:
    if any(page.pictured for page in sheets):
        raise UnreadableError("pictured")
    if package.diagnostics:
        values = package.diagnostics[0].values
        raise UnreadableError("damaged", reason=f"{values['part']}: {values['reason']}")
    raise UnreadableError("empty")
