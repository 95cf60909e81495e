"""Plain command lines, read without typer.

typer takes 50 ms to import, twice what a library takes to answer from its cache. It is left to what it
is good at, help and what is wrong with a command line: where this reader is in doubt it gives None.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from duplan.cli.options import Argument, Option, Parameter


def read_plain(line: Sequence[str], declared: Sequence[Parameter]) -> dict[str, Any] | None:
    """The values that the line gives to parameters, by name; None where it is anything but plain.

    Plain are options by their full names, each with a value that doesn't look like an option itself or
    that ``=`` joins to it; arguments before, after and between them; and ``--`` before arguments only.
    """
    options = {name: each for each in declared for name in _names(each)}
    given: dict[str, Any] = {}
    places: list[str] = []
    words = iter(line)
    for word in words:
        if word == "--":
            places += words
        elif not word.startswith("-") or word == "-":
            places.append(word)
        else:
            name, joined, value = word.partition("=")
            option = options.get(name)
            if option is None or (
                joined and not (name.startswith("--") and option.type is not bool)
            ):
                return None
            if not joined and option.type is not bool:
                value = next(words, "--")
                if value.startswith("-") and value != "-":
                    return None
            if not _take(given, option, value):
                return None
    return given if _place(given, places, declared) else None


def _names(parameter: Parameter) -> tuple[str, ...]:
    return parameter.declared.names if isinstance(parameter.declared, Option) else ()


def _take(given: dict[str, Any], option: Parameter, value: str) -> bool:
    """Book the value of an option, the last one where there can be only one; False if it isn't one."""
    if option.type is bool:
        given[option.name] = True
    elif option.several:
        given.setdefault(option.name, []).append(value)
    elif option.type is int:
        if not (value.isascii() and value.isdecimal()):
            return False
        given[option.name] = int(value)
    else:
        given[option.name] = value
    return True


def _place(given: dict[str, Any], places: list[str], declared: Sequence[Parameter]) -> bool:
    """Book the arguments; False where there are too few or too many of them."""
    for each in declared:
        if not isinstance(each.declared, Argument):
            continue
        if each.several:
            found, places = places, []
            if found:
                given[each.name] = found
        elif places:
            given[each.name] = places[0]
            places = places[1:]
        if each.name not in given and each.required:
            return False
    return not places
