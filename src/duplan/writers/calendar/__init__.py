"""Calendars in the formats of other programs: one module or folder a format, and the table of them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from duplan.calendar.model import Calendar
from duplan.writers.calendar.manner import Manner

Dump = Callable[[Calendar, Manner], str | bytes]


class CalendarWriter(NamedTuple):
    """``dump(calendar, manner)`` gives text that ends with a newline, or the bytes of a file.

    A ``dated`` format shows entries on their days only: it leaves out those of ``days.undated``. One of
    ``works`` wants each piece of work with all its months, those too that nobody asked for: what a
    program knows again by its UID has to be the same whatever was asked.
    """

    dump: Dump
    suffix: str
    dated: bool = False
    works: bool = False


def _module(name: str, *told: str) -> Dump:
    """The ``dump`` of a module here, imported when it is called; ``told`` of the manner by keyword."""

    def dump(calendar: Calendar, manner: Manner) -> str | bytes:
        module = import_module(f"duplan.writers.calendar.{name}")
        written: str | bytes = module.dump(
            calendar, **{each: getattr(manner, each) for each in told}
        )
        return written

    return dump


CALENDAR_WRITERS: dict[str, CalendarWriter] = {
    "json": CalendarWriter(_module("json"), ".json"),
    "csv": CalendarWriter(_module("csv"), ".csv"),
    "markdown": CalendarWriter(_module("markdown", "language"), ".md"),
    "ics": CalendarWriter(_module("ics", "language", "stamp"), ".ics", dated=True, works=True),
    "xlsx": CalendarWriter(_module("xlsx", "language", "stamp"), ".xlsx"),
    "html": CalendarWriter(_module("html", "language"), ".html"),
    "mermaid": CalendarWriter(_module("mermaid"), ".mmd", dated=True),
}
