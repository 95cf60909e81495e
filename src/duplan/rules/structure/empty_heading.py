"""三、保障措施, and then nothing but 四、."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.structure.marks import Line, lists
from duplan.rules.subject import Subject, once

_LONGEST = 40  # characters of a line that is but a heading
_SENTENCE = re.compile("[。；;！？]|[：:].")
_ENDS = frozenset(
    {"signature", "attachment", "title", "publicity", "noise", "note", "recipients", "outside"}
)
_OPENS_WIDEST = frozenset("壹貳贰參叁肆伍陸陆柒捌玖拾第附")
_WIDEST = re.compile(
    r"[壹貳贰參叁肆伍陸陆柒捌玖拾]{1,3}、|第[一二三四五六七八九十]{1,3}(?:部分|章|编|編)"
    r"|附件[ 一二三四五\d]{0,3}[：:]?$"
)
_HAN = re.compile(r"[一二三四五六七八九十]{1,3}、")
_HAN_PAREN = re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]")
_FEWEST = 2  # siblings with something below them


def check(subject: Subject) -> Iterator[Hit]:
    """Headings below which nothing stands though it does below all others of their list."""
    return iter(empty_headings(subject))


@once
def empty_headings(subject: Subject) -> list[Hit]:
    """The findings of this rule, which others leave to it."""
    return list(_empty_headings(subject))


def _empty_headings(subject: Subject) -> Iterator[Hit]:
    for each in lists(subject):
        if len(each.lines) <= _FEWEST or _is_of_schedule(subject, each.lines[0]):
            continue
        taken = {line.passage for line in each.lines}
        bare = [line for line in each.lines if not _has_below(subject, line, taken)]
        full = len(each.lines) - len(bare)
        if not bare or full < max(_FEWEST, 2 * len(bare)):
            continue
        for line in bare:
            words = subject.passages[line.passage].text.text
            if len(words.strip()) <= _LONGEST and not _SENTENCE.search(words):
                start = subject.starts[line.passage]
                begin = start + len(words) - len(words.lstrip())
                yield Hit(
                    subject.span(begin, start + len(words.rstrip())), {"heading": words.strip()}
                )


def _is_of_schedule(subject: Subject, line: Line) -> bool:
    """Whether a list is one of work that is due, whose items are short by nature."""
    return line.family != "han" and subject.passages[line.passage].role == "schedule"


def _has_below(subject: Subject, line: Line, siblings: Container[int]) -> bool:
    """Whether anything of the plan stands between a line and its next sibling, or a wider mark."""
    after = line.passage + 1
    if after in siblings or after >= len(subject.passages):
        return False
    below = subject.passages[after]
    if below.role in _ENDS or below.plan != subject.passages[line.passage].plan:
        return False
    return not _is_wider(subject, line, after)


def _is_wider(subject: Subject, line: Line, at: int) -> bool:
    text = subject.passages[at].text.text.lstrip()
    if text[:1] in _OPENS_WIDEST and _WIDEST.match(text):
        return True
    if line.family == "han":
        return False
    return _HAN.match(text) is not None or (
        line.family != "han-paren" and _HAN_PAREN.match(text) is not None
    )


RULE = Rule(
    Kind(
        "DP205",
        "empty-heading",
        "warning",
        "nothing stands below {heading}",
        "“{heading}”之下没有内容",
    ),
    since="0.1.0",
    finds=Words(
        "A heading with nothing below it where the others of its level have something.",
        "标题之下没有内容，而同级的其他标题都有。",
    ),
    why=Words(
        "A part of the plan was lost or never written; whoever is to carry it out finds only its name.",
        "这一部分要么丢了，要么没写，执行的人只看到一个题目。",
    ),
    mend=Words("Write what belongs there, or take the heading out.", "补写内容，或者删去标题。"),
    check=check,
)
