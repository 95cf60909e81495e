"""Comparisons in the formats of other programs: one module or folder a format, and the table of them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from duplan.comparison.model import PlanDiff
from duplan.writers.comparison.manner import Manner

Dump = Callable[[PlanDiff, Manner], str | bytes]


class ComparisonWriter(NamedTuple):
    """``dump(diff, manner)`` gives text that ends with a newline, or the bytes of a file."""

    dump: Dump
    suffix: str


def _module(name: str) -> Dump:
    """The ``dump`` of a module here, imported when it is called."""

    def dump(diff: PlanDiff, manner: Manner) -> str | bytes:
        module = import_module(f"duplan.writers.comparison.{name}")
        written: str | bytes = module.dump(diff, manner)
        return written

    return dump


COMPARISON_WRITERS: dict[str, ComparisonWriter] = {
    "json": ComparisonWriter(_module("json"), ".json"),
    "markdown": ComparisonWriter(_module("markdown"), ".md"),
    "html": ComparisonWriter(_module("html"), ".html"),
    "xlsx": ComparisonWriter(_module("xlsx"), ".xlsx"),
}
