"""The part of a year in a plan's title, which several rules ask for."""

from __future__ import annotations

from duplan.dates.titles import Term, read_term
from duplan.plan import Plan
from duplan.rules.subject import Subject, once


@once
def _terms(subject: Subject) -> dict[str, Term | None]:
    """The terms of the plans by title."""
    return {title: read_term(title) for title in {plan.title or "" for plan in subject.plans}}


def term_of(subject: Subject, plan: Plan) -> Term | None:
    """The month, quarter, half year, semester or school year in a plan's title, read once."""
    return _terms(subject)[plan.title or ""]
