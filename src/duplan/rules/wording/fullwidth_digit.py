"""２０２０年 in a document that writes 2020年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.habit import told
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.text.width import half_width

_FORMS = re.compile("[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ]*")
_PLAIN = re.compile("[0-9A-Za-z]+")
_LABEL_ENDS = frozenset("．.、）)")


def check(subject: Subject) -> Iterator[Hit]:
    """Runs of full-width digits and letters, where plain ones are the document's habit."""
    hits = list(_runs(subject))
    if hits and len(hits) < sum(1 for _ in _PLAIN.finditer(subject.text)):
        yield from told(hits)


def _runs(subject: Subject) -> Iterator[Hit]:
    text = subject.text
    for match in _FORMS.finditer(text):
        start, end = match.span()
        if text[end : end + 1] in _LABEL_ENDS or "Ｘ" in match[0] or "ｘ" in match[0]:
            continue
        span, right = subject.span(start, end), half_width(match[0])
        yield Hit(span, {"text": match[0], "right": right}, Fix((Edit(span, right),), safe=True))


RULE = Rule(
    Kind(
        "DP349",
        "fullwidth-digit",
        "info",
        "{text} is full-width where the document writes half-width{times}: {right}",
        "“{text}”是全角字符，与全文写法不一致，应为“{right}”{times}",
    ),
    since="0.1.0",
    finds=Words(
        "Full-width digits and letters in a document that mostly writes half-width ones. Labels such"
        " as １． are left alone.",
        "全文多用半角数字、字母，个别处用了全角。１．一类的序号不算。",
    ),
    why=Words(
        "They look alike and are other characters: who searches for 2020 doesn't find ２０２０, and"
        " spreadsheets don't add them up.",
        "看上去差不多，却是不同的字符：查找 2020 找不到 ２０２０，表格里也不能求和。",
    ),
    mend=Words("Type them half-width.", "改为半角。"),
    check=check,
)
