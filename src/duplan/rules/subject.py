"""What a rule sees: the plans, the words of the file as they stand there, and the office's settings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, NamedTuple, TypeVar

from duplan.config import Office
from duplan.plan import Document, Evidence, Node, Origin, Plan, Reading, Task
from duplan.source import PLAIN, Block, Layout, Source, Span, Table
from duplan.text.normal import Piece, Text

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
        return list(_passages(self.document, self.evidence))

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
            number = bisect_right(self.starts, match.start()) - 1
            yield Found(match, self.passages[number], self.starts[number])

    def passage_at(self, at: int) -> tuple[Passage, int]:
        """The passage that holds a character of ``text``, and where it begins there."""
        number = self.number_at(at)
        return self.passages[number], self.starts[number]

    def number_at(self, at: int) -> int:
        """The number of the passage that holds a character of ``text``."""
        return bisect_right(self.starts, at) - 1

    def span(self, start: int, end: int) -> Span:
        """Where the characters ``[start, end)`` of ``text``, which lie in one passage, stand."""
        number = bisect_right(self.starts, start) - 1
        begin = self.starts[number]
        text = self.passages[number].text
        if end <= start:
            block, offset = text.place(min(start - begin, len(text) - 1))
            past = int(start - begin >= len(text))
            return Span(block, offset + past, offset + past)
        block, first = text.place(start - begin)
        last_block, last = text.place(end - 1 - begin)
        if block != last_block:
            last = len(self.source.blocks[block].text) - 1
        return Span(block, first, last + 1)

    def place(self, node: Node, field: str = "title") -> Span | None:
        """Where the value of a node's field stands: its first paragraph."""
        origins = node.provenance.get(field)
        return self.evidence.span(origins[0]) if origins else None

    def span_of(self, origin: Origin) -> Span | None:
        """Where an origin of the document stands in its source."""
        return self.evidence.span(origin)


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


def _passages(document: Document, evidence: Evidence) -> Iterator[Passage]:
    """What the readings cover, those next to each other in a block together."""
    source = evidence.source
    tables = [part for part in source.content if isinstance(part, Table)]
    celled = {block.index for table in tables for block in table.blocks()}
    group: list[tuple[Span, Reading]] = []
    for reading in document.readings:
        span = evidence.span(reading.origin)
        if span is None or reading.role == LEFT_OUT:
            continue
        if group and (span.block, span.start) != (group[-1][0].block, group[-1][0].end):
            yield _passage(group, source.blocks[group[0][0].block], celled)
            group = []
        group.append((span, reading))
    if group:
        yield _passage(group, source.blocks[group[0][0].block], celled)


def _passage(
    group: Sequence[tuple[Span, Reading]], block: Block, celled: Container[int]
) -> Passage:
    first, reading = group[0]
    words = block.text[first.start : group[-1][0].end]
    text = Text(words, (Piece(0, len(words), block.index, first.start),))
    label = block.label if first.start == 0 else ""
    return Passage(text, reading.role, reading.plan, label, block.layout, block.index in celled)
