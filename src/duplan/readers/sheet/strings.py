"""Texts of an xlsx workbook: shared and inline strings, comments, text boxes, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from duplan.readers.asides import PAGE_FRAME
from duplan.readers.sheet.cells import Box, Entry, read_address
from duplan.readers.sheet.looks import run_look
from duplan.readers.xml import integer

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # ECMA-376 Part 1, 22.9.2.19
_FIELD = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f+-]{1,8}|\d{1,3}|&|.)', re.DOTALL)
_MARGINS = (
    ("header", ("oddHeader", "evenHeader", "firstHeader")),
    ("footer", ("oddFooter", "evenFooter", "firstFooter")),
)
_PAGE_FRAME = PAGE_FRAME | frozenset("\n,，")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class Rich(NamedTuple):
    """A text; ``bold`` and ``size`` are None where the cell's own font tells them."""

    text: str
    bold: bool | None = None
    size: float | None = None


def rich_text(item: etree._Element) -> Rich:
    """The text of a ``si`` or ``is`` without its phonetic runs."""
    parts: list[str] = []
    bold: bool | None = None
    size: float | None = None
    for child in item:
        name = etree.QName(child).localname
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            text = "".join(t.text or "" for t in child.iterchildren("{*}t"))
            properties = child.find("{*}rPr")
            if text.strip() and properties is not None:
                run_bold, points = run_look(properties)
                bold = run_bold if bold is None else bold and run_bold
                size = points if size is None else size
            elif text.strip():
                bold = False if bold is not None else None
            parts.append(text)
    return Rich(plain("".join(parts)), bold, size)


def plain(text: str) -> str:
    """A text with one kind of line ends, its escaped characters (_x000D_) read."""
    if "_x" in text:
        text = _ESCAPED.sub(_unescape, text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unescape(found: re.Match[str]) -> str:
    char = chr(int(found[1], 16))
    return char if char in "\t\n\r_" or (char.isprintable() and char != "\ufffd") else ""


def comments(root: etree._Element, tag: str) -> Iterator[Entry]:
    """The comments of a sheet; ``tag`` is ``comment``, or ``threadedComment`` of newer programs."""
    for note in root.iter(f"{{*}}{tag}"):
        at = read_address(note.get("ref", ""))
        text = "".join(_texts(note)) if at is not None else ""
        if at is not None and text.strip():
            yield Entry(*at, plain(text).strip())


def _texts(note: etree._Element) -> Iterator[str]:
    for text in note.iter("{*}t", "{*}text"):
        parent = text.getparent()
        if parent is None or etree.QName(parent).localname != "rPh":
            yield text.text or ""


def boxes(root: etree._Element) -> Iterator[Box]:
    """The shapes with text of a drawing, from the uppermost on."""
    etree.strip_elements(root, _FALLBACK, with_tail=False)
    found = []
    for anchor in root:
        row = integer(anchor.findtext("{*}from/{*}row"))
        texts = paragraphs(anchor)
        if texts:
            found.append(Box(row, texts))
    yield from sorted(found, key=lambda box: (box.row is None, box.row))


def paragraphs(element: etree._Element) -> tuple[str, ...]:
    """The paragraphs of DrawingML below an element that have text."""
    out = []
    for paragraph in element.iter("{*}p"):
        parts = (
            "\n" if etree.QName(child).localname == "br" else child.text or ""
            for child in paragraph.iter("{*}t", "{*}br")
        )
        text = "".join(parts)
        if text.strip():
            out.append(text)
    return tuple(out)


def margins(element: etree._Element | None, sheet: str) -> Iterator[tuple[str, str]]:
    """The texts printed above and below, page numbers and dates left out."""
    if element is None:
        return
    for story, names in _MARGINS:
        for name in names:
            code = element.findtext(f"{{*}}{name}") or ""
            text = margin_text(code, sheet)
            if text:
                yield story, text


def margin_text(code: str, sheet: str) -> str:
    """What a header's code prints (ECMA-376 Part 1, 18.3.1.46); "" for a mere page number."""
    text = _FIELD.sub(lambda found: _field(found[0], sheet), plain(code))
    lines = [" ".join(line.split(" ")).strip() for line in text.split("\n")]
    text = "\n".join(line for line in lines if line)
    return "" if _PAGE_FRAME.issuperset(text) else text


def _field(code: str, sheet: str) -> str:
    return {"&&": "&", "&A": sheet, "&L": "\n", "&C": "\n", "&R": "\n"}.get(code, "")
