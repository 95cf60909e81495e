"""What a file is, told by its content. Names only promise."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from duplan.diagnostics import UnreadableError
from duplan.readers.compound import Compound
from duplan.suffixes import FORMATS

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE = b"\xd0\xcf\x11\xe0"
_DIRECTORY = 1 << 16  # bytes at the end of a zip file that name the members of most
_MEMBERS = (("word/", "docx"), ("xl/", "xlsx"), ("ofd.xml", "ofd"), ("content.xml", "odt"))
_OPEN_DOCUMENTS = ((b"text", "odt"), (b"spreadsheet", "ods"))
_STREAMS = (
    ("EncryptedPackage", "docx"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_HEAD = 1 << 12  # bytes in which a text format shows itself
# Atomic and without two ways to match a line, lest a hostile head take time without end.
_HTML = re.compile(
    rb"(?>(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*+>\s*+)?(?:(?><!--.*?-->)\s*+)*+)"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|style|link|frameset)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    rb"\s*<(?:div|section|article|table|center|p|h[1-6]|span|font|ul|ol|form)\b[^<>]*>",
    re.IGNORECASE,
)
# What stands before the root of an XML file: a subset of a DOCTYPE is passed over to its end.
_ROOT = re.compile(
    rb"(?>\s*+(?:<\?[^>]*+>\s*+|(?><!--.*?-->)\s*+|<!DOCTYPE[^\[>]*+(?:\[[^\]]*+\]\s*+)?>\s*+)*+)"
    rb"<([A-Za-z]{1,9}:[A-Za-z]{1,19})\s",
    re.DOTALL,
)
FLAT_PACKAGE, WORD_2003 = b"pkg:package", b"w:wordDocument"
_ROOTS = {b"office:document": "odt", FLAT_PACKAGE: "docx", WORD_2003: "docx"}
_MIME = re.compile(
    rb"(?:[\w-]+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?"
    rb"Content-Type:\s*+(?:multipart/(?:related|alternative|mixed)|text/html)",
    re.IGNORECASE,
)


def sniff(data: bytes, name: str = "") -> str:
    """The format of a file's content: a name of ``suffixes.SUFFIXES``; what nothing else is, is text.

    Separated values and Markdown are text that ``name`` promises to be them.
    """
    if data.startswith(ZIP):
        return _package(data)
    if data.startswith(OLE):
        return _compound(data)
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.removeprefix(BOM_UTF8).lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if form := _ROOTS.get(root_name(head)):
        return form
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\0", b"")[2:]
    if _HTML.match(head) or _is_fragment(head, data[-_HEAD:]):
        return "html"
    return "mht" if b"mime-version:" in head.lower() and _MIME.match(head) else _text(name)


def root_name(data: bytes) -> bytes:
    """The name of an XML file's root as it is written, with its prefix; empty where it has none."""
    head = data[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\0", b"")[2:]
    root = _ROOT.match(head.removeprefix(BOM_UTF8))
    return root[1] if root else b""


def _is_fragment(head: bytes, end: bytes) -> bool:
    """Whether it is the inside of a page: tags from beginning to end, and not some left in a text."""
    if not _FRAGMENT.match(head) or not end.rstrip().endswith(b">"):
        return False
    return 2 * head.count(b"</") >= sum(not line.isspace() for line in head.splitlines())


def promised(name: str) -> tuple[str, str | None]:
    """The suffix of a file name in small letters, and the format that it promises."""
    suffix = PurePath(name).suffix.lower()
    return suffix, FORMATS.get(suffix)


def _text(name: str) -> str:
    promise = promised(name)[1]
    return promise if promise in ("csv", "markdown") else "text"


def _compound(data: bytes) -> str:
    """The kind of an OLE file by its streams; one that is none of the others is left to doc's reader.

    Only those at the top count: a workbook may stand inside a document.
    """
    try:
        streams = Compound(data)
    except UnreadableError:
        return "doc"
    return next((form for name, form in _STREAMS if name in streams), "doc")


def _package(data: bytes) -> str:
    """The kind of a zip file; one that is none of the others is left to the reader of docx."""
    if b"word/document.xml" in data[-_DIRECTORY:]:
        return "docx"
    for mime, form in _OPEN_DOCUMENTS:
        if data.startswith(b"mimetypeapplication/vnd.oasis.opendocument." + mime, 30):
            return form
    try:
        with ZipFile(BytesIO(data)) as package:
            names = [name.replace("\\", "/").lstrip("/").lower() for name in package.namelist()]
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return "docx"
    kinds = (kind for start, kind in _MEMBERS if any(name.startswith(start) for name in names))
    return next(kinds, "docx")
