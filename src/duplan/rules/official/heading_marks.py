"""（一） above 一、, 一、 above （1）: levels that are not marked in the standard's order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from duplan.diagnostics import Kind
from duplan.numerals import read_number
from duplan.rules.official.habit import Place, by_place
from duplan.rules.official.parts import mark, printed, running, whole
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.source import Span

_SHAPES = ("", "一、", "（一）", "1.", "（1）")
_ALLOWED = {
    (1, 2),
    (1, 3),
    (2, 3),
    (3, 4),
}  # the level above, the level below; 一、→1. for two levels


@dataclass(slots=True)
class _List:
    """An open list, and where it began below another one."""

    level: int
    last: int
    begins: Place | None = None


def check(subject: Subject) -> Iterator[Hit]:
    """Where a list is not of the level that stands below the one it is in."""
    places: list[Place] = []
    for _, passages in groupby(running(subject), lambda passage: passage.plan):
        marks = ((mark(printed(passage)), passage) for passage in passages)
        numbered = (
            (each.level, read_number(each.number) or 0, whole(passage))
            for each, passage in marks
            if each is not None
        )
        places += _disorder(numbered)
    return by_place(places)


def _disorder(marks: Iterator[tuple[int, int, Span]]) -> Iterator[Place]:
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
        elif number == 1 and len(lists) < len(_SHAPES):
            above = lists[-1].level if lists else 0
            wrong = bool(above) and (above, level) not in _ALLOWED
            words = f"{_SHAPES[above]} → {_SHAPES[level]}"
            lists.append(_List(level, number, (span, words) if wrong else None))


def _goes_on(open_list: _List, level: int, number: int) -> bool:
    return open_list.level == level and open_list.last + 1 == number


RULE = Rule(
    Kind(
        "DP503",
        "heading-marks",
        "warning",
        "levels are marked 一、（一）1.（1）in this order, not {actual} ({count} place(s))",
        "层次序数应依次为“一、”“（一）”“1.”“（1）”，此处为 {actual}，共 {count} 处",
    ),
    since="0.2.0",
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
