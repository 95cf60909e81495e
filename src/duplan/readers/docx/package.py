"""Opens a docx package: parts in bounded memory, relationships, and the refusals."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, normpath
from urllib.parse import unquote

from lxml import etree

from duplan.diagnostics import UnreadableError
from duplan.readers.docx.names import STRICT, w

MAX_ENTRIES = 20_000  # members of the zip file
MAX_UNZIPPED = 64_000_000  # bytes of all the parts that are read
FREE_UNZIPPED = 8_000_000  # bytes of one part at any ratio; beyond, MAX_RATIO counts
MAX_RATIO = 30  # unzipped to zipped bytes beyond FREE_UNZIPPED
FREE_MARKUP = 600_000  # of one part, see _markup, at any ratio; beyond, one a zipped byte

_OLE = b"\xd0\xcf\x11\xe0"
_OLE_ENCRYPTED = tuple(name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo"))
_ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ROOT_TAG = re.compile(rb"<[A-Za-z_][^>]*>")
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    NotImplementedError,
)
# huge_tree lifts libxml2's depth from 256 to 2,048; its guard against entity bombs goes too, which
# is why no part with a DOCTYPE reaches the parser. Comments would cut the text around them in two.
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=True,
    collect_ids=False,
    remove_comments=True,
    remove_pis=True,
    encoding="utf-8",
)


class PartError(Exception):
    """One part can't be read; the text says why."""


class Package:
    """The parts of one docx file by name. Only the parts asked for are unzipped."""

    def __init__(self, data: bytes) -> None:
        self._zip = _open_zip(data)
        self._names = {_normal(info.filename): info for info in self._zip.infolist()}
        self._left = MAX_UNZIPPED

    def __contains__(self, name: str) -> bool:
        return _normal(name) in self._names

    def root(self, name: str) -> etree._Element:
        """The root element of a part. Raises PartError (absent or damaged) and UnreadableError."""
        info = self._names.get(_normal(name))
        if info is None:
            raise PartError("missing")
        return _parse(self._unzip(info), FREE_MARKUP + info.compress_size)

    def _unzip(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 0x1:
            raise UnreadableError("encrypted")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise PartError("unknown compression")
        limit = min(self._left, FREE_UNZIPPED + MAX_RATIO * info.compress_size)
        try:
            with self._zip.open(info) as member:
                content = member.read(limit + 1)
        except _DAMAGE as error:
            raise PartError(_reason(error)) from error
        if len(content) > limit:
            raise UnreadableError("too-large", what="the unzipped size", limit=limit)
        self._left -= len(content)
        return content

    def relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """(id, last word of the type, target part) of a part's relationships; none if damaged.

        ``part`` is "" for the package itself.
        """
        folder, _, leaf = part.rpartition("/")
        try:
            root = self.root(f"{folder}/_rels/{leaf}.rels")
        except PartError:
            return
        for relation in root.iter("{*}Relationship"):
            if relation.get("TargetMode") != "External":
                target = unquote(relation.get("Target", "")).replace("\\", "/")
                if not target.startswith("/"):
                    target = f"{folder}/{target}"
                kind = relation.get("Type", "").rstrip("/").rpartition("/")[2]
                yield relation.get("Id", ""), kind, normpath(target.lstrip("/"))

    def main(self) -> tuple[str, etree._Element]:
        """Name and root of the Word document's main part.

        Found by relationship, then content type, then name (ECMA-376 Part 2, 8 to 10). Raises
        UnreadableError: "not-docx" where there is none, "damaged-zip" where none can be read.
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
            raise UnreadableError("damaged-zip", reason=reason)
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
        yield from (name for name in self._names if re.fullmatch(r"word/document\d*\.xml", name))


def folder_of(part: str) -> str:
    """The folder that a part's relative targets start from, "" or ending in a slash."""
    folder = dirname(part)
    return f"{folder}/" if folder else ""


def _normal(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _reason(error: BaseException) -> str:
    return (str(error) or type(error).__name__).partition("\n")[0][:120]


def _open_zip(data: bytes) -> zipfile.ZipFile:
    if not data:
        raise UnreadableError("empty")
    if data.startswith(_OLE):
        encrypted = any(name in data for name in _OLE_ENCRYPTED)
        raise UnreadableError("encrypted" if encrypted else "legacy-doc")
    if not data.startswith(_ZIP_MAGICS):
        raise UnreadableError("binary")
    if data.count(b"PK\x01\x02") > MAX_ENTRIES:
        raise UnreadableError("too-large", what="the number of zip members", limit=MAX_ENTRIES)
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _DAMAGE as error:
        raise UnreadableError("damaged-zip", reason=_reason(error)) from error


def _parse(content: bytes, max_markup: int) -> etree._Element:
    """The root of an XML part, strict names turned into transitional ones."""
    content = _utf8(content)
    if b"<!DOCTYPE" in content:
        raise PartError("a document type declaration")  # forbidden by ECMA-376 Part 2, 8.1.4
    if len(content) > max_markup and _markup(content) > max_markup:
        raise UnreadableError("too-large", what="the markup of a part", limit=max_markup)
    if b"http://purl.oclc.org/ooxml/" in content:
        content = _ROOT_TAG.sub(_transitional, content, count=1)
    try:
        return etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        if "Excessive depth" in str(error):
            raise UnreadableError("too-large", what="the depth of markup", limit=2048) from error
        raise PartError(_reason(error)) from error
    except ValueError as error:
        raise PartError(_reason(error)) from error


def _markup(content: bytes) -> int:
    """A bound for the nodes that the parser makes: one a tag, two an attribute (a quote each)."""
    return content.count(b"<") + content.count(b'"') + content.count(b"'")


def _transitional(root_tag: re.Match[bytes]) -> bytes:
    tag = root_tag.group()
    for strict, name in STRICT.items():
        tag = tag.replace(b'"%s"' % strict, b'"%s"' % name)
        tag = tag.replace(b"'%s'" % strict, b"'%s'" % name)
    return tag


def _utf8(content: bytes) -> bytes:
    """XML in UTF-8 or UTF-16, the only encodings that a package may use, as UTF-8."""
    for mark, encoding in (
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"<\0", "utf-16-le"),
        (b"\0<", "utf-16-be"),
    ):
        if content.startswith(mark):
            try:
                return content.decode(encoding).encode()
            except UnicodeError as error:
                raise PartError(_reason(error)) from error
    return content
