"""Plans of invented offices, made of tasks and scheduled work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from duplan import diff
from duplan.comparison.model import Change, Part, PlanDiff, Reason
from duplan.plan import Goal, Plan, ScheduleEntry, ScheduleItem, Task

HERE = Path(__file__).parent


def plan(
    *tasks: str | Task,
    schedule: Mapping[int, Iterable[str]] | None = None,
    goals: Iterable[str] = (),
    year: int | None = None,
) -> Plan:
    """A plan; ``schedule`` has the work of each month."""
    return Plan(
        title="槐安区教育督导工作计划",
        year=year,
        goals=[Goal(id=f"s1.n{at}", title=title) for at, title in enumerate(goals, 1)],
        key_tasks=[
            Task(id=f"s2.i{at}", path=[2, at], title=task) if isinstance(task, str) else task
            for at, task in enumerate(tasks, 1)
        ],
        monthly_schedule=[
            ScheduleEntry(
                id=f"s3.m{month:02}",
                label=f"{month}月",
                months=[month],
                items=[
                    ScheduleItem(id=f"s3.m{month:02}.i{at}", text=text)
                    for at, text in enumerate(items, 1)
                ],
            )
            for month, items in (schedule or {}).items()
        ],
    )


def one(old: str, new: str) -> list[Change]:
    """What became of a task, each plan having one."""
    return list(diff(plan(old), plan(new)).changes)


def verdicts(found: PlanDiff, part: Part | None = None) -> list[str]:
    """The verdicts in order, of one part or of all."""
    return [change.verdict for change in found.changes if part in (None, change.part)]


def kinds(reasons: Iterable[Reason]) -> set[str]:
    """The kinds of reasons, but for the wording."""
    return {str(reason.kind) for reason in reasons} - {"reworded"}


def rows(name: str) -> list[list[str]]:
    """The rows of a table of cases."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]
