"""A calendar as one HTML file: the year at a glance, the work by month with filters, a Gantt chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duplan.writers.calendar.html.view import CHART_LIMIT, LONG, view
from duplan.writers.calendar.html.words import Words
from duplan.writers.page import render

if TYPE_CHECKING:
    from duplan.calendar.model import Calendar
    from duplan.writers.calendar.manner import Language


def dump(calendar: Calendar, language: Language = "zh") -> str:
    """The page, in the language given; what documents say is never translated.

    It loads nothing, runs nothing but its own script, and is readable without that too. The same
    calendar gives the same text, which ends with a newline.
    """
    say = Words(language)
    return render(__name__, say=say, view=view(calendar, say), chart_limit=CHART_LIMIT, long=LONG)
