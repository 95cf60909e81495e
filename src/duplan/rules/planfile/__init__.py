"""Plans written as YAML or JSON, and comments in them."""

from __future__ import annotations

from duplan.rules.planfile import (
    duplicate_id,
    duplicate_key,
    missing_key,
    months_misfit,
    more_form_errors,
    plan_file_syntax,
    unknown_code,
    unknown_key,
    useless_suppression,
    wrong_value,
)
from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    plan_file_syntax.RULE,
    unknown_key.RULE,
    missing_key.RULE,
    wrong_value.RULE,
    duplicate_key.RULE,
    duplicate_id.RULE,
    months_misfit.RULE,
    more_form_errors.RULE,
    useless_suppression.RULE,
    unknown_code.RULE,
)
