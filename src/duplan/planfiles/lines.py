"""The lines of a plan file, and where on them its values stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from duplan.planfiles.escapes import paragraphs
from duplan.planfiles.tree import Scalar
from duplan.source import Block, Span

_END = re.compile(r"\r\n|[\r\n]")
_BREAKS = re.compile("[\r\n\x85\u2028\u2029]")  # of YAML, which are lines of no editor
_WORDS = re.compile("[^\r\n\x85\u2028\u2029]+")


class Lines:
    """The text of a plan file in lines, as editors number them: by LF, CR LF and CR alone."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self._starts: list[int] = []
        start = 0
        for end in _END.finditer(text):
            self._add(start, end.start())
            start = end.end()
        if start < len(text) or not self.blocks:
            self._add(start, len(text))

    def _add(self, start: int, end: int) -> None:
        at = len(self.blocks)
        self.blocks.append(Block(at, self.text[start:end], "line", at + 1))
        self._starts.append(start)

    def span(self, start: int, end: int) -> Span:
        """The place of ``[start, end)`` of the text, as far as it stands on its first line."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        base, size = self._starts[at], len(self.blocks[at].text)
        return Span(at, min(start - base, size), min(max(end, start) - base, size))

    def line(self, at: int) -> int:
        """The number of the line of an offset, counted from 0."""
        return max(bisect_right(self._starts, at) - 1, 0)

    def words(self, scalar: Scalar) -> list[tuple[int, int]]:
        """Where a value's words stand, a stretch for each line of the file and each line of the value:
        no quotation marks, no indentation."""
        start, end, style = scalar.start, scalar.end, scalar.style
        if style in ("|", ">"):
            return list(self._of_block(start, end, str(scalar.value)))
        if style:
            start, end = start + 1, end - 1
        if not _BREAKS.search(self.text, start, end):
            parts = [(start, end)] if start < end else []
        else:
            parts = list(self._of_flow(start, end, quoted=bool(style)))
        if style != '"' or self.text.find("\\", start, end) < 0:
            return parts
        return [each for part in parts for each in paragraphs(self.text, *part)]

    def _of_flow(self, start: int, end: int, *, quoted: bool) -> Iterator[tuple[int, int]]:
        """Folding takes the white space next to a line break away."""
        for line in _WORDS.finditer(self.text, start, end):
            first, last = line.span()
            if first > start or not quoted:
                first += len(line[0]) - len(line[0].lstrip(" \t"))
            if last < end or not quoted:
                last = max(first, last - len(line[0]) + len(line[0].rstrip(" \t")))
            if first < last:
                yield first, last

    def _of_block(self, start: int, end: int, value: str) -> Iterator[tuple[int, int]]:
        """The lines below ``|`` or ``>``. What is more indented than the value has it is indentation."""
        head = _BREAKS.search(self.text, start, end)
        if head is None:
            return
        indent = -1
        for line in _WORDS.finditer(self.text, head.end(), end):
            depth = _depth(line[0])
            if depth == len(line[0]):
                continue
            if indent < 0:
                indent = depth - _depth(
                    next((each for each in _WORDS.findall(value) if each.strip(" ")), "")
                )
            yield line.start() + indent, line.end()


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
