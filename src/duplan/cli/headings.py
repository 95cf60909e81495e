"""How the views of a calendar name its plans, so that each is told from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from duplan.calendar.model import Entry, PlanName
from duplan.cli.console import Console, clean
from duplan.cli.layout import cells, wrap

_GAP = "  "


class Headings:
    """The plans of some entries, each once, in the order of their first entries."""

    def __init__(self, console: Console, entries: Iterable[Entry]) -> None:
        self._console = console
        self._brush = cache(console.brush)
        self.plans = list(dict.fromkeys({id(entry.plan): entry.plan for entry in entries}.values()))
        self._titled = Counter(plan.title for plan in self.plans)
        self._named = Counter((plan.title, plan.issuer) for plan in self.plans)

    def title(self, plan: PlanName) -> str:
        """The title of a plan, else its file; safe to print."""
        return clean(plan.title or plan.source or self._console.say("show.untitled"))

    def name(self, plan: PlanName) -> str:
        """One line that is like no other plan's from its beginning on, for columns that cut it."""
        title = self.title(plan)
        if not plan.title or self._titled[plan.title] == 1:
            return title
        alike = not plan.issuer or self._named[plan.title, plan.issuer] > 1
        return f"{clean(_file(plan) if alike else plan.issuer or '')} {title}"

    def origin(self, plan: PlanName) -> str:
        """Who issued a plan, unless its title says so, and its file where others are named alike."""
        parts = [plan.issuer] if plan.issuer and plan.issuer not in (plan.title or "") else []
        if plan.title and self._named[plan.title, plan.issuer] > 1:
            parts.append(_file(plan))
        return clean(_GAP.join(parts))

    def lines(self, plan: PlanName, width: int, style: str) -> list[str]:
        """The heading of a plan: its title in a style, and its origin, below where it has no room."""
        paint, dim = self._brush(style), self._brush("dim")
        title, origin = self.title(plan), self.origin(plan)
        if origin and cells(title) + len(_GAP) + cells(origin) <= width:
            return [f"{paint(title)}{_GAP}{dim(origin)}"]
        below = wrap(origin, width) if origin else []
        return [*map(paint, wrap(title, width)), *map(dim, below)]


def _file(plan: PlanName) -> str:
    return plan.source + (f"#{plan.number}" if plan.number > 1 else "")
