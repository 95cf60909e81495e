"""Documents as text: one module a format, and the table of them. Calendars have a room of their own."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from duplan.plan import Document

Dump = Callable[["Document", bool], str]


class Writer(NamedTuple):
    """``dump(document, provenance)`` gives text that ends with a newline."""

    dump: Dump
    suffix: str
    separator: str | None  # what stands between documents in one file; None: one document a file


def _module(name: str, function: str = "dump") -> Dump:
    """A function of a module here, imported when a document is written: the room of calendars stands
    below this one, and has no time for the models."""

    def dump(document: Document, provenance: bool) -> str:
        written: Dump = getattr(import_module(f"duplan.writers.{name}"), function)
        return written(document, provenance)

    return dump


def _markdown(document: Document, _: bool) -> str:
    from duplan.writers import markdown

    return markdown.dump(document)


WRITERS: dict[str, Writer] = {
    "yaml": Writer(_module("yaml"), ".yaml", "---\n"),
    "json": Writer(_module("json"), ".json", None),
    "jsonl": Writer(_module("json", "dump_line"), ".jsonl", ""),
    "markdown": Writer(_markdown, ".md", "\n"),
}
