"""The parts of an official document that the standard says something of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from duplan.rules.subject import Passage, Subject
from duplan.source import Span

# GB/T 9704-2012, 7.3.3: levels are marked 一、（一）1.（1）in this order.
_LEVELS = re.compile(
    r"\s*(?:([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)]"
    r"|(\d{1,2})[.．、](?!\d)|[（(](\d{1,2})[）)])"
)
_FRAME = frozenset(
    ("title", "signature", "note", "attachment", "outside", "index-box", "recipients")
)
_SENTENCE_END = ("。", "；", "！", "？", "：")
_LONGEST_HEADING = 40  # characters


class Mark(NamedTuple):
    """The mark of a level, 1 to 4, at the start of a paragraph, with its number as printed."""

    level: int
    number: str
    end: int  # where in the printed paragraph it ends


def printed(passage: Passage) -> str:
    """A passage with its automatic number, as people see it."""
    return passage.label + passage.text.text


def mark(text: str) -> Mark | None:
    """The mark that a printed paragraph begins with."""
    match = _LEVELS.match(text)
    if match is None or match.lastindex is None:
        return None
    return Mark(match.lastindex, match[match.lastindex], match.end())


def whole(passage: Passage) -> Span:
    """The place of a passage."""
    block, first = passage.text.place(0)
    _, last = passage.text.place(len(passage.text) - 1)
    return Span(block, first, last + 1)


def running(subject: Subject) -> Iterator[Passage]:
    """The paragraphs of the text, headings among them: no titles, tables, signatures, attachments.

    Of a covering notice the whole sentences.
    """
    for passage in subject.passages:
        if passage.table or passage.role in _FRAME:
            continue
        if passage.role != "notice" or passage.text.text.rstrip().endswith("。"):
            yield passage


def is_heading(text: str) -> bool:
    """Whether a printed paragraph, which begins with a mark, is a heading on a line of its own."""
    text = text.strip()
    return len(text) <= _LONGEST_HEADING and not text.endswith(_SENTENCE_END) and "。" not in text
