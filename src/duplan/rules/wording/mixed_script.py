"""學 in a document in simplified characters, 学 in one in traditional characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.habit import told
from duplan.rules.prose import Ranges
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.text.script import convert, of_one_script, to_simplified

_CITED = re.compile(
    r"《[^《》\n]{1,80}》|“[^“”\n]{1,200}”|「[^「」\n]{1,200}」|『[^『』\n]{1,200}』"
)
# Standard characters in personal names: 通用规范汉字表 (2013), notes of its appendix 1.
_IN_NAMES = frozenset("昇陞甦邨氾龢迺祕珮頫")
_STOPS = "，。；：、！？《》“”「」『』（）"
_CHARSETS = ("gb2312", "big5")
_OF_BOTH = "—·〇"  # characters of both scripts that Python's tables of these sets have elsewhere
_LOOKS = (
    10_000_000  # characters of text by characters to count, beyond which these are counted at once
)
_GAP = 3  # characters of both scripts between two that are one finding


def check(subject: Subject) -> Iterator[Hit]:
    """Characters of the other script only, outside titles and quotations."""
    text = subject.text
    plain = text
    for char in _OF_BOTH:
        plain = plain.replace(char, "")
    if any(_fits(plain, charset) for charset in _CHARSETS):
        return
    traditional, simplified = _telling()
    if traditional.isdisjoint(text) or simplified.isdisjoint(text):
        return
    used = set(text)
    hant, hans = used & traditional, used & simplified
    is_hant = _prevail(text, hant, hans)
    own, other = (hant, hans) if is_hant else (hans, hant)
    yield from told(list(_runs(subject, own, other, "s2tw" if is_hant else "")))


def _prevail(text: str, some: set[str], others: set[str]) -> bool:
    """Whether some characters stand in the text more often than others.

    Each look at a short text is cheap. In a long one with many of them they are counted together.
    """
    if len(text) * (len(some) + len(others)) > _LOOKS:
        return sum(map(some.__contains__, text)) > sum(map(others.__contains__, text))
    fewer, more = sorted((some, others), key=len)
    least, counted = sum(map(text.count, fewer)), 0
    for count in map(text.count, more):
        counted += count
        if counted > least:
            break
    return counted > least if more is some else counted < least


def _runs(subject: Subject, own: set[str], other: set[str], config: str) -> Iterator[Hit]:
    text = subject.text
    chars = "".join(sorted(other))  # characters of Chinese, none of a pattern's
    # What is cited in the other script is in it from end to end.
    cited = Ranges(match.span() for match in _CITED.finditer(text) if own.isdisjoint(match[0]))
    for run in re.finditer(rf"[{chars}](?:[^\n{_STOPS}]{{0,{_GAP}}}[{chars}])*", text):
        if cited.hold(run.start()):
            continue
        span = subject.span(*run.span())
        right = convert(run[0], config) if config else to_simplified(run[0])
        yield Hit(span, {"text": run[0], "right": right}, Fix((Edit(span, right),)))


@cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that tell: what GB 2312 has is right in simplified text too, Big5 in traditional."""
    traditional, simplified = of_one_script()
    gb2312, big5 = _CHARSETS
    return (
        traditional - _within(traditional, gb2312) - _IN_NAMES,
        simplified - _within(simplified, big5),
    )


def _fits(text: str, charset: str) -> bool:
    """Whether a national character set has all of a text; sooner told than its characters are listed."""
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _within(chars: Iterable[str], charset: str) -> frozenset[str]:
    """Those that a national character set has."""
    return frozenset("".join(chars).encode(charset, "ignore").decode(charset))


RULE = Rule(
    Kind(
        "DP340",
        "mixed-script",
        "warning",
        "{text} is not in the script of the document: {right}{times}",
        "“{text}”与全文繁简不一致，应为“{right}”{times}",
    ),
    since="0.1.0",
    finds=Words(
        "Traditional characters in a simplified document and the other way round, outside titles and"
        " quotations. Characters that both scripts have are left alone.",
        "简体文件里夹有繁体字，或繁体文件里夹有简体字；书名号、引号里的不算，繁简通用的字不算。",
    ),
    why=Words(
        "Official documents use one script; a few characters of the other show that a passage was"
        " pasted in, and searches don't find it.",
        "公文用字应当规范统一。夹杂的字多是粘贴而来，检索时也会漏掉。",
    ),
    mend=Words(
        "Write the character of the document's own script; personal names may keep theirs.",
        "改为与全文一致的字；人名用字以本人为准。",
    ),
    check=check,
)
