"""One iterative pass over a story: paragraphs, lists, tables and frames become blocks."""

from __future__ import annotations

from lxml import etree

from duplan.diagnostics import Diagnostic
from duplan.readers.asides import is_page_frame
from duplan.readers.assembly import MAX_NESTING, Container, Paper
from duplan.readers.findings import MAX_NAMED, hidden
from duplan.readers.odt.inline import InlineReader, Leave
from duplan.readers.odt.lists import LEVELS, Numbering, OpenList
from duplan.readers.odt.package import Package
from duplan.readers.odt.paragraphs import Paragraph
from duplan.readers.odt.styles import Styles
from duplan.readers.odt.tables import TableBuilder
from duplan.readers.opendocument import STYLE_NAME, H, P, draw, is_shape, table, text
from duplan.readers.xml import integer
from duplan.source import Block, Layout, Span, Table


class Walker(InlineReader):
    """Reads the stories of one document onto ``paper``; numbers and indices run on."""

    def __init__(
        self, package: Package, styles: Styles, numbering: Numbering, paper: Paper
    ) -> None:
        super().__init__(package, styles)
        self.diagnostics: list[Diagnostic] = []
        self.page_numbers: set[int] = set()  # blocks that show nothing but a page number
        self.notes: list[tuple[str, etree._Element, Span]] = []  # (story, note, place) in order
        self.pages: dict[str, None] = {}  # names of the page styles that begin, in order
        self._numbering = numbering
        self._paper = paper
        self._layouts: dict[tuple[object, ...], Layout] = {}
        self._containers: list[Container] = []
        self._contexts: list[Container | TableBuilder] = []
        self._lists: list[OpenList] = []
        self._walks: list[tuple[etree.iterwalk, list[tuple[etree._Element, Leave]]]] = []
        self._break_next = False  # the next paragraph begins a page
        self._enter |= {
            P: self._enter_paragraph,
            H: self._enter_paragraph,
            text("list"): self._enter_list,
            text("numbered-paragraph"): self._enter_numbered,
            text("list-item"): self._enter_item,
            text("list-header"): self._enter_list_header,
            text("section"): self._enter_section,
            text("tracked-changes"): self._enter_changes,
            table("table"): self._enter_table,
            table("table-row"): self._enter_row,
            table("table-cell"): self._enter_cell,
            table("covered-table-cell"): self._enter_covered,
            draw("text-box"): self._enter_text_box,
            draw("frame"): self._enter_frame,
        }

    def walk(self, story: etree._Element, path: str, styles: Styles) -> tuple[Block | Table, ...]:
        """The content of a story whose part has these styles.

        Raises UnreadableError ("too-large") beyond the limits.
        """
        self._styles = styles
        container = Container(path)
        self._containers, self._contexts, self._lists = [container], [container], []
        self._begin(story)
        while self._walks:
            walk, leaves = self._walks[-1]
            for event, element in walk:
                if event == "end":
                    if leaves and leaves[-1][0] is element:
                        leaves.pop()[1]()
                    if element is not story:
                        self._add_collapsed(element.tail)
                    if self._walks[-1][0] is not walk:
                        break
                elif element is story or self._go_into(element, leaves):
                    self._add_collapsed(element.text)
                else:
                    walk.skip_subtree()
            else:
                self._walks.pop()
        return tuple(container.content)

    def _begin(self, element: etree._Element) -> None:
        self._walks.append((etree.iterwalk(element, events=("start", "end")), []))

    def _go_into(self, element: etree._Element, leaves: list[tuple[etree._Element, Leave]]) -> bool:
        enter = self._enter.get(element.tag)
        if enter is None:
            if not is_shape(element.tag):
                return True
            enter = self._enter_shape
        answer = enter(element)
        if isinstance(answer, bool):
            return answer
        leaves.append((element, answer))
        return True

    # Paragraphs

    def _enter_paragraph(self, element: etree._Element) -> Leave | bool:
        if self._open:  # where only damaged files have one: read after this paragraph
            self._paragraph.boxes.append(element)
            return False
        self._open = True
        style = self._styles.paragraph(element.get(STYLE_NAME, ""))
        self._run = style.run
        paragraph = self._paragraph = Paragraph(style)
        place = self._lists[-1] if self._lists else None
        if element.tag == H:
            level = min(max(integer(element.get(text("outline-level"))) or 1, 1), LEVELS) - 1
            paragraph.outline_level = level
            if place is None and not style.numbered_apart:
                place = self._numbering.heading(element, level)
            if place is not None and element.get(text("is-list-header")) == "true":
                place.end_label()
        if place is not None and place.numbered:
            paragraph.label = self._numbering.label(place)
        return self._leave_paragraph

    def _leave_paragraph(self) -> None:
        self._open = False
        paragraph = self._paragraph
        if paragraph.hides:
            paragraph.hidden[:0] = paragraph.parts
            paragraph.parts = []
        if paragraph.hides or (paragraph.style.run.hidden and not paragraph.parts):
            self.diagnostics += hidden("".join(paragraph.hidden))
        else:
            self._finish(paragraph)
        for element in reversed(paragraph.boxes):
            self._begin(element)

    def _finish(self, paragraph: Paragraph) -> None:
        container, shown = self._containers[-1], "".join(paragraph.parts)
        path = container.next_path("p")
        block = self._paper.paragraph(shown, path, paragraph.label, self._layout())
        container.content.append(block)
        if paragraph.page_numbers and is_page_frame(paragraph.around_page_numbers()):
            self.page_numbers.add(block.index)
        for story, note, at in paragraph.notes:
            self.notes.append((story, note, Span(block.index, at, at)))
        self.diagnostics += hidden(
            "".join(paragraph.hidden), Span(block.index, len(shown), len(shown))
        )

    def _layout(self) -> Layout:
        paragraph, style = self._paragraph, self._paragraph.style
        if style.page:
            self.pages.setdefault(style.page)
        breaks = style.breaks_before or self._break_next or bool(style.page and self._paper.blocks)
        self._break_next = style.breaks_after
        key = (
            style.name,
            paragraph.outline_level if (paragraph.outline_level or 0) < 9 else None,
            style.align,
            paragraph.shown and not paragraph.plain,
            paragraph.size,
            breaks,
        )
        layout = self._layouts.get(key)
        if layout is None:
            layout = self._layouts[key] = Layout(*key)
        return layout

    # Lists and sections

    def _enter_list(self, element: etree._Element) -> Leave:
        self._lists.append(self._numbering.open(element, self._lists[-1] if self._lists else None))
        return self._leave_list

    def _leave_list(self) -> None:
        self._lists.pop()

    def _enter_numbered(self, element: etree._Element) -> Leave:
        self._lists.append(self._numbering.open_paragraph(element))
        return self._leave_list

    def _enter_item(self, element: etree._Element) -> bool:
        if self._lists:
            self._lists[-1].begin_item(element)
        return True

    def _enter_list_header(self, _element: etree._Element) -> bool:
        if self._lists:
            self._lists[-1].end_label()
        return True

    def _enter_section(self, element: etree._Element) -> bool:
        display = element.get(text("display"))
        hides = display == "condition" and element.get(text("is-hidden")) == "true"
        if display != "none" and not hides:
            return True
        self.diagnostics += hidden(_shown_in(element))
        return False

    def _enter_changes(self, element: etree._Element) -> bool:
        for region in element.iterchildren(text("changed-region")):
            self.insertions += region.find(text("insertion")) is not None
            self.deletions += region.find(text("deletion")) is not None
        return False

    # Containers

    def _push(self, container: Container) -> Leave:
        lists, self._lists = self._lists, []
        self._containers.append(container)
        self._contexts.append(container)
        return lambda: self._pop(lists)

    def _pop(self, lists: list[OpenList]) -> None:
        self._containers.pop()
        self._contexts.pop()
        self._lists = lists

    def _enter_shape(self, element: etree._Element) -> Leave | bool:
        return self._enter_text_box() if self._enter_frame(element) else False

    def _enter_text_box(self, _element: etree._Element | None = None) -> Leave | bool:
        if self._open or len(self._contexts) > MAX_NESTING:
            return True
        anchor = self._containers[-1]
        return self._push(Container(anchor.next_path("txbx"), anchor.content))

    def _enter_table(self, element: etree._Element) -> Leave | bool:
        if self._open:
            self._paragraph.boxes.append(element)
            return False
        page = self._styles.table_page(element.get(table("style-name"), ""))
        if page:
            self.pages.setdefault(page)
            self._break_next = True
        if len(self._contexts) > MAX_NESTING:
            return True
        path = self._containers[-1].next_path("tbl")
        self._contexts.append(TableBuilder(path, self._paper.limits))
        return self._leave_table

    def _leave_table(self) -> None:
        builder = self._contexts.pop()
        if isinstance(builder, TableBuilder):
            self._containers[-1].content.append(builder.close())

    def _enter_row(self, element: etree._Element) -> Leave | bool:
        builder = self._contexts[-1]
        if not isinstance(builder, TableBuilder) or builder.in_row:
            return True
        builder.open_row(element)
        return builder.close_row

    def _enter_cell(self, element: etree._Element) -> Leave | bool:
        builder = self._contexts[-1]
        if not isinstance(builder, TableBuilder) or not builder.in_row:
            return True
        return self._push(builder.open_cell(element))

    def _enter_covered(self, element: etree._Element) -> bool:
        """Names what a cell holds that a merge covers: it isn't shown."""
        self.diagnostics += hidden(_shown_in(element))
        return False


def _shown_in(element: etree._Element) -> str:
    """The first words of an element that is left out."""
    words, length = [], 0
    for part in map(str, element.itertext()):
        words.append(part)
        length += len(part.strip())
        if length > MAX_NAMED:
            break
    return "".join(words)
