"""The format of official documents, GB/T 9704-2012; asked for, never by default."""

from __future__ import annotations

from duplan.rules.official import (
    arabic_mark,
    attachment_note,
    body_font,
    chinese_date,
    document_number,
    first_line_indent,
    heading_fonts,
    heading_full_stop,
    heading_marks,
    line_pitch,
    margins,
    mark_after_bracket,
    padded_date,
    page_number,
    paper,
    recipients_line,
    signature_date,
    title_font,
)
from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    document_number.RULE,
    padded_date.RULE,
    heading_marks.RULE,
    mark_after_bracket.RULE,
    heading_full_stop.RULE,
    attachment_note.RULE,
    recipients_line.RULE,
    arabic_mark.RULE,
    chinese_date.RULE,
    paper.RULE,
    margins.RULE,
    line_pitch.RULE,
    title_font.RULE,
    body_font.RULE,
    heading_fonts.RULE,
    page_number.RULE,
    signature_date.RULE,
    first_line_indent.RULE,
)
