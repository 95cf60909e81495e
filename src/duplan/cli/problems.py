"""Why a file can't be read, in one line."""

from __future__ import annotations

from duplan.cli.console import Console, Refusal
from duplan.diagnostics import UnreadableError


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
