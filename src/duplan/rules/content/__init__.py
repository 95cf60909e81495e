"""What a plan should say, and what it shouldn't."""

from __future__ import annotations

from duplan.rules.content import comment_left, highlight_left, tracked_changes
from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    tracked_changes.RULE,
    highlight_left.RULE,
    comment_left.RULE,
)
