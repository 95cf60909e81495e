"""The commands, in the order in which the help lists them.

Each is a function in the module of its name in this folder, imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

COMMANDS = (
    "parse",
    "show",
    "calendar",
    "diff",
    "check",
    "list",
    "search",
    "text",
    "explain",
    "rule",
    "schema",
)


def command(name: str) -> Callable[..., int]:
    """The function that runs a command; its signature says what arguments and options it takes."""
    function: Callable[..., int] = getattr(import_module(f"duplan.cli.{name}"), name)
    return function
