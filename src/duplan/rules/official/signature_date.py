"""The date below a signature, at the right, with four characters free after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.official.looks import BODY_SIZE, page_of
from duplan.rules.official.parts import whole
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Passage, Subject

_DATE = re.compile(r"[\s\u3000]*(\d{4}年\d{1,2}月\d{1,2}日)[\s\u3000]*")
_LEAST = 1.5  # characters: four with a seal, two without one, and what spaces leave
_LEFT = 0.4  # of a line; a date that begins there isn't at the right
_POINTS = 72 / 25.4  # a millimetre
_ROLES = frozenset(("signature", "notice"))


def check(subject: Subject) -> Iterator[Hit]:
    """Dates on a line of their own, in signatures."""
    if not subject.source.pages:
        return
    for passage in subject.passages:
        if passage.role not in _ROLES or passage.table:
            continue
        match = _DATE.fullmatch(subject.source.blocks[whole(passage).block].text)
        if match is None:
            continue
        page, size = page_of(subject, passage), passage.layout.size or BODY_SIZE
        line = (page.width - page.left - page.right) * _POINTS / size
        free = _free(passage, match, line)
        if free < _LEAST or line - free - _width(match[1]) < _LEFT * line:
            yield Hit(whole(passage), {"actual": match[1], "free": f"{max(0.0, free):.0f}"})


def _free(passage: Passage, match: re.Match[str], line: float) -> float:
    """Characters between the date and the right margin, in a line of so many."""
    measures = passage.layout.measure()
    before, after = match.string[: match.start(1)], match.string[match.end(1) :]
    if passage.layout.align == "right":
        return measures.right + _width(after)
    free = line - measures.first_line - _width(before) - _width(match[1]) - measures.right
    return free / 2 if passage.layout.align == "center" else free


def _width(text: str) -> float:
    """The width of a text in characters; ASCII takes half of one."""
    return sum(0.5 if char.isascii() else 1 for char in text)


RULE = Rule(
    Kind(
        "DP517",
        "signature-date",
        "info",
        "the date {actual} stands some {free} characters from the right margin, not 4 (2 without a seal)",
        "成文日期 {actual} 距右边约 {free} 字，应右空四字（不加盖印章时右空二字）",
    ),
    since="0.1.0",
    finds=Words(
        "A date below a signature that does not stand at the right, or has less than two characters free"
        " after it (GB/T 9704-2012, 7.3.5; half a character of tolerance, spaces reckoned as half a"
        " character).",
        "成文日期没有居右，或者右侧空出不足二字（GB/T 9704-2012 第 7.3.5 条，允许相差半字；"
        "半角空格按半字计）。",
    ),
    why=Words(
        "The seal is set over the date: at another place it covers the text or hangs in the air.",
        "印章要压在成文日期上，位置不对，就会盖住正文或者悬空。",
    ),
    mend=Words(
        "Set the date right with an indent of four characters at its right.",
        "将成文日期右对齐，并设置右缩进四字符。",
    ),
    check=check,
    standard=False,
)
