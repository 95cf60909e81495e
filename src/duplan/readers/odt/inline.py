"""What stands inside a paragraph: characters, spans, fields, notes, frames."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from duplan.readers.odt.package import Package
from duplan.readers.odt.paragraphs import Paragraph
from duplan.readers.odt.styles import Run, Style, Styles
from duplan.readers.opendocument import (
    EVENT,
    FIELD,
    HREF,
    MATH,
    STYLE_NAME,
    H,
    P,
    draw,
    office,
    svg,
    table,
    text,
)
from duplan.readers.symbols import BOXES, SYMBOLS, symbol
from duplan.readers.xml import integer

MAX_SPACES = 64  # that one element stands for; a line holds fewer

Leave = Callable[[], None]
Enter = Callable[[etree._Element], "Leave | bool"]

# Elements whose content LibreOffice doesn't show in place.
_UNSHOWN = (
    office("forms"), office("scripts"), office("settings"), office("meta"),
    office("annotation-end"), office("event-listeners"), office("dde-source"),
    text("sequence-decls"), text("variable-decls"), text("user-field-decls"), text("dde-connection-decls"),
    text("alphabetical-index-auto-mark-file"), text("script"), text("note-citation"),
    text("table-of-content-source"), text("illustration-index-source"),
    text("table-index-source"), text("object-index-source"), text("user-index-source"),
    text("alphabetical-index-source"), text("bibliography-source"),
    text("index-entry-tab-stop"), text("label"), text("meta-field-source"),
    table("title"), table("desc"), table("dde-source"),
    draw("image"), draw("plugin"), draw("applet"), draw("floating-frame"), draw("object-ole"),
    draw("contour-polygon"), draw("contour-path"), draw("glue-point"), draw("image-map"),
    svg("title"), svg("desc"),
    EVENT,
)  # fmt: skip
_WHITE = re.compile("[ \t\r\n]+")
_STORIES = {"footnote": "footnote", "endnote": "endnote"}
_FORMULA = f"{{{MATH}}}math"
_UNSPOKEN = frozenset(f"{{{MATH}}}{name}" for name in ("annotation", "annotation-xml"))


def _pass_over(_element: etree._Element) -> bool:
    return False


class InlineReader:
    """Gathers the text of one paragraph at a time in ``_paragraph``.

    Every ``_enter_`` method takes an element and answers whether to walk into it, or what to do
    when leaving it. Elements without one are walked into.
    """

    def __init__(self, package: Package, styles: Styles) -> None:
        self.insertions = self.deletions = self.ruby_notes = 0
        self._package = package
        self._styles = styles
        self._paragraph = Paragraph(Style())
        self._run = Run()
        self._open = False  # inside a paragraph
        self._enter: dict[str, Enter] = dict.fromkeys(_UNSHOWN, _pass_over)
        self._enter |= {
            text("span"): self._enter_span,
            text("a"): self._enter_span,
            text("s"): self._enter_spaces,
            text("tab"): self._enter_tab,
            text("line-break"): self._enter_break,
            text("note"): self._enter_note,
            office("annotation"): self._enter_annotation,
            text("ruby"): self._enter_ruby,
            text("ruby-text"): _pass_over,
            text("hidden-text"): self._enter_hidden_text,
            text("hidden-paragraph"): self._enter_hidden_paragraph,
            text("variable-set"): self._enter_variable,
            text("variable-input"): self._enter_variable,
            text("user-field-get"): self._enter_variable,
            text("text-input"): self._enter_input,
            text("page-number"): self._enter_page_number,
            text("page-count"): self._enter_page_number,
            draw("object"): self._enter_object,
            f"{FIELD}fieldmark": self._enter_form_field,
        }

    # Characters

    def _add(self, characters: str) -> None:
        if characters:
            if SYMBOLS.search(characters):
                characters = "".join(symbol(each, self._run.font) for each in characters)
            self._paragraph.add(characters, self._run)
            self._paragraph.after_space = False

    def _add_collapsed(self, characters: str | None) -> None:
        """Characters as XML has them: white space is one space, none where one was just added."""
        if not characters or not self._open:
            return
        characters = _WHITE.sub(" ", characters)
        if self._paragraph.after_space and characters.startswith(" "):
            characters = characters[1:]
        self._add(characters)
        if characters.endswith(" "):
            self._paragraph.after_space = True

    def _enter_spaces(self, element: etree._Element) -> bool:
        if self._open:
            count = integer(element.get(text("c"), "1"))
            self._add(" " * min(max(1 if count is None else count, 0), MAX_SPACES))
        return True

    def _enter_tab(self, _element: etree._Element) -> bool:
        if self._open:
            self._add("\t")
        return True

    def _enter_break(self, _element: etree._Element) -> bool:
        if self._open:
            self._add("\n")
        return True

    # Spans and fields

    def _enter_span(self, element: etree._Element) -> Leave:
        around = self._run
        self._run = self._styles.run(around, element.get(STYLE_NAME))
        return lambda: self._restore(around)

    def _restore(self, run: Run) -> None:
        self._run = run

    def _enter_ruby(self, _element: etree._Element) -> bool:
        self.ruby_notes += 1
        return True

    def _enter_hidden_text(self, element: etree._Element) -> bool:
        if element.get(text("is-hidden")) != "true":
            return True
        self._hide(element)
        return False

    def _enter_hidden_paragraph(self, element: etree._Element) -> bool:
        if element.get(text("is-hidden")) == "true":
            self._paragraph.hides = True
        return True

    def _enter_variable(self, element: etree._Element) -> bool:
        if element.get(text("display")) != "none":
            return True
        self._hide(element)
        return False

    def _enter_input(self, element: etree._Element) -> bool:
        """A form's field keeps its tabs and line ends, which LibreOffice writes as they are."""
        if self._open:
            self._add("\n".join("".join(map(str, element.itertext())).splitlines()))
        return False

    def _enter_form_field(self, element: etree._Element) -> bool:
        if self._open:
            self._add(_filled_in(element))
        return True

    def _hide(self, element: etree._Element) -> None:
        given = element.get(text("string-value")) or "".join(map(str, element.itertext()))
        self._paragraph.hidden.append(given)

    def _enter_page_number(self, _element: etree._Element) -> Leave:
        first = len(self._paragraph.parts)
        return lambda: self._mark_page_number(first)

    def _mark_page_number(self, first: int) -> None:
        paragraph = self._paragraph
        paragraph.page_numbers.append((first, len(paragraph.parts)))

    # What is shown elsewhere

    def _enter_note(self, element: etree._Element) -> bool:
        story = _STORIES.get(element.get(text("note-class"), ""), "footnote")
        self._refer(story, element)
        return False

    def _enter_annotation(self, element: etree._Element) -> bool:
        self._refer("comment", element)
        return False

    def _refer(self, story: str, element: etree._Element) -> None:
        if self._run.hidden:
            body = element.find(text("note-body"))
            self._hide(element if body is None else body)
        else:
            self._paragraph.notes.append((story, element, self._paragraph.length))

    def _enter_frame(self, element: etree._Element) -> bool:
        """A frame or shape: its paragraphs come after the one that it is anchored in."""
        if not self._open:
            return True
        if next(element.iter(P, H), None) is not None:
            self._paragraph.boxes.append(element)
        else:
            for part in element.iter(draw("object")):
                self._enter_object(part)
        return False

    def _enter_object(self, element: etree._Element) -> bool:
        """A formula shows its characters; other objects are pictures."""
        math = element.find(_FORMULA)
        if math is None and element.get(HREF):
            math = self._package.embedded(element.get(HREF, ""))
        if self._open and math is not None and math.tag == _FORMULA:
            self._add(_formula(math))
        return False


def _filled_in(field: etree._Element) -> str:
    """What a form's list or check box shows: the entry that is chosen, or the box."""
    given: dict[str, list[str]] = {}
    for parameter in field.iterchildren(f"{FIELD}param"):
        name = parameter.get(f"{FIELD}name", "")
        given.setdefault(name, []).append(parameter.get(f"{FIELD}value", ""))
    kind = field.get(f"{FIELD}type", "").rpartition(".")[2]
    if kind == "FORMCHECKBOX":
        return BOXES[given.get("Checkbox_Checked") == ["true"]]
    if kind != "FORMDROPDOWN":
        return ""
    entries = given.get("Dropdown_ListEntry", [])
    chosen = integer(given.get("Dropdown_Selected", ["0"])[0])
    return entries[chosen] if chosen is not None and 0 <= chosen < len(entries) else ""


def _formula(math: etree._Element) -> str:
    walk = etree.iterwalk(math, events=("start",))
    shown = []
    for _, element in walk:
        if element.tag in _UNSPOKEN:
            walk.skip_subtree()
        elif not len(element) and element.text:
            shown.append("".join(element.text.split()))
    return "".join(shown)
