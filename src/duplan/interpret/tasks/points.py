"""Points: 一是…, 二是… in a task's body."""

from __future__ import annotations

from duplan.interpret.context import Context
from duplan.interpret.sentences import first_clause
from duplan.outline.markers import Marker
from duplan.plan import Point
from duplan.text.normal import Text


def make_point(marker: Marker, text: Text, context: Context) -> Point:
    """A point as published: its first clause is the title."""
    title, rest = first_clause(text)
    return Point.model_construct(
        label=marker.label,
        title=title.shown,
        text=rest.shown,
        provenance=context.places(title, rest),
    )
