"""A comparison as one HTML file: both plans side by side, lines between what belongs together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from duplan.writers.comparison.html.view import view
from duplan.writers.comparison.words import say
from duplan.writers.page import render

if TYPE_CHECKING:
    from duplan.comparison.model import PlanDiff
    from duplan.writers.comparison.manner import Manner


def dump(diff: PlanDiff, manner: Manner) -> str:
    """The page, in the language of the manner; what plans say is never translated.

    It loads nothing, runs nothing but its own script, and is readable without that too: partners then
    have the same number. The same comparison gives the same text, which ends with a newline.
    """
    return render(__name__, say=partial(say, manner.language), view=view(diff, manner))
