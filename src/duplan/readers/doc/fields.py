"""Fields of a story: what is code and what a result."""

from __future__ import annotations

import re

from duplan.readers.doc.markup import escaped
from duplan.readers.fieldcodes import shown

BEGIN, SEPARATE, END = FIELD_MARKS = "\x13\x14\x15"
FIELD_MARKUP = 40  # characters of markup for a mark, at least

_KINDS = {BEGIN: "begin", SEPARATE: "separate", END: "end"}


class Fields:
    """The fields open at a place of one story whose fields all have an end."""

    def __init__(self) -> None:
        self._codes: list[list[str] | None] = []  # of open fields; None once the result has begun
        self._waiting = 0  # open fields whose result hasn't begun

    @property
    def in_code(self) -> bool:
        """Whether text here is code, which is not shown."""
        return self._waiting > 0

    def code(self, text: str) -> str:
        """Takes a piece of code; answers what stands for it."""
        code = self._codes[-1]
        if code is not None:
            code.append(text)
        return f"<w:instrText>{escaped(text)}</w:instrText>"

    def mark(self, mark: str) -> str:
        """Takes the mark of a field; answers what stands for it."""
        after = ""
        if mark == BEGIN:
            self._codes.append([])
            self._waiting += 1
        elif self._codes:
            code = self._codes[-1]
            self._waiting -= code is not None
            if mark == SEPARATE:
                self._codes[-1] = None
            else:
                self._codes.pop()
                after = _shown("".join(code)) if code and not self.in_code else ""
        return f'<w:fldChar w:fldCharType="{_KINDS[mark]}"/>{after}'


def fields_are_whole(text: str) -> bool:
    """Whether every field begun in a text ends in it."""
    depth = 0
    for mark in re.findall("[\x13\x15]", text):
        depth += 1 if mark == BEGIN else -1
        if depth < 0:
            return False
    return not depth


def _shown(code: str) -> str:
    text, ruby = shown(code)
    if ruby:
        return f"<w:ruby><w:rubyBase><w:r><w:t>{escaped(text)}</w:t></w:r></w:rubyBase></w:ruby>"
    return f"<w:t>{escaped(text)}</w:t>" if text else ""
