"""Labels that don't follow the one before: in a plan file's lists, and in the columns 序号 of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from duplan.outline.markers import from_label
from duplan.plan import Node
from duplan.rules.numbers import MOST_MISSING
from duplan.rules.subject import Found, Subject, every_task, once
from duplan.source import Span, Table

PLAN_FILES = frozenset({"yaml", "json"})
_SERIAL = re.compile(r"序\s*号|编\s*号|项\s*次|No\.?", re.I)
_OPENS_SERIAL = frozenset("序编项Nn")
_HEADER = re.compile(r"[序编編項项]\s*[号號次]\s*(?=[|\t])")
_LONGEST = 3  # digits of a number in a column
_LAST = 99  # what 最后 counts as


class Numbered(NamedTuple):
    """A number, how it is printed, and where it stands."""

    number: int
    label: str
    span: Span | None
    family: str = ""


@once
def labels_out_of_turn(subject: Subject) -> list[tuple[Numbered, Numbered]]:
    """Neighbours whose numbers don't follow each other: the one before and the one that is wrong."""
    return list(_out_of_turn(subject))


def _out_of_turn(subject: Subject) -> Iterator[tuple[Numbered, Numbered]]:
    if subject.source.format in PLAN_FILES:
        for nodes in _lists(subject):
            yield from _steps(_labelled(subject, nodes))
        return
    for column in _columns(subject):
        yield from _steps(column)


def _steps(numbers: Iterable[Numbered]) -> Iterator[tuple[Numbered, Numbered]]:
    """A 1 begins anew, but for one that stands between a 1 and a 3."""
    before: Numbered | None = None
    due: int | None = None  # what follows once the number that was told of is put right
    for now, after in pairwise([*numbers, None]):
        assert now is not None
        right, due = now.number == due, None
        if before is not None and before.family == now.family:
            step = now.number - before.number
            for_two = before.number == now.number == 1 and after is not None and after.number == 3
            follows = now.number == 1 or step == 1
            if for_two or not (follows or step > MOST_MISSING or now.number == _LAST):
                due = None if right else before.number + 2
                if not right:
                    yield before, now
        before = now


def _lists(subject: Subject) -> Iterator[Sequence[Node]]:
    for plan in subject.plans:
        yield plan.sections
        yield plan.goals
        yield plan.key_tasks
        for task in every_task(plan.key_tasks):
            yield task.subtasks
            yield task.points
        for entry in plan.monthly_schedule:
            yield entry.items


def _labelled(subject: Subject, nodes: Sequence[Node]) -> Iterator[Numbered]:
    """The numbers of a list's labels; nodes without one, or with a bullet, are passed over."""
    for node in nodes:
        label = str(getattr(node, "label", ""))
        marker = from_label(label) if label else None
        if marker is not None and marker.ordinal is not None and len(marker.ordinals) == 1:
            place = (
                subject.place(node, "label") or subject.place(node) or subject.place(node, "text")
            )
            yield Numbered(marker.ordinal, label, place, marker.family)


def _columns(subject: Subject) -> Iterator[list[Numbered]]:
    for part in subject.source.content:
        if isinstance(part, Table):
            yield _column(part)
    yield from _lined(subject)


def _column(table: Table) -> list[Numbered]:
    """The numbers of a table's column 序号."""
    at: int | None = None
    numbers: list[Numbered] = []
    for row in table.rows:
        for cell in row:
            if at is not None and cell.column != at:
                continue
            blocks = list(cell.blocks())
            text = "".join(block.text for block in blocks).strip()
            if at is None:
                if text[:1] in _OPENS_SERIAL and _SERIAL.fullmatch(text):
                    at = cell.column
            elif text.isdecimal() and len(text) <= _LONGEST:
                block = next(block for block in blocks if block.text.strip())
                numbers.append(Numbered(int(text), text, Span(block.index, 0, len(block.text))))
    return numbers


def _lined(subject: Subject) -> Iterator[list[Numbered]]:
    """The columns 序号 of tables that a text file draws with | or tabs."""
    if "|" not in subject.text and "\t" not in subject.text:
        return
    seen = -1
    for found in subject.find(_HEADER):
        if found.at == seen:
            continue
        seen = found.at
        header = found.passage.text.text
        mark = "|" if "|" in header else "\t"
        column = header[: found.match.start() - found.at].count(mark)
        if header.split(mark)[column].strip() == found.match[0].strip():
            yield list(_below(subject, found, mark, column))


def _below(subject: Subject, found: Found, mark: str, column: int) -> Iterator[Numbered]:
    """The numbers of a column in the lines below its header, up to the next header or other text."""
    header = found.passage.text.text
    fewest = max(header.count(mark), column + 1)
    begin = found.at + len(header) + 1
    while begin < len(subject.text):
        end = subject.text.find("\n", begin)
        line = subject.text[begin : end if end >= 0 else len(subject.text)]
        row = line.split(mark)
        text = row[column].strip() if len(row) >= fewest else found.match[0].strip()
        if text == found.match[0].strip():
            return
        if text.isdecimal() and len(text) <= _LONGEST:
            start = begin + sum(len(cell) + 1 for cell in row[:column])
            start += len(row[column]) - len(row[column].lstrip())
            yield Numbered(int(text), text, subject.span(start, start + len(text)))
        begin += len(line) + 1
