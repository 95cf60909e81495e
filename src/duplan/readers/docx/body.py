"""One iterative pass over a story: paragraphs, tables and text boxes become blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from lxml import etree

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.assembly import MAX_NESTING, Container
from duplan.readers.docx.blocks import BlockReader
from duplan.readers.docx.chunks import fit
from duplan.readers.docx.fields import Fields
from duplan.readers.docx.folding import Folding
from duplan.readers.docx.inline import TEXT_BOX, Leave, Step
from duplan.readers.docx.names import RELATION_ID, w
from duplan.readers.docx.numbering import Numbering
from duplan.readers.docx.styles import Styles
from duplan.readers.docx.tables import TableBuilder, read_cell_look, read_row_look
from duplan.readers.file import Limits
from duplan.readers.findings import hidden
from duplan.readers.xml import MAX_DEPTH
from duplan.source import Aside, Block, Source, Table

Embedded = Callable[[str], tuple[Source, list[Diagnostic]] | None]  # by relation


class Walker(BlockReader):
    """Reads the stories of one document into ``blocks``; numbers and indices run on."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        limits: Limits,
        folding: Folding,
        embedded: Embedded,
    ) -> None:
        super().__init__(styles, numbering, limits, folding)
        self.asides: list[Aside] = []  # of embedded documents
        self._embedded = embedded
        self._contexts: list[Container | TableBuilder] = []
        self._enter |= {
            w("tbl"): self._enter_table,
            w("tr"): self._enter_row,
            w("tc"): self._enter_cell,
            TEXT_BOX: self._enter_text_box,
            w("altChunk"): self._enter_chunk,
        }

    def walk(self, story: etree._Element, path: str) -> tuple[Block | Table, ...]:
        """The content of a story; its paragraphs are added to ``blocks``.

        Raises UnreadableError ("too-large", "too-complex") beyond the limits.
        """
        container = Container(path)
        self._fields = Fields(story)
        self._paragraph.restart(page_break=False)
        self._break_next = False
        self._push(container)
        enter_of, pass_into = self._enter, _pass_into
        inside: Iterator[etree._Element]
        leave: Leave | None
        stack: list[tuple[Iterator[etree._Element], Leave | None, etree._Element]] = []
        # lxml looks for a living ancestor whenever it lets go of an element: the parent is kept,
        # else every element would cost its depth.
        inside, leave, parent = iter(story), self._leave_container, story
        while True:
            for element in inside:
                enter = enter_of.get(element.tag, pass_into)
                step = enter(element) if enter is not None else None
                if step is not None:
                    if len(stack) == MAX_DEPTH:
                        raise UnreadableError("too-complex")
                    stack.append((inside, leave, parent))
                    (inside, leave), parent = step, element
                    break
            else:
                step = leave() if leave is not None else None
                if step is not None:
                    inside, leave = step
                elif stack:
                    inside, leave, parent = stack.pop()
                else:
                    return tuple(container.content)

    # What stands between paragraphs

    def _flush(self) -> Step | None:
        """Ends what a deleted mark or text outside paragraphs left open."""
        paragraph = self._paragraph
        if paragraph.parts or paragraph.boxes:
            return self._finish()
        self._name_hidden(None)
        paragraph.restart(page_break=paragraph.page_break)
        return None

    # Containers

    def _enter_chunk(self, element: etree._Element) -> Step | None:
        if self._open:
            self._paragraph.boxes.append(element)
            return None
        step = self._flush()
        if step is not None:
            return chain(step[0], (element,)), None
        container, first = self._containers[-1], len(self.blocks)
        path = container.next_path("altChunk")
        found = self._embedded(element.get(RELATION_ID, ""))
        if found is not None:
            chunk = fit(*found, first, path)
            if first + len(chunk.blocks) > self._limits.paragraphs:
                raise self._limits.exceeded("paragraphs")
            self.blocks += chunk.blocks
            self.asides += chunk.asides
            self.diagnostics += chunk.diagnostics
            container.content += chunk.content
        return None

    def _push(self, container: Container) -> None:
        self._containers.append(container)
        self._contexts.append(container)

    def _leave_container(self) -> Step | None:
        step = self._flush()
        if step is not None:
            return step[0], self._leave_container
        self._containers.pop()
        self._contexts.pop()
        return None

    def _enter_text_box(self, element: etree._Element) -> Step | None:
        if self._open:
            self._paragraph.boxes.append(element)
            return None
        if len(self._contexts) > MAX_NESTING:
            return iter(element), None
        anchor = self._containers[-1]
        self._push(Container(anchor.next_path("txbx"), anchor.content))
        return iter(element), self._leave_container

    def _enter_table(self, element: etree._Element) -> Step | None:
        if self._open:
            self._paragraph.boxes.append(element)
            return None
        step = self._flush()
        if step is not None:
            return chain(step[0], (element,)), None
        if len(self._contexts) > MAX_NESTING:
            return iter(element), None
        self._contexts.append(TableBuilder(self._containers[-1].next_path("tbl")))
        return iter(element), self._leave_table

    def _leave_table(self) -> None:
        table = self._contexts.pop()
        if isinstance(table, TableBuilder):
            self._containers[-1].content.append(table.close())

    def _enter_row(self, element: etree._Element) -> Step | None:
        table = self._contexts[-1]
        if not isinstance(table, TableBuilder) or table.in_row:
            return iter(element), None
        look = read_row_look(element)
        if look.deleted:
            self._enter_deletion(element)
            return None
        if look.hidden:
            self._name_covered(element)
            return None
        if look.inserted:
            self.insertions += 1
            self._change_here()
        table.open_row(look)
        return iter(element), table.close_row

    def _enter_cell(self, element: etree._Element) -> Step | None:
        table = self._contexts[-1]
        if not isinstance(table, TableBuilder) or not table.in_row:
            return iter(element), None
        look = read_cell_look(element)
        if look.deleted:
            self._enter_deletion(element)
            return None
        cell = table.open_cell(look)
        if cell is None:
            self._name_covered(element)
            return None
        self._push(cell.container)
        return iter(element), self._leave_container

    def _name_covered(self, cell: etree._Element) -> None:
        """Names what a hidden row holds, or a cell that a merge covers: Word doesn't show it."""
        self.diagnostics += hidden(self.plain_text(cell))


def _pass_into(element: etree._Element) -> Step:
    return iter(element), None
