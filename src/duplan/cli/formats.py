"""Which format a command writes: the one that is asked for, or that the name of the file tells."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from duplan.cli.console import Console, Refusal

_OF_BYTES = ("xlsx",)


def format_of(
    console: Console, suffixes: Mapping[str, str], to: str | None, output: str | None
) -> str:
    """The name of a format; ``suffixes`` has all of them, each with the suffix of its files.

    Raises Refusal where there is no such format, and for files of bytes on a terminal.
    """
    names = {suffix: name for name, suffix in suffixes.items()}
    name = to or names.get(PurePath(output or "").suffix.lower())
    if name is None:
        raise Refusal("usage.no-format", file=output, formats=", ".join(suffixes))
    if name not in suffixes:
        raise Refusal("usage.choice", name="--to", choices=", ".join(suffixes))
    if name in _OF_BYTES and output is None and console.terminal:
        raise Refusal("usage.bytes", format=name)
    return name
