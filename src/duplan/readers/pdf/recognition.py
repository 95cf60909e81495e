"""Words in pictures of pages, where the extra ``ocr`` is installed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duplan.readers.file import File
from duplan.readers.pdf.glyphs import Glyph


def recognise(file: File, numbers: Sequence[int]) -> Iterator[list[Glyph]] | None:
    """None where nothing can be recognised."""
    return None
