"""二○二○年 with a circle, 2O20年 with a letter: what looks like a zero and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.habit import told
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_HAN_YEAR = re.compile(
    r"二[〇零一二三四五六七八九○◯ＯOo0０]{3}(?=[学學]?年)|一九[〇零一二三四五六七八九○◯ＯOo0０]{2}(?=[学學]?年)"
)
_FALSE_ZERO = re.compile("[○◯ＯOo0０]")
_LETTERED = re.compile(r"[0-9OoIl][0-9OoIl]{1,3}(?=[年月日号%])")
_DIGITS = str.maketrans("OoIl", "0011")


def check(subject: Subject) -> Iterator[Hit]:
    """Years in Chinese digits with another zero than 〇, and letters in Arabic years and days."""
    yield from told(list(_years(subject)))
    yield from told(list(_numbers(subject)))


def _years(subject: Subject) -> Iterator[Hit]:
    for match in _HAN_YEAR.finditer(subject.text):
        if _FALSE_ZERO.search(match[0]):
            span, right = subject.span(*match.span()), _FALSE_ZERO.sub("〇", match[0])
            yield Hit(
                span, {"text": match[0], "right": right}, Fix((Edit(span, right),), safe=True)
            )


def _numbers(subject: Subject) -> Iterator[Hit]:
    text = subject.text
    for match in _LETTERED.finditer(text) if any(letter in text for letter in "OoIl") else ():
        number = match[0]
        if number.isdigit() or number.isalpha() or _goes_on(text, match.start()):
            continue
        span, right = subject.span(*match.span()), number.translate(_DIGITS)
        yield Hit(span, {"text": number, "right": right}, Fix((Edit(span, right),)))


def _goes_on(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return before.isascii() and before.isalnum()


RULE = Rule(
    Kind(
        "DP346",
        "wrong-zero",
        "warning",
        "{text} is not written with digits alone: {right}{times}",
        "“{text}”中混有形近的字符，应为“{right}”{times}",
    ),
    since="0.1.0",
    finds=Words(
        "A year whose zero is a circle (○), a letter or an Arabic 0 among Chinese digits, and letters"
        " O and l in Arabic dates.",
        "汉字年份里的零写成圆圈“○”、字母或阿拉伯数字 0，或阿拉伯数字日期里混入字母 O、l。",
    ),
    why=Words(
        "Nobody sees the difference, but who searches for the year doesn't find it, and programs"
        " don't read the date.",
        "肉眼不易看出，但按年份检索不到，程序也读不出日期。",
    ),
    mend=Words(
        "Write 〇 among Chinese digits, 0 among Arabic ones.", "汉字数字用“〇”，阿拉伯数字用“0”。"
    ),
    check=check,
)
