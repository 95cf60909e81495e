"""Numbers as cells show them: the number formats of Excel (ECMA-376 Part 1, 18.8.30 and 18.8.31)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from functools import lru_cache
from typing import NamedTuple

from duplan.readers.sheet import datecode

GENERAL = "General"

# What Excel and WPS in Chinese show for the formats that a file names by number only.
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m/d/yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: "#,##0;-#,##0;-;@", 42: "¥#,##0;¥-#,##0;¥-;@",
    43: "#,##0.00;-#,##0.00;-;@", 44: "¥#,##0.00;¥-#,##0.00;¥-;@",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip

LONGEST = 255  # characters of a format; Excel writes none that is longer
_LARGEST = 1e15  # numbers from here on are shown as General shows them, whatever their format
_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"? | [\\!](?P<escaped>.) | _(?P<space>.) | \*(?P<fill>.)
    | \[(?P<bracket>[^\]]*)\] | (?P<general>G/通用格式|General)
    | (?P<noon>AM/PM|A/P|上午/下午) | (?P<exponent>E[+-])
    | (?P<date>y+|m+|d+|h+|s+|e+|g+|a{3,4}) | (?P<digit>[0\#?]) | (?P<mark>[.,%@;/])
    | (?P<other>.)
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,15})?)")
_CURRENCY = re.compile(r"\$([^-]*)(?:-([0-9A-Fa-f]{1,8}))?")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_NUMERAL = re.compile(r"dbnum([123])", re.IGNORECASE)
_LONG_DATE, _LONG_TIME = 0xF800, 0xF400
_LONG = {_LONG_DATE: 'yyyy"年"m"月"d"日"', _LONG_TIME: "h:mm:ss"}


class Section(NamedTuple):
    """One of up to four parts of a format. Tokens are (kind, text)."""

    tokens: tuple[tuple[str, str], ...]
    condition: tuple[str, float] | None
    locale: int  # of Windows, 0 where unstated
    numerals: int  # of DBNum, 0 where unstated
    is_date: bool


def shown_number(value: float, code: str, *, from_1904: bool = False) -> str:
    """A number as a cell of this format shows it; as General does where the format can't.

    Dates are days since 1900, or ``from_1904``.
    """
    section, signed = _section_for(value, code)
    if section is None or not tuple(section.tokens):
        return general(value) if section is None else ""
    if section.is_date:
        moment = datecode.moment(value, from_1904=from_1904)
        if moment is None:
            return general(value)
        return datecode.render(section.tokens, moment, section.locale, section.numerals).strip()
    text = _render(section.tokens, abs(value))
    if text is None:
        return general(value)
    sign = "-" if signed and value < 0 and any(ch in "123456789" for ch in text) else ""
    return sign + datecode.in_numerals(text.strip(), section.numerals)


def shown_text(text: str, code: str) -> str:
    """A text as a cell of this format shows it: @"周" puts 周 after it."""
    sections = _sections(code)
    last = sections[-1] if sections else None
    if last is None or (len(sections) < 4 and ("mark", "@") not in last.tokens):
        return text
    if not last.tokens:
        return ""
    return "".join(text if token == ("mark", "@") else _literal(*token) for token in last.tokens)


def general(value: float) -> str:
    """A number of at most eleven characters, as cells without a format show it."""
    size = abs(value)
    if size != size or size == float("inf"):
        return "#NUM!"
    if size and (size >= 1e11 or size < 1e-9):
        digits, _, power = f"{value:.5E}".partition("E")
        return f"{_short(digits)}E{power}"
    whole = len(str(int(size)))
    return _short(f"{value:.{max(0, 10 - whole)}f}")


def _short(digits: str) -> str:
    short = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if short == "-0" else short


@lru_cache(maxsize=4_096)
def _sections(code: str) -> tuple[Section, ...]:
    if len(code) > LONGEST or code == GENERAL or not code:
        return ()
    groups: list[list[tuple[str, str]]] = [[]]
    for found in _TOKEN.finditer(code):
        kind = str(found.lastgroup)
        token = (kind, found[kind])
        if token == ("mark", ";"):
            groups.append([])
        else:
            groups[-1].append(token)
    return tuple(_section(group) for group in groups[:4])


def _section(group: list[tuple[str, str]]) -> Section:
    tokens: list[tuple[str, str]] = []
    condition, locale, numerals = None, 0, 0
    for kind, text in group:
        if kind != "bracket":
            tokens.append((kind, text.lower() if kind in ("date", "noon") else text))
        elif _ELAPSED.fullmatch(text):
            tokens.append(("elapsed", text.lower()))
        elif found := _CONDITION.fullmatch(text):
            condition = found[1], float(found[2])
        elif found := _NUMERAL.fullmatch(text):
            numerals = int(found[1])
        elif found := _CURRENCY.fullmatch(text):
            locale = int(found[2] or "0", 16) & 0xFFFF or locale
            if found[1]:
                tokens.append(("quoted", found[1]))
    if locale in _LONG:
        tokens = [token for section in _sections(_LONG[locale]) for token in section.tokens]
    is_date = any(kind in ("date", "noon", "elapsed") for kind, _ in tokens)
    return Section(tuple(tokens), condition, locale, numerals, is_date)


def _section_for(value: float, code: str) -> tuple[Section | None, bool]:
    """The part of a format that shows a number, and whether it leaves the sign to the program."""
    sections = _sections(code)
    if not sections or not abs(value) < float("inf"):
        return None, True
    numeric = sections[:3]
    if any(section.condition for section in numeric):
        for section in numeric:
            if section.condition is None or _meets(value, *section.condition):
                return section, True
        return None, True
    if value < 0 and len(numeric) > 1:
        return numeric[1], False
    return (numeric[2], True) if value == 0 and len(numeric) > 2 else (numeric[0], True)


def _meets(value: float, sign: str, bound: float) -> bool:
    return {
        "<": value < bound,
        ">": value > bound,
        "=": value == bound,
        "<=": value <= bound,
        ">=": value >= bound,
        "<>": value != bound,
    }[sign]


def _literal(kind: str, text: str) -> str:
    if kind == "space":
        return " "
    return "" if kind in ("fill", "bracket") else text


def _render(tokens: tuple[tuple[str, str], ...], size: float) -> str | None:
    """A number without its sign; None where the format is beyond this reader (fractions)."""
    kinds = [kind for kind, _ in tokens]
    if "digit" not in kinds:
        plain = general(size)
        shows = {("general", text): plain for kind, text in tokens if kind == "general"}
        shows[("mark", "@")] = plain
        return "".join(shows.get(token) or _literal(*token) for token in tokens)
    marks = [text for kind, text in tokens if kind == "mark"]
    if "/" in marks or size >= _LARGEST:
        return None
    decimals = sum(kind == "digit" for kind, _ in _after_point(tokens))
    size *= 100 ** marks.count("%")
    if "exponent" in kinds:
        at = kinds.index("exponent")
        decimals = sum(kind == "digit" for kind, _ in _after_point(tokens[:at]))
        return f"{size:.{decimals}E}"
    point = next((k for k, token in enumerate(tokens) if token == ("mark", ".")), len(tokens))
    places = [k for k, kind in enumerate(kinds[:point]) if kind == "digit"]
    commas = [k for k, token in enumerate(tokens[:point]) if token == ("mark", ",")]
    last = places[-1] if places else -1
    size /= 1000 ** sum(k > last for k in commas)
    whole, fraction = _rounded(size, decimals)
    grouped = any(places and places[0] < k < last for k in commas)
    written = _whole(tokens, places, whole, grouped)
    return "".join(
        written.get(k, "") if k in written else part
        for k, part in enumerate(_with_fraction(tokens, point, fraction))
    )


def _after_point(tokens: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tokens[tokens.index(("mark", ".")) + 1 :] if ("mark", ".") in tokens else ()


def _rounded(size: float, decimals: int) -> tuple[str, str]:
    with localcontext() as context:
        context.prec = 60
        try:
            exact = Decimal(repr(size)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        except InvalidOperation:
            exact = Decimal(0)
    whole, _, fraction = f"{exact:f}".partition(".")
    return whole.lstrip("0"), fraction


def _whole(
    tokens: tuple[tuple[str, str], ...], places: list[int], whole: str, grouped: bool
) -> dict[int, str]:
    """What each place before the point shows, the first all digits that the others leave."""
    written: dict[int, str] = {}
    left, seen = whole, 0
    for at in reversed(places):
        first = at == places[0]
        taken = left if first else left[-1:]
        left = "" if first else left[:-1]
        taken = taken or {"0": "0", "?": " "}.get(tokens[at][1], "")
        text = ""
        for digit in reversed(taken):
            if grouped and seen and seen % 3 == 0:
                text = "," + text
            text, seen = digit + text, seen + 1
        written[at] = text
    return written


def _with_fraction(tokens: tuple[tuple[str, str], ...], point: int, fraction: str) -> list[str]:
    """Every token's text; places after the point show digits, the last zeros only where asked."""
    places = [k for k, (kind, _) in enumerate(tokens) if k > point and kind == "digit"]
    shown = len(fraction)
    while shown and fraction[shown - 1] == "0" and tokens[places[shown - 1]][1] != "0":
        shown -= 1
    parts = []
    for k, (kind, text) in enumerate(tokens):
        if kind == "digit":
            at = places.index(k) if k > point else len(fraction)
            parts.append(fraction[at] if at < shown else "")
        elif kind == "mark" and text == ",":
            parts.append("")
        else:
            parts.append(_literal(kind, text))
    return parts
