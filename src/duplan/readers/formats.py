"""What a file is, told by its content. Names only promise."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

SUFFIXES: dict[str, tuple[str, ...]] = {  # of the names that promise a format
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "doc": (".doc", ".dot", ".wps"),
    "pdf": (".pdf",),
    "html": (".html", ".htm", ".xhtml"),
    "mht": (".mht", ".mhtml"),
    "xlsx": (".xlsx", ".xlsm", ".xltx"),
    "xls": (".xls", ".et"),
    "odt": (".odt", ".ott", ".fodt"),
    "ofd": (".ofd",),
    "rtf": (".rtf",),
    "text": (".txt", ".text", ".md"),
}
_BY_SUFFIX = {suffix: name for name, suffixes in SUFFIXES.items() for suffix in suffixes}

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0"
_DIRECTORY = 1 << 16  # bytes at the end of a zip file that name the members of most
_MEMBERS = (("word/", "docx"), ("xl/", "xlsx"), ("ofd.xml", "ofd"), ("content.xml", "odt"))
_STREAMS = (
    ("EncryptedPackage", "docx"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_HEAD = 1 << 12  # bytes in which a text format shows itself
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FLAT_ODT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<office:document\s")
_MIME = re.compile(
    rb"(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?Content-Type:\s*(?:multipart/related|text/html)",
    re.IGNORECASE,
)


def sniff(data: bytes) -> str:
    """The format of a file's content: a name of ``SUFFIXES``; what nothing else is, is text."""
    if data.startswith(_ZIP):
        return _package(data)
    if data.startswith(_OLE):
        names = ((name.encode("utf-16-le"), form) for name, form in _STREAMS)
        return next((form for name, form in names if name in data), "doc")
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\0", b"")[2:]
    if _FLAT_ODT.match(head):
        return "odt"
    if _HTML.match(head):
        return "html"
    return "mht" if b"mime-version:" in head.lower() and _MIME.match(head) else "text"


def promised(name: str) -> tuple[str, str | None]:
    """The suffix of a file name in small letters, and the format that it promises."""
    suffix = PurePath(name).suffix.lower()
    return suffix, _BY_SUFFIX.get(suffix)


def _package(data: bytes) -> str:
    """The kind of a zip file; one that is none of the others is left to the reader of docx."""
    if b"word/document.xml" in data[-_DIRECTORY:]:
        return "docx"
    if data.startswith(b"mimetypeapplication/vnd.oasis.opendocument.text", 30):
        return "odt"
    try:
        with ZipFile(BytesIO(data)) as package:
            names = [name.replace("\\", "/").lstrip("/").lower() for name in package.namelist()]
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return "docx"
    kinds = (kind for start, kind in _MEMBERS if any(name.startswith(start) for name in names))
    return next(kinds, "docx")
