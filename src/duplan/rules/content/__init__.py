"""What a plan should say, and what it shouldn't."""

from __future__ import annotations

from duplan.rules.content import placeholder
from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (placeholder.RULE,)
