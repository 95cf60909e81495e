"""1、 where the standard has 1. ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Kind
from duplan.rules.official.habit import by_fix
from duplan.rules.official.parts import running, whole
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.source import Span

_MARK = re.compile(r"[ \t\u3000]*(\d{1,2})(、)(?!\d)")
_LABEL = re.compile(r"\d{1,2}、")


def check(subject: Subject) -> Iterator[Hit]:
    """Paragraphs that begin with such a mark, typed or automatic; together where they are many."""
    places: list[tuple[Span, str, list[Edit]]] = []
    for passage in running(subject):
        if _LABEL.match(passage.label):
            places.append((whole(passage), passage.label, []))
        elif match := _MARK.match(passage.text.text):
            span = whole(passage)
            at = span.start + match.start(2)
            edit = Edit(span._replace(start=at, end=at + 1), ".")
            place = span._replace(start=span.start + match.start(1), end=at + 1)
            places.append((place, match[1] + match[2], [edit]))
    return by_fix(places)


RULE = Rule(
    Kind(
        "DP508",
        "arabic-mark",
        "info",
        "an Arabic number of a level is followed by a dot, not by 、: {actual}{times}",
        "阿拉伯数字序数后面用点，不用顿号：“{actual}”{times}",
    ),
    since="0.1.0",
    finds=Words(
        "An Arabic number with 、 at the start of a paragraph (GB/T 9704-2012, 7.3.3, marks the third"
        " level 1.).",
        "段首的阿拉伯数字序数后面用了顿号（GB/T 9704-2012 第 7.3.3 条的写法是“1.”）。",
    ),
    why=Words(
        "Two forms of one mark in a file confuse automatic numbering and tables of contents.",
        "序数写法不一，自动编号和目录容易出错，核稿时也会被退回。",
    ),
    mend=Words(
        "Write a dot after the number: 1.",
        "改为“1.”。",
    ),
    check=check,
    standard=False,
)
