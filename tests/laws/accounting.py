"""Laws 2 and 3 as questions to a parsed document: what is lost, and which span is false?

Words are letters and digits of any script: marks, brackets and white space may move or go when a
title is cut, words may not.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from duplan.dates import read_time_label
from duplan.interpret.vocabulary import DUTY_KEY, LIMIT_KEY
from duplan.plan import (
    Document,
    Goal,
    Node,
    Origin,
    Plan,
    Reading,
    Reference,
    ScheduleEntry,
    Section,
    Task,
)
from duplan.source import Block, Source
from duplan.text.normal import CellText, Line, NormalText
from duplan.text.normalise import normalise

# Readings of these roles are in no plan: a diagnostic names them, or metadata was taken out of them.
OUTSIDE = frozenset(
    {"noise", "outside", "notice", "index-box", "letterhead", "note", "publicity", "signature"}
)
TABLES = frozenset({"table-keyed-by-times", "cells-of-a-task-table"})
_HAN = "一二三四五六七八九十"

# What the published form has no place for. Anything else that is lost breaks the law.
SPARED = (
    (
        "the name of an attachment's or unit's place",
        r"^(?:附件?[\d一二三]{0,2}|篇[一二三四五六七八九十])",
    ),
    ("what calls a line a goal", r"^[^：]{0,4}目标(?=[：:])"),
    ("a mark before a time", rf"^[（(]?[{_HAN}\d]{{1,2}}(?=[）)、.．])|^[①-⑳]"),
    ("what calls a line a theme", r"(?:教育|活动|工作)?主题(?:活动|党日)?(?=[：:])"),
    (
        "words between a time and its work",
        r"(?:主要|重点)?(?:工作|任务)(?:安排|重点|是)?(?=[：:]|$)",
    ),
    ("the mark of the next item on the line, booked too early", r"(?:[①-⑳]|（\d{1,2}）)$"),
    ("the key of a duty", rf"(?:{DUTY_KEY}|{LIMIT_KEY})(?=[：:])"),
)
_SPARED = tuple(re.compile(pattern) for _, pattern in SPARED)
LONGEST_HEADER = 14  # characters of a header cell; that of a row's number is booked to its table
_DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A reading and what normalising leaves of it."""

    reading: Reading
    text: str

    @property
    def words(self) -> str:
        """Its words."""
        return words(self.text)

    @property
    def bound(self) -> str:
        """Its words but for those that the published form has no place for."""
        text = self.text
        for pattern in _SPARED:
            text = pattern.sub("", text)
        return words(text)


