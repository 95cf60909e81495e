"""Numbers as automatic numbering writes them: Word's, LibreOffice's, those of lists in pages.

Word's formats are named (ECMA-376 Part 1, 17.18.59). Where the standard is silent or Word departs
from it, Word is followed: [MS-OI29500] 2.1.540 and what Word 16 shows. OpenDocument's say how they
count by a sample (OpenDocument 1.3 Part 3, 19.506); they are written as LibreOffice writes them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from string import ascii_lowercase, ascii_uppercase

from duplan.numerals import write_roman

MAX_NUMBER = 32_767  # Word's counters end here; beyond, every format is decimal


def format_number(number: int, number_format: str) -> str:
    """The text of a counter in a ``w:numFmt``; decimal for formats and numbers beyond the tables.

    >>> format_number(21, "chineseCountingThousand")
    '二十一'
    """
    write = FORMATS.get(number_format)
    if write is None or not 0 <= number <= MAX_NUMBER:
        return str(number)
    return write(number)


def format_like(number: int, sample: str, *, repeats: bool = False) -> str:
    """The text of a counter in a ``style:num-format``; decimal for samples beyond the table.

    ``repeats`` is ``style:num-letter-sync``: aa, bb after z instead of aa, ab.

    >>> format_like(21, "一, 二, 三, ...")
    '二十一'
    """
    if not sample:
        return ""
    write = (LETTERS if repeats else {}).get(sample) or SAMPLES.get(sample)
    if write is None or not 0 < number <= MAX_NUMBER:
        return str(number)
    return write(number)


def _digits(numerals: str) -> Callable[[int], str]:
    table = str.maketrans("0123456789", numerals)
    return lambda number: str(number).translate(table)


def _from_set(members: str, width: int = 1) -> Callable[[int], str]:
    """Members in turn, ``width`` characters each; decimal after the last."""
    count = len(members) // width

    def write(number: int) -> str:
        at = (number - 1) * width
        return members[at : at + width] if 1 <= number <= count else str(number)

    return write


def _in_turn(members: str) -> Callable[[int], str]:
    """Members in turn, from the first again after the last."""
    return lambda number: members[(number - 1) % len(members)] if number else "0"


def _run(first: int, count: int) -> str:
    return "".join(map(chr, range(first, first + count)))


def _letters(first: str) -> Callable[[int], str]:
    """a to z, then aa, bb, cc; from a again after thirty of a letter."""

    def write(number: int) -> str:
        repeats, letter = divmod((number - 1) % 780, 26)
        return chr(ord(first) + letter) * (repeats + 1) if number else "0"

    return write


def in_letters(letters: str, number: int) -> str:
    """a to z, then aa, ab, ac; nothing below 1.

    >>> in_letters("abc", 4)
    'aa'
    """
    written = ""
    while number > 0:
        number, at = divmod(number - 1, len(letters))
        written = letters[at] + written
    return written


def _spoken(
    numerals: str, units: str, zero: str, *, ten_alone: bool = False, one_alone: bool = False
) -> Callable[[int], str]:
    """Digits with units (十, 百, 千, 万), ``zero`` once for every gap inside the number.

    ``ten_alone``: 10 to 19 begin with the unit (十二). ``one_alone``: 一 is never written before
    十, 百 and 千 (百一).
    """

    def below_myriad(number: int) -> str:
        written, gap = "", False
        for power, unit in zip((1000, 100, 10, 1), (units[2], units[1], units[0], ""), strict=True):
            digit = number // power % 10
            if digit:
                bare = digit == 1 and unit and one_alone
                gap_mark = zero if gap and written else ""
                written += gap_mark + ("" if bare else numerals[digit]) + unit
            gap = not digit
        return written

    def write(number: int) -> str:
        if not number:
            return numerals[0]
        if ten_alone and 10 <= number < 20:
            return units[0] + (numerals[number - 10] if number > 10 else "")
        high, low = divmod(number, 10_000)
        if not high:
            return below_myriad(low)
        gap_mark = zero if 0 < low < 1000 else ""
        return below_myriad(high) + units[3] + gap_mark + below_myriad(low)

    return write


def _counting(numerals: str) -> Callable[[int], str]:
    """Spoken below a hundred, bare digits from there on (一○○)."""
    spoken = _spoken(numerals, "十百千万", "", ten_alone=True)
    digits = _digits(numerals)
    return lambda number: spoken(number) if number < 100 else digits(number)


def _ordinal(number: int) -> str:
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def _english(number: int) -> str:
    """English words, one hundred twenty-one: what Word writes for Chinese text too."""
    words = []
    for value, unit in ((1000, "thousand"), (100, "hundred")):
        count, number = divmod(number, value)
        words += [_english(count), unit] if count else []
    if number >= 20:
        tens, ones = divmod(number, 10)
        words.append(_TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else ""))
    elif number or not words:
        words.append(_SMALL[number])
    return " ".join(words)


def _english_ordinal(number: int) -> str:
    words = _english(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return words[:cut] + _ORDINALS.get(last, regular)


_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_SEXAGENARY = "".join(_STEMS[i % 10] + _BRANCHES[i % 12] for i in range(60))
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
    "ウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
)
_AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_HALF_KANA = str.maketrans(_AIUEO, _run(0xFF71, 44) + "\uff66\uff9d")
_WIDE = _digits("０１２３４５６７８９")

FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02d}".format,
    "decimalFullWidth": _WIDE,
    "decimalFullWidth2": _WIDE,
    "decimalEnclosedCircle": _from_set(_run(0x2460, 20)),
    "decimalEnclosedCircleChinese": _from_set(_run(0x2460, 10)),
    "decimalEnclosedParen": _from_set(_run(0x2474, 20)),
    "decimalEnclosedFullstop": _from_set(_run(0x2488, 20)),
    "numberInDash": "- {} -".format,
    "hex": "{:X}".format,
    "ordinal": _ordinal,
    "cardinalText": lambda number: _english(number).capitalize(),
    "ordinalText": lambda number: _english_ordinal(number).capitalize(),
    "upperRoman": lambda number: write_roman(number) or "0",
    "lowerRoman": lambda number: write_roman(number).lower() or "0",
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "none": lambda _number: "",
    "bullet": lambda _number: "",
    "chineseCounting": _counting("○一二三四五六七八九"),
    "chineseCountingThousand": _spoken("〇一二三四五六七八九", "十百千万", "〇", ten_alone=True),
    "chineseLegalSimplified": _spoken("零壹贰叁肆伍陆柒捌玖", "拾佰仟万", "零"),
    "taiwaneseCounting": _counting("○一二三四五六七八九"),
    "taiwaneseCountingThousand": _spoken("○一二三四五六七八九", "十百千萬", "零", ten_alone=True),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "ideographTraditional": _from_set(_STEMS),
    "ideographZodiac": _from_set(_BRANCHES),
    "ideographZodiacTraditional": _from_set(_SEXAGENARY, width=2),
    "ideographLegalTraditional": _spoken("零壹貳參肆伍陸柒捌玖", "拾佰仟萬", "零"),
    # The standard encloses in circles, Word in parentheses: [MS-OI29500] 2.1.540 a.
    "ideographEnclosedCircle": _from_set(_run(0x3220, 10)),
    "japaneseCounting": _spoken("〇一二三四五六七八九", "十百千万", "", one_alone=True),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "japaneseLegal": _spoken("零壱弐参四伍六七八九", "拾百阡萬", ""),
    "aiueo": _in_turn(_AIUEO.translate(_HALF_KANA)),
    "aiueoFullWidth": _in_turn(_AIUEO),
    "iroha": _in_turn(_IROHA.translate(_HALF_KANA)),
    "irohaFullWidth": _in_turn(_IROHA),
}

LETTERS = {"a": FORMATS["lowerLetter"], "A": FORMATS["upperLetter"]}
SAMPLES: dict[str, Callable[[int], str]] = {
    "i": FORMATS["lowerRoman"],
    "I": FORMATS["upperRoman"],
    "a": partial(in_letters, ascii_lowercase),
    "A": partial(in_letters, ascii_uppercase),
    "1st": _ordinal,
    "01, 02, 03, ...": "{:02d}".format,
    "001, 002, 003, ...": "{:03d}".format,
    "0001, 0002, 0003, ...": "{:04d}".format,
    "00001, 00002, 00003, ...": "{:05d}".format,
    "１, ２, ３, ...": _WIDE,
    "①, ②, ③, ...": _from_set(_run(0x2460, 20) + _run(0x3251, 15) + _run(0x32B1, 15)),
    "一, 二, 三, ...": _spoken("〇一二三四五六七八九", "十百千万", "零", ten_alone=True),
    "壹, 贰, 叁, ...": FORMATS["chineseLegalSimplified"],
    "壹, 貳, 參, ...": FORMATS["ideographLegalTraditional"],
    "甲, 乙, 丙, ...": FORMATS["ideographTraditional"],
    "子, 丑, 寅, ...": FORMATS["ideographZodiac"],
    "ア, イ, ウ, ...": FORMATS["aiueoFullWidth"],
    "ｱ, ｲ, ｳ, ...": FORMATS["aiueo"],
    "イ, ロ, ハ, ...": FORMATS["irohaFullWidth"],
    "ｲ, ﾛ, ﾊ, ...": FORMATS["iroha"],
}
