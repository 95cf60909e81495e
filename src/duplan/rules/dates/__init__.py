"""Dates and the schedule."""

from __future__ import annotations

from duplan.rules.dates import (
    backward_range,
    deadline_after_period,
    entry_outside_period,
    feast_mismatch,
    impossible_date,
    item_outside_entry,
    month_missing,
    month_repeated,
    months_out_of_order,
    public_holiday,
    school_holiday,
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
    deadline_after_period.RULE,
    backward_range.RULE,
    school_holiday.RULE,
    item_outside_entry.RULE,
    public_holiday.RULE,
    feast_mismatch.RULE,
)
