"""Reads Word documents (docx) as Word would show them, tracked changes accepted."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from duplan import readers
from duplan.diagnostics import Diagnostic
from duplan.readers.asides import name_asides
from duplan.readers.docx.asides import name_unused, read_asides
from duplan.readers.docx.body import Walker
from duplan.readers.docx.names import UNREAD, w
from duplan.readers.docx.numbering import Numbering
from duplan.readers.docx.package import Package
from duplan.readers.docx.parts import Parts, Read
from duplan.readers.docx.styles import Styles
from duplan.readers.docx.theme import Theme
from duplan.readers.file import File
from duplan.readers.findings import accepted
from duplan.readers.formats import sniff
from duplan.source import Block, Source, Span


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document in a docx package, zipped or flat, with what was noticed on the way.

    Labels are Word's automatic numbers. Insertions and moves count as accepted, deletions as gone
    (DP105); hidden text is left out and named (DP104), ruby is (DP109). Notes, comments, headers
    and footers become asides (DP106). A damaged part other than the main one is named (DP107), and so
    is a header that no section shows (DP126). Embedded documents stand where they are shown.

    Raises UnreadableError, and nothing else, on bytes that hold no readable document: "encrypted",
    "damaged", "not-docx", "unknown-format" (Word 2003 XML), "too-large", "too-complex".
    """
    return _read(file, _read_embedded)


def _read_embedded(file: File) -> tuple[Source, list[Diagnostic]]:
    return _read(file, None) if sniff(file.data) == "docx" else readers.read(file)


def _read(file: File, read_embedded: Read | None) -> tuple[Source, list[Diagnostic]]:
    package = Package(file)
    main, document = package.main()
    parts = Parts(package, main, file, read_embedded)
    styles = Styles(parts.root("styles"), Theme(lambda: parts.optional("theme")).font)
    numbering = Numbering(lambda: parts.root("numbering"), styles)
    walker = Walker(styles, numbering, file.limits, package.folding, parts.embedded)
    etree.strip_elements(document, *UNREAD, with_tail=False)
    body = document.find(w("body"))
    content = walker.walk(document if body is None else body, "body")
    asides = tuple(read_asides(parts, walker))
    diagnostics = walker.diagnostics + parts.diagnostics
    change = _within(walker.first_change, walker.blocks)
    diagnostics += accepted(walker.insertions, walker.deletions, walker.ruby_notes, change)
    diagnostics += name_asides(asides, walker.page_numbers)
    diagnostics += name_unused(parts, walker)
    asides += tuple(walker.asides)
    source = Source(
        file.name,
        "docx",
        file.sha256,
        content,
        tuple(walker.blocks),
        asides=asides,
        pages=tuple(walker.pages),
        highlights=tuple(walker.highlights),
    )
    return source, diagnostics


def _within(place: Span | None, blocks: Sequence[Block]) -> Span | None:
    """A place that was noted while its paragraph was read, if there is such a paragraph now."""
    if place is None or place.block >= len(blocks):
        return None
    length = len(blocks[place.block].text)
    return Span(place.block, min(place.start, length), min(place.end, length))
