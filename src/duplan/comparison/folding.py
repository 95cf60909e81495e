"""A wording made ready to be compared: what may differ without a difference is taken out.

Years move on, every office has a name of its own, script and width of characters mean nothing, and
numbers, times, how often and whose work it is are compared by themselves: each is read, and a gap
stands for it in what is compared as words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from duplan.comparison.wording import AFTER, BEFORE, LIGHT, MEASURES, OFFICES, PLACES, ROLES, STAGES
from duplan.dates import find_periods
from duplan.dates.period import Period
from duplan.numerals import read_digits, read_number
from duplan.segmentation import TERMS, words
from duplan.text.script import to_simplified, traditional_only

_ANY_YEAR = 2001  # in which all times are read, so that only their days differ
GAP = "\x1f"  # stands for what is compared by itself; no word contains it

_FORMS = {0xFF01 + at: chr(0x21 + at) for at in range(0x5E)} | {
    ord(char): plain
    for plain, chars in {"-": "—–－−～~", "“": "「『", "”": "」』", "，": ",", "：": ":"}.items()
    for char in chars
}
_VERBS = sorted({word for word in (*LIGHT, *STAGES, *ROLES) if len(word) > 1})
_YEAR = re.compile(
    r"(?<![\d.])(?:19|20)\d\d(?:\s?年?\s?[-/至]{1,2}\s?(?:19|20)?\d\d)?\s?(?:学年度?|年度?|(?!\d|[.%％]|[个所名人次项万元]))"
    r"|二[〇○零一][〇○零一二三四五六七八九]{2}年度?"
    r"|(?<!\d)1\d\d学年度?"
    r"|十[一二三四五六七八九]五(?!年)"
    r"|[今本当明去上下]年度?(?!级)|[本上下]学年"
)
_CALENDAR = re.compile(r"[月旬日号]|季度|半年|年度?[初底中末内]|岁末|每|逐|按")
_FREQUENCY = re.compile(
    r"(?:每|逐|按)一?个?(?:日|天|周|星期|月|季度|学期|半年|年|半月|旬)(?![边期度])|半年一次"
)
# How something is done, before the verb at the beginning of a clause: 按计划开展.
_MANNER = re.compile(rf"(?:^|(?<=[，；。,;:：]))按照?[\u4e00-\u9fff]{{2,4}}?(?={'|'.join(_VERBS)})")
_UNIT = re.compile(
    rf"(?:^|(?<=[，；。,;:：]))由?(?P<unit>[\u4e00-\u9fff、]{{2,14}}?)(?:{'|'.join(ROLES)})"
)
# A numeral that begins a term of the field is part of it: 五项管理.
_NUMBER = re.compile(
    rf"(?P<before>{'|'.join(BEFORE)})?(?!{'|'.join(TERMS)})(?:"
    r"(?P<th>第)?(?P<figure>\d+(?:[.,]\d+)*)\s?"
    rf"(?P<unit>[%％‰]|个百分点|百分点|(?!{'|'.join(AFTER)})[十百千万亿]?[\u4e00-\u9fff])?"
    rf"|(?P<nth>第)?(?P<han>[一二三四五六七八九十百千两]{{1,7}})(?P<measure>{'|'.join(MEASURES)}))"
    rf"(?P<after>{'|'.join(AFTER)})?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts: 3次, 第四届 (``nth``), 98.5%; ``raw`` as the wording has it.

    ``bound`` is least, most, over, under or about; ``bounded`` is ``raw`` with it: 不少于3次, 3次左右.
    """

    value: str
    measure: str
    raw: str
    nth: bool = False
    bound: str = ""
    bounded: str = ""

    @property
    def key(self) -> tuple[str, str, bool]:
        """What two quantities have in common that say the same."""
        return self.value, self.measure, self.nth


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """A time named in the wording, and its months without their years; ``key`` is the same for times
    of the same days."""

    raw: str
    months: tuple[int, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is as long as the wording; gaps stand in it for what the other fields hold."""

    text: str
    years: tuple[str, ...] = ()
    times: tuple[Time, ...] = ()
    often: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    units: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Simplified script and half-width forms, character for character."""
    even = text.translate(_FORMS)
    return even if traditional_only().isdisjoint(even) else to_simplified(even)


@lru_cache(maxsize=8192)
def fold(wording: str, names: tuple[str, ...] = ()) -> Folded:
    """The wording taken apart; ``names`` are the plan's own, each with what ends the name of a place."""
    text = plain(wording)
    if names:
        text, _ = _take(_named(names), text)
    text, years = _take(_YEAR, text)
    text, often = _take(_FREQUENCY, text)
    text, times = _take_times(text)
    text, _ = _take(_MANNER, text)
    units = [
        (match["unit"], match.start(), match.end())
        for match in _UNIT.finditer(text)
        if not LIGHT.issuperset(words(match["unit"]))  # 扎实承办 tells how, and not who
    ]
    text = _blank(text, [(start, end) for _, start, end in units])
    text, quantities = _take_quantities(text)
    return Folded(
        text,
        years,
        times,
        tuple(map(_often, often)),
        quantities,
        tuple(unit for unit, _, _ in units),
    )


@lru_cache(maxsize=8)
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(longest)})(?:{'|'.join((*PLACES, *OFFICES))})?")


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, tuple[str, ...]]:
    found = [match.span() for match in pattern.finditer(text)]
    return _blank(text, found), tuple(text[start:end] for start, end in found)


def _blank(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The text with gaps in these places, which are in order."""
    kept, at = [], 0
    for start, end in places:
        kept += [text[at:start], GAP * (end - start)]
        at = end
    return "".join([*kept, text[at:]])


def _often(raw: str) -> str:
    """按月 and 逐月 are 每月."""
    unit = re.sub(r"^[每逐按]一?个?", "", raw)
    return "每" + {"天": "日", "星期": "周", "半年一次": "半年"}.get(unit, unit)


def _take_times(text: str) -> tuple[str, tuple[Time, ...]]:
    times: list[Time] = []
    places: list[tuple[int, int]] = []
    for start, end, period in find_periods(text, _ANY_YEAR):
        if _CALENDAR.search(period.raw) and period.precision != "recurring":
            key = ",".join(map(_days, period.each or [period]))
            times.append(Time(text[start:end], tuple(period.month_numbers), key))
            places.append((start, end))
    return _blank(text, places), tuple(times)


def _days(period: Period) -> str:
    """The first and the last day, 09-01/09-30; /09-30 is a deadline."""
    if not (period.start or period.end):
        return f"{period.precision}{period.part}{period.month_numbers}"
    return "/".join(f"{day:%m-%d}" if day else "" for day in (period.start, period.end))


def _take_quantities(text: str) -> tuple[str, tuple[Quantity, ...]]:
    quantities: list[Quantity] = []
    places: list[tuple[int, int]] = []
    for match in _NUMBER.finditer(text):
        if match["figure"]:
            value = match["figure"].replace(",", "")
            nth = bool(match["th"])
            measure = match["unit"] or ""
        else:
            digits = read_number(match["han"]) or read_digits(match["han"])
            if digits is None:
                continue
            value, nth, measure = str(digits), bool(match["nth"]), match["measure"]
        bound = BEFORE.get(match["before"] or "") or AFTER.get(match["after"] or "", "")
        raw = match[0].removeprefix(match["before"] or "").removesuffix(match["after"] or "")
        quantities.append(Quantity(value, measure, raw, nth, bound, match[0]))
        places.append(match.span())
    return _blank(text, places), tuple(quantities)
