"""Paragraphs whose first line is not indented by two characters."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.official.looks import judged
from duplan.rules.official.parts import running
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Passage, Subject

_PROPER, _TOLERANCE = 2.0, 0.35  # characters
_SET_APART = ("center", "right")


def check(subject: Subject) -> Iterator[Hit]:
    """Paragraphs and headings of the text without automatic numbers, which have indents of their own."""
    return judged(subject, running(subject), lambda passage: _deviation(subject, passage))


def _deviation(subject: Subject, passage: Passage) -> Words | None:
    block, start = passage.text.place(0)
    before = subject.source.blocks[block].text[:start] + passage.text.text
    blank = before[: len(before) - len(before.lstrip())]
    if passage.label or passage.layout.align in _SET_APART or start > len(blank):
        return None
    if "\t" in blank or "\n" in blank:
        return None
    indent = passage.layout.measure().first_line
    indent += sum(0.5 if char.isascii() else 1 for char in blank)
    actual = f"{max(0.0, indent):.2g}"
    return None if abs(indent - _PROPER) <= _TOLERANCE else Words(actual, actual)


RULE = Rule(
    Kind(
        "DP518",
        "first-line-indent",
        "info",
        "paragraphs begin two characters from the margin; here: {actual}{times}",
        "段落首行应左空二字，此处空 {actual_zh} 字{times}",
    ),
    since="0.1.0",
    finds=Words(
        "Paragraphs of the text whose first line does not begin two characters from the left margin, by"
        " an indent or by spaces (GB/T 9704-2012, 7.3.3; a third of a character of tolerance).",
        "正文段落首行没有左空二字，缩进和空格都算（GB/T 9704-2012 第 7.3.3 条，允许相差三分之一字）。",
    ),
    why=Words(
        "Where the indent is missing, two paragraphs run into one, and with them two pieces of work.",
        "不空二字，两段看上去就成了一段，两项工作也容易看成一项。",
    ),
    mend=Words(
        "Give the text a first-line indent of two characters.",
        "将正文设为首行缩进二字符。",
    ),
    check=check,
    standard=False,
)
