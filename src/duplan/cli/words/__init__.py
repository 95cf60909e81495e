"""Every sentence that the command line says to people, in English and Chinese."""

from __future__ import annotations

from typing import Literal

from duplan.cli.words.help import HELP
from duplan.cli.words.problems import PROBLEMS
from duplan.cli.words.screens import SCREENS

__all__ = ["HELP", "PROBLEMS", "SCREENS", "WORDS", "Language", "choose", "say"]

Language = Literal["zh", "en"]

# key: (English, Chinese); a key stands in one of the tables only
WORDS: dict[str, tuple[str, str]] = HELP | PROBLEMS | SCREENS


def say(language: Language, key: str, **values: object) -> str:
    """The sentence ``key`` in the language, with the values put in."""
    return choose(language, WORDS[key]).format(**values)


def choose(language: Language, pair: tuple[str, str]) -> str:
    """The one of an English and a Chinese text."""
    english, chinese = pair
    return chinese if language == "zh" else english
