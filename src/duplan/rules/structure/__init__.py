"""Numbers, headings, tables, the parts of the file."""

from __future__ import annotations

from duplan.rules.rule import Rule
from duplan.rules.structure import (
    attachment_missing,
    attachment_unnamed,
    empty_heading,
    empty_row,
    level_jump,
    mixed_marks,
    number_gap,
    number_repeated,
    title_differs,
)

RULES: tuple[Rule, ...] = (
    number_gap.RULE,
    number_repeated.RULE,
    level_jump.RULE,
    mixed_marks.RULE,
    empty_heading.RULE,
    empty_row.RULE,
    title_differs.RULE,
    attachment_missing.RULE,
    attachment_unnamed.RULE,
)
