"""（一）、 and （1）. , whose bracket is mark enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Kind
from duplan.rules.official.habit import by_fix
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_DOUBLE = re.compile(
    r"(?m)^[ \t\u3000]*([（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)])([、.．])(?!\d)"
)


def check(subject: Subject) -> Iterator[Hit]:
    """Lines that begin with such a mark; all together where they are many."""
    places = []
    for found in subject.find(_DOUBLE):
        edit = Edit(subject.span(*found.match.span(2)), "")
        span = subject.span(found.match.start(1), found.match.end())
        places.append((span, found.match[1] + found.match[2], (edit,)))
    return by_fix(places)


RULE = Rule(
    Kind(
        "DP504",
        "mark-after-bracket",
        "info",
        "no mark follows a number in brackets: {actual}{times}",
        "加括号的序数后面不用标点：“{actual}”{times}",
    ),
    since="0.1.0",
    finds=Words(
        "A number in brackets at the start of a line with another mark after it (as the levels are"
        " written in GB/T 9704-2012, 7.3.3).",
        "行首加括号的序数后面又加了顿号或点（层次序数的写法见 GB/T 9704-2012 第 7.3.3 条）。",
    ),
    why=Words(
        "Whoever checks documents sends it back for this, and the signing is delayed.",
        "核稿时这类毛病会被退回修改，耽误签发。",
    ),
    mend=Words(
        "Delete the mark after the bracket.",
        "删去括号后面的标点。",
    ),
    check=check,
    standard=False,
)
