"""The order of the stages: bytes → Source → NormalText → Flow → Document. The only place they meet."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from duplan import readers
from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.garbage import collection_paused
from duplan.interpret.account import Account
from duplan.interpret.document import interpret
from duplan.interpret.frame.furniture import clear
from duplan.interpret.sections.columns import is_header_cell
from duplan.interpret.written.document import interpret_written
from duplan.outline.markdown import is_written
from duplan.outline.paragraphs import flow
from duplan.plan import Document
from duplan.readers import text as text_reader
from duplan.readers.file import Limits, open_file
from duplan.source import Source
from duplan.text.normal import NormalText
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
    can't be read as a document or goes beyond ``limits`` (``duplan.Limits``), ``OSError`` where the
    file can't be opened.
    """
    with collection_paused():
        source, found = readers.read(open_file(file, name, limits))
        return _run(source, found, keep_script)


def normal(
    source: Source, found: list[Diagnostic], *, keep_script: bool = False
) -> tuple[NormalText, Account]:
    """What interpretation gets of a source: normalised text without page furniture, and its books."""
    account = Account(source)
    text, noticed = normalise(source, keep_script=keep_script)
    account.diagnostics += found + noticed
    return (text if is_written(source) else clear(text, account)), account


def parse(text: str, *, name: str = "", keep_script: bool = False) -> Document:
    """Reads a plan document from its text. Total: every string gives a document."""
    with collection_paused():
        return _run(text_reader.from_string(text, name), [], keep_script)


def _run(source: Source, found: list[Diagnostic], keep_script: bool) -> Document:
    text, account = normal(source, found, keep_script=keep_script)
    if is_written(source):
        return interpret_written(source, text, account)
    return interpret(flow(text.items, is_header_cell), source, text.script, account)


__all__ = ["UnreadableError", "load", "parse"]
