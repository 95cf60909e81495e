"""Script, punctuation and typing."""

from __future__ import annotations

from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
