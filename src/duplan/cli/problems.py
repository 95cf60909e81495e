"""Why a file, or the settings, can't be used, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duplan.cli.console import Console, Refusal
from duplan.diagnostics import UnreadableError

if TYPE_CHECKING:
    from duplan.config import ConfigError


def problem_words(console: Console, error: Exception) -> str:
    """What is wrong and what to do, in the language of the run."""
    match error:
        case UnreadableError():
            return error.message(console.language)
        case Refusal():
            return console.say(error.key, **error.values)
        case FileNotFoundError():
            return UnreadableError("missing").message(console.language)
        case PermissionError():
            return UnreadableError("permission").message(console.language)
        case OSError():
            return console.say("cannot-read", reason=error.strerror or type(error).__name__)
        case _:
            return console.say("defect", reason=f"{type(error).__name__}: {error}")


def config_refusal(error: ConfigError) -> Refusal:
    """What is wrong with the settings, and where."""
    key = f"config.{error.problem}"
    if error.wanted:
        key += f".{error.wanted}"
    elif error.near:
        key += "-guess"
    return Refusal(key, file=str(error.file), detail=error.detail, near=error.near)
