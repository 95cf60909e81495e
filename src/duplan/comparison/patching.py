"""The work of one plan made into that of the other by a comparison: what a comparison is good for."""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

from duplan.comparison.model import PARTS, Part, PlanDiff, Side
from duplan.comparison.units import units
from duplan.plan import Plan

Work: TypeAlias = Counter[tuple[Part, str, tuple[int, ...]]]


def work(plan: Plan) -> Work:
    """The titles of a plan's goals, tasks and scheduled work with their months, counted by part.

    The same words in several months of a schedule are one piece of work.
    """
    return Counter(_key(part, unit.side) for part in PARTS for unit in units(plan, part))


def apply(old: Work, diff: PlanDiff) -> Work:
    """What ``work`` gives for the new plan. Raises ValueError where ``old`` is of another plan."""
    gone = Counter(_key(change.part, side) for change in diff.changes for side in change.old)
    if gone - old or old - gone:
        raise ValueError("the comparison is of another plan")
    come = Counter(_key(change.part, side) for change in diff.changes for side in change.new)
    return old - gone + come


def _key(part: Part, side: Side) -> tuple[Part, str, tuple[int, ...]]:
    return part, side.title, side.months
