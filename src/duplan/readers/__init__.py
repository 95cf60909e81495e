"""Bytes → Source. The format is told by the content; only separated values by the name too."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from duplan.diagnostics import KINDS, Diagnostic, UnreadableError
from duplan.garbage import collection_paused
from duplan.readers.file import File, open_file
from duplan.readers.formats import promised, sniff
from duplan.source import Source

Reader = Callable[[File], tuple[Source, list[Diagnostic]]]


def _module(name: str) -> Reader:
    """The ``read`` of a module here, imported when a file of its format comes."""

    def read(file: File) -> tuple[Source, list[Diagnostic]]:
        reader: Reader = import_module(f"duplan.readers.{name}").read
        return reader(file)

    return read


READERS: dict[str, Reader] = {
    "docx": _module("docx"),
    "html": _module("html"),
    "mht": _module("mht"),
    "doc": _module("doc"),
    "rtf": _module("rtf"),
    "odt": _module("odt"),
    "ofd": _module("ofd"),
    "pdf": _module("pdf"),
    "markdown": _module("markdown"),
    "text": _module("text"),
    "xlsx": _module("sheet.xlsx"),
    "xls": _module("sheet.xls"),
    "ods": _module("sheet.ods"),
    "csv": _module("sheet.csv"),
}


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document of a file's bytes.

    Raises ``UnreadableError`` where the content is no document of a known format.
    """
    if not file.data:
        raise UnreadableError("empty")
    form = sniff(file.data, file.name)
    with collection_paused():
        source, found = READERS[form](file)
    suffix, promise = promised(file.name)
    if (promise or form) != form:
        found.append(Diagnostic(KINDS["DP110"], None, {"extension": suffix, "format": form}))
    return source, found


__all__ = ["READERS", "File", "Reader", "open_file", "read"]
