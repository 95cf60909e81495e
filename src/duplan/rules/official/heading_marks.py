"""（一） above 一、, 一、 above （1）: levels that are not marked in the standard's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from duplan.diagnostics import Kind
from duplan.numerals import read_number
from duplan.outline.markers import read_marker
from duplan.rules.official.habit import Place, by_place
from duplan.rules.official.parts import mark, printed, running, whole
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Passage, Subject
from duplan.source import Span

_SHAPES = ("", "一、", "（一）", "1.", "（1）")
_OTHER = 0  # a mark of another kind: 3.1, 第一章, ①
_BELOW = {1: (2, 3), 2: (3,), 3: (4,)}  # level → levels below it; 一、→1. in texts of two levels
_DEEPEST = 8  # lists inside each other


@dataclass(slots=True)
class _List:
    """An open list, and where it began below another one of the wrong level."""

    level: int
    last: int
    begins: Place | None = None


def check(subject: Subject) -> Iterator[Hit]:
    """Where a list is not of the level that stands below the one it is in."""
    places: list[Place] = []
    for _, passages in groupby(running(subject), lambda passage: passage.plan):
        places += _disorder(_marks(passages))
    return by_place(places)


def _marks(passages: Iterable[Passage]) -> Iterator[tuple[int, int, Span]]:
    """The levels, numbers and places of the paragraphs that have a mark."""
    for passage in passages:
        text = printed(passage)
        own = mark(text)
        if own is not None:
            yield own.level, read_number(own.number) or 0, whole(passage)
        elif (other := read_marker(text.lstrip())) is not None and other[0].ordinal is not None:
            yield _OTHER, other[0].ordinal, whole(passage)


def _disorder(marks: Iterable[tuple[int, int, Span]]) -> Iterator[Place]:
    """A list belongs to the one that is open before it, once that one goes on after it."""
    lists: list[_List] = []
    for level, number, span in marks:
        at = next(
            (at for at in reversed(range(len(lists))) if _goes_on(lists[at], level, number)), None
        )
        if at is not None:
            if at + 1 < len(lists) and (begins := lists[at + 1].begins) is not None:
                yield begins
            del lists[at + 1 :]
            lists[at].last = number
        elif number == 1 and len(lists) < _DEEPEST:
            while lists and lists[-1].level == level:  # begins anew
                lists.pop()
            above = lists[-1].level if lists else _OTHER
            wrong = _OTHER not in (above, level) and level not in _BELOW.get(above, ())
            upper, lower = _SHAPES[above], _SHAPES[level]
            words = Words(f"{upper} → {lower}", f"“{upper}”之下用“{lower}”")
            lists.append(_List(level, number, (span, words) if wrong else None))


def _goes_on(open_list: _List, level: int, number: int) -> bool:
    return open_list.level == level and open_list.last + 1 == number


RULE = Rule(
    Kind(
        "DP503",
        "heading-marks",
        "warning",
        "levels are marked 一、（一）1.（1）in this order, not {actual}{times}",
        "层次序数应依次为“一、”“（一）”“1.”“（1）”，此处为{actual_zh}{times}",
    ),
    since="0.1.0",
    finds=Words(
        "A list whose mark does not follow the mark of the level above it: （一） above 一、, or 一、"
        " directly above （1） (GB/T 9704-2012, 7.3.3). A text of two levels may go from 一、 to 1.",
        "下一层的序数不接上一层，如“（一）”下面用“一、”、“一、”下面直接用“（1）”（GB/T 9704-2012"
        " 第 7.3.3 条）。只有两层时可以由“一、”直接到“1.”。",
    ),
    why=Words(
        "Work is assigned and reported by these numbers. Out of order, readers no longer see which item"
        " belongs to which.",
        "布置和反馈工作都按序数来说，层次乱了，就看不出哪一条属于哪一项。",
    ),
    mend=Words(
        "Number the levels 一、（一）1.（1）from the top.",
        "从上到下依次使用“一、”“（一）”“1.”“（1）”。",
    ),
    check=check,
    standard=False,
)
