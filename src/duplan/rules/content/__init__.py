"""What a plan should say, and what it shouldn't."""

from __future__ import annotations

from duplan.rules.content import (
    comment_left,
    duplicate_task,
    entry_untasked,
    goal_unmeasured,
    highlight_left,
    missing_section,
    no_goals,
    no_responsible,
    no_schedule,
    placeholder,
    task_unscheduled,
    tracked_changes,
    wording_differs,
    wrong_count,
)
from duplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    no_goals.RULE,
    no_schedule.RULE,
    missing_section.RULE,
    task_unscheduled.RULE,
    entry_untasked.RULE,
    no_responsible.RULE,
    goal_unmeasured.RULE,
    wording_differs.RULE,
    duplicate_task.RULE,
    wrong_count.RULE,
    placeholder.RULE,
    tracked_changes.RULE,
    highlight_left.RULE,
    comment_left.RULE,
)
