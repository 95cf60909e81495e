"""The attachments that a document announces, those that it holds, and the references to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from duplan.numerals import read_number
from duplan.plan import Attachment
from duplan.rules.subject import Subject
from duplan.source import Span

_OPENS = re.compile(
    r"\n[ \t\u3000]*附[件表錄录][ \u3000]*(?P<number>[一二三四五六七八九十\d]{0,2})"
    r"[ \u3000]*[：:]?[ \u3000]*(?P<title>[^\n]*)"
)
REFERS = re.compile(r"附(?P<kind>[件表])[ \u3000]?(?P<number>[一二三四五六七八九十\d]{0,2})")
BEFORE = re.compile(r"(?:见|見|参见|參見|按照?|填[写报寫報]|依[照据]?)[《“（(]?$")


class Opening(NamedTuple):
    """A line 附件2 or 附件2：…: its number (None without one), its title, where it begins."""

    number: int | None
    title: str
    start: int


class Announced(NamedTuple):
    """An attachment that is announced: its number, its title, where the title stands."""

    number: int
    title: str
    span: Span | None


def openings(subject: Subject) -> list[Opening]:
    """The lines of a document that begin with 附件, whether they announce or open one."""
    return [
        Opening(
            read_number(match["number"]) if match["number"] else None,
            match["title"].strip(),
            match.start() + 1,
        )
        for match in _OPENS.finditer("\n" + subject.text)
    ]


def announced(subject: Subject) -> list[Announced]:
    """The attachments that notice and plans announce, numbered as printed or in their order."""
    every: list[Attachment] = []
    notice = subject.document.notice
    if notice is not None:
        every += notice.attachments
    for plan in subject.plans:
        every += plan.attachments
    return [
        Announced(_number(each.label) or at, each.title, subject.place(each))
        for at, each in enumerate(every, start=1)
    ]


def _number(label: str) -> int | None:
    match = re.search(r"[一二三四五六七八九十\d]{1,2}", label)
    return read_number(match[0]) if match else None


def references(subject: Subject) -> Iterator[tuple[str, int | None, Span]]:
    """见附件2: 件 or 表, the number, the place."""
    for found in subject.find(REFERS):
        start, end = found.match.span()
        if BEFORE.search(subject.text[max(found.at, start - 6) : start]):
            number = read_number(found.match["number"]) if found.match["number"] else None
            yield found.match["kind"], number, subject.span(start, end)
