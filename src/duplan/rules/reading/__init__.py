"""What is noticed where a file is read and interpreted; nothing is looked for again here."""

from __future__ import annotations

from duplan.rules.reading import explanations, more_findings, unreadable_file
from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (unreadable_file.RULE, *explanations.RULES, more_findings.RULE)
