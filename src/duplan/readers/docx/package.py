"""Opens a docx package: parts in bounded memory, relationships, and the refusals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from posixpath import dirname

from lxml import etree

from duplan.diagnostics import UnreadableError
from duplan.readers.archive import Archive, zipped
from duplan.readers.docx.flat import flat_parts
from duplan.readers.docx.folding import PLAIN, Folding
from duplan.readers.docx.names import STRICT, w
from duplan.readers.file import File
from duplan.readers.formats import FLAT_PACKAGE, OLE, WORD_2003, root_name
from duplan.readers.opc import Relation, relations
from duplan.readers.xml import PartError, check, parse_checked, utf8

_ROOT_TAG = re.compile(rb"<[A-Za-z_][^>]*>")


class Package:
    """The parts of one docx file by name. Only the parts asked for are unzipped."""

    def __init__(self, file: File) -> None:
        self.folding = Folding()
        self._archive = _open(file)

    def __contains__(self, name: str) -> bool:
        return name in self._archive

    def read(self, name: str) -> bytes:
        """A part as it is. Raises PartError (absent or damaged) and UnreadableError."""
        return self._archive.read(name)

    def root(self, name: str) -> etree._Element:
        """The root element of a part, strict names turned into transitional ones, folded.

        Raises PartError (absent or damaged) and UnreadableError.
        """
        content = self._content(name)
        folded = self.folding.fold(content)
        is_folded = folded is not content
        del content  # the largest thing of all, while the tree is made
        try:
            root = parse_checked(folded)
        except PartError:
            if not is_folded:
                raise
            self.folding.forget()
            root = parse_checked(self._content(name))  # which says where the damage is
        else:
            if is_folded:
                self.folding.unfold(root)
                return root
        for element in root.iter(PLAIN):
            element.tag = w("unknown")
        return root

    def _content(self, name: str) -> bytes:
        content = utf8(self.read(name))
        if b"http://purl.oclc.org/ooxml/" in content:
            content = _ROOT_TAG.sub(_transitional, content, count=1)
        check(content, self._archive.packed_size(name))
        return content

    def relations(self, part: str) -> Iterator[Relation]:
        """A part's relationships to other parts; none if damaged. ``part`` is "" for the package."""
        return relations(self._archive, part)

    def main(self) -> tuple[str, etree._Element]:
        """Name and root of the Word document's main part.

        Found by relationship, then content type, then name (ECMA-376 Part 2, 8 to 10). Raises
        UnreadableError: "not-docx" where there is none, "damaged" where none can be read.
        """
        reason = ""
        tried = set[str]()
        for name in self._main_candidates():
            if name in tried or name not in self:
                continue
            tried.add(name)
            try:
                root = self.root(name)
            except PartError as error:
                reason = reason or f"{name}: {error}"
                continue
            if root.tag == w("document"):
                return name, root
        if reason:
            raise UnreadableError("damaged", reason=reason)
        raise UnreadableError("not-docx")

    def _main_candidates(self) -> Iterator[str]:
        for _, kind, target in self.relations(""):
            if kind == "officeDocument":
                yield target
        yield "word/document.xml"
        try:
            types = self.root("[Content_Types].xml")
        except PartError:
            pass
        else:
            for override in types.iter("{*}Override"):
                content = override.get("ContentType", "")
                if "wordprocessingml" in content or "ms-word" in content:
                    yield override.get("PartName", "").lstrip("/")
        yield from (name for name in self._archive if re.fullmatch(r"word/document\d*\.xml", name))


def folder_of(part: str) -> str:
    """The folder that a part's relative targets start from, "" or ending in a slash."""
    folder = dirname(part)
    return f"{folder}/" if folder else ""


def _open(file: File) -> Archive:
    if file.data.startswith(OLE):
        raise UnreadableError("encrypted")
    root = root_name(file.data)
    if root == WORD_2003:
        raise UnreadableError("unknown-format", format="Word 2003 XML")
    if root == FLAT_PACKAGE:
        file = replace(file, data=zipped(flat_parts(file).items()))
    return Archive(file)


def _transitional(root_tag: re.Match[bytes]) -> bytes:
    tag = root_tag.group()
    for strict, name in STRICT.items():
        tag = tag.replace(b'"%s"' % strict, b'"%s"' % name)
        tag = tag.replace(b"'%s'" % strict, b"'%s'" % name)
    return tag
