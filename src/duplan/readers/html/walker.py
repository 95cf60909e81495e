"""One iterative pass over a page's tree: what a browser shows becomes blocks and tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from duplan.diagnostics import KINDS, Diagnostic
from duplan.readers.assembly import MAX_NESTING, Paper
from duplan.readers.file import Limits
from duplan.readers.findings import unread
from duplan.readers.html.draft import Draft, DraftLine
from duplan.readers.html.lists import OpenList, is_unmarked, open_list
from duplan.readers.html.look import Look
from duplan.readers.html.survey import Survey
from duplan.readers.html.tables import OpenTable, is_data
from duplan.readers.html.tags import CONTROLS, LISTS, PREFORMATTED, PROGRAMS, RUBY
from duplan.readers.html.zones import Zone, hidden_text, other_file, story_of, text_of
from duplan.readers.symbols import bullet, symbol
from duplan.source import Block, Layout, Span, Table

MAX_STEPS = 4  # of a path, counted from its end
MAX_TABS = 64
MAX_LABEL = 24  # characters

_PRIVATE = re.compile("[\uf020-\uf0ff]")  # where files keep characters of symbol fonts
_NO_STEP = frozenset(("tbody", "thead", "tfoot"))
_CONTENTS = ("#_Toc", "#__RefHeading", "#_RefHeading")  # of links in tables of contents
_FRAMES = frozenset(("frame", "iframe", "embed", "object"))


@dataclass(slots=True)
class Open:
    """An element that is being read. Only blocks have a step and count what stands in them."""

    element: etree._Element
    look: Look
    children: Iterator[etree._Element]
    leave: Callable[[], object] | None = None
    step: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    given: int = 0  # paragraphs whose text stands in it directly


class Walker:
    """Reads one page onto ``paper``; ``parts`` are those of the site."""

    def __init__(self, limits: Limits, found: Survey, parts: frozenset[etree._Element]) -> None:
        self.paper = Paper(limits)
        self.diagnostics: list[Diagnostic] = []
        self.ruby_notes = 0
        self._found = found
        self._parts = parts
        self._limits = limits
        self._open: list[Open] = []
        self._blocks: list[Open] = []  # those of them that have a step
        self._sinks: list[list[Block | Table]] = [[]]
        self._tables: list[OpenTable | None] = []  # None for one that lays out the page
        self._lists: list[OpenList] = []
        self._zone: Zone | None = None
        self._draft = Draft()
        self._label = ""
        self._counted = False  # the label is a list's
        self._captured: list[str] | None = None  # of a label that Word wrote out
        self._contents = False  # the paragraph is a line of a table of contents
        self._turned = False  # a page break comes before the next paragraph
        self._layouts: dict[Layout, Layout] = {}

    def walk(self, body: etree._Element) -> list[Block | Table]:
        """The content of a page. Raises UnreadableError ("too-large") beyond the limits."""
        self._enter(body)
        while self._open:
            current = self._open[-1]
            child = next(current.children, None)
            if child is None:
                self._leave(current)
            elif not isinstance(child.tag, str):
                self._read_comment(child)
                self._text(child.tail, current.look)
            elif not self._enter(child):
                self._text(child.tail, current.look)
        return self._sinks[0]

    # Elements

    def _enter(self, element: etree._Element) -> bool:
        """Opens an element; whether there is anything in it to read."""
        tag, look = str(element.tag), self._found.looks[element]
        if tag in _FRAMES:
            self._name_file(element)
        if look.gone:
            self._leave_out(element, tag)
            return False
        if tag == "br":
            if look.layout.page_break_before:
                self._flush()
                self._turned = True
            else:
                self._draft.end_line()
            return False
        opened = Open(element, look, iter(element))
        if look.block:
            self._flush()
            self._turned = self._turned or look.layout.page_break_before
            if tag not in _NO_STEP:
                opened.step = self._next_step(element, tag)
                self._blocks.append(opened)
        if self._zone is None:
            self._enter_zone(element, look)
        self._open.append(opened)
        self._text(self._enter_kind(element, tag, opened), look)
        return True

    def _leave(self, current: Open) -> None:
        zone = self._zone
        if current.look.block or (zone is not None and zone.element is current.element):
            self._flush()
        if current.leave is not None:
            current.leave()
        if zone is not None and zone.element is current.element:
            self._leave_zone(zone)
        if current.step:
            self._blocks.pop()
        self._open.pop()
        if self._open:
            self._text(current.element.tail, self._open[-1].look)

    def _enter_kind(self, element: etree._Element, tag: str, opened: Open) -> str | None:
        """Does what the element is for; answers the text that it begins with."""
        text, style = element.text, opened.look.style
        if tag in PREFORMATTED and text:
            return text.removeprefix("\n")
        if tag == "input":
            shows = element.get("type", "text").lower() in ("text", "submit", "button", "reset")
            return element.get("value") if shows else None
        if tag in ("table", "tr", "td", "th"):
            self._enter_table_part(element, tag, opened)
        elif tag in LISTS:
            self._lists.append(open_list(element, opened.look.bullet, self._lists))
            opened.leave = self._lists.pop
        elif tag == "li":
            self._give_label_up()
            of = self._lists[-1] if self._lists else OpenList("disc", False, 1)
            self._label, self._counted = of.label(element, opened.look.bullet), True
            opened.leave = self._give_label_up
        elif tag == "a" and not self._draft.shown:
            self._contents = element.get("href", "").startswith(_CONTENTS)
        elif style.get("mso-list") == "ignore":
            if self._begin_label():
                opened.leave = self._end_label
        elif "mso-tab-count" in style:
            tabs = style["mso-tab-count"]
            opened.children = iter(())
            times = int(tabs) if tabs.isdecimal() and len(tabs) < 4 else 1
            self._text("\t" * min(times, MAX_TABS), replace(opened.look, pre=True))
            return None
        return text

    def _enter_table_part(self, element: etree._Element, tag: str, opened: Open) -> None:
        if tag == "table":
            nested = sum(each is not None for each in self._tables)
            data = self._zone is None and nested < MAX_NESTING and is_data(element, self._found)
            if data:
                self._give_label_up()
            self._tables.append(OpenTable(self._path()) if data else None)
            opened.leave = self._leave_table
            return
        inner = self._tables[-1] if self._tables else None
        if inner is None or self._zone is not None:
            return
        if tag == "tr":
            inner.open_row()
        else:
            self._sinks.append(inner.open_cell(element))
            opened.leave = self._sinks.pop

    def _leave_table(self) -> None:
        finished = self._tables.pop()
        if finished is not None and finished.rows:
            self._sinks[-1].append(finished.close(self._limits))

    # Text

    def _text(self, text: str | None, look: Look) -> None:
        if not text:
            return
        if look.unseen:
            if not text.isspace():
                self._name_hidden(" ".join(text.split()))
            return
        if look.pre and text.count("\n") > self._limits.paragraphs:
            raise self._limits.exceeded("paragraphs")
        if look.symbols or _PRIVATE.search(text):
            text = bullet("".join(symbol(char, look.symbols) for char in text), "")
        if self._captured is not None:
            self._captured.append(text)
        else:
            self._draft.add(text, look)

    def _flush(self) -> None:
        """Ends the paragraph, if one is open: each of its lines is one."""
        self._end_label()
        lines = self._draft.finish()
        self._draft = Draft()
        if not lines and (self._counted or not self._label):
            return
        label = ""
        if self._label and (not self._counted or any(line.shown for line in lines)):
            label, self._label = self._label, ""
            if self._counted and is_unmarked(label, lines[0].text):
                label = ""
        layout = self._blocks[-1].look.layout
        if label and self._counted and self._lists:
            layout = replace(layout, list_level=len(self._lists) - 1)
        for line in lines or [DraftLine()]:
            self._give(line.text, label, self._layout(layout, line))
            label = ""
        self._contents = False

    def _give(self, text: str, label: str, layout: Layout) -> None:
        holder = self._blocks[-1]
        holder.given += 1
        path = self._path()
        if holder.given > 1:
            path += f"/text[{holder.given}]"
        self._sinks[-1].append(self.paper.paragraph(text, path, label, layout))
        self._turned = False

    def _layout(self, layout: Layout, line: DraftLine) -> Layout:
        made = Layout(
            "toc" if self._contents else layout.style,
            layout.outline_level,
            layout.align,
            line.shown and not line.plain,
            line.size,
            self._turned,
            layout.list_level,
        )
        return self._layouts.setdefault(made, made)

    # Labels

    def _begin_label(self) -> bool:
        """Whether a label that the file has written out can begin here: before all text."""
        if self._captured is not None or self._draft.shown:
            return False
        self._captured = []
        return True

    def _end_label(self) -> None:
        if self._captured is not None:
            written = "".join(self._captured)
            self._captured = None
            if len(written.strip()) > MAX_LABEL:  # its end is missing
                self._draft.add(written, Look())
            elif written := written.strip():
                self._label, self._counted = written, False

    def _give_label_up(self) -> None:
        """Puts down the label of an item without text."""
        if self._label:
            label, self._label = self._label, ""
            self._give("", label, Layout())

    def _read_comment(self, comment: etree._Element) -> None:
        """Word sets what it prints by itself between [if !supportLists] and [endif]."""
        said = (comment.text or "").strip()[:40] if isinstance(comment, etree._Comment) else ""
        if said.startswith("[if !supportLists]"):
            self._begin_label()
        elif said.startswith("[endif]"):
            self._end_label()

    # What stands outside the running text

    def _enter_zone(self, element: etree._Element, look: Look) -> None:
        of_site = element in self._parts or element.tag in CONTROLS
        story = "site" if of_site else story_of(element, look)
        if not story:
            return
        self._zone = Zone(story, element, len(self.paper.blocks), self._draft, self._label)
        self._draft, self._label = Draft(), ""
        self._sinks.append([])

    def _leave_zone(self, zone: Zone) -> None:
        self._zone = None
        self._sinks.pop()
        self._draft, self._label = zone.draft, zone.label
        blocks = self.paper.blocks[zone.first :]
        if not any(block.text.strip() or block.label for block in blocks):
            del self.paper.blocks[zone.first :]
            return
        self.paper.aside(zone.story, blocks)
        span = Span(blocks[0].index, 0, len(blocks[0].text))
        if zone.story == "site":
            self.diagnostics.append(Diagnostic(KINDS["DP115"], span, {"text": text_of(blocks)}))
        else:
            values: dict[str, str | int] = {"story": zone.story, "text": text_of(blocks)}
            self.diagnostics.append(Diagnostic(KINDS["DP106"], span, values))

    def _leave_out(self, element: etree._Element, tag: str) -> None:
        if tag in RUBY:
            self.ruby_notes += tag == "rt"
        elif tag not in PROGRAMS:
            self._name_hidden(hidden_text(element))

    def _name_hidden(self, text: str) -> None:
        if text:
            self.diagnostics.append(Diagnostic(KINDS["DP104"], None, {"text": text}))

    def _name_file(self, element: etree._Element) -> None:
        address = other_file(element)
        if address:
            self.diagnostics.append(unread(address, "another file"))

    # Places

    def _next_step(self, element: etree._Element, tag: str) -> str:
        """The step of a path to a block: its id, or which of its kind it is in the block around."""
        name = element.get("id", "")
        if 0 < len(name) <= 40 and name.isprintable() and " " not in name:
            return f"#{name}"
        if not self._blocks:
            return tag
        counts = self._blocks[-1].counts
        counts[tag] = counts.get(tag, 0) + 1
        return f"{tag[:20]}[{counts[tag]}]"

    def _path(self) -> str:
        """The last steps to the innermost block that is open, from the last id on."""
        steps: list[str] = []
        for block in reversed(self._blocks[-MAX_STEPS:]):
            steps.append(block.step)
            if block.step[0] == "#":
                break
        return "/".join(reversed(steps))
