"""Parts of a page that stand outside its running text, and what is left out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from duplan.readers.html.draft import Draft
from duplan.readers.html.look import Look
from duplan.readers.html.tags import PROGRAMS, RUBY
from duplan.source import Block

NAMED = 80  # characters of left-out text that a diagnostic quotes

_ELEMENTS = frozenset(("footnote", "endnote", "comment", "header", "footer"))  # of Word
_NOTE = re.compile(r"sd(footnote|endnote)\d{1,6}")  # of LibreOffice
_DOCUMENT = re.compile(
    r"[^?#]{1,200}\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|rtf|s?html?)(?:[?#].{0,200})?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Zone:
    """A part that is being read into an aside, and what waits until it ends."""

    story: str
    element: etree._Element
    first: int  # index of its first paragraph
    draft: Draft  # the paragraph that it stands in
    label: str = ""


def story_of(element: etree._Element, look: Look) -> str:
    """The story that an element of a word processor's page holds: "footnote", …, or ""."""
    kind = look.style.get("mso-element", "")
    if kind in _ELEMENTS:
        return kind
    if element.tag == "div":
        note = _NOTE.fullmatch(element.get("id", "")[:20])
        if note is not None:
            return note[1]
        if element.get("title") in ("header", "footer"):
            return element.get("title", "")
    return ""


def hidden_text(element: etree._Element) -> str:
    """The beginning of what an element that isn't shown holds."""
    return cut("".join(islice(_texts(element), 2_000)))


def _texts(element: etree._Element) -> Iterator[str]:
    for each in element.iter("*"):
        if each.tag not in PROGRAMS and each.tag not in RUBY:
            yield each.text or ""
        if each is not element:
            yield each.tail or ""


def cut(text: str) -> str:
    """Text on one line, as long as a diagnostic quotes it."""
    line = " ".join(text.split())
    return line if len(line) <= NAMED else line[: NAMED - 1] + "…"


def text_of(blocks: list[Block]) -> str:
    """What paragraphs say, as a diagnostic quotes it."""
    return cut(" ".join(f"{block.label} {block.text}" for block in islice(blocks, NAMED)))


def other_file(element: etree._Element) -> str:
    """The address of the document that a frame shows, "" where it shows none."""
    address = (element.get("src") or element.get("data") or "").strip()
    if element.tag == "frame" or _DOCUMENT.fullmatch(address):
        return cut(address)
    return ""
