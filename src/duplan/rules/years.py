"""The years that a file prints: 2020年, 二〇二〇年, 109年, 2019—2020学年, 〔2020〕."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from duplan.numerals import read_digits
from duplan.rules.subject import Subject, once

ROC_OFFSET = 1911  # 民国1年 is 1912
Form = Literal["digits", "han", "roc"]

_HAN = "零〇○OＯ一二三四五六七八九"
_BEFORE = re.compile(
    r"(?:(?P<first>(?<!\d)\d{4}) ?年? ?(?:[—－–\-~～至到/]|——) ?)?"
    rf"(?:(?P<digits>(?<!\d)[12]\d{{3}})|(?P<short>(?<=[—－–\-~～至到/])\d\d)|(?P<roc>(?<![\d.第])1\d\d)"
    rf"|(?P<han>(?<![{_HAN}])二[零〇○OＯ][{_HAN}]{{2}}))"
    r" ?(?P<school>[学學](?:[(（][a-zà-ǜ]{1,6}[)）])?)?$"
)
_ENDS = frozenset(f"{_HAN} 学學)）")  # what stands before 年 where no Arabic figure does
_RANGE_ENDS = frozenset(" 年—－–-~～至到/")  # what stands before the last year of a range
_DIGITS = 4  # of a year
_LOOK_BACK = 24  # characters before 年 that a range of school years with notes may take


class Year(NamedTuple):
    """A year in ``Subject.text``: ``[start, end)`` are its digits, 年 follows.

    ``first`` is the first year of a range (2018 in 2018—2020年); ``school`` whether 学年 follows.
    ``after`` is the index behind 年.
    """

    value: int
    start: int
    end: int
    after: int
    form: Form
    first: int | None = None
    school: bool = False


def find_years(text: str) -> Iterator[Year]:
    """The years of a text, in order; one look back from each 年."""
    at = text.find("年")
    while at >= 0:
        year = _year_before(text, at)
        if year is not None:
            yield year
        at = text.find("年", at + 1)


def _year_before(text: str, at: int) -> Year | None:
    """The year whose 年 stands at ``at``; the forms that most are, and most that are none, first."""
    before = text[at - 1 : at]
    if before.isdecimal():
        if not text[max(at - 2, 0) : at - 1].isdecimal():
            return None
        digits = text[max(at - 4, 0) : at]
        if digits[0] in "12" and len(digits) == _DIGITS and digits.isdecimal():
            outside = text[at - 5 : at - 4]
            if not (outside.isdecimal() or outside in _RANGE_ENDS):
                return Year(int(digits), at - 4, at, at + 1, "digits")
    elif before not in _ENDS or (before in _HAN and text[at - 4 : at - 3] != "二"):
        return None
    begin = max(at - _LOOK_BACK, 0)
    begin = max(begin, text.rfind("\n", begin, at) + 1)
    match = _BEFORE.search(text[begin:at])
    return _year(match, begin, at + 1) if match else None


def _year(match: re.Match[str], base: int, after: int) -> Year | None:
    first = int(match["first"]) if match["first"] else None
    school = match["school"] is not None
    form: Form = "han" if match["han"] else "roc" if match["roc"] else "digits"
    group = "short" if match["short"] else form
    value = read_digits(match[group])
    if value is None or (group == "short" and first is None):
        return None
    if group == "short":
        value += (first or 0) // 100 * 100
    if form == "roc":
        value += ROC_OFFSET
    return Year(
        value, base + match.start(group), base + match.end(group), after, form, first, school
    )


@once
def years_of(subject: Subject) -> list[Year]:
    """The years printed in ``Subject.text``, in order."""
    return list(find_years(subject.text))


def write_year(value: int, form: Form) -> str:
    """A year as it is printed in a form: 2020, 二〇二〇, 109."""
    if form == "roc":
        return str(value - ROC_OFFSET)
    if form == "han":
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(value))
    return str(value)
