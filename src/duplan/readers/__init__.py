"""Bytes → Source. The format is told by the content, not by the name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import PurePath
from typing import BinaryIO

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.source import Source

Reader = Callable[[bytes, str, str], tuple[Source, list[Diagnostic]]]


def _docx(data: bytes, name: str, sha256: str) -> tuple[Source, list[Diagnostic]]:
    from duplan.readers import docx

    return docx.read(data, name, sha256)


def _text(data: bytes, name: str, sha256: str) -> tuple[Source, list[Diagnostic]]:
    from duplan.readers import text

    return text.read(data, name, sha256)


READERS: dict[str, Reader] = {"docx": _docx, "text": _text}
_SUFFIXES = {  # what a name promises
    ".doc": "doc",
    ".wps": "wps",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
}
_PACKAGE = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
LIMIT = 256 << 20  # bytes of a file, its pictures included


def take(stream: BinaryIO, name: str) -> bytes:
    """A file's bytes. Raises ``UnreadableError`` ("too-large") beyond ``LIMIT``, which is all it reads."""
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise UnreadableError("too-large", what=name or "input", limit=f"{LIMIT >> 20} MB")
    return data


def sniff(data: bytes) -> str:
    """The name of the reader for the content: packages and OLE files to docx, the rest to text."""
    return "docx" if data.startswith(_PACKAGE) else "text"


def read(data: bytes, name: str = "") -> tuple[Source, list[Diagnostic]]:
    """The document of a file's bytes.

    Raises ``UnreadableError`` where the content is neither text nor a docx package.
    """
    if not data:
        raise UnreadableError("empty")
    form = sniff(data)
    source, found = READERS[form](data, name, hashlib.sha256(data).hexdigest())
    suffix = PurePath(name).suffix.lower()
    if _SUFFIXES.get(suffix, form) != form:
        found.append(Diagnostic("DP110", None, {"extension": suffix, "format": form}))
    return source, found
