"""The format of official documents, GB/T 9704-2012; asked for, never by default."""

from __future__ import annotations

from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
