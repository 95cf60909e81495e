"""The part of a year in a plan's title, which several rules ask for."""

from __future__ import annotations

from duplan.dates.titles import Term, read_term
from duplan.plan import Plan
from duplan.rules.subject import Subject, once


@once
def _terms(subject: Subject) -> dict[str, Term | None]:
    """The terms that were asked for, by title."""
    return {}


def term_of(subject: Subject, plan: Plan) -> Term | None:
    """The month, quarter, half year, semester or school year in a plan's title, read once."""
    known, title = _terms(subject), plan.title or ""
    if title not in known:
        known[title] = read_term(title)
    return known[title]
