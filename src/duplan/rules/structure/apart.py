"""Numbers out of turn in the lists that no outline holds: in notices, lists of attachments, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.numerals import read_number
from duplan.rules.numbers import MOST_MISSING, Mark, Step
from duplan.rules.subject import Subject, once

_ROLES = frozenset({"notice", "attachment", "other", "note", "remark"})
_HAN = "一二三四五六七八九十"
_LABEL = re.compile(
    r"[ \t\u3000]*(?:(?:附件|[说說]明|[备備][注註])[：:][ \t\u3000]*)?(?P<label>"
    rf"(?P<han>[{_HAN}]{{1,3}})、|[（(](?P<paren>[{_HAN}]{{1,3}})[）)]"
    r"|(?P<point>\d{1,2})[.．](?=\D|\d{4}年)|(?P<comma>\d{1,2})、)"
)
_FAMILIES = ("han", "paren", "point", "comma")
_APART = 2  # passages that one item may take, the one of its label with them


@once
def apart(subject: Subject) -> list[Step]:
    """The numbers that don't follow the one before in lists whose items stand right below each other."""
    return list(_steps(subject))


def _steps(subject: Subject) -> Iterator[Step]:
    last: dict[str, tuple[int, Mark]] = {}
    starts = subject.starts
    for at, passage in enumerate(subject.passages):
        if passage.role not in _ROLES or passage.table:
            last.clear()
            continue
        label = _LABEL.match(subject.text, starts[at], starts[at] + len(passage.text))
        if label is None:
            continue
        family = next(family for family in _FAMILIES if label[family])
        number = read_number(label[family])
        if number is None:
            continue
        mark = Mark(number, label["label"], label.start("label"), label.end())
        before = last.get(family)
        last[family] = at, mark
        if before is not None and at - before[0] <= _APART and _is_wrong(before[1], mark):
            yield Step(before[1], mark)


def _is_wrong(before: Mark, mark: Mark) -> bool:
    """Whether a number is none that follows: it is not the next, and begins no list after another."""
    step = mark.number - before.number
    return step != 1 and step <= MOST_MISSING and (mark.number != 1 or before.number == 1)
