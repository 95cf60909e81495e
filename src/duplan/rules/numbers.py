"""Numbers inside running text and cells that are out of turn: 一是…二是…四是, ①②④, 1.…；2.…；2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from duplan.numerals import read_number
from duplan.rules.subject import Subject, once

MOST_MISSING = 4
_BOUNDARY = "。；;：:，,！？!?\n|\t）)”》 \u3000\xa0"
_CELL = "|\t"
_HAN = "一二三四五六七八九十"
_MARK = re.compile(  # what a mark may begin with comes first: a search skips all else at once
    rf"[①-⑳（(第\d{_HAN}](?<=[{_BOUNDARY}].)(?:"
    r"(?P<circle>(?<=[①-⑳]))"
    r"|(?<=[（(])(?P<paren>\d{1,2})[）)]"
    rf"|(?<=[{_HAN}])(?P<be>[{_HAN}]?)是(?![否非])"
    rf"|(?<=[{_HAN}])(?P<must>[{_HAN}]?)要(?![求点素么全因不])"
    rf"|(?<=第)(?P<nth>[{_HAN}]{{1,2}})，"
    rf"|(?<=\d)(?P<dec>\d?)[.．、](?=\D|\d{{1,2}}[/月])(?![{_HAN}]{{1,2}}月|\d{{1,2}}月)"
    r")"
)
_AROUND = "（()）第，是要.．、"  # what a mark has around its number
_ACROSS = frozenset({"be", "must", "dec"})  # families whose runs go on in the next passage


class Mark(NamedTuple):
    """A number in the text: what it counts, how it is printed, ``[start, end)`` in ``Subject.text``."""

    number: int
    label: str
    start: int
    end: int


class Step(NamedTuple):
    """A number and the one that stands before it in its run, which it doesn't follow."""

    before: Mark
    mark: Mark


@once
def out_of_turn(subject: Subject) -> list[Step]:
    """The numbers that don't follow the one before, run by run.

    A run begins with a 1 after a stop or at the beginning of a passage or cell. Arabic numbers with a
    point count only in schedules, whose lists no outline holds.
    """
    return list(_steps(subject))


def _steps(subject: Subject) -> Iterator[Step]:
    last: dict[str, Mark] = {}
    due: dict[str, int] = {}  # what follows once the number that was told of is put right
    seen = -1  # where the passage of the last mark begins
    text = subject.text
    for match in _MARK.finditer(text):
        family = match.lastgroup or ""
        start = match.start()
        passage = subject.number_at(start)
        if family == "dec" and subject.passages[passage].role != "schedule":
            continue
        at = subject.starts[passage]
        if at != seen:
            opens = bool(last) and not text[at:start].strip()
            last = {key: last[key] for key in last if opens and key in _ACROSS and key == family}
            seen = at
        elif _begins_cell(text, start):
            last.pop(family, None)
        printed = match[0]
        number = read_number(printed.strip(_AROUND))
        if number is None:
            continue
        mark = Mark(number, printed.rstrip("，"), start, match.end())
        before = last.get(family)
        if number == 1 and before and before.number == 1 and before.start >= at:
            yield Step(before, mark)
        if number == 1 or (before is not None and number - before.number <= MOST_MISSING):
            last[family] = mark
        if before is not None and number not in (1, before.number + 1):
            if number - before.number <= MOST_MISSING:
                if number != due.pop(family, None):
                    due[family] = before.number + 2
                    yield Step(before, mark)
            else:
                del last[family]


def _begins_cell(text: str, at: int) -> bool:
    before = text[max(at - 4, 0) : at].rstrip(" ")
    return before[-1:] in _CELL and before != ""
