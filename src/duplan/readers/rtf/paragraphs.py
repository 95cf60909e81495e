"""Paragraphs and their containers while an RTF file is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from duplan.readers.assembly import Place
from duplan.source import Layout, Span

if TYPE_CHECKING:
    from duplan.readers.rtf.tables import TableDraft


@dataclass(slots=True)
class Aside:
    """A story beside the running text, and where a note or comment is referred to."""

    kind: str
    container: Container
    anchor: Span | None = None


@dataclass(slots=True)
class Draft:
    """A finished paragraph that has no number yet."""

    text: str
    path: str
    label: str
    layout: Layout
    hidden: str = ""
    page_number: bool = False  # it shows nothing but the number of a page
    notes: list[tuple[Aside, int]] = field(default_factory=list)  # that stand at a place of it


@dataclass(slots=True)
class Container(Place):
    """What holds drafts of paragraphs and tables: the body, a cell, a text box, a note."""

    content: list[Draft | TableDraft] = field(default_factory=list)


@dataclass(slots=True)
class Open:
    """The paragraph that is being read."""

    parts: list[str] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[Draft | TableDraft] = field(default_factory=list)  # content of text boxes in it
    plain: bool = False  # a visible character other than white space is not bold
    half_points: int | None = None  # the size of the first of these
    page_break: bool = False
    break_next: bool = False  # the next paragraph begins a page
    joined: bool = False  # another paragraph has been taken into it
    listed: bool = False  # its automatic number is spelt out
    notes: list[tuple[Aside, int]] = field(default_factory=list)  # before a part
    page_field: bool = False  # it shows the number of a page

    @property
    def begun(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.parts or self.boxes or self.label or self.notes)
