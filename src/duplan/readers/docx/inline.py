"""What stands inside a paragraph: characters, runs, fields, tracked changes, alternatives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from lxml import etree

from duplan.readers.docx.fields import FIELD_MARK, Fields
from duplan.readers.docx.looks import RPR, read_run_look
from duplan.readers.docx.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    ID,
    IGNORED,
    READABLE,
    TYPE,
    is_on,
    m,
    w,
)
from duplan.readers.docx.paragraphs import Note, Paragraph, Reference
from duplan.readers.docx.styles import Styles
from duplan.readers.fieldcodes import Shown, is_page_number, shown
from duplan.readers.symbols import SYMBOLS, bullet, symbol
from duplan.source import Block, Span

Leave = Callable[[], "Step | None"]
Step = tuple[Iterator[etree._Element], Leave | None]
Enter = Callable[[etree._Element], "Step | None"]

TEXT, TEXT_BOX = w("t"), w("txbxContent")
DELETED, MOVED_AWAY, INSERTED = w("del"), w("moveFrom"), w("ins")

_REFERRED = {
    w("footnoteReference"): "footnotes",
    w("endnoteReference"): "endnotes",
    w("commentReference"): "comments",
}
_FONTS, _ASCII_FONT, _HIGH_FONT = f"{RPR}/{w('rFonts')}", w("ascii"), w("hAnsi")
_RUBY_BASE, _BREAK_KINDS = w("rubyBase"), ("page", "column")
_OWN_MARK = w("customMarkFollows")
_SYMBOL_CHAR, _SYMBOL_FONT, _INSTRUCTION = w("char"), w("font"), w("instr")


class InlineReader:
    """Gathers the text of one paragraph at a time in ``_paragraph``.

    Every ``_enter_`` method takes an element and answers what to walk inside it and what to do
    when leaving it, or None to pass over it. Elements without one are walked into.
    """

    def __init__(self, styles: Styles) -> None:
        self.blocks: list[Block] = []
        self.insertions = self.deletions = self.ruby_notes = 0
        self.first_change: Span | None = None  # the place of the first of both
        self.withdrawn: set[Note] = set()  # whose references are deleted or hidden
        self._styles = styles
        self._style = self._plain_style = styles.paragraph(None)
        self._run = self._style.own_run
        self._paragraph = Paragraph()
        self._break_next = False  # the next paragraph begins a page
        self._pictures = 0  # entered and not left
        self._fields: Fields
        self._in_run: dict[str, Callable[[etree._Element], None]] = {
            RPR: self._enter_run_properties,
            TEXT: self._enter_text,
            w("tab"): self._enter_tab,
        }
        self._enter: dict[str, Enter | None] = dict.fromkeys(IGNORED)
        self._enter |= {
            TEXT: self._enter_text,
            m("t"): self._enter_text,
            w("tab"): self._enter_tab,
            w("ptab"): self._enter_tab,
            w("br"): self._enter_break,
            w("cr"): self._enter_break,
            w("noBreakHyphen"): self._enter_hyphen,
            w("sym"): self._enter_symbol,
            w("r"): self._enter_run,
            m("r"): self._enter_run,
            RPR: self._enter_run_properties,
            INSERTED: self._enter_insertion,
            w("moveTo"): self._enter_insertion,
            DELETED: self._enter_deletion,
            MOVED_AWAY: self._enter_deletion,
            w("ruby"): self._enter_ruby,
            w("drawing"): self._enter_picture,
            w("pict"): self._enter_picture,
            w("object"): self._enter_picture,
            m("den"): self._enter_denominator,
            ALTERNATE: self._enter_alternate,
            w("footnoteReference"): self._enter_reference,
            w("endnoteReference"): self._enter_reference,
            w("commentReference"): self._enter_reference,
            FIELD_MARK: self._enter_field_mark,
            w("instrText"): self._enter_instruction,
            w("fldSimple"): self._enter_simple_field,
        }

    # Characters

    def _add(self, text: str) -> None:
        paragraph = self._paragraph
        bold, hidden, size, font, marked = self._run
        if hidden or self._fields.in_code:
            paragraph.hidden.append(text)
            return
        if paragraph.broken:  # what follows stands on another page
            paragraph.parts.append("\n")
            paragraph.broken = False
        paragraph.parts.append(text)
        if not text.isspace():
            if not paragraph.shown:
                paragraph.shown, paragraph.size = True, size
            if not bold:
                paragraph.plain = True
            if font and not text.isascii():
                paragraph.fonts[font] = None
            if marked:
                paragraph.marked.append(len(paragraph.parts) - 1)

    def _enter_text(self, element: etree._Element) -> None:
        text = element.text
        if text:
            # White space in w:t is one space wherever it came from a pretty-printer.
            if "\n" in text or "\t" in text:
                text = text.replace("\n", " ").replace("\t", " ")
            if SYMBOLS.search(text):
                font = _font_of(element)
                text = SYMBOLS.sub(lambda char: bullet(char[0], font), text)
            self._add(text)

    def _enter_tab(self, _element: etree._Element) -> None:
        self._add("\t")

    def _enter_hyphen(self, _element: etree._Element) -> None:
        self._add("-")

    def _enter_break(self, element: etree._Element) -> None:
        if element.get(TYPE) not in _BREAK_KINDS:
            self._add("\n")
        elif self._paragraph.shown:
            self._break_next = self._paragraph.broken = True
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

    def _enter_reference(self, element: etree._Element) -> None:
        note = Note(_REFERRED[element.tag], element.get(ID, ""))
        if self._run.hidden:
            self.withdrawn.add(note)
            return
        counted = not is_on(element.get(_OWN_MARK, "0"))
        self._paragraph.references.append(Reference(note, len(self._paragraph.parts), counted))

    # Runs and what stands in them

    def _enter_run(self, element: etree._Element) -> Step | None:
        """Reads what nearly all runs are, properties and text, at once; leaves the rest to walk."""
        self._run = self._style.own_run
        inside = iter(element)
        for child in inside:
            read = self._in_run.get(child.tag)
            if read is None:
                return chain((child,), inside), None
            read(child)
        return None

    def _enter_run_properties(self, element: etree._Element) -> None:
        if not len(element):
            return
        self._run = self._styles.combine(self._style, read_run_look(element))

    def _enter_insertion(self, element: etree._Element) -> Step:
        self.insertions += 1
        if self.first_change is not None:
            return iter(element), None
        self._change_here()
        return iter(element), self._end_first_change

    def _enter_deletion(self, element: etree._Element) -> None:
        self.deletions += 1
        self._change_here()
        for mark in element.iter(FIELD_MARK):
            self._enter_field_mark(mark)
        for reference in element.iter(*_REFERRED):
            self.withdrawn.add(Note(_REFERRED[reference.tag], reference.get(ID, "")))

    def _change_here(self) -> None:
        """Notes the place where the walk is, unless an earlier change stands in the document."""
        if self.first_change is None:
            at = self._paragraph.length
            self.first_change = Span(len(self.blocks), at, at)

    def _end_first_change(self) -> None:
        if self.first_change is not None and self.first_change.block == len(self.blocks):
            self.first_change = self.first_change._replace(end=self._paragraph.length)

    def _enter_ruby(self, element: etree._Element) -> Step | None:
        self.ruby_notes += 1
        base = element.find(_RUBY_BASE)
        return None if base is None else (iter(base), None)

    def _enter_denominator(self, element: etree._Element) -> Step:
        self._add("/")
        return iter(element), None

    def _enter_picture(self, element: etree._Element) -> Step | None:
        # A picture inside a picture was looked through with the outer one.
        if not self._pictures and next(element.iter(TEXT_BOX), None) is None:
            return None
        self._pictures += 1
        return iter(element), self._leave_picture

    def _leave_picture(self) -> None:
        self._pictures -= 1

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
        parts = len(self._paragraph.parts)
        ended = self._fields.mark(element, parts)
        if ended is None:
            return
        if not ended.in_result or ended.first_part == parts:
            self._add_shown(ended.shown())
        elif is_page_number(ended.code):
            self._mark_page_number(ended.first_part)

    def _add_shown(self, field: Shown) -> None:
        if field.text:
            self._add(field.text)
        self.ruby_notes += field.ruby

    def _mark_page_number(self, first_part: int) -> None:
        paragraph = self._paragraph
        paragraph.page_numbers.append((first_part, len(paragraph.parts)))

    def _enter_instruction(self, element: etree._Element) -> None:
        self._fields.instruct(element.text or "")

    def _enter_simple_field(self, element: etree._Element) -> Step:
        first_part, code = len(self._paragraph.parts), element.get(_INSTRUCTION, "")

        def leave() -> None:
            if len(self._paragraph.parts) == first_part:
                self._add_shown(shown(code))
            elif is_page_number(code):
                self._mark_page_number(first_part)

        return iter(element), leave


def _font_of(text: etree._Element) -> str:
    """The font that the run of a ``w:t`` names, "" for none."""
    run = text.getparent()
    fonts = None if run is None else run.find(_FONTS)
    return "" if fonts is None else fonts.get(_ASCII_FONT) or fonts.get(_HIGH_FONT) or ""