def words(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(ch for ch in text if ch.isalnum())


def content(source: Source) -> Iterator[Block]:
    """Every paragraph of the running text, those of tables included, in order."""
    for part in source.content:
        if isinstance(part, Block):
            yield part
        else:
            yield from part.blocks()


# --- law 2: the readings are a partition ----------------------------------------------------------


def unaccounted(document: Document, source: Source) -> list[str]:
    """Where the readings are no partition of the visible characters of the source."""
    wrong: list[str] = []
    readings = iter(document.readings)
    for block in content(source):
        if not block.text.strip():
            continue
        at = 0
        while at < len(block.text):
            reading = next(readings, None)
            if reading is None:
                return [*wrong, f"nobody reads {block.text[at:]!r}"]
            origin = reading.origin
            if (origin.block, origin.line, origin.start) != (block.path, block.line, at):
                return [*wrong, f"{origin} where line {block.line} goes on at {at}"]
            if origin.end <= at or origin.raw != block.text[at : origin.end]:
                return [*wrong, f"{origin} is not the text there"]
            at = origin.end
    return [*wrong, *(f"read twice: {rest.origin}" for rest in readings)]


# --- law 2: what is read is in the plan ---------------------------------------------------------


def lost(document: Document, source: Source, *, keep_script: bool = False) -> list[str]:
    """The words of readings that the part which they are booked to doesn't hold.

    A part's text keeps the order of the source. Where it can't, because remarks and duties are set
    apart, or where words are spared, it still holds as many of each.
    """
    found = []
    by_part: defaultdict[tuple[int, str], list[Stretch]] = defaultdict(list)
    for stretch in stretches(document, source, keep_script=keep_script):
        reading = stretch.reading
        if reading.role in OUTSIDE:
            continue
        if reading.plan is None:
            found.append(f"{reading.role} in no plan: {stretch.text!r}")
        else:
            by_part[reading.plan, reading.part].append(stretch)
    for (at, part), group in by_part.items():
        nodes = parts_of(document.plans[at], part)
        said = words("".join(text for node in nodes for text in strings(node)))
        if nodes and not_within("".join(stretch.words for stretch in group), said) is None:
            continue
        found += [
            f"{part}: {stretch.text!r} is not in {said!r}"
            for stretch in group
            if not _spared_whole(stretch) and Counter(stretch.bound) - Counter(said)
        ]
    return found


def _spared_whole(stretch: Stretch) -> bool:
    """Whether it is a column's header, or a time under which nothing stands: no entry has its id."""
    reading, text = stretch.reading, stretch.text
    if reading.why in TABLES:
        number = re.fullmatch(r"[\d.]+", text) is not None
        return len(text) <= LONGEST_HEADER and (number or not set(text) & _DIGITS)
    text = text.strip("| ")
    return reading.role == "schedule" and (text.isdigit() or read_time_label(text) is not None)


def not_within(whole: str, said: str) -> int | None:
    """The index of the first character of ``whole`` that ``said`` lacks in that order, else None."""
    at = 0
    for index, ch in enumerate(whole):
        at = said.find(ch, at) + 1
        if not at:
            return index
    return None


def stretches(
    document: Document, source: Source, *, keep_script: bool = False
) -> Iterator[Stretch]:
    """Every reading with the words that normalising leaves of its source text."""
    starts: dict[int, list[int]] = {}
    read: dict[int, list[list[str]]] = {}
    order: list[tuple[Reading, list[str]]] = []
    readings = iter(document.readings)
    for block in content(source):
        if not block.text.strip():
            continue
        starts[block.index], read[block.index] = [], []
        at = 0
        while at < len(block.text):
            reading = next(readings)
            chars: list[str] = []
            starts[block.index].append(reading.origin.start)
            read[block.index].append(chars)
            order.append((reading, chars))
            at = reading.origin.end
    for line in lines(normalise(source, keep_script=keep_script)[0]):
        for index, ch in enumerate(line.text.shown):
            block_index, offset = line.text.place(index)
            at = bisect_right(starts[block_index], offset) - 1
            read[block_index][at].append(ch)
    for reading, chars in order:
        yield Stretch(reading, "".join(chars))


def lines(normal: NormalText) -> Iterator[Line]:
    """Every line of a text, those of tables included."""
    for item in normal.items:
        if isinstance(item, Line):
            yield item
        else:
            for row in item.rows:
                for cell in row:
                    yield from _cell_lines(cell)


def _cell_lines(cell: CellText) -> Iterator[Line]:
    yield from cell.lines


def tasks(found: Iterable[Task]) -> Iterator[Task]:
    """Tasks with all their subtasks."""
    for task in found:
        yield task
        yield from tasks(task.subtasks)


def parts_of(plan: Plan, part: str) -> list[BaseModel]:
    """The nodes of a plan with the id ``part`` (a section may be a task too), or the plan itself
    where ``part`` names a field."""
    if part in Plan.model_fields:
        return [plan]
    parts: list[Section | Goal | Task | ScheduleEntry] = [
        *plan.sections,
        *plan.goals,
        *tasks(plan.key_tasks),
        *plan.monthly_schedule,
    ]
    return [node for node in parts if node.id == part]


def strings(node: BaseModel) -> Iterator[str]:
    """The texts of a node itself: not those of subtasks, nor of a plan's parts."""
    if isinstance(node, Plan):
        own = {"title", "issuer", "document_number", "issued", "recipients", "attachments"}
        data = node.model_dump(include=own)
    else:
        data = node.model_dump(exclude={"subtasks", "timing", "references"})
    yield from _texts(data)


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in ("id", "role", "precision", "duty", "timing"):
                yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)


# --- law 3: spans are true ------------------------------------------------------------------------


def false_spans(document: Document, source: Source) -> list[str]:
    """Origins whose raw text is not the source's, or doesn't hold the value's words in order.

    Of traditional text the document has to be read with its script kept.
    """
    found: list[str] = []
    known: defaultdict[tuple[str, int], list[Block]] = defaultdict(list)
    for block in source.blocks:
        known[block.path, block.line].append(block)
    for finding in document.diagnostics:
        if finding.location is not None:
            found += _false_origin(finding.location, known, finding.code)
    for node in nodes(document):
        for field, origins in node.provenance.items():
            where = f"{type(node).__name__}.{field}"
            for origin in origins:
                found += _false_origin(origin, known, where)
            raw = _folded("".join(_labelled(origin, known) for origin in origins))
            value = _folded("".join(_texts(getattr(node, field))))
            if not _converted(node, field) and not_within(value, raw) is not None:
                found.append(f"{where}: {value!r} is not in {raw!r}")
    return found


def _converted(node: Node, field: str) -> bool:
    """Whether a value is another writing of its raw text: a date, or (known faults) the cells of a
    row, each after the name of its column, and documents named in a script that is to be kept."""
    row = isinstance(node, Task) and ".r" in f".{node.id}"
    return field == "issued" or (row and field == "text") or isinstance(node, Reference)


def _folded(text: str) -> str:
    return words(unicodedata.normalize("NFKC", html.unescape(text)))


def _labelled(origin: Origin, known: dict[tuple[str, int], list[Block]]) -> str:
    """The raw text after the automatic label of its paragraph, which no source text holds."""
    blocks = known.get((origin.block, origin.line), [])
    return "".join(block.label for block in blocks[:1]) + origin.raw


def _false_origin(
    origin: Origin, known: dict[tuple[str, int], list[Block]], where: str
) -> Iterator[str]:
    blocks = known.get((origin.block, origin.line), [])
    if not any(block.text[origin.start : origin.end] == origin.raw for block in blocks):
        yield f"{where}: no {origin.raw!r} at {origin.block}:{origin.line}:{origin.start}"


def nodes(value: object) -> Iterator[Node]:
    """Every node of a document, in any depth."""
    if isinstance(value, Node):
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name != "provenance":
                yield from nodes(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from nodes(item)
