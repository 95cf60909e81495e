"""Dates and the schedule."""

from __future__ import annotations

from duplan.rules.dates import (
    backward_range,
    entry_outside_period,
    feast_mismatch,
    impossible_date,
    month_missing,
    month_repeated,
    months_out_of_order,
    weekday_mismatch,
)
from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    impossible_date.RULE,
    weekday_mismatch.RULE,
    months_out_of_order.RULE,
    month_repeated.RULE,
    month_missing.RULE,
    entry_outside_period.RULE,
    backward_range.RULE,
    feast_mismatch.RULE,
)
