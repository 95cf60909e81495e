"""What is allowed for a value of a plan file, in both languages."""

from __future__ import annotations

from typing import NamedTuple


class Allowed(NamedTuple):
    """What a value has to be, to stand after "has to be" and 应为."""

    en: str
    zh: str


TEXT = Allowed("a text; put it in quotation marks", "文字，请加引号")
TEXT_NOT_NULL = Allowed('a text; "" where there is none', '文字；没有时写 ""')
LIST = Allowed("a list; [] where there is nothing", "列表；没有时写 []")
MAPPING = Allowed("keys with values", "若干“键: 值”")
NUMBER = Allowed("a whole number, without quotation marks", "整数，不加引号")
MONTH = Allowed("a month from 1 to 12", " 1 到 12 的月份")
DATE = Allowed("a day in the form 2020-03-15", "日期，写作 2020-03-15")
YEAR_MONTH = Allowed("a month in the form 2020-03", "年月，写作 2020-03")
SOURCE = Allowed(
    '; a plan written by hand begins with source: {name: "", format: yaml, sha256: "", script: hans}',
    '；手写的计划可写 source: {name: "", format: yaml, sha256: "", script: hans}',
)


def choices(words: list[str]) -> Allowed:
    """One of some words."""
    if len(words) == 1:
        return Allowed(words[0], f" {words[0]}")
    space = " " if words[0].isascii() else ""
    return Allowed(f"one of {', '.join(words)}", f"{space}{'、'.join(words)}{space}之一")


def other(problem: str) -> Allowed:
    """Whatever else is wrong, by pydantic's name for it."""
    return Allowed(f"another value ({problem})", f"其他值（{problem}）")


def nearest(word: str | None) -> Allowed:
    """What a word may have been meant for."""
    return Allowed(f"; {word} is meant?", f"，是否应为 {word}？") if word else Allowed("", "")


def known(words: list[str]) -> Allowed:
    """The keys that a mapping can have."""
    listed = ", ".join(words)
    return Allowed(f"; known here: {listed}", f"；此处可用：{'、'.join(words)}")
