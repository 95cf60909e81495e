"""duplan reads Chinese plan documents and turns them into data.

``load`` reads a file, ``parse`` a string, ``read_period`` a time expression; ``check`` says what is
wrong with a plan, ``diff`` compares two. The models are in ``duplan.plan`` and
``duplan.comparison.model``. Names are imported when they are first used, so that importing the package
costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from duplan.checking.check import check
    from duplan.comparison.compare import diff
    from duplan.comparison.model import PlanDiff
    from duplan.dates import Period, read_period
    from duplan.diagnostics import Diagnostic, UnreadableError
    from duplan.pipeline import load, parse
    from duplan.plan import Document, Goal, Plan, ScheduleEntry, Section, Task
    from duplan.readers.file import Limits

_HOMES = {
    "check": "duplan.checking.check",
    "diff": "duplan.comparison.compare",
    "PlanDiff": "duplan.comparison.model",
    "Period": "duplan.dates",
    "read_period": "duplan.dates",
    "Diagnostic": "duplan.diagnostics",
    "UnreadableError": "duplan.diagnostics",
    "load": "duplan.pipeline",
    "parse": "duplan.pipeline",
    "Document": "duplan.plan",
    "Goal": "duplan.plan",
    "Plan": "duplan.plan",
    "ScheduleEntry": "duplan.plan",
    "Section": "duplan.plan",
    "Task": "duplan.plan",
    "Limits": "duplan.readers.file",
}

__all__ = [
    "Diagnostic",
    "Document",
    "Goal",
    "Limits",
    "Period",
    "Plan",
    "PlanDiff",
    "ScheduleEntry",
    "Section",
    "Task",
    "UnreadableError",
    "__version__",
    "check",
    "diff",
    "load",
    "parse",
    "read_period",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
