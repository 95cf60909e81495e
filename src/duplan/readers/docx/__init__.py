"""Reads Word documents (docx) as Word would show them, tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from duplan.diagnostics import Diagnostic
from duplan.readers.asides import name_asides
from duplan.readers.docx.body import Walker
from duplan.readers.docx.names import TYPE, UNREAD, w
from duplan.readers.docx.numbering import Numbering
from duplan.readers.docx.package import Package, folder_of
from duplan.readers.docx.styles import Styles
from duplan.readers.file import File
from duplan.readers.xml import PartError
from duplan.source import Aside, Source

_NOTES = {
    "footnotes": ("footnote", w("footnote")),
    "endnotes": ("endnote", w("endnote")),
    "comments": ("comment", w("comment")),
}


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document in a docx package, with what was noticed on the way.

    Labels are Word's automatic numbers. Insertions and moves count as accepted, deletions as gone
    (DP105); hidden text is left out and named (DP104), ruby is (DP109). Notes, comments, headers
    and footers become asides (DP106). A damaged part other than the main one is named (DP107).

    Raises UnreadableError, and nothing else, on bytes that hold no readable document: "empty",
    "binary", "encrypted", "damaged-zip", "not-docx", "too-large", "too-complex".
    """
    package = Package(file)
    main, document = package.main()
    parts = _Parts(package, main)
    styles = Styles(parts.root("styles"))
    walker = Walker(styles, Numbering(lambda: parts.root("numbering"), styles), file.limits)
    etree.strip_elements(document, *UNREAD, with_tail=False)
    body = document.find(w("body"))
    content = walker.walk(document if body is None else body, "body")
    asides = tuple(_asides(parts, walker))
    diagnostics = walker.diagnostics + parts.diagnostics
    if walker.insertions or walker.deletions:
        changes: dict[str, str | int] = {
            "insertions": walker.insertions,
            "deletions": walker.deletions,
        }
        diagnostics.append(Diagnostic("DP105", None, changes))
    if walker.ruby_notes:
        diagnostics.append(Diagnostic("DP109", None, {"count": walker.ruby_notes}))
    diagnostics += name_asides(asides, walker.page_numbers)
    source = Source(file.name, "docx", file.sha256, content, tuple(walker.blocks), asides=asides)
    return source, diagnostics


class _Parts:
    """The parts that the main part refers to, damage named."""

    def __init__(self, package: Package, main: str) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._package = package
        self._folder = folder_of(main)
        self._by_id: dict[str, tuple[str, str]] = {}
        self._by_kind: dict[str, str] = {}
        for relation, kind, target in package.relations(main):
            self._by_id[relation] = kind, target
            self._by_kind.setdefault(kind, target)

    def root(self, kind: str) -> etree._Element | None:
        """The part of a kind, by relationship or by its usual name."""
        usual = f"{self._folder}{kind}.xml"
        target = self._by_kind.get(kind, usual)
        if target not in self._package:
            target = usual
        return self._read(target) if target in self._package else None

    def referred(self, relation: str) -> tuple[str, str, etree._Element] | None:
        """(kind, part, root) of a header or footer."""
        kind, target = self._by_id.get(relation, ("", ""))
        if kind not in ("header", "footer") or target not in self._package:
            return None
        root = self._read(target)
        return None if root is None else (kind, target, root)

    def _read(self, target: str) -> etree._Element | None:
        try:
            return self._package.root(target)
        except PartError as error:
            values: dict[str, str | int] = {"part": target, "reason": str(error)}
            self.diagnostics.append(Diagnostic("DP107", None, values))
            return None


def _asides(parts: _Parts, walker: Walker) -> Iterator[Aside]:
    """Headers and footers in order of reference, then every note and comment by itself."""
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
        notes = (note for note in part.iterchildren(tag) if note.get(TYPE, "normal") == "normal")
        for count, note in enumerate(notes, 1):
            yield _aside(walker, story, note, f"{kind}/{story}[{count}]")


def _aside(walker: Walker, story: str, root: etree._Element, path: str) -> Aside:
    first = len(walker.blocks)
    walker.walk(root, path)
    return Aside(story, tuple(walker.blocks[first:]))
