"""A calendar as a Gantt chart in Mermaid's language: a section for each plan, bars over the days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from duplan.calendar.model import Calendar, Work, works
from duplan.writers.calendar.days import Span, spans, undated
from duplan.writers.visible import one_line

# What ends a text or begins a comment, a directive, an entity or markup; and a letter at the start,
# because a statement is known by its first word (click, section, title).
_ACTIVE = re.compile(r"[#:;%<>&\"'`{}\\]|^[A-Za-z-]")


def dump(calendar: Calendar) -> str:
    """The chart, with a newline at the end; entries without days stand in comments below it.

    Work of consecutive months is one bar, a deadline a milestone on its day.
    """
    lines = ["gantt", "    dateFormat YYYY-MM-DD", "    axisFormat %Y-%m"]
    if calendar.months:
        lines.insert(1, f"    title {_range(calendar.months)}")
    plans: dict[object, list[Work]] = {}
    for work in works(calendar):
        plans.setdefault(work.plan, []).append(work)
    for gathered in plans.values():
        bars = [bar for work in gathered for bar in _bars(work)]
        if bars:
            plan = gathered[0].plan
            lines += [f"    section {_text(plan.title or plan.source)}", *bars]
    lines += (
        f"    %% not drawn, its year is unknown: {entry.month} {_text(entry.work)}"
        for entry in undated(calendar)
    )
    return "\n".join(lines) + "\n"


def _bars(work: Work) -> Iterator[str]:
    for span in spans(work.entries, lambda before, after: bool(before.start and after.start)):
        deadline = "milestone, " if _is_deadline(span) else ""
        yield f"    {_text(work.text)} :{deadline}{span.first.isoformat()}, {span.days}d"


def _is_deadline(span: Span) -> bool:
    return span.entries[0].start is None


def _range(months: Iterable[str]) -> str:
    every = list(months)
    return _text(every[0] if len(every) == 1 else f"{every[0]} – {every[-1]}")


def _text(text: str) -> str:
    """The text on one line, with the code of each character that the language would act on."""
    return _ACTIVE.sub(lambda match: f"#{ord(match[0])};", one_line(text)) or "#32;"
