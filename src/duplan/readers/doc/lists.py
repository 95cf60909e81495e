"""Automatic numbering and fonts, as the numbering part of a docx package (2.9.147, 2.9.131)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from duplan.readers.doc.markup import attribute
from duplan.readers.doc.properties import run_of
from duplan.readers.surrogates import joined

_LIST, _OVERRIDE = 28, 16  # bytes of LSTF and LFO
_LEVEL = 28  # of LVLF
_SIMPLE, _LEGAL, _KEEPS_ON = 0x01, 0x04, 0x08
_STARTS, _FORMATS = 0x10, 0x20  # what a level's override changes
_BULLET, _NONE = 23, 255
_FONT = 40  # bytes before a font's name

_FORMATS_BY_NUMBER = (  # [MS-OSHARED] 2.2.1.3
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal",
    "cardinalText", "ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting",
    "aiueo", "iroha", "decimalFullWidth", "decimalHalfWidth", "japaneseLegal",
    "japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2",
    "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung",
    "decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese",
    "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac",
    "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional",
    "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting",
    "chineseLegalSimplified", "chineseCountingThousand",
)  # fmt: skip
_IN_DASHES = 57


class Level(NamedTuple):
    """One level of a list."""

    start: int
    number_format: int
    flags: int
    restart: int
    text: str  # %1 to %9 stand for the counters
    font: int | None


def numbering(lists: bytes, levels: bytes, overrides: bytes, fonts: list[str]) -> str:
    """The inside of ``w:numbering``.

    ``lists`` are the PlfLst, ``levels`` the bytes that follow it, ``overrides`` the PlfLfo.
    """
    definitions, written, at = dict[int, int](), [], 0
    try:
        for count, (name, simple) in enumerate(_lists(lists)):
            inside = []
            for index in range(1 if simple else 9):
                level, at = _level(levels, at)
                inside.append(_level_markup(index, level, fonts))
            definitions[name] = count
            written.append(
                f'<w:abstractNum w:abstractNumId="{count}">{"".join(inside)}</w:abstractNum>'
            )
        written.extend(_nums(overrides, definitions, fonts))
    except struct.error:  # cut off: what came before is kept
        return "".join(written)
    return "".join(written)


def font_names(data: bytes) -> list[str]:
    """The names of the font table (2.9.286), by number."""
    names, at = [], 4
    while at < len(data):
        entry = data[at + 1 : at + 1 + data[at]]
        at += 1 + data[at]
        name = entry[_FONT - 1 :].decode("utf-16-le", "replace")
        names.append(name.partition("\0")[0])
    return names


def font_name(fonts: list[str], number: int | None) -> str:
    """The name of a font, "" where there is none of this number."""
    return fonts[number] if number is not None and number < len(fonts) else ""


def _lists(data: bytes) -> Iterator[tuple[int, bool]]:
    (count,) = struct.unpack_from("<H", data) if len(data) > 1 else (0,)
    for at in range(2, min(len(data) - _LIST + 1, 2 + count * _LIST), _LIST):
        (name,) = struct.unpack_from("<I", data, at)
        yield name, bool(data[at + 26] & _SIMPLE)


def _level(data: bytes, at: int) -> tuple[Level, int]:
    """The level that begins at a byte, and the byte after it. Raises struct.error."""
    start, number_format, flags, places = struct.unpack_from("<iBB9s", data, at)
    runs, paragraphs, restart = struct.unpack_from("<3B", data, at + 24)
    at += _LEVEL + paragraphs
    font = run_of(data[at : at + runs]).font
    at += runs
    (length,) = struct.unpack_from("<H", data, at)
    text = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    shown = "".join(
        f"%{ord(char) + 1}" if ord(char) < 9 and place in set(places) else char
        for place, char in enumerate(text, 1)
    )
    return Level(start, number_format, flags, restart, shown, font), at + 2 + 2 * length


def _level_markup(index: int, level: Level, fonts: list[str]) -> str:
    restart = f'<w:lvlRestart w:val="{level.restart}"/>' * bool(level.flags & _KEEPS_ON)
    legal = "<w:isLgl/>" * bool(level.flags & _LEGAL)
    font = attribute(font_name(fonts, level.font))
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{level.start}"/>'
        f'<w:numFmt w:val="{_format(level.number_format)}"/>{restart}{legal}'
        f"<w:lvlText w:val={attribute(joined(level.text))}/>"
        f"<w:rPr><w:rFonts w:ascii={font}/></w:rPr></w:lvl>"
    )


def _format(number: int) -> str:
    if number < len(_FORMATS_BY_NUMBER):
        return _FORMATS_BY_NUMBER[number]
    return {_IN_DASHES: "numberInDash", _NONE: "none"}.get(number, "decimal")


def _nums(data: bytes, definitions: dict[int, int], fonts: list[str]) -> Iterator[str]:
    (count,) = struct.unpack_from("<I", data) if len(data) > 3 else (0,)
    count = min(count, len(data) // _OVERRIDE)
    at = 4 + count * _OVERRIDE
    for num in range(count):
        name, changed = struct.unpack_from("<I8xB", data, 4 + num * _OVERRIDE)
        at, inside = at + 4, []
        for _ in range(changed):
            start, flags = struct.unpack_from("<iI", data, at)
            at, level = at + 8, ""
            if flags & _FORMATS:
                changes, at = _level(data, at)
                level = _level_markup(flags & 0xF, changes, fonts)
            elif flags & _STARTS:
                level = f'<w:startOverride w:val="{start}"/>'
            inside.append(f'<w:lvlOverride w:ilvl="{flags & 0xF}">{level}</w:lvlOverride>')
        yield (
            f'<w:num w:numId="{num + 1}"><w:abstractNumId w:val="{definitions.get(name, -1)}"/>'
            f"{''.join(inside)}</w:num>"
        )
