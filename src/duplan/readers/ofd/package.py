"""Opens an OFD package: its documents, their pages, and the parts that these refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.archive import Archive
from duplan.readers.file import File
from duplan.readers.findings import unread
from duplan.readers.ofd.values import box
from duplan.readers.xml import PartError, parse, reason_of, utf8

A4 = (0.0, 0.0, 210.0, 297.0)  # millimetres
Box = tuple[float, float, float, float]  # left, top, width, height

_USUAL = "Doc_0/Document.xml"
_CHINESE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']gb[\w-]{1,8}[\"']", re.IGNORECASE
)
_LOCKS = ("encryptions.xml", "decryptseed.dat")  # GM/T 0099-2020: what an encrypted file has


@dataclass(frozen=True, slots=True)
class Font:
    """What is told of a font."""

    name: str = ""
    bold: bool = False


@dataclass(slots=True)
class Page:
    """A page as the package has it. ``content`` is None where it can't be read."""

    name: str  # of its part
    identity: str
    box: Box
    content: etree._Element | None
    templates: list[etree._Element] = field(default_factory=list)


class Package:
    """The parts of one OFD file; ``diagnostics`` names those that are damaged."""

    def __init__(self, file: File) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._archive = Archive(file)
        if any(name.endswith(_LOCKS) for name in self._archive):
            raise UnreadableError("encrypted")
        try:
            self._root = self._root_of("OFD.xml")
        except PartError as error:
            raise UnreadableError("damaged", reason=f"OFD.xml: {error}") from error

    def documents(self) -> Iterator[Document]:
        """The documents in the file, as their current versions have them."""
        for body in self._root.iter("{*}DocBody"):
            place = child_text(body, "DocRoot") or _USUAL
            for version in body.iter("{*}Version"):
                if version.get("Current") == "true":
                    place = self._of_version(version.get("BaseLoc", "")) or place
            signatures = self.part("OFD.xml", child_text(body, "Signatures"), quiet=True)
            name, root = self.part("OFD.xml", place)
            if root is not None:
                seals = 0 if signatures[1] is None else _count_seals(signatures[1])
                yield Document(self, name, root, seals)

    def _root_of(self, name: str) -> etree._Element:
        return parse(_utf8(self._archive.read(name)), self._archive.packed_size(name))

    def _of_version(self, place: str) -> str:
        name, root = self.part("OFD.xml", place)
        found = "" if root is None else child_text(root, "DocRoot")
        return join("/", dirname(name), found) if found else ""

    def part(
        self, base: str, place: str, folder: str = "", *, quiet: bool = False
    ) -> tuple[str, etree._Element | None]:
        """The name and root of the part that another one refers to, damage named.

        Places are meant from the part that names them; from the document's ``folder`` or the top
        where some writers mean that.
        """
        if not place:
            return "", None
        places = [
            normpath(join(start, place)) for start in ("/" + dirname(base), "/" + folder, "/")
        ]
        name = next((each for each in places if each in self._archive), places[0]).lstrip("/")
        try:
            return name, self._root_of(name)
        except PartError as error:
            if not quiet:
                self.diagnostics.append(unread(name, error))
            return name, None


class Document:
    """One document of a package."""

    def __init__(self, package: Package, name: str, root: etree._Element, seals: int) -> None:
        self.seals = seals
        self._package = package
        self._name = name
        self._folder = dirname(name)
        self._root = root
        self._templates: dict[str, etree._Element | None] = {}
        common = root.find("{*}CommonData")
        self._common = root if common is None else common
        self._template_places = {
            template.get("ID", ""): template.get("BaseLoc", "")
            for template in self._common.iterchildren("{*}TemplatePage")
        }
        self.fonts: dict[str, Font] = {}
        self.units: dict[str, etree._Element] = {}  # compositions that pages may place
        for kind in ("PublicRes", "DocumentRes"):
            for place in self._common.iterchildren(f"{{*}}{kind}"):
                self._take_resources(self._part(self._name, place.text)[1])

    def count_pages(self) -> int:
        """How many pages there are."""
        return sum(1 for _ in self._root.iterfind("{*}Pages/{*}Page"))

    def pages(self) -> Iterator[Page]:
        """The pages in order, each with the templates that lie below or above it."""
        usual = _box_of(self._common.find("{*}PageArea")) or A4
        for reference in self._root.iterfind("{*}Pages/{*}Page"):
            name, root = self._part(self._name, reference.get("BaseLoc"))
            page = Page(name, reference.get("ID", ""), usual, root)
            if root is not None:
                page.box = _box_of(root.find("{*}Area")) or usual
                for place in root.iterchildren("{*}PageRes"):
                    self._take_resources(self._part(name, place.text)[1])
                for used in root.iterchildren("{*}Template"):
                    template = self._template(used.get("TemplateID", ""))
                    if template is not None:
                        page.templates.append(template)
            yield page

    def annotations(self) -> Iterator[tuple[str, etree._Element]]:
        """The ids of pages with the annotations on them."""
        name, root = self._part(self._name, child_text(self._root, "Annotations"))
        for page in () if root is None else root.iterchildren("{*}Page"):
            _, held = self._part(name, child_text(page, "FileLoc"))
            if held is not None:
                yield page.get("PageID", ""), held

    def attachments(self) -> Iterator[str]:
        """The names of the files that are attached."""
        _, root = self._part(self._name, child_text(self._root, "Attachments"))
        for each in () if root is None else root.iter("{*}Attachment"):
            yield each.get("Name") or child_text(each, "FileLoc").rpartition("/")[2]

    def _part(self, base: str, place: str | None) -> tuple[str, etree._Element | None]:
        return self._package.part(base, (place or "").strip(), self._folder)

    def _template(self, identity: str) -> etree._Element | None:
        if identity not in self._templates:
            place = self._template_places.get(identity, "")
            self._templates[identity] = self._part(self._name, place)[1]
        return self._templates[identity]

    def _take_resources(self, root: etree._Element | None) -> None:
        for font in () if root is None else root.iter("{*}Font"):
            name = font.get("FontName") or font.get("FamilyName") or ""
            self.fonts[font.get("ID", "")] = Font(name, font.get("Bold") == "true")
        for unit in () if root is None else root.iter("{*}CompositeGraphicUnit"):
            self.units[unit.get("ID", "")] = unit


def _utf8(content: bytes) -> bytes:
    """XML in UTF-8, UTF-16 or, where it says so, GB 18030 and its forerunners, as UTF-8."""
    if not _CHINESE.match(content):
        return utf8(content)
    try:
        return content.decode("gb18030").encode()
    except UnicodeError as error:
        raise PartError(reason_of(error)) from error


def child_text(element: etree._Element, name: str) -> str:
    """The text of a child, "" where there is none."""
    child = element.find(f"{{*}}{name}")
    return "" if child is None else (child.text or "").strip()


def _box_of(area: etree._Element | None) -> Box | None:
    found = None if area is None else box(child_text(area, "PhysicalBox"))
    return found if found is not None and found[2] > 0 and found[3] > 0 else None


def _count_seals(signatures: etree._Element) -> int:
    kinds = (each.get("Type", "Seal") for each in signatures.iter("{*}Signature"))
    return sum(kind == "Seal" for kind in kinds)
