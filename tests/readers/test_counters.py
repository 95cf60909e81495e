"""Counters of automatic numbering, value by value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan.readers.counters import FORMATS, MAX_NUMBER, format_like, format_number


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("decimal", {1: "1", 100: "100"}),
        ("decimalZero", {1: "01", 10: "10", 100: "100"}),
        ("upperRoman", {1: "I", 4: "IV", 1994: "MCMXCIV"}),
        ("lowerRoman", {9: "ix", 40: "xl"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA", 781: "A"}),
        ("lowerLetter", {2: "b", 28: "bb"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 112: "112th", 21: "21st"}),
        ("cardinalText", {1: "One", 20: "Twenty", 21: "Twenty-one", 119: "One hundred nineteen"}),
        ("ordinalText", {1: "First", 12: "Twelfth", 30: "Thirtieth", 1022: "One thousand twenty-second"}),
        ("chineseCounting", {1: "一", 10: "十", 19: "十九", 20: "二十", 99: "九十九"}),
        ("chineseCounting", {100: "一○○", 110: "一一○"}),
        ("chineseCountingThousand", {10: "十", 11: "十一", 21: "二十一", 100: "一百"}),
        ("chineseCountingThousand", {101: "一百〇一", 110: "一百一十", 1001: "一千〇一"}),
        ("chineseCountingThousand", {1010: "一千〇一十", 10000: "一万", 20500: "二万〇五百"}),
        ("taiwaneseCounting", {10: "十", 21: "二十一", 101: "一○一"}),
        ("taiwaneseCountingThousand", {12: "十二", 101: "一百零一", 10000: "一萬"}),
        ("taiwaneseDigital", {10: "一○", 21: "二一"}),
        ("ideographDigital", {1: "一", 10: "一〇", 101: "一〇一"}),
        ("japaneseCounting", {10: "十", 11: "十一", 101: "百一", 110: "百十", 222: "二百二十二"}),
        ("japaneseDigitalTenThousand", {10: "一〇"}),
        ("japaneseLegal", {1: "壱", 10: "壱拾", 101: "壱百壱"}),
        ("chineseLegalSimplified", {1: "壹", 2: "贰", 10: "壹拾", 101: "壹佰零壹"}),
        ("ideographLegalTraditional", {2: "貳", 3: "參", 10: "壹拾", 110: "壹佰壹拾"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 11: "甲戌", 60: "癸亥", 61: "61"}),
        ("ideographEnclosedCircle", {1: "㈠", 10: "㈩", 11: "11"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {1: "①", 10: "⑩", 11: "11"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛", 21: "21"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇", 21: "21"}),
        ("decimalFullWidth", {10: "１０"}),
        ("decimalFullWidth2", {21: "２１"}),
        ("decimalHalfWidth", {10: "10"}),
        ("numberInDash", {3: "- 3 -"}),
        ("hex", {255: "FF"}),
        ("aiueo", {1: "ｱ", 46: "ﾝ", 47: "ｱ"}),
        ("aiueoFullWidth", {1: "ア", 46: "ン"}),
        ("iroha", {1: "ｲ"}),
        ("irohaFullWidth", {1: "イ", 48: "ン"}),
        ("none", {1: ""}),
        ("bullet", {1: ""}),
        ("noSuchFormat", {7: "7"}),
    ],
)  # fmt: skip
def test_values(number_format: str, expected: dict[int, str]) -> None:
    assert {number: format_number(number, number_format) for number in expected} == expected


@given(st.sampled_from(sorted(FORMATS)), st.integers())
def test_every_number_in_every_format_is_a_short_text(number_format: str, number: int) -> None:
    text = format_number(number, number_format)
    assert len(text) <= max(40, len(str(number)))
    if not 0 <= number <= MAX_NUMBER:
        assert text == str(number)


SPOKEN = (
    "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "ideographDigital",
    "ideographLegalTraditional", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand", "taiwaneseDigital", "upperRoman",
)  # fmt: skip


@pytest.mark.parametrize("number_format", SPOKEN)
def test_different_numbers_have_different_labels(number_format: str) -> None:
    assert len({format_number(number, number_format) for number in range(1, 10_000)}) == 9_999


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ("1", {0: "0", 7: "7", 32768: "32768"}),
        ("a", {1: "a", 26: "z", 27: "aa", 28: "ab", 703: "aaa"}),
        ("A", {27: "AA", 52: "AZ"}),
        ("i", {4: "iv"}),
        ("I", {9: "IX"}),
        ("1st", {3: "3rd"}),
        ("0001, 0002, 0003, ...", {1: "0001", 12345: "12345"}),
        ("１, ２, ３, ...", {10: "１０"}),
        ("①, ②, ③, ...", {20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
        ("一, 二, 三, ...", {10: "十", 19: "十九", 20: "二十", 100: "一百", 110: "一百一十"}),
        ("一, 二, 三, ...", {101: "一百零一", 1010: "一千零一十", 10001: "一万零一"}),
        ("壹, 贰, 叁, ...", {10: "壹拾", 21: "贰拾壹"}),
        ("壹, 貳, 參, ...", {3: "參", 10000: "壹萬"}),
        ("甲, 乙, 丙, ...", {10: "癸", 11: "11"}),
        ("子, 丑, 寅, ...", {12: "亥", 13: "13"}),
        ("", {5: ""}),
        ("no such sample", {5: "5"}),
    ],
)
def test_samples_as_libreoffice_writes_them(sample: str, expected: dict[int, str]) -> None:
    assert {number: format_like(number, sample) for number in expected} == expected


def test_letters_in_step() -> None:
    assert [format_like(number, "a", repeats=True) for number in (26, 27, 28, 53)] == [
        "z", "aa", "bb", "aaa",
    ]  # fmt: skip


@given(st.integers(-10, 10**9), st.text(max_size=12), st.booleans())
def test_any_sample_gives_a_short_text(number: int, sample: str, repeats: bool) -> None:
    assert len(format_like(number, sample, repeats=repeats)) <= 64
