"""Numbers, headings, tables, the parts of the file."""

from __future__ import annotations

from duplan.rules.rule import Rule
from duplan.rules.structure import number_gap, number_repeated

RULES: tuple[Rule, ...] = (number_gap.RULE, number_repeated.RULE)
