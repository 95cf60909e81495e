"""One pass over the tokens of an RTF file: groups, control words and text become drafts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from duplan.diagnostics import UnreadableError
from duplan.readers.fieldcodes import is_page_number, shown
from duplan.readers.file import Limits
from duplan.readers.rtf.characters import BY_WORD, Stretch, code_page
from duplan.readers.rtf.forms import FORM_WORDS, FormField
from duplan.readers.rtf.names import Names
from duplan.readers.rtf.paragraphs import Aside, Container
from duplan.readers.rtf.state import (
    BOXES,
    CODE,
    ENTRY,
    FONTS,
    FORM,
    LABEL,
    NOTES,
    PROPERTIES,
    PURPOSES,
    SHOWN,
    SKIPPED,
    STORIES,
    STYLES,
    SYMBOLS,
    WORDS,
    State,
)
from duplan.readers.rtf.stories import Story
from duplan.readers.rtf.tables import ROW_WORDS
from duplan.readers.rtf.tokens import Token, tokens
from duplan.readers.symbols import bullet, symbol

MAX_DEPTH = 2_048  # of groups inside each other

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_MATH_PROPERTIES = re.compile("m[A-Za-z]*Pr")


class _Group(NamedTuple):
    """What holds again after a group, and what is to be done at its end."""

    state: State
    leave: Callable[[], None] | None


@dataclass(slots=True)
class Counts:
    """What was noticed on the way."""

    insertions: int = 0
    deletions: int = 0
    ruby_notes: int = 0
    undecodable: int = 0
    control: int = 0
    unprinted: int = 0  # automatic numbers that the file doesn't spell out


class Machine:
    """Reads one file into ``body`` and ``asides``."""

    def __init__(self, limits: Limits) -> None:
        self.body = Container("body")
        self.asides: list[Aside] = []
        self.counts = Counts()
        self.encoding = BY_WORD["ansi"]
        self._limits = limits
        self._room = limits.text  # characters that may still come
        self._beside = Container("asides")  # only counts them
        self._names = Names()
        self._state = State()
        self._groups: list[_Group] = []
        self._stories = [Story(self.body, self._names, limits)]
        self._raw: list[Stretch] = []
        self._skip = 0  # bytes or words left of what stands for a Unicode character
        self._fresh = self._starred = False  # at the beginning of a group; after \*
        self._code: list[str] = []  # of the field that is being read
        self._form = FormField()  # that the field is
        self._self_shown = False  # the last field shows what its code says
        self._change = ""  # the kind of the last text, if it was inserted or deleted
        self._words: dict[str, Callable[[int | None], None]] = {
            "par": lambda _: self._end_paragraph(),
            "sect": lambda _: self._end_section(),
            "cell": lambda _: self._story.end_cell(self._state, 1),
            "nestcell": lambda _: self._story.end_cell(self._state, 2),
            "row": lambda _: self._story.end_row(self._state, nested=False),
            "nestrow": lambda _: self._story.end_row(self._state, nested=True),
            "page": lambda _: self._story.turn_page(),
            "u": self._unicode,
            "ansicpg": self._code_page,
            "deff": self._default_font,
            "fcharset": self._charset,
            "cpg": self._font_code_page,
            "sbasedon": self._names.base_on,
            "chpgn": lambda _: self._story.number_page(),
            "ftnalt": lambda _: self._turn_to_endnote(),
        }

    @property
    def _story(self) -> Story:
        return self._stories[-1]

    def run(self, data: bytes) -> None:
        """Reads all tokens. Raises UnreadableError: "too-large", "too-complex"."""
        for token in tokens(data):
            kind = token.kind
            if kind == "open":
                self._open()
            elif kind == "close":
                self._close()
                if not self._groups:
                    break
            elif self._state.purpose == SKIPPED:
                continue
            elif kind == "word":
                self._word(token)
            elif kind == "symbol":
                self._symbol(token)
            else:
                self._bytes(token.data, coded=kind == "byte")
        while self._groups:
            self._close()
        self._spill()
        self._story.finish(self._state)
        self.counts.unprinted += self._story.unprinted

    # Groups

    def _open(self) -> None:
        if len(self._groups) >= MAX_DEPTH:
            raise UnreadableError("too-complex")
        self._spill()
        self._groups.append(_Group(self._state, None))
        self._fresh, self._starred, self._skip = True, False, 0

    def _close(self) -> None:
        self._spill()
        if not self._groups:
            return
        state, leave = self._groups.pop()
        if leave is not None:
            leave()
        self._state = state
        self._fresh, self._skip = False, 0

    def _begin(self, purpose: str, leave: Callable[[], None] | None = None) -> None:
        """Says what the group that was opened last is for."""
        self._state = self._state._replace(purpose=purpose)
        if leave is not None and self._groups:
            self._groups[-1] = _Group(self._groups[-1].state, leave)

    def _destination(self, word: str) -> bool:
        """Whether a word says what its group is for."""
        starred, self._starred = self._starred, False
        if word in STORIES:
            self._enter(STORIES[word])
        elif word in BOXES:
            self._enter_box()
        elif word == "fldinst":
            self._code, self._form = [], FormField()
            self._begin(CODE, self._leave_code)
        elif word == "fldrslt":
            self._begin(SKIPPED if self._self_shown else self._state.purpose)
        elif word == "nesttableprops":
            self._story.nested = True
            self._begin(SHOWN, self._leave_nested)
        elif word in ("listtext", "pntext"):
            self._story.paragraph.listed = True
            self._begin(LABEL)
        elif word == "ffl" and self._state.purpose == FORM:
            self._form.entries.append([])
            self._begin(ENTRY)
        elif word in PURPOSES:
            self._begin(PURPOSES[word])
        elif starred or _MATH_PROPERTIES.fullmatch(word):
            self._begin(SKIPPED)
        else:
            return False
        return True

    def _enter(self, kind: str) -> None:
        if self._state.deleted:
            self._begin(SKIPPED)
            return
        container = Container(self._beside.next_path(kind))
        aside = Aside(kind, container)
        self.asides.append(aside)
        if kind in NOTES:
            self._story.refer(aside)
        self._push(container, self._leave_aside)

    def _enter_box(self) -> None:
        self._push(Container(self._story.container().next_path("txbx")), self._leave_box)

    def _push(self, container: Container, leave: Callable[[], None]) -> None:
        self._stories.append(Story(container, self._names, self._limits))
        self._state = State(font=self._state.font, fallback=self._state.fallback)
        self._begin(SHOWN, leave)

    def _leave_aside(self) -> None:
        self._leave_story()

    def _leave_story(self) -> Container:
        story = self._stories.pop()
        story.finish(self._state)
        self.counts.unprinted += story.unprinted
        return story.root

    def _leave_box(self) -> None:
        box = self._leave_story()
        self._story.paragraph.boxes += box.content

    def _leave_nested(self) -> None:
        self._story.nested = False

    def _leave_code(self) -> None:
        code = "".join(self._code)
        if is_page_number(code):
            self._story.number_page()
        text, ruby = shown(code)
        text = text or self._form.shown()
        self._self_shown = bool(text)
        self.counts.ruby_notes += ruby
        if text:
            self._state = self._state._replace(purpose=SHOWN)
            self._add(text)

    def _turn_to_endnote(self) -> None:
        if self.asides and self.asides[-1].container is self._story.root:
            self.asides[-1].kind = "endnote"

    # Tokens

    def _word(self, token: Token) -> None:
        word, number = token.name, token.number
        fresh, self._fresh = self._fresh, False
        if self._skip:
            self._skip = self._skip - 1 if word in WORDS else 0
            if word in WORDS:
                return
        if (fresh or self._starred) and self._destination(word):
            return
        change = PROPERTIES.get(word)
        if change is not None:
            self._spill()
            self._state = change(self._state, number)
            return
        text = WORDS.get(word)
        if text is not None:
            self._spill()
            self._add(text)
            return
        act = self._words.get(word)
        if act is not None:
            self._spill()
            act(number)
        elif word in FORM_WORDS and self._state.purpose == FORM:
            self._form.take(word, number)
        elif word in ROW_WORDS:
            self._story.define(word, number)
        elif word in BY_WORD:
            self.encoding = BY_WORD[word]

    def _symbol(self, token: Token) -> None:
        if token.name == "*" and self._fresh:
            self._starred = True
            return
        self._fresh = False
        if self._skip:
            self._skip -= 1
        elif token.name in "{}\\":
            self._take(token.data, coded=False)
        elif token.name in SYMBOLS:
            self._spill()
            self._add(SYMBOLS[token.name])
        elif token.name in "\r\n":
            self._spill()
            self._end_paragraph()

    def _bytes(self, data: bytes, *, coded: bool) -> None:
        self._fresh = False
        if self._skip:
            taken = min(self._skip, len(data))
            self._skip -= taken
            data = data[taken:]
        self._take(data, coded=coded)

    def _take(self, data: bytes, *, coded: bool) -> None:
        if not self._raw or self._raw[-1].coded != coded:
            self._raw.append(Stretch(bytearray(), coded))
        self._raw[-1].data.extend(data)

    def _spill(self) -> None:
        """Hands on the bytes read so far."""
        if self._raw:
            text, bad = self._names.text(self._raw, self._state.text_font, self.encoding)
            self._raw.clear()
            self.counts.undecodable += bad * (self._state.purpose == SHOWN)
            self._add(text)

    def _unicode(self, number: int | None) -> None:
        self._add(symbol(chr((number or 0) & 0xFFFF), self._font_name()))
        self._skip = max(0, self._state.fallback)

    def _font_name(self) -> str:
        return self._names.fonts.get(self._state.text_font, "")

    def _add(self, text: str) -> None:
        """Text, for what the group is for."""
        self._room -= len(text)
        if self._room < 0:
            raise self._limits.exceeded("text")
        purpose = self._state.purpose
        if purpose == SHOWN:
            self._show(text)
        elif purpose == LABEL:
            self._story.add_label(bullet(text, self._font_name()))
        elif purpose == CODE:
            self._code.append(text)
        elif purpose == ENTRY:
            self._form.entries[-1].append(text)
        elif purpose in (FONTS, STYLES):
            self._names.take(text, self._state)

    def _show(self, text: str) -> None:
        text, control = _CONTROL.subn("", text)
        self.counts.control += control
        state = self._state
        change = "deleted" if state.deleted else "inserted" if state.inserted else ""
        if change and change != self._change:
            self.counts.insertions += change == "inserted"
            self.counts.deletions += change == "deleted"
        self._change = change
        if not state.deleted:
            self._story.add(text, state)

    # Words

    def _end_paragraph(self) -> None:
        if self._state.purpose != SHOWN:
            return
        if self._state.deleted:
            self.counts.deletions += self._change != "deleted"
            self._change = "deleted"
            self._story.join()
        else:
            self._story.end_paragraph(self._state)

    def _end_section(self) -> None:
        if self._story.paragraph.begun:
            self._story.end_paragraph(self._state)

    def _code_page(self, number: int | None) -> None:
        self.encoding = code_page(number, self.encoding)

    def _default_font(self, number: int | None) -> None:
        self._state = self._state._replace(font=-1 if number is None else number)

    def _charset(self, number: int | None) -> None:
        if self._state.purpose == FONTS:
            self._names.sets[self._state.font] = number or 0

    def _font_code_page(self, number: int | None) -> None:
        if self._state.purpose == FONTS:
            self._names.codecs[self._state.font] = code_page(number, "")
