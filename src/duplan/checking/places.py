"""Spans of a source → places that people can go to."""

from __future__ import annotations

import re
from functools import cached_property

from duplan.checking.report import Place
from duplan.readers.encodings import CODECS
from duplan.source import Source, Span

LINED = frozenset(
    {"text", "markdown", "yaml", "json"}
)  # formats whose blocks tell lines of the file
_MARKED = "markdown"  # whose blocks don't begin where their lines do
_LINE_END = re.compile(r"\r\n|\r|\n")

_BEFORE, _LONGEST = 60, 240  # characters shown of a line: before the place, and in all


class Places:
    """The places of one file; ``data`` are its bytes, for formats whose blocks are parts of lines."""

    def __init__(self, source: Source, data: bytes = b"") -> None:
        self._source = source
        self._data = data
        self._lined = source.format in LINED

    def of(self, span: Span) -> Place:
        """The place of a span; of one that goes over several lines of a file, its first line."""
        block = self._source.blocks[span.block]
        text, begin = self._cut(span)
        start, end = span.start - begin, max(span.start, min(span.end, begin + len(text))) - begin
        line, column = block.line, 0
        if self._lined:
            line += block.text.count("\n", 0, span.start)
        if self._source.format == _MARKED and line <= len(self._lines):
            column = max(0, self._lines[line - 1].find(text))
        shown, at = _around(text, start, end)
        return Place(line, column + start + 1, column + end + 1, block.path, shown, at)

    def line(self, span: Span) -> str:
        """The line of the file, or the paragraph, in which a span begins."""
        return self._cut(span)[0]

    def words(self, span: Span) -> str:
        """The words at a span."""
        return self._source.blocks[span.block].text[span.start : span.end]

    def _cut(self, span: Span) -> tuple[str, int]:
        """The line or paragraph, and where in the text of its block it begins."""
        text = self._source.blocks[span.block].text
        if not self._lined:
            return text, 0
        begin = text.rfind("\n", 0, span.start) + 1
        stop = text.find("\n", span.start)
        return text[begin : stop if stop >= 0 else len(text)], begin

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
