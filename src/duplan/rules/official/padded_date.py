"""2020年09月01日 where the standard wants 2020年9月1日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Kind
from duplan.rules.official.habit import by_fix
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_PADDED = re.compile(
    r"(?<!\d)(?:0([1-9])月(?:0([1-9])日|[12]\d日|3[01]日)?|(?:1[0-2]|[1-9])月0([1-9])日)"
)


def check(subject: Subject) -> Iterator[Hit]:
    """Dates whose month or day has a zero before it; all together where they are many."""
    places = []
    for found in subject.find(_PADDED):
        digits = [found.match.start(group) for group in (1, 2, 3) if found.match[group]]
        edits = [Edit(subject.span(at - 1, at), "") for at in digits]
        places.append((subject.span(*found.match.span()), found.match.group(), edits))
    return by_fix(places)


RULE = Rule(
    Kind(
        "DP502",
        "padded-date",
        "info",
        "months and days are written without a zero before them: {actual}{times}",
        "月、日不编虚位：“{actual}”{times}",
    ),
    since="0.1.0",
    finds=Words(
        "A month or day of one digit with a zero before it (GB/T 9704-2012, 7.3.5.4).",
        "个位数的月、日前面加了 0（GB/T 9704-2012 第 7.3.5.4 条）。",
    ),
    why=Words(
        "Dates in two forms in one text look like two sources, and a search finds only half of them.",
        "同一份文件里日期写法不一，显得拼凑，检索时也会漏掉一半。",
    ),
    mend=Words(
        "Leave the zero out: 9月1日.",
        "去掉前面的 0，写作“9月1日”。",
    ),
    check=check,
    standard=False,
)
