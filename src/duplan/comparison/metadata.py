"""What differs about two plans themselves."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.comparison.folding import plain
from duplan.comparison.model import Reason
from duplan.comparison.terms import read
from duplan.plan import Period, Plan


def metadata(old: Plan, new: Plan) -> Iterator[Reason]:
    """Another issuer, another stretch of the year, sections that one plan doesn't have.

    A title or period that only moves on with the years is no difference.
    """
    if plain(old.issuer or "") != plain(new.issuer or ""):
        yield Reason("issuer", old.issuer or "", new.issuer or "")
    if _months(old.period) != _months(new.period):
        yield Reason("period", _said(old.period), _said(new.period))
    before = {_key(one.title): one.title for one in old.sections if one.title}
    after = {_key(one.title): one.title for one in new.sections if one.title}
    yield from (Reason("section", title, "") for key, title in before.items() if key not in after)
    yield from (Reason("section", "", title) for key, title in after.items() if key not in before)


def _key(title: str) -> str:
    return read(title).bare


def _months(period: Period | None) -> tuple[str, str] | None:
    return (period.start[5:], period.end[5:]) if period else None


def _said(period: Period | None) -> str:
    return f"{period.start}/{period.end}" if period else ""
