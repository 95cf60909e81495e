"""How a checked file and the places in it are named, for programs and for people."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote

from duplan.checking.report import FileReport, Place, Result
from duplan.diagnostics import Language
from duplan.readers.surrogates import SURROGATE
from duplan.rules.rule import Words
from duplan.writers.visible import one_line

_LINE = Words("line {0.line}, column {0.column}", "第{0.line}行第{0.column}列")
_PARAGRAPH = Words("paragraph {0.line} ({0.block})", "第{0.line}段（{0.block}）")
NAMED = Words("{}: {}", "{}：{}")


def path_of(file: FileReport) -> str:
    """The path with slashes, on every system; bytes that are no characters become U+FFFD."""
    return SURROGATE.sub("\ufffd", PurePath(file.path).as_posix())


def uri_of(file: FileReport) -> str:
    """The path as a URI reference (RFC 3986): relative where the path is, every other byte quoted."""
    path = PurePath(file.path)
    try:  # a name's own bytes, whatever they are
        return (
            path.as_uri()
            if path.is_absolute()
            else quote(path.as_posix(), errors="surrogateescape")
        )
    except UnicodeEncodeError:
        return quote(path_of(file))


def place_of(file: FileReport, result: Result) -> Place | None:
    """Where a finding stands; nowhere in a file that couldn't be read."""
    return result.place if file.format else None


def where(place: Place, lined: bool, language: Language) -> str:
    """A place in words."""
    return (_LINE if lined else _PARAGRAPH).of(language).format(place)


def sentence(file: FileReport, result: Result, language: Language) -> str:
    """The message on one line; on a second one the paragraph, where the file has no lines to go to."""
    message = one_line(result.message(language))
    place = place_of(file, result)
    if file.lined or place is None:
        return message
    return f"{message}\n{paragraph(place, language)}"


def paragraph(place: Place, language: Language) -> str:
    """The place and the words of its paragraph, to be looked for in the program that shows the file."""
    named = where(place, False, language)
    text = one_line(place.text)
    return one_line(NAMED.of(language).format(named, text) if text else named)
