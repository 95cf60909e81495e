"""What was left standing when last year's file was copied."""

from __future__ import annotations

from duplan.rules.rule import Rule
from duplan.rules.stale import stale_signature, stale_year

RULES: tuple[Rule, ...] = (stale_year.RULE, stale_signature.RULE)
