"""Packages in one XML file, as Word saves them under "Word XML Document": "flat OPC"."""

from __future__ import annotations

from binascii import Error, a2b_base64
from codecs import BOM_UTF8

from lxml import etree

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File
from duplan.readers.xml import PartError, parse, utf8

_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_NAME = f"{_PACKAGE}name"
_RATIO = 8  # flat XML counts as if it were zipped this well
_MAX_NAME = 1_000  # characters


def flat_parts(file: File) -> dict[str, bytes]:
    """The parts of a flat package by name; binary ones that can't be decoded are left out.

    Raises UnreadableError: "damaged", "too-large", "too-complex".
    """
    if len(file.data) > file.limits.unzipped:
        raise file.limits.exceeded("unzipped")
    try:
        content = utf8(file.data).removeprefix(BOM_UTF8).lstrip()
        root = parse(content, len(content) // _RATIO)
    except PartError as error:
        raise UnreadableError("damaged", reason=str(error)) from error
    found = {part.get(_NAME, ""): _content(part) for part in root.iterchildren(f"{_PACKAGE}part")}
    return {
        name: content
        for name, content in found.items()
        if content is not None and 0 < len(name) <= _MAX_NAME
    }


def _content(part: etree._Element) -> bytes | None:
    """The XML of a part, or its bytes."""
    data = part.find(f"{_PACKAGE}xmlData")
    if data is not None and len(data):
        return etree.tostring(data[0], encoding="utf-8", with_tail=False)
    try:
        return a2b_base64(part.findtext(f"{_PACKAGE}binaryData", ""))
    except (Error, ValueError):
        return None
