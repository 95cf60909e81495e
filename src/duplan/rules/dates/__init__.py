"""Dates and the schedule."""

from __future__ import annotations

from duplan.rules.dates import (
    backward_range,
    feast_mismatch,
    impossible_date,
    weekday_mismatch,
)
from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    impossible_date.RULE,
    weekday_mismatch.RULE,
    backward_range.RULE,
    feast_mismatch.RULE,
)
