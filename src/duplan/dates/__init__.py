"""Times as plans write them (九月, 3—5月, 9月下旬, 上半年, 每月, 年底前), read into months.

Names are imported when they are first used: the patterns take 40 ms to compile, and who only needs
``Period`` doesn't wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duplan.dates.labels import TimeLabel, match_time_label, read_time_label
    from duplan.dates.period import Period
    from duplan.dates.reading import find_periods, read_period
    from duplan.dates.titles import Term, read_date, read_term, read_year, read_year_month

_HOMES = {
    "Period": "period",
    "Term": "titles",
    "TimeLabel": "labels",
    "find_periods": "reading",
    "match_time_label": "labels",
    "read_date": "titles",
    "read_period": "reading",
    "read_term": "titles",
    "read_time_label": "labels",
    "read_year": "titles",
    "read_year_month": "titles",
}

__all__ = [
    "Period",
    "Term",
    "TimeLabel",
    "find_periods",
    "match_time_label",
    "read_date",
    "read_period",
    "read_term",
    "read_time_label",
    "read_year",
    "read_year_month",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"duplan.dates.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
