"""Numbers as Chinese documents write them: 十二, 廿三, 二〇二〇, １２, ①, ㈠, ⒈, Ⅳ, 贰, 乙, B."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import numeric

DIGITS = "零一二三四五六七八九"
STEMS = "甲乙丙丁戊己庚辛壬癸"
LARGEST = 9999
_LONGEST = 9  # characters of the longest number read

_ZEROES = frozenset("零〇○OoΟ")
_VALUES = {digit: value for value, digit in enumerate(DIGITS)} | dict.fromkeys(_ZEROES, 0)
_PLAIN = {
    **dict(
        zip(
            map(ord, "壹贰貳弍叁參叄参肆伍陆陸柒捌玖拾佰仟两兩"),
            "一二二二三三三三四五六六七八九十百千二二",
            strict=True,
        )
    ),
    ord("廿"): "二十",
    ord("卅"): "三十",
}
_CARDINAL = re.compile(r"(?:(.)千)?零?(?:(.)百)?零?(?:(.?)十)?零?(.)?")
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})", re.I)
_ROMAN_DIGITS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ONES = {"": 0, "iv": 4, "v": 5, "ix": 9}
# Roman ① ⑴ ⒈ ⓵ ❶ ➀ ㈠ ㉑ ㊀ ㊱: characters whose numeric value is what they show.
_SHOWN = re.compile(
    "[\u2160-\u217f\u2460-\u249b\u24f5-\u24ff\u2776-\u2793"
    "\u3220-\u3229\u3251-\u325f\u3280-\u3289\u32b1-\u32bf]"
)


def read_number(text: str) -> int | None:
    """The number that ``text`` writes, as a label or a count does; None where it is no number.

    A single letter counts from a (B is 2), but I, V and X are Roman. Chinese digits without 十 are
    read one by one only where they hold a zero (一〇五); ``read_digits`` reads every such run.
    """
    if not text or len(text) > _LONGEST:
        return None
    return _read(text)


@lru_cache(maxsize=512)
def _read(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    if len(text) == 1:
        if _SHOWN.match(text):
            return int(numeric(text))
        if text in STEMS:
            return STEMS.index(text) + 1
    if text.isascii():
        return _read_latin(text)
    plain = text.translate(_PLAIN)
    value = _read_cardinal(plain)
    return read_digits(plain) if value is None and not _ZEROES.isdisjoint(plain) else value


def _read_latin(text: str) -> int | None:
    roman = _ROMAN.fullmatch(text)
    if roman and (text.islower() or text.isupper()):
        ones = roman[2].lower()
        return 10 * len(roman[1]) + _ONES.get(ones, ones.count("i") + 5 * ones.startswith("v"))
    if len(text) == 1 and text.isalpha():
        return ord(text.lower()) - ord("a") + 1
    return None


def _read_cardinal(plain: str) -> int | None:
    """Reads what ``write_chinese`` writes, and 一十 for a leading 十."""
    match = _CARDINAL.fullmatch(plain)
    if not match:
        return None
    thousands, hundreds, tens, ones = match.groups()
    if tens == "":
        tens = "一"
    value = 0
    for digit in (thousands, hundreds, tens, ones):
        if digit is not None and digit not in DIGITS:
            return None
        value = 10 * value + (DIGITS.index(digit) if digit else 0)
    return (
        value
        if write_chinese(value) == plain.removeprefix("一" * plain.startswith("一十"))
        else None
    )


def read_digits(text: str) -> int | None:
    """A number written digit by digit, as years are: 二〇二〇, 二○二○, 二OO九, 二00九."""
    value = 0
    for char in text[: _LONGEST + 1]:
        digit = int(char) if char.isdecimal() else _VALUES.get(char)
        if digit is None:
            return None
        value = 10 * value + digit
    return value if 0 < len(text) <= _LONGEST else None


def write_chinese(number: int) -> str:
    """十二 for 12. Raises ValueError outside 0 to 9999."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} is not between 0 and {LARGEST}")
    if number < 10:
        return DIGITS[number]
    out, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            one_ten = unit == 10 and digit == 1 and not out
            out += ("零" if gap and out else "") + ("" if one_ten else DIGITS[digit]) + name
        gap = not digit
    return out


def write_roman(number: int) -> str:
    """XII for 12; nothing below 1."""
    written = []
    for value, letters in _ROMAN_DIGITS:
        times, number = divmod(max(number, 0), value)
        written.append(letters * times)
    return "".join(written)
