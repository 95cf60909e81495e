"""The parts that a document's main part refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.docx.names import VAL, is_on, w
from duplan.readers.docx.package import Package, folder_of
from duplan.readers.file import File
from duplan.readers.findings import unread
from duplan.readers.xml import PartError
from duplan.source import Source

Read = Callable[[File], tuple[Source, list[Diagnostic]]]


class Parts:
    """Parts by relation and by kind; what can't be read is named in ``diagnostics``.

    Documents embedded in this one are read by ``read_embedded``.
    """

    def __init__(self, package: Package, main: str, file: File, read_embedded: Read | None) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._package = package
        self._file = file
        self._read_embedded = read_embedded
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

    def optional(self, kind: str) -> etree._Element | None:
        """A part without words, by relationship; None where there is none that can be read."""
        target = self._by_kind.get(kind)
        try:
            return None if target is None else self._package.root(target)
        except (PartError, UnreadableError):
            return None

    def headers_and_footers(self) -> Iterator[str]:
        """The relations to headers and footers, used or not."""
        return (each for each, (kind, _) in self._by_id.items() if kind in ("header", "footer"))

    def referred(self, relation: str) -> tuple[str, str, etree._Element] | None:
        """(kind, part, root) of a header or footer."""
        kind, target = self._by_id.get(relation, ("", ""))
        if kind not in ("header", "footer") or target not in self._package:
            return None
        root = self._read(target)
        return None if root is None else (kind, target, root)

    def even_pages(self) -> bool:
        """Whether even pages have headers and footers of their own."""
        settings = self.root("settings")
        switch = None if settings is None else settings.find(w("evenAndOddHeaders"))
        return switch is not None and is_on(switch.get(VAL))

    def embedded(self, relation: str) -> tuple[Source, list[Diagnostic]] | None:
        """The document that a ``w:altChunk`` stands for."""
        _, target = self._by_id.get(relation, ("", relation))
        if self._read_embedded is None:
            self._name(target, "a document inside an embedded one")
            return None
        try:
            data = self._package.read(target)
            return self._read_embedded(replace(self._file, data=data, name=target))
        except (PartError, UnreadableError) as error:
            self._name(target, str(error))
            return None

    def _read(self, target: str) -> etree._Element | None:
        try:
            return self._package.root(target)
        except PartError as error:
            self._name(target, str(error))
            return None

    def _name(self, target: str, reason: str) -> None:
        self.diagnostics.append(unread(target, reason))
