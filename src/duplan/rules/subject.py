"""What a rule sees: the plans, the words of the file as they stand there, and the office's settings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, NamedTuple, TypeVar

from duplan.config import Office
from duplan.plan import Document, Evidence, Node, Plan, Stretch, Task
from duplan.source import PLAIN, Layout, Source, Span, Table
from duplan.text.normal import Text

T = TypeVar("T")
LEFT_OUT = "noise"  # the role of what is no part of the document


class Passage(NamedTuple):
    """A paragraph, a line of a text file, or a text value of a plan file.

    ``text`` is as it stands in the source, nothing normalised. ``label`` is an automatic one of the
    showing program. ``role`` is what the beginning of it was taken for (``duplan explain``), "" where
    that isn't known; ``table`` is whether it stands in a cell.
    """

    text: Text
    role: str = ""
    plan: int | None = None
    label: str = ""
    layout: Layout = PLAIN
    table: bool = False


class Found(NamedTuple):
    """A match in the words of the file: where it is in ``Subject.text``, and the passage around it."""

    match: re.Match[str]
    passage: Passage
    at: int  # where the passage begins in ``Subject.text``


@dataclass
class Subject:
    """A document that is checked; the views of it are made once, when a rule first asks."""

    document: Document
    evidence: Evidence
    office: Office = field(default_factory=Office)
    views: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False)

    @property
    def source(self) -> Source:
        """The file as it was read."""
        return self.evidence.source

    @property
    def plans(self) -> Sequence[Plan]:
        """The plans of the document."""
        return self.document.plans

    @cached_property
    def passages(self) -> list[Passage]:
        """Every passage with visible text that is part of the document, in order."""
        return list(_passages(self.stretches, self.evidence))

    @cached_property
    def stretches(self) -> list[Stretch]:
        """What each stretch of the file was taken for, in order."""
        return list(self.evidence.stretches())

    @cached_property
    def text(self) -> str:
        """The passages, a newline between each two. A pattern that is to stay in one has no newline."""
        return "\n".join([passage.text.text for passage in self.passages])

    @cached_property
    def starts(self) -> list[int]:
        """Where each passage begins in ``text``."""
        starts, at = [], 0
        for passage in self.passages:
            starts.append(at)
            at += len(passage.text) + 1
        return starts

    def find(self, pattern: re.Pattern[str]) -> Iterator[Found]:
        """The matches of a pattern in the whole text; one look at the text, however many passages."""
        for match in pattern.finditer(self.text):
            number = self.number_at(match.start())
            yield Found(match, self.passages[number], self.starts[number])

    def passage_at(self, at: int) -> Passage:
        """The passage that holds a character of ``text``."""
        return self.passages[self.number_at(at)]

    def start_at(self, at: int) -> int:
        """Where the passage begins that holds a character of ``text``."""
        return self.starts[self.number_at(at)]

    def number_at(self, at: int) -> int:
        """The number of the passage that holds a character of ``text``."""
        return bisect_right(self.starts, at) - 1

    def span(self, start: int, end: int) -> Span:
        """Where the characters ``[start, end)`` of ``text``, which lie in one passage, stand."""
        number = self.number_at(start)
        begin = self.starts[number]
        text = self.passages[number].text
        if start < end <= begin + len(text) and len(text.pieces) == 1:
            _, _, block, first, offsets = text.pieces[0]
            if offsets is None:
                return Span(block, first + start - begin, first + end - begin)
        if end <= start:
            past = start - begin >= len(text)
            block, offset = _after(text, -1) if past else text.place(start - begin)
            return Span(block, offset, offset)
        block, first = text.place(start - begin)
        last_block, last = _after(text, end - 1 - begin)
        if block != last_block:
            last = len(self.source.blocks[block].text)
        return Span(block, first, last)

    def spans(self, places: Iterable[tuple[int, int]]) -> Iterator[Span]:
        """What ``span`` says of each place; a passage that holds many is looked at once."""
        begin = end = block = shift = 0
        for start, stop in places:
            if not begin <= start < end:
                number = self.number_at(start)
                begin, text = self.starts[number], self.passages[number].text
                end, block, shift = begin + len(text), -1, 0
                if len(text.pieces) == 1 and text.pieces[0].offsets is None:
                    block, shift = text.pieces[0].block, text.pieces[0].start - begin
            if block >= 0 and start < stop <= end:
                yield Span(block, start + shift, stop + shift)
            else:
                yield self.span(start, stop)

    def place(self, node: Node, field: str = "title") -> Span | None:
        """Where the value of a node's field stands: its first paragraph."""
        origins = node.provenance.get(field)
        return self.evidence.span(origins[0]) if origins else None


def once(make: Callable[[Subject], T]) -> Callable[[Subject], T]:
    """A view of a subject that several rules share: made when one first asks, and kept with it."""

    @wraps(make)
    def kept(subject: Subject) -> T:
        if make not in subject.views:
            subject.views[make] = make(subject)
        view: T = subject.views[make]
        return view

    return kept


def every_task(tasks: Sequence[Task]) -> Iterator[Task]:
    """All tasks of a tree, each before its subtasks."""
    for task in tasks:
        yield task
        yield from every_task(task.subtasks)


def _passages(stretches: Iterable[Stretch], evidence: Evidence) -> Iterator[Passage]:
    """What the stretches cover, those next to each other in a block together."""
    source = evidence.source
    tables = [part for part in source.content if isinstance(part, Table)]
    celled = {block.index for table in tables for block in table.blocks()}
    first: Stretch | None = None
    block = end = -1
    for each in stretches:
        if each.role == LEFT_OUT:
            continue
        span = each.span
        if first and (span.block != block or span.start != end):
            yield _passage(first, end, evidence, celled)
            first = None
        first = first or each
        block, _, end = span
    if first:
        yield _passage(first, end, evidence, celled)


def _after(text: Text, index: int) -> tuple[int, int]:
    """The block and source offset after a character; an escape is longer than what it says."""
    index %= len(text)
    piece = text.pieces[-1]
    if piece.offsets is not None and len(piece.offsets) > piece.length:
        return piece.block, piece.offsets[index + 1]
    block, offset = text.place(index)
    return block, offset + 1


def _passage(first: Stretch, end: int, evidence: Evidence, celled: Container[int]) -> Passage:
    """From the beginning of a stretch to ``end`` in its block."""
    (index, start, _), role, plan, _ = first
    block = evidence.source.blocks[index]
    text = evidence.words(Span(index, start, end))
    label = "" if start else block.label
    return Passage(text, role, plan, label, block.layout, index in celled)
