"""Writing an answer in a format for other programs and for paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from duplan.cli.console import Console
from duplan.cli.formats import format_of
from duplan.cli.outputs import save
from duplan.writers.calendar import CALENDAR_WRITERS, CalendarWriter
from duplan.writers.calendar.manner import Manner

if TYPE_CHECKING:
    from duplan.calendar.model import Calendar
    from duplan.cli.selection import Chosen


def writer_of(console: Console, to: str | None, output: str | None) -> CalendarWriter:
    """The writer of a format, or of what the name of the file says; raises as ``format_of`` does."""
    suffixes = {name: each.suffix for name, each in CALENDAR_WRITERS.items()}
    return CALENDAR_WRITERS[format_of(console, suffixes, to, output)]


def publish(
    console: Console,
    calendar: Calendar,
    writer: CalendarWriter,
    output: str | None,
    chosen: Sequence[Chosen],
) -> bool:
    """Write the calendar to the file or to standard output; False where that failed."""
    if writer.dated:
        from duplan.writers.calendar.days import undated

        left = len(undated(calendar))
        if left:
            console.tell(console.say("calendar.undated", count=left))
    changes = [change for each in chosen if (change := each.library.last_change())]
    manner = Manner(console.paper, max(changes, default=None))
    written = writer.dump(calendar, manner)
    if output is not None:
        return save(console, Path(output), written)
    console.write(written)
    return True
