"""Simplified or traditional script: which of them a text is written in; the way to simplified."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from duplan.text.normal import Script

STEP = 8192  # characters that are looked at before asking whether they decide
ENOUGH = 200  # characters of one script only, after which the rest of a text changes nothing

# What OpenCC leaves wrong in a text of unknown origin: which simplified character, and in
# which context. Single characters only, so that no length changes.
MENDED = {
    "著": (
        ("著", "(?<=[顯显])(?<![凸彰突][顯显])|(?<=[論论])(?<![談谈討讨議议爭争辯辩評评][論论])"),
        ("著", "(?<=[專专土卓執执編编譯译原遗遺撰拙昭])(?!.[火眼手力重陸陆])(?<![爭争固][執执])"),
        ("著", "(?<=[見见]微知)|(?=.[稱称錄录])|(?=.[書书]立)"),
        ("着", "(?<=[凸彰突]顯)(?!.名)"),
    ),
    "帳": (("账", "(?<=[台臺])"),),
    "畫": (("划", "(?<=[規规企策謀谋區区])"),),
    "麼": (("么", "(?<!幺)"),),
    "麽": (("么", "(?<!幺)"),),
    "么": (("么", ""),),
    "像": (("象", "(?<=想)"),),
    "座": (("坐", "(?=.[標标])"),),
    "薰": (("熏", "(?=.[陶染])"),),
    "覆": (("复", "(?=.[核查議议])"),),
    "揹": (("背", ""),),
    "伕": (("夫", ""),),
    "暱": (("昵", ""),),
    "倣": (("仿", ""),),
    "効": (("效", ""),),
}

_MENDABLE = re.compile(f"[{''.join(MENDED)}]")
_CONTEXTS = {
    char: [(new, re.compile(context)) for new, context in ways] for char, ways in MENDED.items()
}
_UNCONVERTIBLE = re.compile("([\0\ud800-\udfff]+)")  # OpenCC takes UTF-8 strings that NUL ends


def detect(text: str) -> Script:
    """``hant`` where the characters of traditional text only outnumber those of simplified only."""
    hant, hans = _sides()
    traditional = simplified = 0
    for start in range(0, len(text), STEP):
        part = text[start : start + STEP]
        traditional += sum(map(hant.__contains__, part))
        simplified += sum(map(hans.__contains__, part))
        if traditional + simplified >= ENOUGH:
            break
    return "hant" if traditional > simplified else "hans"


def to_simplified(text: str) -> str:
    """Traditional text of any origin in simplified characters, one for one."""
    if _UNCONVERTIBLE.search(text):
        parts = _UNCONVERTIBLE.split(text)
        parts[::2] = map(to_simplified, parts[::2])
        return "".join(parts)
    # Taiwan's standard first: of the two, only it reads 著 as 着 where it is no noun.
    converted = convert(convert(text, "tw2s"), "hk2s")
    if not _MENDABLE.search(text):
        return converted
    chars = list(converted)
    for place in _MENDABLE.finditer(text):
        for new, context in _CONTEXTS[place[0]]:
            if context.match(text, place.start()):
                chars[place.start()] = new
                break
    return "".join(chars)


def convert(text: str, config: str) -> str:
    """What OpenCC's ``config`` makes of ``text``, with as many characters."""
    change = _converter(config)
    converted = change(text)
    if len(converted) == len(text):
        return converted
    one_by_one = ((char, change(char)) for char in text)
    return "".join(new if len(new) == 1 else char for char, new in one_by_one)


def traditional_only() -> frozenset[str]:
    """The characters that OpenCC's t2s changes."""
    return _sides()[0]


def of_one_script() -> tuple[frozenset[str], frozenset[str]]:
    """The characters of traditional text only, and those of simplified text only."""
    return _sides()


@cache
def _converter(config: str) -> Callable[[str], str]:
    from opencc import OpenCC  # here, because most texts need no conversion: 15 ms

    change: Callable[[str], str] = OpenCC(config).convert
    return change


@cache
def _sides() -> tuple[frozenset[str], frozenset[str]]:
    """The characters of traditional and of simplified text only."""
    rows = Path(__file__).with_name("scripts.tsv").read_text(encoding="utf-8").splitlines()
    sides = dict(row.split("\t") for row in rows if row[0] != "#")
    return frozenset(sides["hant"]), frozenset(sides["hans"])
