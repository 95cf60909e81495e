"""The marks that lines begin with, as they are printed: 一、 （一） 1. （1） ①, and their lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from duplan.numerals import read_number
from duplan.outline.markers import from_label
from duplan.rules.subject import Passage, Subject, once

FAMILIES = ("han", "han-paren", "dec", "dec-paren", "circle")  # from the widest
RANK = {family: rank for rank, family in enumerate(FAMILIES)}
_NAMES = {family.replace("-", "_"): family for family in FAMILIES}  # by the groups of the pattern
_BODY = frozenset(
    {
        "overview",
        "goals",
        "goal",
        "tasks",
        "task",
        "measures",
        "other",
        "review",
        "body",
        "schedule",
    }
)
_AHEAD = 40  # lines that a look ahead reads at most: keeps it linear
_HAN = "一二三四五六七八九十"
_LINE = re.compile(
    rf"\n[ \u3000]*(?:(?P<han>[{_HAN}]{{1,3}})[、.．](?![{_HAN}]|\d{{1,2}}月)"
    rf"|[（(](?P<han_paren>[{_HAN}]{{1,3}})[)）][、.．]?"
    r"|(?P<dec>\d{1,2})(?:、(?!\d{1,2}[、号號])|[.．](?!\d(?!\d?月|\d{3}年|\d{1,2}[%％])))|[（(](?P<dec_paren>\d{1,2})[)）][、.．]?|(?P<circle>[①-⑳])[、.．]?)"
)

_MONTH = re.compile(r"(\d{1,2})月")
_NUMBERS = dict.fromkeys(map(ord, f"{_HAN}0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"))


class Line(NamedTuple):
    """A line that begins with a mark; ``start`` and ``end`` are those of the label in ``Subject.text``.

    Where the label is an automatic one, the text has none and both are where the line begins.
    ``passage`` is the number of the line among the passages, ``form`` the label without its number:
    （） of （一）.
    """

    family: str
    number: int
    label: str
    start: int
    end: int
    passage: int
    form: str

    @property
    def typed(self) -> bool:
        """Whether the label stands in the text."""
        return self.end > self.start


@dataclass(slots=True)
class Siblings:
    """The lines of one list, in order, and the family of the list that it stands below ("" for none)."""

    above: str
    lines: list[Line] = field(default_factory=list)


def _lines(subject: Subject) -> list[Line]:
    """The marked lines in the running text of plans, in order."""
    text = subject.text
    found = []
    for match in _LINE.finditer(text):
        group = match.lastgroup or ""
        printed, end = match[group], match.end()
        number = read_number(printed)
        if number is None or _are_months(text, end, number):
            continue
        label = match[0].strip()
        start = end - len(label)
        passage = subject.number_at(start)
        if _is_body(subject.passages[passage]):
            form = label.replace(printed, "")
            found.append(Line(_NAMES[group], number, label, start, end, passage, form))
    automatic = list(_automatic(subject))
    if automatic:
        found = sorted(found + automatic, key=lambda line: (line.passage, line.start))
    return found


def _automatic(subject: Subject) -> Iterator[Line]:
    """The lines whose label the showing program makes."""
    for at, passage in enumerate(subject.passages):
        if not passage.label or not _is_body(passage):
            continue
        marker = from_label(passage.label)
        if marker is not None and marker.family in RANK and len(marker.ordinals) == 1:
            label, start = marker.label, subject.starts[at]
            form = label.translate(_NUMBERS)
            yield Line(marker.family, marker.ordinals[0], label, start, start, at, form)


def _are_months(text: str, at: int, number: int) -> bool:
    """Whether what looks like a mark is the first of two months: 7、8月."""
    if not text[at : at + 1].isdecimal():
        return False
    month = _MONTH.match(text, at)
    return month is not None and int(month[1]) == number + 1


def _is_body(passage: Passage) -> bool:
    if passage.role not in _BODY or passage.plan is None or passage.table:
        return False
    words = passage.text.text
    return "\t" not in words or "\t" not in words.strip()


@once
def lists(subject: Subject) -> list[Siblings]:
    """The lists that marked lines make, each with its siblings; a list of other form may go on one."""
    return list(_lists(subject, _lines(subject)))


def _lists(subject: Subject, marked: list[Line]) -> Iterator[Siblings]:
    open_: list[Siblings] = []
    closed: dict[str, int] = {}  # family → the last number of its last list
    plan: int | None = None
    passages = subject.passages
    for number, line in enumerate(marked):
        if passages[line.passage].plan != plan:
            yield from open_
            open_, plan = [], passages[line.passage].plan
            closed = {}
        at = _place_of_next(open_, marked, number)
        at = _place(open_, line, closed) if at is None else at
        for each in open_[at + 1 :]:
            yield each
            closed[each.lines[0].family] = each.lines[-1].number
        del open_[at + 1 :]
        if at == len(open_):
            open_.append(Siblings(open_[-1].lines[-1].family if open_ else ""))
        elif _begins(open_[at].lines[-1], line):
            yield open_[at]
            open_[at] = Siblings(open_[at].above)
        open_[at].lines.append(line)
    yield from open_


def _begins(last: Line, now: Line) -> bool:
    """Whether a line begins a list where another was open."""
    if now.family != last.family:
        return now.number != last.number + 1
    return now.number == 1 and last.number > 1


def _place_of_next(open_: list[Siblings], marked: list[Line], number: int) -> int | None:
    """The depth of the open list in which a line of other form stands in the place of the next one.

    It does where that list goes on with the number after it: （一）（二）3.（四）.
    """
    line = marked[number]
    if line.number == 1:
        return None
    for each in open_:
        last = each.lines[-1]
        if last.number + 1 == line.number and last.family == line.family:
            return None
    for depth in range(len(open_) - 1, -1, -1):
        last = open_[depth].lines[-1]
        if last.family == line.family or last.number + 1 != line.number:
            continue
        ahead = marked[number + 1 : number + _AHEAD]
        following = next((other for other in ahead if other.family == last.family), None)
        if following is not None and following.number == line.number + 1:
            return depth
    return None


def _place(open_: list[Siblings], line: Line, closed: dict[str, int]) -> int:
    """The depth of the open list that a line goes on with, or of a new one."""
    for depth in range(len(open_) - 1, -1, -1):
        if open_[depth].lines[0].family == line.family:
            return depth
    runs_on = closed.get(line.family) == line.number - 1 and line.number > 1
    if not runs_on and line.number > 1:
        going_on = [k for k, each in enumerate(open_) if each.lines[-1].number + 1 == line.number]
        if going_on:
            inner = RANK[open_[-1].lines[0].family] <= RANK[line.family]
            return going_on[-1] if inner else going_on[0]
    depth = len(open_)
    while depth and RANK[open_[depth - 1].lines[0].family] > RANK[line.family]:
        depth -= 1
    return depth
