"""What is settled before a command runs: the language of messages and whether to use colours.

Kept free of imports that take time, so that ``duplan --version`` answers at once.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duplan.cli.words import Language

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts
_CHINESE_UI = 0x04  # Windows' primary language id


def split(arguments: list[str]) -> tuple[str | None, bool, list[str]]:
    """Take ``--lang X`` and ``--no-color``, wherever they stand, out of a command line.

    Gives the value of ``--lang`` (the last one; "" where none follows), whether colours are
    switched off, and the rest. What stands after ``--`` is left alone.
    """
    language: str | None = None
    colourless = False
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--lang":
            language = next(words, "")
        elif word.startswith("--lang="):
            language = word.removeprefix("--lang=")
        elif word == "--no-color":
            colourless = True
        else:
            rest.append(word)
    return language, colourless, rest


def default_language(environ: Mapping[str, str]) -> Language:
    """DUPLAN_LANG, else Chinese where the locale is, else English."""
    chosen = environ.get("DUPLAN_LANG", "").lower()
    locale = next((environ[name] for name in _LOCALE if environ.get(name)), None)
    if chosen.startswith("zh"):
        return "zh"
    if chosen.startswith("en"):
        return "en"
    if locale is None:
        return "zh" if _windows_is_chinese() else "en"
    return "zh" if locale.lower().startswith("zh") else "en"


def paper_language(asked: str | None, environ: Mapping[str, str]) -> Language:
    """Chinese, as the plans are, unless ``--lang`` or DUPLAN_LANG asks for English."""
    chosen = asked or environ.get("DUPLAN_LANG", "").lower()[:2]
    return "en" if chosen == "en" else "zh"


def colours_wanted(environ: Mapping[str, str]) -> bool:
    """Whether NO_COLOR and TERM leave colours possible (no-color.org)."""
    return not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def _windows_is_chinese() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return (ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF) == _CHINESE_UI
