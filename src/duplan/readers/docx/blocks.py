"""Paragraphs become blocks: text, automatic number, layout and place of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from duplan.diagnostics import Diagnostic
from duplan.readers.assembly import Container
from duplan.readers.docx.folding import PLAIN, Folded, Folding
from duplan.readers.docx.inline import DELETED, INSERTED, MOVED_AWAY, TEXT, InlineReader, Step
from duplan.readers.docx.layouts import Layouts
from duplan.readers.docx.looks import (
    ParagraphLook,
    RunLook,
    RunState,
    read_paragraph_look,
    read_run_look,
)
from duplan.readers.docx.measures import page
from duplan.readers.docx.names import RELATION_ID, TYPE, VAL, is_on, w
from duplan.readers.docx.numbering import Counter, Numbering
from duplan.readers.docx.paragraphs import Note
from duplan.readers.docx.styles import Style, Styles
from duplan.readers.file import Limits
from duplan.readers.findings import hidden
from duplan.source import Block, Layout, Page, Span

_UNSAID = ParagraphLook()
_SECTION = w("sectPr")
_MARK_CHANGES = {
    INSERTED: "inserted",
    DELETED: "deleted",
    MOVED_AWAY: "deleted",
    w("vanish"): "hidden",
    w("rStyle"): "hidden",
    w("specVanish"): "separates",  # a run-in heading: its mark is hidden by design
}
_TITLE_PAGE = w("titlePg")
_STORY_REFERENCES = (w("headerReference"), w("footerReference"))


class Anchor(NamedTuple):
    """Where a note is referred to, and whether by a number that Word counts."""

    place: Span
    counted: bool


class Pattern(NamedTuple):
    """What plain paragraphs with the same properties have in common."""

    counter: Counter | None
    visible: Layout
    blank: Layout  # of those that show nothing
    fonts: dict[int, str | None]  # by run look, where they differ


class BlockReader(InlineReader):
    """Reads paragraphs into ``blocks`` and into the innermost of ``_containers``."""

    def __init__(
        self, styles: Styles, numbering: Numbering, limits: Limits, folding: Folding
    ) -> None:
        super().__init__(styles)
        self.diagnostics: list[Diagnostic] = []
        self.page_numbers: set[int] = set()  # blocks that show nothing but a page number
        self.references: dict[str, bool] = {}  # to headers and footers → of even pages only
        self.anchors: dict[Note, Anchor] = {}  # where notes and comments are first referred to
        self.pages: list[Page] = []
        self.highlights: list[Span] = []
        self._numbering = numbering
        self._limits = limits
        self._folding = folding
        self._states: dict[tuple[int, int], RunState] = {}  # by style and run look
        self._patterns: dict[tuple[int, ...], Pattern | None] = {}  # by the looks of Folded
        self._layouts = Layouts()
        self._containers: list[Container] = []
        self._open = False  # inside w:p
        self._enter |= {
            w("p"): self._enter_paragraph,
            PLAIN: self._enter_plain,
            w("pPr"): self._enter_paragraph_properties,
            _SECTION: self._enter_section,
        }

    def plain_text(self, element: etree._Element) -> str:
        """All text inside an element, as a finding quotes what is left out."""
        texts = []
        for part in element.iter(TEXT, PLAIN):
            if part.tag == PLAIN:
                texts += [folded.text for folded in self._folding.at(part)]
            else:
                texts.append(part.text or "")
        return "".join(texts).strip()

    # Paragraphs of nothing but runs

    def _enter_plain(self, element: etree._Element) -> Step | None:
        if self._open:
            self._paragraph.boxes.append(element)
            return None
        return self._read_plain(iter(self._folding.at(element)))

    def _read_plain(self, group: Iterator[Folded]) -> Step | None:
        patterns, blocks, container = self._patterns, self.blocks, self._containers[-1]
        most = self._limits.paragraphs
        fresh = self._is_fresh()
        for folded in group:
            looks, text, _ = folded
            if looks not in patterns:
                patterns[looks] = self._pattern(folded)
            pattern = patterns[looks]
            if pattern is None or not fresh:
                step = self._read_runs(folded)
                if step is not None:
                    return step[0], lambda: self._read_plain(group)
                fresh = self._is_fresh()
                continue
            index = len(blocks)
            if index >= most:
                raise self._limits.exceeded("paragraphs")
            counter, visible, blank, fonts = pattern
            label = "" if counter is None else counter.next()
            layout = blank if not text or text.isspace() else visible
            if fonts:
                layout = self._layouts.with_fonts(layout, self._shown_fonts(folded, fonts))
            elif layout.fonts and text.isascii():
                layout = self._layouts.with_fonts(layout, ())
            block = Block(index, text, container.next_path("p"), index + 1, label, layout)
            blocks.append(block)
            container.content.append(block)
        return None

    def _is_fresh(self) -> bool:
        """Whether the next paragraph begins with nothing that waits for it."""
        return self._paragraph.fresh and not self._break_next and not self._fields.in_code

    def _pattern(self, folded: Folded) -> Pattern | None:
        """The pattern of paragraphs with these properties; None where they need more of a look."""
        look = self._look(folded)
        style = self._styles.paragraph(look.style)
        states = [self._state(style, run) for run in folded.looks[1:]] or [style.own_run]
        bold, hidden, size, font, on_ground = states[0]
        changed = look.mark is not None and any(child.tag in _MARK_CHANGES for child in look.mark)
        if hidden or on_ground or style.own_run.hidden or changed or look.section is not None:
            return None
        fonts: dict[int, str | None] = {}
        if len(states) > 1 and any(state != states[0] for state in states):
            if any(state._replace(font=font) != states[0] for state in states):
                return None
            fonts = dict(zip(folded.looks[1:], (state.font for state in states), strict=True))
        counter = self._numbering.counter(look, style)
        level = None if counter is None else counter.index
        shown = (font,) if font and not fonts else ()
        return Pattern(
            counter,
            self._layouts.of(look, style, level, bold=bold, size=size, fonts=shown),
            self._layouts.of(look, style, level),
            fonts,
        )

    def _shown_fonts(self, folded: Folded, fonts: dict[int, str | None]) -> dict[str, None]:
        """The fonts of what such a paragraph shows in East Asian characters, in order."""
        runs = self._folding.runs(folded)
        shown = {fonts[run]: None for run, text in runs if not (text.isascii() or text.isspace())}
        return {font: None for font in shown if font}

    def _read_runs(self, folded: Folded) -> Step | None:
        """Reads a paragraph whose runs differ, or that something waits for."""
        self._begin_paragraph()
        if folded.looks[0] >= 0:
            self._take_look(self._look(folded))
        for run, text in self._folding.runs(folded):
            if text:
                self._run = self._state(self._style, run)
                self._add(text)
        return self._leave_paragraph()

    def _look(self, folded: Folded) -> ParagraphLook:
        number = folded.looks[0]
        return self._folding.looks[number] if number >= 0 else _UNSAID

    def _state(self, style: Style, run: int) -> RunState:
        """The look of a run with the properties of this number in a paragraph of this style."""
        key = id(style), run
        state = self._states.get(key)
        if state is None:
            own = self._folding.run_looks[run] if run >= 0 else RunLook()
            state = self._states[key] = self._styles.combine(style, own)
        return state

    # Other paragraphs

    def _enter_paragraph(self, element: etree._Element) -> Step | None:
        if self._open:  # where only damaged files have one: read after this paragraph
            self._paragraph.boxes.append(element)
            return None
        self._begin_paragraph()
        return iter(element), self._leave_paragraph

    def _begin_paragraph(self) -> None:
        self._open = True
        paragraph = self._paragraph
        paragraph.joined = bool(paragraph.parts)
        paragraph.mark_deleted = paragraph.mark_hidden = False
        if not paragraph.joined:
            paragraph.look, self._style = _UNSAID, self._plain_style

    def _enter_paragraph_properties(self, element: etree._Element) -> None:
        self._take_look(read_paragraph_look(element))

    def _take_look(self, look: ParagraphLook) -> None:
        paragraph = self._paragraph
        if not paragraph.joined:
            paragraph.look = look
            self._style = self._styles.paragraph(look.style)
        if look.mark is not None:
            self._read_mark(look.mark)
        else:
            paragraph.mark_hidden = self._style.own_run.hidden
        if look.section is not None:
            self._enter_section(look.section)

    def _read_mark(self, mark: etree._Element) -> None:
        paragraph, always = self._paragraph, False
        paragraph.mark_hidden = self._style.own_run.hidden
        for child in mark:
            change = _MARK_CHANGES.get(child.tag)
            if change == "inserted":
                self.insertions += 1
                self._change_here()
            elif change == "deleted":
                self.deletions += 1
                self._change_here()
                paragraph.mark_deleted = True
            elif change == "hidden":
                paragraph.mark_hidden = self._styles.combine(
                    self._style, read_run_look(mark)
                ).hidden
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
        counter = self._numbering.counter(paragraph.look, self._style)
        label = "" if counter is None else counter.next()
        layout = self._layouts.of(
            paragraph.look,
            self._style,
            None if counter is None else counter.index,
            bold=paragraph.shown and not paragraph.plain,
            size=paragraph.size,
            page_break=paragraph.page_break,
            fonts=paragraph.fonts,
        )
        block = Block(index, text, path, index + 1, label, layout)
        self.blocks.append(block)
        container.content.append(block)
        if paragraph.page_numbers and paragraph.only_page_number():
            self.page_numbers.add(index)
        at = read = 0
        for note, parts, counted in paragraph.references:
            at += sum(map(len, paragraph.parts[read:parts]))
            read = parts
            self.anchors.setdefault(note, Anchor(Span(index, at, at), counted))
        if paragraph.marked:
            self.highlights += paragraph.highlights(index)
        if paragraph.hidden:
            self._name_hidden(Span(index, len(text), len(text)))
        boxes = paragraph.boxes
        paragraph.restart(page_break=self._break_next)
        self._break_next = False
        return (iter(boxes), None) if boxes else None

    def _name_hidden(self, span: Span | None) -> None:
        self.diagnostics += hidden("".join(self._paragraph.hidden), span)

    def _enter_section(self, element: etree._Element) -> None:
        paper = page(element, len(self.blocks) + self._open)
        if paper is not None:
            self.pages.append(paper)
        first_page = element.find(_TITLE_PAGE)
        for reference in element.iterchildren(*_STORY_REFERENCES):
            kind, relation = reference.get(TYPE), reference.get(RELATION_ID, "")
            if kind != "first" or (first_page is not None and is_on(first_page.get(VAL))):
                of_even_pages = kind == "even" and self.references.get(relation, True)
                self.references[relation] = of_even_pages
