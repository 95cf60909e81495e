"""One iterative pass over a story: paragraphs, tables and text boxes become blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from lxml import etree

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.docx.fields import FIELD_MARK, Fields, is_page_instruction
from duplan.readers.docx.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    IGNORED,
    READABLE,
    RELATION_ID,
    TYPE,
    m,
    w,
)
from duplan.readers.docx.numbering import Numbering
from duplan.readers.docx.paragraphs import Paragraph
from duplan.readers.docx.styles import (
    RPR,
    ParagraphLook,
    Styles,
    read_paragraph_look,
    read_run_look,
)
from duplan.readers.docx.symbols import symbol
from duplan.readers.docx.tables import Container, TableBuilder, read_cell_look, read_row_look
from duplan.source import Block, Layout, Span, Table

MAX_BLOCKS = 200_000  # paragraphs of one document
MAX_DEPTH = 2_048  # elements inside each other
MAX_NESTING = 24  # tables and text boxes inside each other; deeper ones are read as plain text
MAX_NAMED = 40  # characters of left-out text that a diagnostic quotes

_PLAIN = ParagraphLook()

Leave = Callable[[], "Step | None"]
Step = tuple[Iterator[etree._Element], Leave | None]
Enter = Callable[[etree._Element], "Step | None"]

TEXT = w("t")
_TEXT_BOX, _RUBY_BASE, _BREAK_KINDS = w("txbxContent"), w("rubyBase"), ("page", "column")
_SECTION, _DELETED, _MOVED_AWAY, _INSERTED = w("sectPr"), w("del"), w("moveFrom"), w("ins")
_MARK_CHANGES = {
    _INSERTED: "inserted",
    _DELETED: "deleted",
    _MOVED_AWAY: "deleted",
    w("vanish"): "hidden",
    w("rStyle"): "hidden",
    w("specVanish"): "separates",  # a run-in heading: its mark is hidden by design
}
_STORY_REFERENCES = (w("headerReference"), w("footerReference"))
_SYMBOL_CHAR, _SYMBOL_FONT, _INSTRUCTION = w("char"), w("font"), w("instr")


class Walker:
    """Reads the stories of one document into ``blocks``; numbers and indices run on.

    Every ``_enter_`` method takes an element and answers what to walk inside it and what to do
    when leaving it, or None to pass over it. Elements without one are walked into.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.blocks: list[Block] = []
        self.diagnostics: list[Diagnostic] = []
        self.page_numbers: set[int] = set()  # blocks that show nothing but a page number
        self.references: dict[str, None] = {}  # relations of headers and footers, in order
        self.insertions = self.deletions = self.ruby_notes = 0
        self._styles, self._numbering = styles, numbering
        self._layouts: dict[tuple[object, ...], Layout] = {}
        self._containers: list[Container] = []
        self._contexts: list[Container | TableBuilder] = []
        self._paragraph = Paragraph()
        self._open = False  # inside w:p
        self._break_next = False
        self._style = self._plain_style = styles.paragraph(None)
        self._bold, self._hidden, self._size = self._style.own_run
        self._enter: dict[str, Enter | None] = dict.fromkeys(IGNORED)
        self._enter |= {
            TEXT: self._enter_text,
            m("t"): self._enter_text,
            w("r"): self._enter_run,
            m("r"): self._enter_run,
            RPR: self._enter_run_properties,
            w("p"): self._enter_paragraph,
            w("pPr"): self._enter_paragraph_properties,
            w("tbl"): self._enter_table,
            w("tr"): self._enter_row,
            w("tc"): self._enter_cell,
            _TEXT_BOX: self._enter_text_box,
            w("tab"): self._enter_tab,
            w("ptab"): self._enter_tab,
            w("br"): self._enter_break,
            w("cr"): self._enter_break,
            w("noBreakHyphen"): self._enter_hyphen,
            w("sym"): self._enter_symbol,
            _INSERTED: self._enter_insertion,
            w("moveTo"): self._enter_insertion,
            _DELETED: self._enter_deletion,
            _MOVED_AWAY: self._enter_deletion,
            w("ruby"): self._enter_ruby,
            w("drawing"): self._enter_picture,
            w("pict"): self._enter_picture,
            w("object"): self._enter_picture,
            ALTERNATE: self._enter_alternate,
            FIELD_MARK: self._enter_field_mark,
            w("instrText"): self._enter_instruction,
            w("fldSimple"): self._enter_simple_field,
            _SECTION: self._enter_section,
        }

    def walk(self, story: etree._Element, path: str) -> tuple[Block | Table, ...]:
        """The content of a story; its paragraphs are added to ``blocks``.

        Raises UnreadableError ("too-large") beyond MAX_BLOCKS or MAX_DEPTH.
        """
        container = Container(path)
        self._fields = Fields(story)
        self._push(container)
        enter_of, pass_into = self._enter, _pass_into
        stack: list[Step] = []
        inside: Iterator[etree._Element] = iter(story)
        leave: Leave | None = self._leave_container
        while True:
            for element in inside:
                enter = enter_of.get(element.tag, pass_into)
                step = enter(element) if enter is not None else None
                if step is not None:
                    stack.append((inside, leave))
                    if len(stack) > MAX_DEPTH:
                        raise UnreadableError(
                            "too-large", what="the depth of markup", limit=MAX_DEPTH
                        )
                    inside, leave = step
                    break
            else:
                step = leave() if leave is not None else None
                if step is not None:
                    inside, leave = step
                elif stack:
                    inside, leave = stack.pop()
                else:
                    return tuple(container.content)

    # Characters

    def _add(self, text: str) -> None:
        paragraph = self._paragraph
        if self._hidden or self._fields.in_code:
            paragraph.hidden.append(text)
            return
        paragraph.parts.append(text)
        if not text.isspace():
            if not paragraph.shown:
                paragraph.shown, paragraph.size = True, self._size
            if not self._bold:
                paragraph.plain = True

    def _enter_text(self, element: etree._Element) -> None:
        text = element.text
        if text:
            # White space in w:t is one space wherever it came from a pretty-printer.
            if "\n" in text or "\t" in text:
                text = text.replace("\n", " ").replace("\t", " ")
            self._add(text)

    def _enter_tab(self, _element: etree._Element) -> None:
        self._add("\t")

    def _enter_hyphen(self, _element: etree._Element) -> None:
        self._add("-")

    def _enter_break(self, element: etree._Element) -> None:
        if element.get(TYPE) not in _BREAK_KINDS:
            self._add("\n")
        elif self._paragraph.shown:
            self._break_next = True
        else:
            self._paragraph.page_break = True

    def _enter_symbol(self, element: etree._Element) -> None:
        code = element.get(_SYMBOL_CHAR, "")
        try:
            char = chr(int(code, 16))
        except (ValueError, OverflowError):
            return
        if not "\ud800" <= char <= "\udfff":
            self._add(symbol(char, element.get(_SYMBOL_FONT, "")))

    # Runs and what stands in them

    def _enter_run(self, element: etree._Element) -> Step:
        self._bold, self._hidden, self._size = self._style.own_run
        return iter(element), None

    def _enter_run_properties(self, element: etree._Element) -> None:
        self._bold, self._hidden, self._size = self._styles.combine(
            self._style, read_run_look(element)
        )

    def _enter_insertion(self, element: etree._Element) -> Step:
        self.insertions += 1
        return iter(element), None

    def _enter_deletion(self, element: etree._Element) -> None:
        self.deletions += 1
        for mark in element.iter(FIELD_MARK):
            self._enter_field_mark(mark)

    def _enter_ruby(self, element: etree._Element) -> Step | None:
        self.ruby_notes += 1
        base = element.find(_RUBY_BASE)
        return None if base is None else (iter(base), None)

    def _enter_picture(self, element: etree._Element) -> Step | None:
        box = next(element.iter(_TEXT_BOX), None)
        return None if box is None else (iter(element), None)

    def _enter_alternate(self, element: etree._Element) -> Step | None:
        """Takes the first readable Choice, else the Fallback (ECMA-376 Part 3, 7.6)."""
        choices = list(element.iterchildren(CHOICE))
        for choice in choices:
            if READABLE.issuperset(choice.get("Requires", "").split()):
                return iter(choice), None
        fallback = element.find(FALLBACK)
        if fallback is not None:
            return iter(fallback), None
        return (iter(choices[0]), None) if choices else None

    # Fields

    def _enter_field_mark(self, element: etree._Element) -> None:
        first_part = self._fields.mark(element, len(self._paragraph.parts))
        if first_part is not None:
            self._mark_page_number(first_part)

    def _mark_page_number(self, first_part: int) -> None:
        paragraph = self._paragraph
        paragraph.page_numbers.append((first_part, len(paragraph.parts)))

    def _enter_instruction(self, element: etree._Element) -> None:
        self._fields.instruct(element.text or "")

    def _enter_simple_field(self, element: etree._Element) -> Step:
        first_part = len(self._paragraph.parts)
        if is_page_instruction(element.get(_INSTRUCTION, "")):
            return iter(element), lambda: self._mark_page_number(first_part)
        return iter(element), None

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
        if index >= MAX_BLOCKS:
            raise UnreadableError("too-large", what="the number of paragraphs", limit=MAX_BLOCKS)
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
