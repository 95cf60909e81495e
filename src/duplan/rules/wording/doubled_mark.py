"""，， and ；。: two marks where one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.habit import told
from duplan.rules.prose import HAN, foreign
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_RUN = re.compile(
    rf"[，、；：。,;](?:(?<=[，、；：。])[，、；：。,;:]+|(?<={HAN}[,;])[，、；：。,;:]+)"
)
_STRONGER = "、,，:：;；。"  # of two that stand together, the later one parts more
_WIDE = str.maketrans(",:;", "，：；")


def check(subject: Subject) -> Iterator[Hit]:
    """Two pausing marks or more in a row. ！！ and ……, which some write on purpose, are none."""
    hits = list(_runs(subject))
    yield from told(hits)


def _runs(subject: Subject) -> Iterator[Hit]:
    outside = None
    for match in _RUN.finditer(subject.text):
        outside = outside or foreign(subject)
        if outside.hold(match.start()):
            continue
        span = subject.span(*match.span())
        marks = match[0].translate(_WIDE)
        one = max(marks, key=_STRONGER.index)
        fix = Fix((Edit(span, one),), safe=len(set(marks)) == 1)
        yield Hit(span, {"text": match[0], "right": one}, fix)


RULE = Rule(
    Kind(
        "DP344",
        "doubled-mark",
        "warning",
        "{text} stands where one mark is meant{times}",
        "标点重复或连用：{text}{times}",
    ),
    since="0.1.0",
    finds=Words(
        "Two pausing marks in a row, such as 。。 ，， and ；。 where one is enough.",
        "两个点号连用，如“。。”“，，”“；。”。",
    ),
    why=Words(
        "It shows that something was cut out or pasted in there, and often a few words are missing"
        " between the two marks.",
        "往往是删改、粘贴留下的痕迹，两个标点之间可能还缺了文字。",
    ),
    mend=Words(
        "Leave one mark; look whether words are missing between them.",
        "保留一个标点，并核对其间是否缺字。",
    ),
    check=check,
)
