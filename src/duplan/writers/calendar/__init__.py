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

    A ``dated`` format shows entries on their days only: it leaves out those of ``days.undated``.
    """

    dump: Dump
    suffix: str
    dated: bool = False


def _data(name: str) -> Dump:
    """The ``dump`` of a module that writes for programs; imported when it is called."""

    def dump(calendar: Calendar, _: Manner) -> str | bytes:
        written: str | bytes = import_module(f"duplan.writers.calendar.{name}").dump(calendar)
        return written

    return dump


def _sheet(name: str) -> Dump:
    """The ``dump`` of a module that writes for people; imported when it is called."""

    def dump(calendar: Calendar, manner: Manner) -> str | bytes:
        module = import_module(f"duplan.writers.calendar.{name}")
        written: str | bytes = module.dump(calendar, manner)
        return written

    return dump


CALENDAR_WRITERS: dict[str, CalendarWriter] = {
    "json": CalendarWriter(_data("json"), ".json"),
    "csv": CalendarWriter(_data("csv"), ".csv"),
    "markdown": CalendarWriter(_sheet("markdown"), ".md"),
    "ics": CalendarWriter(_sheet("ics"), ".ics", dated=True),
    "xlsx": CalendarWriter(_sheet("xlsx"), ".xlsx"),
    "html": CalendarWriter(_sheet("html"), ".html"),
    "mermaid": CalendarWriter(_data("mermaid"), ".mmd", dated=True),
}
