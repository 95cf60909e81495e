"""Numbers, headings, tables, the parts of the file."""

from __future__ import annotations

from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
