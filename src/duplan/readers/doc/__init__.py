"""Reads Word's binary files (.doc of Word 97 to 2003, and .wps and .doc that WPS writes).

The document is written anew as WordprocessingML and handed to the reader of docx: automatic numbers,
tracked changes, hidden text and merged cells are read by the same rules in both.
"""

from __future__ import annotations

from dataclasses import replace

from duplan.diagnostics import Diagnostic
from duplan.readers import docx
from duplan.readers.archive import zipped
from duplan.readers.doc.binary import Binary
from duplan.readers.doc.package import parts
from duplan.readers.file import File
from duplan.source import Source


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document in a Word binary file, with what was noticed on the way.

    Raises UnreadableError, and nothing else: "not-word", "legacy", "encrypted", "damaged",
    "too-large", "too-complex".
    """
    binary = Binary(file)
    if binary.text.count("\r") + binary.text.count("\x07") // 2 > file.limits.paragraphs:
        raise file.limits.exceeded("paragraphs")
    source, found = docx.read(replace(file, data=zipped(parts(binary))))
    return replace(source, format="doc", sha256=file.sha256), found
