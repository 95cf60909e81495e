"""Opens an OpenDocument text: a zip file of parts, or one flat XML file."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator

from lxml import etree

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.archive import Archive
from duplan.readers.file import File
from duplan.readers.findings import unread
from duplan.readers.formats import ZIP
from duplan.readers.odt.changes import accept_deletions
from duplan.readers.opendocument import office, open_content, style, svg
from duplan.readers.xml import PartError, parse, utf8

_FLAT_RATIO = 8  # flat XML counts as if it were zipped this well
_HEAD = 1 << 12  # bytes in which a document type is declared
_PLAIN_TYPE = re.compile(rb"<!DOCTYPE[^\[\]<>]*+>")


class Package:
    """The parts of one document; ``diagnostics`` names those that are damaged.

    ``content`` and ``styles`` are the roots of their parts; a flat file's root is both. Raises
    UnreadableError: "encrypted", "damaged", "unknown-format", "too-large", "too-complex".
    """

    def __init__(self, file: File) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._archive = Archive(file) if file.data.startswith(ZIP) else None
        self.styles: etree._Element | None
        if self._archive is None:
            self.content = self.styles = _flat(file)
        else:
            self.content = open_content(self._archive)
            self.styles = self._read("styles.xml") if "styles.xml" in self._archive else None
        body = self.content.find(office("body"))
        text = None if body is None else body.find(office("text"))
        if text is None:
            kind = body[0].tag if body is not None and len(body) else self.content.tag
            raise UnreadableError("unknown-format", format=kind.rpartition("}")[2])
        self.text = text
        accept_deletions(self.content)
        if self.styles is not None and self.styles is not self.content:
            accept_deletions(self.styles)

    def named_styles(self) -> Iterator[etree._Element]:
        """Every part that holds styles with names of their own."""
        return self._inside(self.styles, "styles")

    def automatic_styles(self) -> tuple[list[etree._Element], list[etree._Element]]:
        """The styles without such names: those of the text, those of headers and footers."""
        name = "automatic-styles"
        return list(self._inside(self.content, name)), list(self._inside(self.styles, name))

    def fonts(self) -> dict[str, str]:
        """The families of the fonts that styles name."""
        return {
            face.get(style("name"), ""): face.get(svg("font-family"), "").strip("'\"")
            for root in (self.styles, self.content)
            for part in self._inside(root, "font-face-decls")
            for face in part
        }

    def master_pages(self) -> list[etree._Element]:
        """The page styles in the order of the file."""
        return [page for part in self._inside(self.styles, "master-styles") for page in part]

    def embedded(self, reference: str) -> etree._Element | None:
        """The content of an object that a frame refers to, None where it isn't in the file."""
        name = f"{reference.removeprefix('./').rstrip('/')}/content.xml"
        return self._read(name) if self._archive is not None and name in self._archive else None

    def _inside(self, root: etree._Element | None, name: str) -> Iterator[etree._Element]:
        return iter(()) if root is None else root.iterchildren(office(name))

    def _read(self, name: str) -> etree._Element | None:
        assert self._archive is not None
        try:
            return self._archive.root(name)
        except PartError as error:
            self.diagnostics.append(unread(name, error))
            return None


def _flat(file: File) -> etree._Element:
    if len(file.data) > file.limits.unzipped:
        raise file.limits.exceeded("unzipped")
    try:
        content = utf8(file.data).removeprefix(BOM_UTF8).lstrip()
        content = _PLAIN_TYPE.sub(b"", content[:_HEAD], count=1) + content[_HEAD:]
        return parse(content, len(content) // _FLAT_RATIO)
    except PartError as error:
        raise UnreadableError("damaged", reason=str(error)) from error
