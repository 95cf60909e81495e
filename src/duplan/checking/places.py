"""Spans of a source → places that people can go to."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from duplan.checking.report import Place
from duplan.readers.encodings import CODECS
from duplan.source import Source, Span

LINED = frozenset(
    {"text", "markdown", "yaml", "json"}
)  # formats whose blocks tell lines of the file
_MARKED = "markdown"  # whose blocks don't begin where their lines do
_BREAK = re.compile("\n")
_LINE_END = re.compile(r"\r\n|\r|\n")

_BEFORE, _LONGEST = 60, 240  # characters shown of a line: before the place, and in all


class _Line(NamedTuple):
    """A line of the file, or a paragraph: its text, and where in the text of its block it begins.

    ``column`` is how many characters stand before it in the file's own line.
    """

    text: str
    begin: int
    number: int
    column: int


class Places:
    """The places of one file; ``data`` are its bytes, for formats whose blocks are parts of lines.

    What was found of a line is remembered while places in it are asked for: one may be the whole file.
    """

    def __init__(self, source: Source, data: bytes = b"") -> None:
        self._source = source
        self._data = data
        self._lined = source.format in LINED
        self._breaks: tuple[int, list[int]] = (-1, [])  # a block, and where in it lines end
        self._last: tuple[tuple[int, int], _Line] = ((-1, 0), _Line("", 0, 0, 0))

    def of(self, span: Span) -> Place:
        """The place of a span; of one that goes over several lines of a file, its first line."""
        text, begin, number, column = self._line(span)
        start, end = span.start - begin, max(span.start, min(span.end, begin + len(text))) - begin
        shown, at = _around(text, start, end)
        path = self._source.blocks[span.block].path
        return Place(number, column + start + 1, column + end + 1, path, shown, at)

    def words(self, span: Span) -> str:
        """The words at a span."""
        return self._source.blocks[span.block].text[span.start : span.end]

    def _line(self, span: Span) -> _Line:
        """The line of the file, or the paragraph, in which a span begins."""
        block = self._source.blocks[span.block]
        if self._breaks[0] != span.block:
            ends = [each.start() for each in _BREAK.finditer(block.text)] if self._lined else []
            self._breaks = (span.block, ends)
        ends = self._breaks[1]
        at = bisect_left(ends, span.start)
        if self._last[0] != (span.block, at):
            begin = ends[at - 1] + 1 if at else 0
            text = block.text[begin : ends[at] if at < len(ends) else len(block.text)]
            number = block.line + at
            self._last = ((span.block, at), _Line(text, begin, number, self._before(text, number)))
        return self._last[1]

    def _before(self, text: str, number: int) -> int:
        """How many characters stand before the text in the line of the file."""
        if self._source.format != _MARKED or number > len(self._lines):
            return 0
        return max(0, self._lines[number - 1].find(text))

    @cached_property
    def _lines(self) -> list[str]:
        """The lines of the file as it is written."""
        encoding = self._source.encoding or "utf-8"
        text = self._data.decode(CODECS.get(encoding, encoding), "replace")
        return _LINE_END.split(text.removeprefix("\ufeff"))


def _around(text: str, start: int, end: int) -> tuple[str, int]:
    """As much of a line as is shown, and where in that the place begins."""
    if len(text) <= _LONGEST:
        return text, start
    first = max(0, min(start - _BEFORE, len(text) - _LONGEST))
    return text[first : max(first + _LONGEST, min(end, start + _LONGEST))], start - first
