"""How a calendar is to be written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Manner:
    """What a format for people is told beside the calendar.

    ``language`` is that of heads and remarks; texts of plans are never translated. ``stamp`` is when
    the plans were last changed, with its time zone: never the time of writing, so that the same plans
    give the same bytes. None where nobody knows.
    """

    language: Language = "zh"
    stamp: datetime | None = None
