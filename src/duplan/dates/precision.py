"""How exact a time is. By itself, so that what only names it imports nothing."""

from __future__ import annotations

from typing import Literal

Precision = Literal[
    "day",
    "part",
    "week",
    "month",
    "quarter",
    "half",
    "year",
    "recurring",
    "deadline",
    "term",
    "none",
]
