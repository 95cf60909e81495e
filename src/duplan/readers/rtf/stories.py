"""A story of an RTF file while it is read: paragraphs find their way into cells and tables."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import UnreadableError
from duplan.readers.asides import PAGE_FRAME
from duplan.readers.file import Limits
from duplan.readers.rtf.names import Names
from duplan.readers.rtf.paragraphs import Aside, Container, Draft, Open
from duplan.readers.rtf.state import State
from duplan.readers.rtf.tables import Definition, TableDraft
from duplan.readers.surrogates import joined
from duplan.source import Layout

MAX_OPENED = 20_000  # tables of a story

_PAGE_NUMBER = PAGE_FRAME | frozenset("0123456789０１２３４５６７８９")


class Story:
    """Paragraphs and tables of the body, a note, a header or a text box, in ``root``."""

    def __init__(self, root: Container, names: Names, limits: Limits) -> None:
        self.root = root
        self.paragraph = Open()
        self.nested = False  # rows that are defined belong to a table in a table
        self.unprinted = 0
        self._names = names
        self._limits = limits
        self._count = self._opened = 0
        self._tables: list[TableDraft] = []
        self._definitions = [Definition(), Definition()]  # of rows: on the page, in tables

    def container(self) -> Container:
        """What the next paragraph stands in."""
        return self._tables[-1].container() if self._tables else self.root

    def add(self, text: str, state: State) -> None:
        """Adds text that is not deleted."""
        paragraph = self.paragraph
        if state.hidden:
            paragraph.hidden.append(text)
            return
        paragraph.parts.append(text)
        if text and not text.isspace():
            if paragraph.half_points is None:
                paragraph.half_points = state.half_points
            if not state.bold:
                paragraph.plain = True

    def refer(self, note: Aside) -> None:
        """A note or comment is referred to here."""
        self.paragraph.notes.append((note, len(self.paragraph.parts)))

    def add_label(self, text: str) -> None:
        """Adds to the automatic number; a paragraph that was joined to another shows none."""
        if not self.paragraph.joined:
            self.paragraph.label.append(text)

    def join(self) -> None:
        """Takes the next paragraph into this one, which keeps its number if it shows anything."""
        self.paragraph.joined = bool(self.paragraph.parts)
        if not self.paragraph.joined:
            self.paragraph.label = []

    def end_paragraph(self, state: State) -> None:
        """Ends a paragraph; one whose mark is hidden joins the next if it shows nothing."""
        if state.hidden and not self.paragraph.parts:
            self.join()
            return
        self._stand(state.depth)
        self._flush(state)

    def end_cell(self, state: State, least: int) -> None:
        """Ends a cell, and the paragraph that its mark ends."""
        self._stand(max(least, state.depth) if least > 1 else 1)
        self._flush(state)
        self._tables[-1].close_cell()

    def end_row(self, state: State, *, nested: bool) -> None:
        """Ends a row."""
        self._stand(max(2, state.depth) if nested else 1)
        if self.paragraph.begun:
            self._flush(state)
        self._tables[-1].close_row(self._definitions[nested])

    def define(self, word: str, number: int | None) -> None:
        """Takes a control word of a row's definition."""
        if word == "trowd":
            self._definitions[self.nested] = Definition()
        else:
            self._definitions[self.nested].take(word, number)

    def turn_page(self) -> None:
        """A page break: before this paragraph if it shows nothing yet, else before the next."""
        if self.paragraph.half_points is None:
            self.paragraph.page_break = True
        else:
            self.paragraph.break_next = True

    def number_page(self) -> None:
        """The number of the page is shown here."""
        self.paragraph.page_field = True

    def finish(self, state: State) -> None:
        """Ends what is open."""
        if self.paragraph.begun:
            self.end_paragraph(state._replace(hidden=False))
        self._stand(0)

    def _stand(self, depth: int) -> None:
        """Opens and closes tables until as many are open."""
        while len(self._tables) > depth:
            self._tables.pop().close_row(Definition())
        while len(self._tables) < depth:
            container = self.container()
            table = TableDraft(container.next_path("tbl"))
            container.content.append(table)
            self._tables.append(table)
            self._opened += 1
            if self._opened > MAX_OPENED:
                raise UnreadableError("too-complex")

    def _flush(self, state: State) -> None:
        self._count += 1
        if self._count > self._limits.paragraphs:
            raise self._limits.exceeded("paragraphs")
        paragraph, container = self.paragraph, self.container()
        text = joined("".join(paragraph.parts))
        label = joined("".join(paragraph.label)).strip()
        if state.numbered and not paragraph.listed and text.strip():
            self.unprinted += 1
        page_number = paragraph.page_field and _PAGE_NUMBER.issuperset(text)
        hidden = joined("".join(paragraph.hidden)).strip()
        layout = self._layout(state)
        path = container.next_path("p")
        notes = [*_placed(paragraph)]
        container.content.append(Draft(text, path, label, layout, hidden, page_number, notes))
        container.content += paragraph.boxes
        self.paragraph = Open(page_break=paragraph.break_next)

    def _layout(self, state: State) -> Layout:
        paragraph, (name, outline) = self.paragraph, self._names.style(state.style)
        half_points = paragraph.half_points
        return Layout(
            name,
            outline if state.outline is None else state.outline,
            state.align,
            half_points is not None and not paragraph.plain,
            None if half_points is None else half_points / 2,
            state.page_break or paragraph.page_break,
        )


def _placed(paragraph: Open) -> Iterator[tuple[Aside, int]]:
    """The notes of a paragraph with their places in its text."""
    at = offset = 0
    for note, part in paragraph.notes:
        offset += len(joined("".join(paragraph.parts[at:part])))
        at = part
        yield note, offset
