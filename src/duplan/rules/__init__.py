"""What ``duplan check`` looks for: a folder a family, a file a rule, its examples beside it."""

from __future__ import annotations

from duplan.rules import content, dates, official, planfile, reading, stale, structure, wording
from duplan.rules.rule import Rule

FAMILIES = (reading, planfile, structure, stale, content, wording, dates, official)

RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in sorted(
        (rule for family in FAMILIES for rule in family.RULES), key=lambda rule: rule.code
    )
}
STANDARD = frozenset(code for code, rule in RULES.items() if rule.standard)
"""The codes of a check that asks for none."""
