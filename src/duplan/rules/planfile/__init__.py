"""Plans written as YAML or JSON, and comments in them."""

from __future__ import annotations

from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
