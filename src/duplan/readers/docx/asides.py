"""The stories beside the body: headers, footers, notes and comments."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from duplan.diagnostics import Diagnostic
from duplan.readers.docx.body import Walker
from duplan.readers.docx.names import ID, TYPE, w
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
    for relation in tuple(walker.references):
        referred = parts.referred(relation)
        if referred is not None and referred[1] not in seen:
            story, target, root = referred
            seen.add(target)
            yield _aside(walker, story, root, target.rpartition("/")[2].removesuffix(".xml"))
    for kind, (story, tag) in _NOTES.items():
        part = parts.root(kind)
        if part is None:
            continue
        notes = [note for note in part.iterchildren(tag) if note.get(TYPE, "normal") == "normal"]
        anchors = [walker.anchors.get((kind, note.get(ID, ""))) for note in notes]
        unseen = Span(len(walker.blocks), 0, 0)
        for at in sorted(range(len(notes)), key=lambda at: anchors[at] or unseen):
            yield _aside(walker, story, notes[at], f"{kind}/{story}[{at + 1}]", anchors[at])


def _aside(
    walker: Walker, story: str, root: etree._Element, path: str, anchor: Span | None = None
) -> Aside:
    first = len(walker.blocks)
    walker.walk(root, path)
    return Aside(story, tuple(walker.blocks[first:]), anchor)


def name_unused(parts: Parts, walker: Walker) -> Iterator[Diagnostic]:
    """A finding for each header and footer with text that no section of the document shows."""
    for relation in parts.headers_and_footers():
        if relation in walker.references:
            continue
        referred = parts.referred(relation)
        if referred is not None:
            _, target, root = referred
            text = walker.plain_text(root)
            if text:
                yield Diagnostic("DP126", None, {"part": target, "text": text[:MAX_NAMED]})
