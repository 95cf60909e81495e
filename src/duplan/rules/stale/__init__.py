"""What was left standing when last year's file was copied."""

from __future__ import annotations

from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
