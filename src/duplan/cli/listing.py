"""How the plans of a library look in a terminal: figures in columns, the title beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from duplan.cli.console import Console, clean
from duplan.cli.layout import cells, pad, wrap

if TYPE_CHECKING:
    from duplan.library import Listed

_COLUMNS = ("year", "kind", "goals", "tasks", "entries", "findings")
_TEXTS = 2  # the columns that are no figures
_LEAST = (4, 6, 4, 4, 4, 4)  # the widths that their contents need
_GAP = "  "
_NARROWEST = 20


def listing(plans: Iterable[Listed], console: Console, width: int) -> Iterator[str]:
    """A heading, then for each plan its figures and title, and below it whose it is and its file."""
    names = [console.say(f"list.{name}") for name in _COLUMNS]
    widths = [max(cells(name), least) for name, least in zip(names, _LEAST, strict=True)]
    room = max(width - sum(widths) - len(widths) * len(_GAP), _NARROWEST)
    yield console.style(_row(names, widths) + console.say("list.plan"), "bold") + "\n"
    for plan in plans:
        figures = (plan.goals, plan.tasks, plan.entries, plan.findings)
        left = _row([str(plan.year or "—"), plan.kind or "—", *map(str, figures)], widths)
        title = wrap(clean(plan.title or console.say("show.untitled")), room)
        source = wrap(clean(" · ".join(filter(None, (plan.issuer, plan.source)))), room)
        margin = " " * cells(left)
        yield f"{left}{title[0]}\n"
        for line in title[1:]:
            yield f"{margin}{line}\n"
        for line in source:
            yield f"{margin}{console.style(line, 'dim')}\n"


def _row(values: list[str], widths: list[int]) -> str:
    texts = [pad(value, wide) for value, wide in zip(values, widths, strict=True)][:_TEXTS]
    figures = [
        " " * (wide - cells(value)) + value for value, wide in zip(values, widths, strict=True)
    ][_TEXTS:]
    return _GAP.join([*texts, *figures]) + _GAP
