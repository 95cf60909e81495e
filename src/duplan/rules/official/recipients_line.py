"""The line of those whom a document is for: at the left margin, a full-width colon at its end."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.source import Span

_INDENTED = 0.5  # characters


def check(subject: Subject) -> Iterator[Hit]:
    """The recipients of the notice and of each plan."""
    notice = subject.document.notice
    nodes = (*((notice,) if notice else ()), *subject.plans)
    places = (subject.place(node, "recipients") for node in nodes if node.recipients)
    for number in dict.fromkeys(place.block for place in places if place is not None):
        yield from _line(subject, number)


def _line(subject: Subject, number: int) -> Iterator[Hit]:
    block = subject.source.blocks[number]
    text = block.text.rstrip()
    start = len(text) - len(text.lstrip())
    edits = []
    if start:
        edits.append(Edit(Span(number, 0, start), ""))
    if text.endswith(":"):
        edits.append(Edit(Span(number, len(text) - 1, len(text)), "："))
    moved = block.layout.align == "center" or block.layout.measure().first_line > _INDENTED
    if "\n" not in text and len(text) - start and (edits or moved):
        yield Hit(
            Span(number, start, len(text)),
            {"actual": text.strip()},
            Fix(tuple(edits), safe=True) if edits else None,
        )


RULE = Rule(
    Kind(
        "DP507",
        "recipients-line",
        "info",
        "recipients stand at the left margin and end in a full-width colon: {actual}",
        "主送机关应顶格，末尾用全角冒号：{actual}",
    ),
    since="0.1.0",
    finds=Words(
        "A line of recipients that is indented or centred, or ends in a half-width colon"
        " (GB/T 9704-2012, 7.3.2).",
        "主送机关没有顶格，或者末尾用了半角冒号（GB/T 9704-2012 第 7.3.2 条）。",
    ),
    why=Words(
        "Whoever receives documents looks at the left margin for the name of the own office.",
        "收文人员习惯在左侧顶格处找本单位，位置不对容易漏看。",
    ),
    mend=Words(
        "Begin the line at the margin and end it with ：.",
        "从左侧顶格写起，末尾改用“：”。",
    ),
    check=check,
    standard=False,
)
