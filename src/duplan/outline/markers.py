"""The marks that open headings and items: 一、 （一） 1. （1） ① 第一部分 ● 一是 and their kin."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from duplan.numerals import read_number

BULLETS = "●■◆▲△○◎★☆※□◇►➢➤✓✔·•▪"

# From the widest to the narrowest, as a writer would nest them who used them all.
FAMILIES = (
    "attachment",
    "part",
    "chapter",
    "formal",
    "stem",
    "han",
    "point",
    "named",
    "han-paren",
    "dec",
    "dec-half",
    "dec-paren",
    "circle",
    "alpha",
    "alpha-paren",
    "bullet",
)
RANK = {family: rank for rank, family in enumerate(FAMILIES)}


class Marker(NamedTuple):
    """A label and what it counts.

    ``ordinals`` is one number, several for 3.1.2, none for a bullet. ``weak`` marks look like other
    things too (a decimal fraction, a number before a comma) and count only in a sequence.
    """

    family: str
    ordinals: tuple[int, ...]
    label: str
    close: str = ""
    weak: bool = False

    @property
    def ordinal(self) -> int | None:
        """The last of the ordinals, None for a bullet."""
        return self.ordinals[-1] if self.ordinals else None


_HAN = "一二三四五六七八九十百〇零"
_PATTERNS = tuple(
    (family, re.compile(pattern))
    for family, pattern in (
        (
            "part",
            rf"(第([{_HAN}\d]+)(?:大?部分|篇|编))(?![是的为由与和])[\s：:、，,]*",
        ),
        ("chapter", rf"(第([{_HAN}\d]+)[章节条])(?![^\s：:、，,]*[规款])[\s：:、，,]*"),
        ("formal", r"(([壹贰貳叁肆伍陆陸柒捌玖拾参參弍贰貮]+)([、.．:：]))"),
        ("stem", r"(([甲乙丙丁戊己庚辛壬癸])([、.．]))"),
        ("han-paren", rf"([（(]?([{_HAN}]+)[）)][、.．]?)(?!班(?![级主会干队组子容])|年级)"),
        ("han-paren", r"(([㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩])[、.．]?)"),
        (
            "multi",  # 三.1, as Word prints 3.1 where the first level counts 一 二 三
            rf"(([{_HAN}]{{1,3}}(?:[.．]\d{{1,2}}){{1,3}})[.．、]?)(?=[^\d.．]\D)"
            r"(?![^\s，。：；]{0,8}[节日假])",  # a feast: 五.1劳动节
        ),
        (
            "han",
            rf"(([{_HAN}]+)([、.．,，:：]))"
            rf"(?![{_HAN}]{{1,3}}(?:、[{_HAN}]|年级|月|中|季度|班))",
        ),
        (
            "multi",
            r"((\d{1,2}(?:[.．]\d{1,2}){1,3})[.．、]?)(?=[^\d.．%％/～~\-—元万亿个倍平万年月日米公]\D)",
        ),
        ("dec-half", r"(([0-9０-９]{1,3})([)）])[、.．]?)"),
        ("dec-paren", r"([（(]([0-9０-９]{1,3})[）)][、.．]?)"),
        ("dec-paren", r"(([⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽])[、.．]?)"),
        ("dec", r"(([0-9０-９]{1,3})([.．、,，:：。])[、.]?)"),
        ("dec", r"(([⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑]))"),
        ("circle", r"(([①-⑳])[、.．]?)"),
        ("alpha", r"(([A-Na-n])([.．、)）]))(?![A-Za-z.])"),
        ("alpha-paren", r"([（(]([A-Na-n])[）)])"),
        ("alpha", r"(([Ⅰ-Ⅹ])([.．、]))"),
        ("bullet", rf"([{BULLETS}]|[-*](?= )|——?(?=[\u4e00-\u9fff“《]))()"),
    )
)

# Which patterns a first character calls for: most lines begin with none of these.
_FIRSTS = {
    "part": "第",
    "chapter": "第",
    "formal": "壹贰貳叁肆伍陆陸柒捌玖拾参參弍贰貮",
    "stem": "甲乙丙丁戊己庚辛壬癸",
    "han-paren": "（(㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩" + _HAN,
    "han": _HAN,
    "multi": "0123456789" + _HAN,
    "dec-half": "0123456789０１２３４５６７８９",
    "dec-paren": "（(⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽",
    "dec": "0123456789０１２３４５６７８９⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑",
    "circle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "alpha": "ABCDEFGHIJKLMNabcdefghijklmnⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ",
    "alpha-paren": "（(",
    "bullet": BULLETS + "-*—",
}
_BY_FIRST: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
for _family, _pattern in _PATTERNS:
    for _char in dict.fromkeys(_FIRSTS[_family]):
        _BY_FIRST.setdefault(_char, []).append((_family, _pattern))

_POINT = re.compile(
    rf"((?:第?([{_HAN}]+)(?:是要|是|要)(?!否|求|点|素|么|全|因|不|以|为[主了])|第([{_HAN}]+)(?=[，,、])[，,、]"
    r"|首先|其次|再次|最后))[，,、：:]?"
)
_SERIAL = {"首先": 1, "其次": 2, "再次": 3, "最后": 99}
_NO_NOUNS = ("第", "星期", "周", "礼拜", "附件", "附表", "表", "图")
_NAMED = re.compile(rf"([\u4e00-\u9fff]{{2,5}}?([{_HAN}]+|\d{{1,2}}))[：:]")


def read_marker(text: str) -> tuple[Marker, int] | None:
    """The marker at the start of a line and the index where the text after it begins."""
    for family, pattern in _BY_FIRST.get(text[:1], ()):
        match = pattern.match(text)
        if match is None:
            continue
        marker = _marker(family, match, text)
        if marker is not None:
            return marker, match.end()
    return None


def _ordinals(number: str) -> tuple[int, ...]:
    """The numbers of 3.1.2 and 三.1.2."""
    parts = (read_number(part) for part in re.split("[.．]", number))
    return tuple(part for part in parts if part is not None)


def _marker(family: str, match: re.Match[str], text: str) -> Marker | None:
    label, number = match.group(1), match.group(2)
    if family == "bullet":
        return Marker("bullet", (), label)
    if family == "multi":
        return Marker("dec", _ordinals(number), label)
    ordinal = read_number(number)
    if ordinal is None:
        return None
    close = match.group(3) if match.re.groups >= 3 else ""
    rest = text[match.end() : match.end() + 1]
    zero = family in ("dec", "dec-half") and ordinal == 0
    if zero and rest.isdigit():
        return None
    weak = (family == "dec" and (rest.isdigit() or close in ",，:：。")) or (
        zero or (family in ("han", "dec") and close in ",，:：")
    )
    return Marker(family, (ordinal,), label, close, weak)


def read_point(text: str) -> tuple[Marker, int] | None:
    """一是…, 一要…, 首先…, 第一，… at the start of a text."""
    match = _POINT.match(text)
    if match is None:
        return None
    number = match.group(2) or match.group(3)
    ordinal = read_number(number) if number else _SERIAL[match.group(1)]
    if ordinal is None:
        return None
    return Marker("point", (ordinal,), match.group(1).rstrip("，,、")), match.end()


def read_named(text: str) -> tuple[str, Marker, int] | None:
    """关注事项一：… : the noun before the number, the marker, and where the text after it begins."""
    match = _NAMED.match(text)
    if match is None:
        return None
    ordinal = read_number(match.group(2))
    if ordinal is None:
        return None
    noun = match.group(1)[: -len(match.group(2))]
    if noun.endswith(_NO_NOUNS):
        return None
    return noun, Marker("named", (ordinal,), match.group(1)), match.end()


@lru_cache(maxsize=4096)
def from_label(label: str) -> Marker | None:
    """The marker of an automatic label such as Word prints."""
    if re.fullmatch(rf"(?:\d+|[{_HAN}]+)(?:\.\d+)+[.、]?", label):
        return Marker("dec", _ordinals(label.rstrip(".、")), label)
    read = read_marker(label)
    if read is not None:
        marker = read[0]
        return Marker(marker.family, marker.ordinals, label, marker.close)
    number = None if label == "o" else read_number(label)  # a bullet of Word's, set in Courier New
    if number is not None:
        return Marker("han" if not label.isdigit() else "dec", (number,), label)
    return Marker("bullet", (), label) if label else None
