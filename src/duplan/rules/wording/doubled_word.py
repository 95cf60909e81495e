"""的的, 教育局教育局: a word typed or pasted twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.rules.wording.habit import told

_LENGTHS = (6, 5, 4, 3, 2)
_WORD = re.compile("[\u4e00-\u9fff0-9]*[\u4e00-\u9fff][\u4e00-\u9fff0-9]*")
# Where one 的 ends 目的, or one 了 begins 了解, both are right.
_PARTICLE = re.compile("的的(?<![目标標打]的的)(?!确|確)|了了(?<![为為]了了)(?![解然结結却卻])")

_EACH = "一逐每各某"  # 一项一项, 逐个逐个


def check(subject: Subject) -> Iterator[Hit]:
    """Particles that stand twice, and words of two to six characters."""
    hits = [_hit(subject, match.start(), 1) for match in _PARTICLE.finditer(subject.text)]
    past = 0
    for at, length in sorted(_repeats(subject.text), key=lambda each: (each[0], -each[1])):
        if at >= past and _is_slip(subject.text, at, length):
            hits.append(_hit(subject, at, length))
            past = at + 2 * length
    yield from told(hits)


def _repeats(text: str) -> Iterator[tuple[int, int]]:
    """Where and of which length a stretch of characters stands twice.

    The text is laid over itself by that length: where both agree, the difference of the two long
    numbers is zero. That is one look of the machine at the whole text, not of Python at each character.
    """
    data = text.encode("utf-32-le", "surrogatepass")
    for length in _LENGTHS:
        shift = 4 * length
        if len(data) <= shift:
            continue
        number = int.from_bytes(data[shift:], "little") ^ int.from_bytes(data[:-shift], "little")
        difference = number.to_bytes(len(data) - shift, "little")
        zeros = bytes(shift)
        at = difference.find(zeros)
        while at >= 0:
            first = -(-at // 4)
            if difference.startswith(zeros, 4 * first):
                yield first, length
            at = difference.find(zeros, 4 * (first + length))


def _is_slip(text: str, at: int, length: int) -> bool:
    """Whether what stands twice is a word that nobody says twice."""
    word = text[at : at + length]
    if not _WORD.fullmatch(word) or len(set(word)) == 1:
        return False
    return word[0] not in _EACH


def _hit(subject: Subject, at: int, length: int) -> Hit:
    span = subject.span(at, at + 2 * length)
    word = subject.text[at : at + length]
    return Hit(span, {"text": word * 2, "right": word}, Fix((Edit(span, word),)))


RULE = Rule(
    Kind(
        "DP347",
        "doubled-word",
        "warning",
        "{text} stands twice in a row, {count} time(s)",
        "文字重复：{text}（共 {count} 处）",
    ),
    since="0.2.0",
    finds=Words(
        "A word that stands twice in a row.",
        "同一词语接连写了两遍。",
    ),
    why=Words(
        "It is a slip of typing or pasting that everybody sees in the printed document, and it may"
        " hide that another word should stand there.",
        "这是录入、粘贴的差错，印出来人人看得见；也可能原本应当是另一个词。",
    ),
    mend=Words("Leave one, or put in the word that was meant.", "删去一个，或改为原本要写的词。"),
    check=check,
)
