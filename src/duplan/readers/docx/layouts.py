"""The layout of paragraphs; those that look alike share one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from duplan.readers.docx.looks import ParagraphLook
from duplan.readers.docx.measures import measured
from duplan.readers.docx.styles import Style
from duplan.source import Layout


class Layouts:
    """Makes the layouts of one document."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Layout] = {}
        self._in_fonts: dict[tuple[int, tuple[str, ...]], Layout] = {}

    def of(
        self,
        own: ParagraphLook,
        style: Style,
        list_level: int | None,
        *,
        bold: bool = False,
        size: float | None = None,
        page_break: bool = False,
        fonts: Iterable[str] = (),
    ) -> Layout:
        """That of a paragraph with these properties in this style, and text that looks like this."""
        inherited = style.paragraph
        outline = inherited.outline_level if own.outline_level is None else own.outline_level
        align = inherited.align if own.align is None else own.align
        breaks = own.page_break_before
        if breaks is None:
            breaks = inherited.page_break_before
        key = (
            style.name,
            outline if outline is not None and 0 <= outline < 9 else None,
            align or "",
            bold,
            size,
            bool(breaks or page_break),
            list_level,
            tuple(fonts),
        )
        more = (own.measures, inherited.measures)
        layout = self._known.get((key, more))
        if layout is None:
            measure = partial(measured, inherited.measures, own.measures, size)
            layout = self._known[key, more] = Layout(*key, measure)
        return layout

    def with_fonts(self, layout: Layout, fonts: Iterable[str]) -> Layout:
        """A layout of this document, for text in these fonts."""
        key = id(layout), tuple(fonts)
        known = self._in_fonts.get(key)
        if known is None:
            known = self._in_fonts[key] = replace(layout, fonts=key[1])
        return known
