"""One paragraph while it is read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from duplan.readers.asides import is_page_frame
from duplan.readers.docx.looks import ParagraphLook
from duplan.source import Span


class Note(NamedTuple):
    """A note or comment: "footnotes", "endnotes" or "comments", and its id."""

    kind: str
    id: str


class Reference(NamedTuple):
    """Where a paragraph refers to a note: the parts before; ``counted`` unless its mark is typed."""

    note: Note
    parts: int
    counted: bool


class Paragraph:
    """Text and looks gathered so far; one object serves a document.

    A deleted mark leaves it open for the text of the next paragraph. Like Word, the two keep the
    looks of the first unless that is empty.
    """

    __slots__ = (
        "boxes", "broken", "fonts", "hidden", "joined", "look", "mark_deleted", "mark_hidden",
        "marked", "page_break", "page_numbers", "parts", "plain", "references", "shown", "size",
    )  # fmt: skip

    def __init__(self) -> None:
        self.look = ParagraphLook()
        self.hidden: list[str] = []
        self.boxes: list[etree._Element] = []  # text boxes anchored here
        self.page_numbers: list[tuple[int, int]] = []  # ranges of parts
        self.references: list[Reference] = []
        self.fonts: dict[str, None] = {}  # of visible East Asian characters, in order
        self.marked: list[int] = []  # parts on a coloured ground
        self.restart(page_break=False)

    def restart(self, *, page_break: bool) -> None:
        """Begins an empty paragraph."""
        self.parts: list[str] = []
        self.shown = False  # a visible character other than white space was seen
        self.plain = False  # one of them was not bold
        self.size: float | None = None  # of the first of them
        self.page_break = page_break
        self.broken = False  # a page or column ended after the last part
        self.joined = False  # goes on after a deleted mark
        self.mark_deleted = self.mark_hidden = False
        if self.hidden:
            self.hidden = []
        if self.boxes:
            self.boxes = []
        if self.page_numbers:
            self.page_numbers = []
        if self.references:
            self.references = []
        if self.fonts:
            self.fonts = {}
        if self.marked:
            self.marked = []

    @property
    def length(self) -> int:
        """The characters gathered so far."""
        return sum(map(len, self.parts))

    @property
    def fresh(self) -> bool:
        """Whether nothing waits to become part of the next paragraph."""
        return not (self.parts or self.page_break or self.hidden or self.boxes or self.references)

    def only_page_number(self) -> bool:
        """Whether nothing but page numbers and their frame ("— 1 —", "第1页") is there."""
        numbers = {at for start, end in self.page_numbers for at in range(start, end)}
        rest = (part for at, part in enumerate(self.parts) if at not in numbers)
        return is_page_frame(rest)

    def highlights(self, block: int) -> Iterator[Span]:
        """The stretches on a coloured ground, of the block that this paragraph becomes."""
        at, marked = 0, set(self.marked)
        for run, parts in groupby(enumerate(self.parts), lambda each: each[0] in marked):
            end = at + sum(len(part) for _, part in parts)
            if run:
                yield Span(block, at, end)
            at = end
