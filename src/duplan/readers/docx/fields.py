"""Complex fields: what of a story is code and what a result (ECMA-376 Part 1, 17.16.18)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from duplan.readers.docx.names import VAL, integer, is_on, w
from duplan.readers.fieldcodes import Shown, shown

FIELD_MARK = w("fldChar")

_MARK_TYPE = w("fldCharType")
_FORM, _BOX, _LIST, _ENTRY = w("ffData"), w("checkBox"), w("ddList"), w("listEntry")
_CHECKED, _DEFAULT, _RESULT = w("checked"), w("default"), w("result")


@dataclass(slots=True)
class Field:
    """A field, open or ended. ``first_part`` is where its result begins in the paragraph."""

    form: etree._Element | None  # w:ffData
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    first_part: int = 0

    @property
    def code(self) -> str:
        """Its whole code."""
        return "".join(self.instruction)

    def shown(self) -> Shown:
        """What it shows without a result: a form field's choice, the text of its code."""
        choice = "" if self.form is None else _choice(self.form)
        return Shown(choice) if choice else shown(self.code)


class Fields:
    """The fields open at a place of one story.

    ``in_code`` tells whether text here is code, which Word doesn't show. Where a field has no end,
    code can't be told from text: then all is text.
    """

    def __init__(self, story: etree._Element) -> None:
        self.in_code = False
        self._story = story
        self._open: list[Field] = []
        self._codes = 0  # open fields whose result hasn't begun
        self._whole: bool | None = None

    def instruct(self, code: str) -> None:
        """Takes a piece of field code."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction.append(code)

    def mark(self, element: etree._Element, parts: int) -> Field | None:
        """Takes a ``w:fldChar`` after ``parts`` parts of a paragraph; answers the field that it ends."""
        ended = self._move(element, parts)
        if self._whole is None:
            self._whole = _are_whole(self._story)
        self.in_code = self._codes > 0 and self._whole
        return ended if self._whole else None

    def _move(self, element: etree._Element, parts: int) -> Field | None:
        kind = element.get(_MARK_TYPE)
        if kind == "begin":
            self._open.append(Field(element.find(_FORM)))
            self._codes += 1
        elif self._open and kind == "separate":
            innermost = self._open[-1]
            self._codes -= not innermost.in_result
            innermost.in_result, innermost.first_part = True, parts
        elif self._open and kind == "end":
            ended = self._open.pop()
            self._codes -= not ended.in_result
            return ended
        return None


def _choice(form: etree._Element) -> str:
    """The box or the entry that a form field shows (ECMA-376 Part 1, 17.16.17)."""
    box = form.find(_BOX)
    if box is not None:
        state = box.find(_CHECKED)
        state = box.find(_DEFAULT) if state is None else state
        return "☒" if state is not None and is_on(state.get(VAL)) else "☐"
    entries = [each.get(VAL, "") for each in form.iterfind(f"{_LIST}/{_ENTRY}")]
    chosen = form.find(f"{_LIST}/{_RESULT}")
    at = 0 if chosen is None else integer(chosen.get(VAL)) or 0
    return entries[at] if 0 <= at < len(entries) else ""


def _are_whole(story: etree._Element) -> bool:
    """Whether every field begun in a story ends in it."""
    depth = 0
    for mark in story.iter(FIELD_MARK):
        kind = mark.get(_MARK_TYPE)
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            return False
    return not depth
