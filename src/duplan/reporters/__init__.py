"""Findings → JSON, SARIF and what CI systems read; a file a format, and the table of them.

What people read is the command line's (``cli.flaws``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from duplan.checking.report import FileReport
    from duplan.diagnostics import Language
    from duplan.rules.rule import Rule

Dump = Callable[[Sequence["FileReport"], Sequence["Rule"], "Language"], str]


class Reporter(NamedTuple):
    """``dump(files, rules, language)`` gives text that ends with a newline; ``rules`` are all there
    are.
    """

    dump: Dump
    suffix: str


def _module(name: str) -> Dump:
    """The ``dump`` of a module here, imported when it is called."""

    def dump(files: Sequence[FileReport], rules: Sequence[Rule], language: Language) -> str:
        written: str = import_module(f"duplan.reporters.{name}").dump(files, rules, language)
        return written

    return dump


REPORTERS: dict[str, Reporter] = {
    "json": Reporter(_module("json"), ".json"),
    "sarif": Reporter(_module("sarif"), ".sarif"),
    "github": Reporter(_module("github"), ".txt"),
    "gitlab": Reporter(_module("gitlab"), ".json"),
    "junit": Reporter(_module("junit"), ".xml"),
}
