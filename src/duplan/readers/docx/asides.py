"""The stories beside the body: headers, footers, notes and comments."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from duplan.diagnostics import Diagnostic
from duplan.readers.docx.blocks import Anchor
from duplan.readers.docx.body import Walker
from duplan.readers.docx.names import ID, TYPE, w
from duplan.readers.docx.paragraphs import Note
from duplan.readers.docx.parts import Parts
from duplan.readers.findings import MAX_NAMED
from duplan.source import Aside

_NOTES = {
    "footnotes": ("footnote", w("footnote")),
    "endnotes": ("endnote", w("endnote")),
    "comments": ("comment", w("comment")),
}


def read_asides(parts: Parts, walker: Walker) -> Iterator[Aside]:
    """Headers and footers, then every note and comment by itself, in the order of reference."""
    seen = set[str]()
    for relation, of_even_pages in tuple(walker.references.items()):
        if of_even_pages and not parts.even_pages():
            continue
        referred = parts.referred(relation)
        if referred is not None and referred[1] not in seen:
            story, target, root = referred
            seen.add(target)
            yield _aside(walker, story, root, target.rpartition("/")[2].removesuffix(".xml"))
    for kind, (story, _) in _NOTES.items():
        notes = [(anchor, at, note) for at, note, anchor in _notes(parts, walker, kind) if anchor]
        for anchor, at, note in sorted(notes, key=lambda each: each[:2]):
            yield _aside(walker, story, note, f"{kind}/{story}[{at}]", anchor)


def name_unused(parts: Parts, walker: Walker) -> Iterator[Diagnostic]:
    """A finding for each header, footer and note with text that the document shows nowhere."""
    for relation in parts.headers_and_footers():
        of_even_pages = walker.references.get(relation)
        if of_even_pages is False or (of_even_pages and parts.even_pages()):
            continue
        referred = parts.referred(relation)
        if referred is not None:
            yield from _unused(walker, referred[1], referred[2])
    for kind in _NOTES:
        for at, note, anchor in _notes(parts, walker, kind):
            if anchor is None:
                yield from _unused(walker, f"{kind}[{at}]", note)


def _notes(
    parts: Parts, walker: Walker, kind: str
) -> Iterator[tuple[int, etree._Element, Anchor | None]]:
    """The notes of a kind with their ordinals and where they are referred to."""
    part = parts.root(kind)
    if part is not None:
        notes = (note for note in part.iterchildren(_NOTES[kind][1]) if _is_normal(note))
        for at, note in enumerate(notes, 1):
            yield at, note, walker.anchors.get(Note(kind, note.get(ID, "")))


def _is_normal(note: etree._Element) -> bool:
    return note.get(TYPE, "normal") == "normal"


def _aside(
    walker: Walker, story: str, root: etree._Element, path: str, anchor: Anchor | None = None
) -> Aside:
    first = len(walker.blocks)
    content = walker.walk(root, path)
    blocks = tuple(walker.blocks[first:])
    place, counted = (None, True) if anchor is None else anchor
    return Aside(story, blocks, place, counted, content)


def _unused(walker: Walker, part: str, root: etree._Element) -> Iterator[Diagnostic]:
    text = walker.plain_text(root)
    if text:
        yield Diagnostic("DP126", None, {"part": part, "text": text[:MAX_NAMED]})
