"""The order of the stages: bytes → Source → NormalText → Flow → Document. The only place they meet."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from duplan import readers
from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.interpret.account import Account
from duplan.interpret.document import interpret
from duplan.interpret.frame.furniture import clear
from duplan.interpret.sections.columns import is_header_cell
from duplan.interpret.written.document import interpret_written
from duplan.outline.markdown import is_written
from duplan.outline.paragraphs import flow
from duplan.plan import Document
from duplan.readers import text as text_reader
from duplan.readers.file import Limits, take
from duplan.source import Source
from duplan.text.normalise import normalise


def load(
    file: str | Path | BinaryIO,
    *,
    name: str | None = None,
    keep_script: bool = False,
    limits: Limits | None = None,
) -> Document:
    """Reads a plan document from a path or a binary stream.

    ``name`` is what diagnostics and provenance call the input (default: the file's name).
    ``keep_script`` leaves traditional text as it is. Raises ``UnreadableError`` where the content
    can't be read as a document or goes beyond ``limits``, ``OSError`` where the file can't be
    opened.
    """
    if isinstance(file, str | Path):
        path = Path(file)
        name = name or path.name
        with path.open("rb") as stream:
            taken = take(stream, name, limits or Limits())
    else:
        taken = take(file, name or "", limits or Limits())
    with _collection_paused():
        source, found = readers.read(taken)
        return _run(source, found, keep_script)


def parse(text: str, *, name: str = "", keep_script: bool = False) -> Document:
    """Reads a plan document from its text. Total: every string gives a document."""
    with _collection_paused():
        return _run(text_reader.from_string(text, name), [], keep_script)


def _run(source: Source, found: list[Diagnostic], keep_script: bool) -> Document:
    account = Account(source)
    normal, noticed = normalise(source, keep_script=keep_script)
    account.diagnostics += found + noticed
    if is_written(source):
        return interpret_written(source, normal, account)
    document_flow = flow(clear(normal, account).items, is_header_cell)
    return interpret(document_flow, source, normal.script, account)


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Keeps the cyclic garbage collector from walking a document's objects while they are made:
    they are many, and none is garbage. A third of the time at 300 pages."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


__all__ = ["UnreadableError", "load", "parse"]
