"""One paragraph while it is read, and the complex fields that run through it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from duplan.readers.docx.names import w
from duplan.readers.docx.styles import ParagraphLook

FIELD_MARK = w("fldChar")
FIELD_MARK_TYPE = w("fldCharType")

_PAGE_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
_PAGE_FRAME = frozenset(" \t\u3000-‐‑–—－·•/|~第页頁共")


@dataclass(slots=True)
class Paragraph:
    """Text and looks gathered so far.

    A deleted mark leaves it open for the text of the next paragraph. Like Word, the two keep the
    looks of the first unless that is empty.
    """

    look: ParagraphLook = field(default_factory=ParagraphLook)
    parts: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    page_numbers: list[tuple[int, int]] = field(default_factory=list)  # ranges of parts
    shown: bool = False  # a visible character other than white space was seen
    plain: bool = False  # one of them was not bold
    size: float | None = None  # of the first of them
    page_break: bool = False
    joined: bool = False  # goes on after a deleted mark
    mark_deleted: bool = False
    mark_hidden: bool = False

    def only_page_number(self) -> bool:
        """Whether nothing but page numbers and their frame ("— 1 —", "第1页") is there."""
        if not self.page_numbers:
            return False
        numbers = {at for start, end in self.page_numbers for at in range(start, end)}
        rest = (part for at, part in enumerate(self.parts) if at not in numbers)
        return all(_PAGE_FRAME.issuperset(part) for part in rest)


@dataclass(slots=True)
class ComplexField:
    """A field between its ``begin`` and ``end`` marks."""

    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    first_part: int = 0  # where the result begins in the paragraph

    def is_page_number(self) -> bool:
        """Whether the result is a page number."""
        return is_page_instruction("".join(self.instruction))


def is_page_instruction(instruction: str) -> bool:
    """Whether a field with this code prints a page number."""
    return instruction.partition("\\")[0].strip().upper() in _PAGE_FIELDS


def fields_are_whole(story: etree._Element) -> bool:
    """Whether every field begun in a story ends in it.

    Where not, what stands before ``separate`` can't be told from ordinary text.
    """
    depth = 0
    for mark in story.iter(FIELD_MARK):
        kind = mark.get(FIELD_MARK_TYPE)
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            return False
    return not depth
