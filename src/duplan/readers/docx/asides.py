"""The stories beside the body: headers, footers, notes and comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from duplan.diagnostics import KINDS, Diagnostic
from duplan.readers.docx.blocks import Anchor
from duplan.readers.docx.body import Walker
from duplan.readers.docx.names import ID, TYPE, w
from duplan.readers.docx.paragraphs import Note
from duplan.readers.docx.parts import Parts
from duplan.readers.findings import MAX_NAMED
from duplan.source import Aside, Span

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
        notes = [each for each in _notes(parts, walker, kind) if not each.withdrawn]
        unseen = Span(len(walker.blocks), 0, 0)
        for each in sorted(notes, key=lambda each: each.anchor.place if each.anchor else unseen):
            yield _aside(walker, story, each.root, f"{kind}/{story}[{each.ordinal}]", each.anchor)


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
        for each in _notes(parts, walker, kind):
            if each.withdrawn:
                yield from _unused(walker, f"{kind}[{each.ordinal}]", each.root)


class _Found(NamedTuple):
    """A note or comment; ``withdrawn`` where what referred to it is deleted or hidden."""

    ordinal: int
    root: etree._Element
    anchor: Anchor | None
    withdrawn: bool


def _notes(parts: Parts, walker: Walker, kind: str) -> Iterator[_Found]:
    part = parts.root(kind)
    if part is None:
        return
    roots = (root for root in part.iterchildren(_NOTES[kind][1]) if _is_normal(root))
    for ordinal, root in enumerate(roots, 1):
        note = Note(kind, root.get(ID, ""))
        anchor = walker.anchors.get(note)
        yield _Found(ordinal, root, anchor, anchor is None and note in walker.withdrawn)


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
        yield Diagnostic(KINDS["DP126"], None, {"part": part, "text": text[:MAX_NAMED]})
