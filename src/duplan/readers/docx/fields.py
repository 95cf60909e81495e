"""Complex fields: what of a story is code and what a result (ECMA-376 Part 1, 17.16.18)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from duplan.readers.docx.names import w
from duplan.readers.fieldcodes import is_page_number

FIELD_MARK = w("fldChar")

_MARK_TYPE = w("fldCharType")


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    first_part: int = 0  # where the result begins in the paragraph


class Fields:
    """The fields open at a place of one story.

    ``in_code`` tells whether text here is code, which Word doesn't show. Where a field has no end,
    code can't be told from text: then all is text.
    """

    def __init__(self, story: etree._Element) -> None:
        self.in_code = False
        self._story = story
        self._open: list[_Field] = []
        self._codes = 0  # open fields whose result hasn't begun
        self._whole: bool | None = None

    def instruct(self, code: str) -> None:
        """Takes a piece of field code."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction.append(code)

    def mark(self, element: etree._Element, parts: int) -> int | None:
        """Takes a ``w:fldChar`` after ``parts`` parts of a paragraph.

        Where it ends a page number, answers the part that this began with.
        """
        first_part = self._move(element.get(_MARK_TYPE), parts)
        if self._whole is None:
            self._whole = _are_whole(self._story)
        self.in_code = self._codes > 0 and self._whole
        return first_part

    def _move(self, kind: str | None, parts: int) -> int | None:
        if kind == "begin":
            self._open.append(_Field())
            self._codes += 1
        elif self._open and kind == "separate":
            innermost = self._open[-1]
            self._codes -= not innermost.in_result
            innermost.in_result, innermost.first_part = True, parts
        elif self._open and kind == "end":
            ended = self._open.pop()
            self._codes -= not ended.in_result
            if ended.in_result and is_page_number("".join(ended.instruction)):
                return ended.first_part
        return None


def _are_whole(story: etree._Element) -> bool:
    """Whether every field begun in a story ends in it."""
    depth = 0
    for mark in story.iter(FIELD_MARK):
        kind = mark.get(_MARK_TYPE)
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            return False
    return not depth
