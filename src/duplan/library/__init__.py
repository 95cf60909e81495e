"""A folder of plan documents as a library: read once, remembered, asked for its plans and months.

What this room imports at the top of its modules is what an answer from the cache needs, and no more:
a second call over a thousand files takes a few hundredths of a second. Names are imported when they
are first used, so that the rules of ``folder`` come without the cache.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duplan.library.library import Library
    from duplan.library.plans import Listed
    from duplan.library.refresh import Problem

_HOMES = {"Library": "library", "Listed": "plans", "Problem": "refresh"}

__all__ = ["Library", "Listed", "Problem"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
