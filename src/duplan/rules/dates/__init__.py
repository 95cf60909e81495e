"""Dates and the schedule."""

from __future__ import annotations

from duplan.rules.dates import weekday_mismatch
from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (weekday_mismatch.RULE,)
