"""One iterative pass over a story: paragraphs, tables and text boxes become blocks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lxml import etree

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.asides import MAX_NAMED
from duplan.readers.assembly import Container
from duplan.readers.docx.fields import Fields
from duplan.readers.docx.inline import (
    DELETED,
    INSERTED,
    MOVED_AWAY,
    TEXT,
    TEXT_BOX,
    InlineReader,
    Leave,
    Step,
)
from duplan.readers.docx.names import RELATION_ID, w
from duplan.readers.docx.numbering import Numbering
from duplan.readers.docx.styles import (
    ParagraphLook,
    Styles,
    read_paragraph_look,
    read_run_look,
)
from duplan.readers.docx.tables import TableBuilder, read_cell_look, read_row_look
from duplan.readers.file import Limits
from duplan.readers.xml import MAX_DEPTH
from duplan.source import Block, Layout, Span, Table

MAX_NESTING = 24  # tables and text boxes inside each other; deeper ones are read as plain text

_PLAIN = ParagraphLook()
_SECTION = w("sectPr")
_MARK_CHANGES = {
    INSERTED: "inserted",
    DELETED: "deleted",
    MOVED_AWAY: "deleted",
    w("vanish"): "hidden",
    w("rStyle"): "hidden",
    w("specVanish"): "separates",  # a run-in heading: its mark is hidden by design
}
_STORY_REFERENCES = (w("headerReference"), w("footerReference"))


class Walker(InlineReader):
    """Reads the stories of one document into ``blocks``; numbers and indices run on."""

    def __init__(self, styles: Styles, numbering: Numbering, limits: Limits) -> None:
        super().__init__(styles)
        self.blocks: list[Block] = []
        self.diagnostics: list[Diagnostic] = []
        self.page_numbers: set[int] = set()  # blocks that show nothing but a page number
        self.references: dict[str, None] = {}  # relations of headers and footers, in order
        self._numbering = numbering
        self._limits = limits
        self._layouts: dict[tuple[object, ...], Layout] = {}
        self._containers: list[Container] = []
        self._contexts: list[Container | TableBuilder] = []
        self._open = False  # inside w:p
        self._enter |= {
            w("p"): self._enter_paragraph,
            w("pPr"): self._enter_paragraph_properties,
            w("tbl"): self._enter_table,
            w("tr"): self._enter_row,
            w("tc"): self._enter_cell,
            TEXT_BOX: self._enter_text_box,
            _SECTION: self._enter_section,
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

    # Paragraphs

    def _enter_paragraph(self, element: etree._Element) -> Step | None:
        if self._open:  # where only damaged files have one: read after this paragraph
            self._paragraph.boxes.append(element)
            return None
        self._open = True
        paragraph = self._paragraph
        paragraph.joined = bool(paragraph.parts)
        paragraph.mark_deleted = paragraph.mark_hidden = False
        if not paragraph.joined:
            paragraph.look, self._style = _PLAIN, self._plain_style
        return iter(element), self._leave_paragraph

    def _enter_paragraph_properties(self, element: etree._Element) -> None:
        paragraph, look = self._paragraph, read_paragraph_look(element)
        if not paragraph.joined:
            paragraph.look = look
            self._style = self._styles.paragraph(look.style)
        if look.mark is not None:
            self._read_mark(look.mark)
        else:
            _, paragraph.mark_hidden, _ = self._style.own_run
        if look.section is not None:
            self._enter_section(look.section)

    def _read_mark(self, mark: etree._Element) -> None:
        paragraph, always = self._paragraph, False
        _, paragraph.mark_hidden, _ = self._style.own_run
        for child in mark:
            change = _MARK_CHANGES.get(child.tag)
            if change == "inserted":
                self.insertions += 1
            elif change == "deleted":
                self.deletions += 1
                paragraph.mark_deleted = True
            elif change == "hidden":
                _, paragraph.mark_hidden, _ = self._styles.combine(self._style, read_run_look(mark))
            elif change == "separates":
                always = True
        paragraph.mark_hidden = paragraph.mark_hidden and not always

    def _leave_paragraph(self) -> Step | None:
        self._open = False
        paragraph = self._paragraph
        if paragraph.mark_deleted or (paragraph.mark_hidden and not paragraph.parts):
            return None  # joins the next one
        return self._finish()

    def _finish(self) -> Step | None:
        """Ends the paragraph; answers its text boxes, which come next."""
        paragraph, container, index = self._paragraph, self._containers[-1], len(self.blocks)
        if index >= self._limits.paragraphs:
            raise self._limits.exceeded("paragraphs")
        if paragraph.page_break and not paragraph.shown:
            paragraph.page_break, self._break_next = False, True
        text = "".join(paragraph.parts)
        path = container.next_path("p")
        label = self._numbering.label(paragraph.look, self._style)
        block = Block(index, text, path, index + 1, label, self._layout())
        self.blocks.append(block)
        container.content.append(block)
        if paragraph.page_numbers and paragraph.only_page_number():
            self.page_numbers.add(index)
        if paragraph.hidden:
            self._name_hidden(Span(index, len(text), len(text)))
        boxes = paragraph.boxes
        paragraph.restart(page_break=self._break_next)
        self._break_next = False
        return (iter(boxes), None) if boxes else None

    def _layout(self) -> Layout:
        paragraph, own, inherited = self._paragraph, self._paragraph.look, self._style.paragraph
        outline = inherited.outline_level if own.outline_level is None else own.outline_level
        align = inherited.align if own.align is None else own.align
        breaks = own.page_break_before
        if breaks is None:
            breaks = inherited.page_break_before
        key = (
            self._style.name,
            outline if outline is not None and 0 <= outline < 9 else None,
            align or "",
            paragraph.shown and not paragraph.plain,
            paragraph.size,
            bool(breaks or paragraph.page_break),
        )
        layout = self._layouts.get(key)
        if layout is None:
            layout = self._layouts[key] = Layout(*key)
        return layout

    def _name_hidden(self, span: Span | None) -> None:
        text = "".join(self._paragraph.hidden).strip()
        if text:
            self.diagnostics.append(Diagnostic("DP104", span, {"text": text[:MAX_NAMED]}))

    def _flush(self) -> Step | None:
        """Ends what a deleted mark or text outside paragraphs left open."""
        paragraph = self._paragraph
        if paragraph.parts or paragraph.boxes:
            return self._finish()
        self._name_hidden(None)
        paragraph.restart(page_break=paragraph.page_break)
        return None

    def _enter_section(self, element: etree._Element) -> None:
        for reference in element.iterchildren(*_STORY_REFERENCES):
            self.references.setdefault(reference.get(RELATION_ID, ""))

    # Containers

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
        self.insertions += look.inserted
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
        """Names what a cell holds that a merge covers: Word doesn't show it."""
        text = "".join(part.text or "" for part in cell.iter(TEXT)).strip()
        if text:
            self.diagnostics.append(Diagnostic("DP104", None, {"text": text[:MAX_NAMED]}))


def _pass_into(element: etree._Element) -> Step:
    return iter(element), None
