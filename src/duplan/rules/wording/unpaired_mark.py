"""《通知 without 》: brackets and quotation marks that don't pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.habit import told
from duplan.rules.prose import Ranges, foreign
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject, once
from duplan.rules.wording.pairs import Mark, Pair, Pairing, pair
from duplan.source import Span

_WHOLE = {
    "han": re.compile(r"^\s*[（(][一二三四五六七八九十]{1,3}[)）]", re.MULTILINE),
    "arabic": re.compile(r"[（(][0-9a-zA-Z①-⑳]{1,3}[)）]"),
}
_OPEN_LABEL = re.compile(r"[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．]")
_QUOTED = re.compile(r'"[^\n]*')
_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff]|[〇\U00020000-\U000323af]")  # is_han
_BRACKETS = Words("brackets", "括号")
_NAMES = {
    **dict.fromkeys('“”‘’「」『』"', Words("quotation marks", "引号")),
    **dict.fromkeys("《》〈〉", Words("title marks", "书名号")),
}
_AROUND = 40  # characters on each side that tell whether a mark stands in Chinese text
_MORE = 1  # labels in two brackets, for each in one, that make the latter a slip


def check(subject: Subject) -> Iterator[Hit]:
    """Marks without partner, pairs that cross, pairs of two widths, quotation marks turned round."""
    return told(unpaired(subject))


@once
def unpaired(subject: Subject) -> list[Hit]:
    """All of them, in the order of the text."""
    text = subject.text
    outside = foreign(subject)
    pairing = pair(text, outside)
    hits = [*_mixed(subject, pairing.pairs), *_crossed(subject, pairing.pairs)]
    hits += _alone(subject, [*pairing.alone, *_half_labels(text, pairing)])
    hits += _straight(subject, outside)
    return sorted(hits, key=lambda hit: hit.span or (0, 0, 0))


def _mixed(subject: Subject, pairs: list[Pair]) -> Iterator[Hit]:
    """（试行): one bracket of each width."""
    text = subject.text
    for opening, closing in pairs:
        marks = text[opening.start] + text[closing.start]
        if marks not in ("（)", "(）") or opening.line != closing.line:
            continue
        wrong, right = (opening, "（") if marks == "(）" else (closing, "）")
        edit = Edit(subject.span(wrong.start, wrong.start + 1), right)
        span = subject.span(opening.start, closing.start + 1)
        yield _hit(span, marks, Fix((edit,), safe=True))


def _crossed(subject: Subject, pairs: list[Pair]) -> Iterator[Hit]:
    """《…（…》…）: of two pairs one begins inside the other and ends outside."""
    text = subject.text
    around: list[Pair] = []
    for each in sorted(pairs):
        while around and around[-1].closing < each.opening:
            around.pop()
        if not around or each.closing < around[-1].closing:
            around.append(each)
            continue
        first = around[-1]
        if first.opening.line == each.closing.line:
            marks = (first.opening, each.opening, first.closing, each.closing)
            shown = "".join(text[mark.start] for mark in marks)
            yield _hit(subject.span(first.opening.start, each.closing.start + 1), shown)


def _half_labels(text: str, pairing: Pairing) -> Iterator[Mark]:
    """The bracket of 二） where the other labels are （一） and （三）."""
    for kind, marks in pairing.labels.items():
        if sum(1 for _ in _WHOLE[kind].finditer(text)) >= _MORE * len(marks):
            yield from marks


def _alone(subject: Subject, marks: list[Mark]) -> Iterator[Hit]:
    """Marks without a partner; two quotation marks left over on a line were meant as a pair."""
    text = subject.text
    left = [mark for mark in sorted(marks) if _matters(text, mark.start)]
    labels = {mark for mark in left if _OPEN_LABEL.match(text, mark.start)}
    if len(labels) > 1:  # the document numbers its items so: （1、
        left = [mark for mark in left if mark not in labels]
    number = 0
    while number < len(left):
        mark, after = left[number], left[number + 1] if number + 1 < len(left) else None
        if after and mark.kind == after.kind == "“" and mark.line == after.line:
            yield _turned(subject, mark.start, after.start)
            number += 2
        else:
            yield _hit(subject.span(mark.start, mark.start + 1), text[mark.start])
            number += 1


def _matters(text: str, at: int) -> bool:
    """Whether it stands in Chinese text, opens no quotation that goes on below."""
    if not _CHINESE.search(text, max(0, at - _AROUND), at + _AROUND):
        return False
    if text[at] not in "“「『":
        return True
    end = text.find("\n", at)
    return end < 0 or text[end + 1 : end + _AROUND].lstrip()[:1] != text[at]


def _turned(subject: Subject, first: int, second: int) -> Hit:
    """“甲“, ”甲” or ”甲“."""
    text = subject.text
    edits = tuple(
        Edit(subject.span(at, at + 1), right)
        for at, right in ((first, "“"), (second, "”"))
        if text[at] != right
    )
    shown = text[first] + text[second]
    return _hit(subject.span(first, second + 1), shown, Fix(edits))


def _straight(subject: Subject, outside: Ranges) -> Iterator[Hit]:
    """A line with an odd number of straight quotation marks; its neighbour may have the other.

    A mark after a figure may mean inches: a line that has one tells nothing.
    """
    text = subject.text
    rest = -1
    for line in _QUOTED.finditer(text) if '"' in text else ():
        marks = [
            at
            for at in range(*line.span())
            if text[at] == '"' and not outside.hold(at) and _matters(text, at)
        ]
        if len(marks) % 2 == 0 or any(text[at - 1 : at].isdigit() for at in marks):
            continue
        if rest >= 0 and text.count("\n", rest, marks[0]) == 1:
            rest = -1
            continue
        if rest >= 0:
            yield _quote(subject, rest)
        rest = marks[-1]
    if rest >= 0:
        yield _quote(subject, rest)


def _quote(subject: Subject, at: int) -> Hit:
    return _hit(subject.span(at, at + 1), '"')


def _hit(span: Span, marks: str, fix: Fix | None = None) -> Hit:
    names = {_NAMES.get(mark, _BRACKETS) for mark in marks}
    values: dict[str, str | int] = {
        "text": marks,
        "name": " and ".join(sorted(name.en for name in names)),
        "name_zh": "、".join(sorted(name.zh for name in names)),
    }
    return Hit(span, values, fix)


RULE = Rule(
    Kind(
        "DP343",
        "unpaired-mark",
        "warning",
        "{name} that don't pair: {text}{times}",
        "{name_zh}没有配对：{text}{times}",
    ),
    since="0.1.0",
    finds=Words(
        "A bracket or quotation mark without its partner, two pairs that cross, a pair of a full-width"
        " and a half-width bracket, quotation marks turned the wrong way.",
        "括号、引号、书名号只有一半，两对交叉，一半全角一半半角，或引号方向反了。",
    ),
    why=Words(
        "One can't tell where a document's title, a quotation or a remark ends, and what is cited"
        " can't be looked up.",
        "文件名、引文、说明到哪里为止看不清楚，引用的文件也不便查找。",
    ),
    mend=Words(
        "Put in the missing mark, or take out the one that is left over.",
        "补上缺少的一半，或删去多余的一半。",
    ),
    check=check,
)
