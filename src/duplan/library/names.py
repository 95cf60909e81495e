"""How people name plans: a file, a year (2020), an issuer and a year (清溪区@2020)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from duplan.library.choice import folded, searched

_YEAR = re.compile(r"((?:19|20)\d\d)\s*(?:年|学年|學年)?度?", re.ASCII)
_NUMBERED = re.compile(r"(?P<file>.+)#(?P<number>[1-9]\d{0,3})", re.ASCII | re.DOTALL)
_REVIEW = "总结"


class Named(Protocol):
    """What a plan can be named by; ``number`` counts the plans of its file from 1."""

    @property
    def title(self) -> str | None: ...
    @property
    def issuer(self) -> str | None: ...
    @property
    def year(self) -> int | None: ...
    @property
    def kind(self) -> str | None: ...
    @property
    def number(self) -> int: ...


AnyPlan = TypeVar("AnyPlan", bound=Named)


@dataclass(frozen=True, slots=True)
class PlanQuery:
    """A part of the issuer's name, folded, and a year; None where it doesn't matter."""

    issuer: str | None
    year: int | None


def read_query(text: str) -> PlanQuery | None:
    """2020, 2020年, 清溪区@2020, 清溪区@; None where the text is neither a year nor has an @."""
    issuer, at, year = text.rpartition("@")
    match = _YEAR.fullmatch(year.strip())
    if match:
        return PlanQuery(asked_name(issuer), int(match[1]))
    named = asked_name(issuer)
    return PlanQuery(named, None) if at and named and not year.strip() else None


def numbered(text: str) -> tuple[str, int | None]:
    """A file and which of its plans: 计划.docx#2."""
    match = _NUMBERED.fullmatch(text)
    return (match["file"], int(match["number"])) if match else (text, None)


def fitting(query: PlanQuery, plans: Iterable[AnyPlan]) -> list[AnyPlan]:
    """The plans that are named so. Reviews (总结) count only where nothing else is."""
    found = [
        plan
        for plan in plans
        if (query.year is None or plan.year == query.year)
        and (query.issuer is None or is_issued_by(plan, query.issuer))
    ]
    return [plan for plan in found if plan.kind != _REVIEW] or found


def is_issued_by(plan: Named, name: str) -> bool:
    """Whether a folded name, or a part of one, is the issuer's or stands in the title."""
    return any(name in folded(text) for text in (plan.issuer, plan.title) if text)


def asked_name(name: str) -> str | None:
    """A name that someone typed, folded, in simplified characters as plans are; None for none."""
    return searched(name) or None
