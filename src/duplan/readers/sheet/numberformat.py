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

MAX_TOKENS = 32  # of a section that shows digits; longer ones show numbers as General does
LONGEST = 255  # characters of a format; Excel writes none that is longer
_LARGEST = 1e15  # numbers from here on are shown as General shows them, whatever their format
_EMPTY_PLACE = {"0": "0", "?": " "}
_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"? | [\\!](?P<escaped>.) | _(?P<space>.) | \*(?P<fill>.)
    | \[(?P<bracket>[^\]]*)\] | (?P<general>G/通用格式|General)
    | (?P<noon>AM/PM|A/P|上午/下午) | (?P<exponent>E[+-](?=[0\#?]))
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


Tokens = tuple[tuple[str, str], ...]


class Section(NamedTuple):
    """One of up to four parts of a format. Tokens are (kind, text)."""

    tokens: Tokens
    condition: tuple[str, float] | None
    locale: int  # of Windows, 0 where unstated
    numerals: int  # of DBNum, 0 where unstated
    is_date: bool


@lru_cache(maxsize=4_096)
def shown_number(value: float, code: str, *, from_1904: bool = False) -> str:
    """A number as a cell of this format shows it; as General does where the format can't.

    Dates are days since 1900, or ``from_1904``.
    """
    section, signed = _section_for(value, code)
    if section is None or not section.tokens:
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
    if last.tokens.count(("mark", "@")) > 1:
        return text
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
    return "" if kind in ("fill", "digit") else text


class _Pattern(NamedTuple):
    """Where a section's digits go. Places are indices of its tokens."""

    literals: tuple[str, ...]  # what each token shows; "" for places
    whole: tuple[int, ...]  # the places before the point
    fraction: tuple[int, ...]  # those after it
    fewest: int  # digits after the point that are shown even where they are 0
    grouped: bool
    power: int  # of ten, by which the number is multiplied: 2 for each %, -3 for each comma
    scientific: bool


@lru_cache(maxsize=1_024)
def _pattern(tokens: Tokens) -> _Pattern | None:
    """How a section with digits shows numbers; None where that is beyond this reader."""
    if len(tokens) > MAX_TOKENS or ("mark", "/") in tokens:  # a fraction
        return None
    kinds = [kind for kind, _ in tokens]
    scientific = "exponent" in kinds
    end = kinds.index("exponent") if scientific else len(tokens)
    point = tokens.index(("mark", ".")) if ("mark", ".") in tokens else end
    whole = tuple(at for at in range(point) if kinds[at] == "digit")
    fraction = tuple(at for at in range(point, end) if kinds[at] == "digit")
    commas = [at for at in range(point) if tokens[at] == ("mark", ",")]
    first, last = (whole[0], whole[-1]) if whole else (0, -1)
    percents = sum(token == ("mark", "%") for token in tokens)
    return _Pattern(
        tuple("" if token == ("mark", ",") else _literal(*token) for token in tokens),
        whole,
        fraction,
        max((k for k, at in enumerate(fraction, 1) if tokens[at][1] == "0"), default=0),
        any(first < at < last for at in commas),
        2 * percents - 3 * sum(at > last for at in commas),
        scientific,
    )


def _render(tokens: Tokens, size: float) -> str | None:
    """A number without its sign; None where the format is beyond this reader."""
    if not any(kind == "digit" for kind, _ in tokens):
        plain = general(size)
        return "".join(
            plain if kind == "general" or text == "@" else _literal(kind, text)
            for kind, text in tokens
        )
    pattern = _pattern(tokens)
    if pattern is None or size >= _LARGEST:
        return None
    decimals = len(pattern.fraction)
    if pattern.scientific:
        return f"{size:.{decimals}E}"
    whole, fraction = _rounded(size, pattern.power, decimals)
    parts = list(pattern.literals)
    _write_whole(parts, tokens, pattern, whole)
    shown = max(len(fraction.rstrip("0")), pattern.fewest)
    for at, digit in zip(pattern.fraction, fraction, strict=True):
        parts[at] = digit if shown > 0 else ""
        shown -= 1
    return "".join(parts)


def _rounded(size: float, power: int, decimals: int) -> tuple[str, str]:
    """The digits before and after the point, "" before it for 0."""
    with localcontext() as context:
        context.prec = 90
        exact = Decimal(repr(size)).scaleb(power)
        try:
            exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        except InvalidOperation:
            exact = Decimal(0).quantize(Decimal(1).scaleb(-decimals))
    whole, _, fraction = f"{exact:f}".partition(".")
    return whole.lstrip("0"), fraction


def _write_whole(parts: list[str], tokens: Tokens, pattern: _Pattern, whole: str) -> None:
    """Fills the places before the point from the right, the first with all digits left."""
    left, seen = whole, 0
    for at in reversed(pattern.whole):
        first = at == pattern.whole[0]
        taken = (left if first else left[-1:]) or _EMPTY_PLACE.get(tokens[at][1], "")
        left = "" if first else left[:-1]
        text = ""
        for digit in reversed(taken):
            if pattern.grouped and seen and seen % 3 == 0:
                text = "," + text
            text, seen = digit + text, seen + 1
        parts[at] = text
