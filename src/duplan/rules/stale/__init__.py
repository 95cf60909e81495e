"""What was left standing when last year's file was copied."""

from __future__ import annotations

from duplan.rules.rule import Rule
from duplan.rules.stale import (
    file_name_year,
    five_year_plan,
    foreign_issuer,
    reference_year,
    school_year,
    stale_ordinal,
    stale_signature,
    stale_year,
)

RULES: tuple[Rule, ...] = (
    stale_year.RULE,
    stale_signature.RULE,
    stale_ordinal.RULE,
    reference_year.RULE,
    five_year_plan.RULE,
    file_name_year.RULE,
    foreign_issuer.RULE,
    school_year.RULE,
)
