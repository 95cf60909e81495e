"""Fields of a story: what is code and what a result."""

from __future__ import annotations

import re

from duplan.readers.doc.markup import escaped

BEGIN, SEPARATE, END = FIELD_MARKS = "\x13\x14\x15"
FIELD_MARKUP = 40  # characters of markup for a mark, at least

_KINDS = {BEGIN: "begin", SEPARATE: "separate", END: "end"}


class Fields:
    """The fields open at a place of one story whose fields all have an end."""

    def __init__(self) -> None:
        self._in_result: list[bool] = []  # of open fields

    @property
    def in_code(self) -> bool:
        """Whether text here is code, which is not shown."""
        return not all(self._in_result)

    def code(self, text: str) -> str:
        """What stands for a piece of code."""
        return f"<w:instrText>{escaped(text)}</w:instrText>"

    def mark(self, mark: str) -> str:
        """Takes the mark of a field; answers what stands for it."""
        if mark == BEGIN:
            self._in_result.append(False)
        elif self._in_result:
            self._in_result.pop()
            if mark == SEPARATE:
                self._in_result.append(True)
        return f'<w:fldChar w:fldCharType="{_KINDS[mark]}"/>'


def fields_are_whole(text: str) -> bool:
    """Whether every field begun in a text ends in it."""
    depth = 0
    for mark in re.findall("[\x13\x15]", text):
        depth += 1 if mark == BEGIN else -1
        if depth < 0:
            return False
    return not depth
