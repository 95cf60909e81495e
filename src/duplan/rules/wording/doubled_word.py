"""的的, 教育局教育局: a word typed or pasted twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.habit import told
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.text.width import is_han

_LENGTHS = (6, 5, 4, 3, 2)
# Where one 的 ends 目的, or one 了 begins 了解, both are right.
_PARTICLE = re.compile("的的(?<![目标標打]的的)(?!确|確)|了了(?<![为為]了了)(?![解然结結却卻])")

_SAME = re.compile(r"(.)\1*", re.DOTALL)
_NUMERALS = frozenset("0123456789０１２３４５６７８９〇○零一二三四五六七八九十")
_EACH = "一逐每各某"  # 一项一项, 逐个逐个


def check(subject: Subject) -> Iterator[Hit]:
    """Particles that stand twice, and words of two to six characters."""
    text = subject.text
    particles = _PARTICLE.finditer(text) if "的的" in text or "了了" in text else ()
    hits = [_hit(subject, match.start(), 1) for match in particles]
    past = 0
    for at, length in sorted(_repeats(text), key=lambda each: (each[0], -each[1])):
        if at >= past and _is_slip(text, at, length):
            hits.append(_hit(subject, at, length))
            past = at + 2 * length
    yield from told(hits)


def _repeats(text: str) -> Iterator[tuple[int, int]]:
    """Where and of which length a stretch of characters stands twice.

    The text is laid over itself by that length: where both agree, the difference of the two long
    numbers is zero. So it is the machine that looks at every character, not Python.
    """
    wide, data = 2, text.encode("utf-16-le", "surrogatepass")
    if len(data) > 2 * len(text):  # characters outside of the first plane
        wide, data = 4, text.encode("utf-32-le", "surrogatepass")
    number = int.from_bytes(data, "little")
    for length in _LENGTHS:
        shift = wide * length
        size = len(data) - shift
        if size <= 0:
            continue
        difference = (number ^ (number >> (8 * shift))).to_bytes(len(data), "little")
        at = difference.find(bytes(shift), 0, size)
        while at >= 0:
            first = -(-at // wide)
            if difference.startswith(bytes(shift), wide * first):
                yield first, length
                # A row of one character is no word; it may be as long as the text.
                row = _SAME.match(text, first)
                rest = row.end() - first if row else 0
                first += length * max(1, rest // length - 1) - 1
            at = difference.find(bytes(shift), wide * (first + 1), size)


def _is_slip(text: str, at: int, length: int) -> bool:
    """Whether what stands twice is a word that nobody says twice."""
    word = text[at : at + length]
    if word.isdigit() or word.count(word[0]) == length or word[0] in _EACH:
        return False
    return all(is_han(char) or char.isdigit() for char in word) and not _NUMERALS.issuperset(word)


def _hit(subject: Subject, at: int, length: int) -> Hit:
    span = subject.span(at, at + 2 * length)
    word = subject.text[at : at + length]
    return Hit(span, {"text": word * 2, "right": word}, Fix((Edit(span, word),)))


RULE = Rule(
    Kind(
        "DP347",
        "doubled-word",
        "warning",
        "{text} stands twice in a row{times}",
        "文字重复：“{text}”{times}",
    ),
    since="0.1.0",
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
