"""加强领导,落实责任: marks of the Latin keyboard in a Chinese sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.habit import told
from duplan.rules.prose import HAN, Ranges, foreign
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.structure.mixed_marks import mixed_marks
from duplan.rules.subject import Subject
from duplan.text.width import is_han

_FULL = dict(zip(",;:?!.()", "，；：？！。（）", strict=True))
_DOUBLED = tuple(",;:，；：。、")  # of two marks in a row another rule speaks
_CLOSING = "’”》〉」』】）"
_BEFORE = f"(?:{HAN}|[’》〉」』】）])"
# The rare character first: a search looks at nothing else.
_MARK = re.compile(
    rf"[,;:?!.](?:(?<={_BEFORE}[,;:?!])|(?<=(?:{HAN}|[》）。！？])”[,;:?!])"
    rf"|(?<=[0-9A-Za-z%][,;])(?={HAN}|[“《「])|(?<={_BEFORE}\.)(?=[”’」』）)（(|\s]|{HAN}|\Z))"
)
# It looks ahead for what may be Chinese: nothing that ``is_han`` takes comes before U+3007.
_BRACKETS = re.compile(
    r"\((?=[^()（）\n\u3007-\U0010ffff]{0,99}[\u3007-\U0010ffff])[^()（）\n]{1,100}\)"
)
_WEEKDAY = re.compile(r"(?<=[0-9日])\([周週]?[一二三四五六日]\)")  # 113.02.15(四)
_FULL_WEEKDAY = re.compile("[0-9日]（[周週]?[一二三四五六日]")
_LABEL = re.compile(r"(?:\A|[\s。；;：:，,、])[一二三四五六七八九十百甲乙丙丁\dA-Za-z]{1,4}\Z")


def check(subject: Subject) -> Iterator[Hit]:
    """Half-width marks behind Chinese characters, and half-width brackets around such."""
    text = subject.text
    if not any(mark in text for mark in _FULL):
        return
    outside = foreign(subject)
    marks = list(_marks(subject, outside))
    if marks:
        full = sum(map(text.count, "，；：。"))
        yield from told(marks, habit=len(marks) >= full)
    brackets = list(_brackets(subject, outside))
    if not brackets:
        return
    labels = {(hit.span.block, hit.span.start) for hit in mixed_marks(subject) if hit.span}
    brackets = [
        hit
        for hit in brackets
        if hit.span is None or (hit.span.block, hit.span.start) not in labels
    ]
    yield from told(brackets, habit=len(brackets) >= text.count("（"))


def _marks(subject: Subject, outside: Ranges) -> Iterator[Hit]:
    text = subject.text
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if not _is_chinese(text, at) or outside.hold(at) or _is_label(text, at):
            continue
        if text[at + 1 : at + 2] in _DOUBLED:
            continue
        span, right = subject.span(at, at + 1), _FULL[mark]
        # The point of 卡尔.马克思 is no full stop.
        safe = mark != "." or not is_han(text[at + 1 : at + 2])
        yield Hit(span, {"text": mark, "right": right}, Fix((Edit(span, right),), safe=safe))


def _is_chinese(text: str, at: int) -> bool:
    """Whether a Chinese character stands beside the mark, or before what closes in front of it."""
    beside = text[at - 1] + text[at + 1 : at + 2]
    return any(map(is_han, beside)) or text[at - 1] in _CLOSING


def _is_label(text: str, at: int) -> bool:
    """Whether the mark ends 1, or 一. at the beginning of an item."""
    start = text.rfind("\n", max(0, at - 12), at) + 1 or max(0, at - 12)
    return _LABEL.search(text[start:at]) is not None


def _brackets(subject: Subject, outside: Ranges) -> Iterator[Hit]:
    text = subject.text
    days = None
    for match in _BRACKETS.finditer(text):
        start, end = match.span()
        if not any(map(is_han, match[0])) or outside.hold(start) or text[start - 1 : start] == "]":
            continue  # ](…) is a Markdown link
        if _WEEKDAY.match(text, start):
            if days is None:
                days = _FULL_WEEKDAY.search(text) is not None
            if not days:
                continue
        ends = subject.span(start, start + 1), subject.span(end - 1, end)
        yield Hit(
            subject.span(start, end),
            {"text": "()", "right": "（）"},
            Fix((Edit(ends[0], "（"), Edit(ends[1], "）")), safe=True),
        )


RULE = Rule(
    Kind(
        "DP342",
        "halfwidth-mark",
        "warning",
        "the half-width {text} stands in Chinese text{times}; it should be {right}",
        "中文里用了半角标点“{text}”，应为全角“{right}”{times}",
    ),
    since="0.1.0",
    finds=Words(
        "Half-width marks behind Chinese characters, and half-width brackets around them. Where a"
        " document does so again and again, it is said once.",
        "汉字后面的半角标点，以及括住汉字的半角括号。全文一贯如此的，只提示一次。",
    ),
    why=Words(
        "A Chinese mark takes the room of a character (GB/T 15834). Half-width ones shift lines out of the"
        " grid, and programs that split text at marks miss them.",
        "中文标点占一个字的位置（GB/T 15834），半角标点使版面参差，按标点切分文字的程序也会漏掉。",
    ),
    mend=Words(
        "Type the full-width mark; the fix does so everywhere.",
        "改为全角标点，可自动修改。",
    ),
    check=check,
)
