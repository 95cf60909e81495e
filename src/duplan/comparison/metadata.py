"""What differs about two plans themselves."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.comparison.folding import plain
from duplan.comparison.kinship import kinship
from duplan.comparison.model import Reason
from duplan.comparison.terms import read
from duplan.comparison.thresholds import SAME_WORK
from duplan.plan import Period, Plan, Section


def metadata(old: Plan, new: Plan) -> Iterator[Reason]:
    """Another issuer, another stretch of the year, sections that one plan doesn't have.

    A title or period that only moves on with the years is no difference.
    """
    if plain(old.issuer or "") != plain(new.issuer or ""):
        yield Reason("issuer", old.issuer or "", new.issuer or "")
    if _months(old.period) != _months(new.period):
        yield Reason("period", _said(old.period), _said(new.period))
    for section in old.sections:
        if section.title and not any(_same(section, other) for other in new.sections):
            yield Reason("section", section.title, "")
    for section in new.sections:
        if section.title and not any(_same(section, other) for other in old.sections):
            yield Reason("section", "", section.title)


def _same(here: Section, there: Section) -> bool:
    """Whether both are for the same: 工作目标 and 主要目标; a section of tasks goes by its words."""
    if here.role == there.role and here.role not in ("tasks", "other"):
        return True
    return (
        bool(there.title) and kinship(read(here.title or ""), read(there.title or "")) >= SAME_WORK
    )


def _months(period: Period | None) -> tuple[str, str] | None:
    return (period.start[5:], period.end[5:]) if period else None


def _said(period: Period | None) -> str:
    return f"{period.start}/{period.end}" if period else ""
