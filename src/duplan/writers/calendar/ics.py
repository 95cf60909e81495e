"""A calendar as iCalendar (RFC 5545): all-day events that calendar programs import and update.

A UID is made of what the work is, not of when it is due nor of where it was read: imported again, from
another machine or after a deadline, a remark or a unit was changed, it updates the event that is there.
For that the calendar has to hold its works whole, whatever months were asked for.

No time of writing is in the file: DTSTAMP is when the plans were last changed where that is known, else
the beginning of the event's year; without METHOD it is the time of the last revision (RFC 5545,
3.8.7.2).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from duplan.calendar.model import Calendar, Entry, Work, works
from duplan.writers.calendar.days import ONE_DAY, Span, spans
from duplan.writers.calendar.details import plan_name, printed_time, units
from duplan.writers.calendar.manner import Language
from duplan.writers.calendar.recurrence import Event, events
from duplan.writers.calendar.words import say
from duplan.writers.visible import visible

if TYPE_CHECKING:
    import icalendar

PRODID = "-//duplan//calendar 1.0//ZH"
_ALARM = timedelta(days=-3, hours=9)  # nine in the morning, three days before a deadline
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def dump(calendar: Calendar, language: Language = "zh", stamp: datetime | None = None) -> str:
    """The entries that have days, as VEVENTs; lines end with CR LF.

    Times of several months in a row are one event; work that repeats is as few events with an RRULE as
    name exactly its days. A deadline is an event on its day with an alarm.
    """
    from icalendar import Calendar as Output

    stamp = stamp.astimezone(UTC) if stamp else None
    output = Output()
    output.add("version", "2.0")
    output.add("prodid", PRODID)
    output.add("calscale", "GREGORIAN")
    output.add("x-wr-calname", say(language, "calendar"))
    known: dict[tuple[object, ...], int] = {}
    for work in works(calendar):
        for event in _events(work):
            uid = _uid(event.spans[0].entries[0], known)
            output.add_component(_vevent(event, uid, language, stamp))
    written: bytes = output.to_ical()
    return written.decode()


def _events(work: Work) -> Iterator[Event]:
    """The events of a piece of work; entries of a series with another text (继续…) are apart."""
    by_text: dict[str, list[Entry]] = {}
    for entry in work.entries:
        by_text.setdefault(entry.text, []).append(entry)
    for alike in by_text.values():
        yield from events(_spans(alike))


def _spans(alike: Sequence[Entry]) -> list[Span]:
    """The printed times as days: those of several months whole, what recurs in each month apart."""
    by_time: dict[tuple[str, str], list[Entry]] = {}
    for entry in alike:
        by_time.setdefault((entry.id, entry.when), []).append(entry)
    return [span for entries in by_time.values() for span in spans(entries, _is_one_time)]


def _is_one_time(before: Entry, after: Entry) -> bool:
    recurs = "recurring" in (before.precision, after.precision)
    return bool(before.start and after.start) and not recurs


def _uid(first: Entry, known: dict[tuple[object, ...], int]) -> str:
    """Made of whose plan it is, its year and what the work is, whenever that is due; events that are
    alike in all of that are counted."""
    plan = first.plan
    work = (first.title or first.series or first.text).replace(first.when, "")
    key = (plan.issuer or plan.title, plan.year, first.from_, work)
    known[key] = ordinal = known.get(key, 0) + 1
    named = json.dumps([*key, ordinal], ensure_ascii=True).encode()
    return f"{hashlib.sha256(named).hexdigest()[:32]}@duplan"


def _vevent(event: Event, uid: str, language: Language, stamp: datetime | None) -> icalendar.Event:
    from icalendar import Alarm
    from icalendar import Event as Output

    first = event.spans[0]
    entries = [entry for span in event.spans for entry in span.entries]
    summary = visible(entries[0].work)
    output = Output()
    output.add("uid", uid)
    output.add("dtstamp", stamp or datetime(first.first.year, 1, 1, tzinfo=UTC))
    if stamp:
        output.add("last-modified", stamp)
    output.add("sequence", _sequence(stamp))
    output.add("dtstart", first.first)
    output.add("dtend", first.last + ONE_DAY)
    if event.rule:
        months = {"bymonth": list(event.rule.months)} if event.rule.months else {}
        output.add(
            "rrule",
            {"freq": "monthly", **months, "bymonthday": event.rule.day, "until": event.rule.until},
        )
    output.add("summary", summary)
    output.add("description", _description(entries, language))
    output.add("categories", _categories(entries[0], language))
    output.add("transp", "TRANSPARENT")
    if entries[0].start is None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", _ALARM)
        alarm.add("description", summary)
        output.add_component(alarm)
    return output


def _sequence(stamp: datetime | None) -> int:
    """A number that grows when the plans are changed, as clients need it that keep the higher one:
    the minutes since 1970."""
    return (stamp - _EPOCH) // timedelta(minutes=1) if stamp else 0


def _categories(entry: Entry, language: Language) -> list[str]:
    issuer = [visible(entry.plan.issuer)] if entry.plan.issuer else []
    return [*issuer, say(language, entry.from_)]


def _description(entries: Sequence[Entry], language: Language) -> str:
    """A line for each thing known; where the months of an event differ in it, for each of them."""
    months = list(dict.fromkeys(entry.month for entry in entries))
    lines = []
    for key, detail in _DETAILS.items():
        told: dict[str, list[str]] = {}
        for entry in entries:
            if text := detail(entry, language):
                told.setdefault(text, []).append(entry.month)
        for text, own in told.items():
            of = "" if list(dict.fromkeys(own)) == months else f" ({', '.join(own)})"
            lines.append(f"{say(language, key)}{of}{say(language, 'colon')}{visible(text)}")
    return "\n".join(lines)


def _units(entry: Entry, language: Language) -> str:
    return say(language, "semicolon").join(units(entry, language))


def _title(entry: Entry, _: Language) -> str:
    return f"{entry.label}{entry.title}" if entry.title not in ("", entry.text) else ""


def _raw(entry: Entry, _: Language) -> str:
    raw = entry.place.raw.strip() if entry.place else ""
    return raw if raw != entry.text else ""


# key of the words that it has, and what it says of an entry
_DETAILS: dict[str, Callable[[Entry, Language], str]] = {
    "units": _units,
    "when": lambda entry, _: printed_time(entry),
    "remark": lambda entry, _: entry.remark or "",
    "title": _title,
    "plan": lambda entry, language: plan_name(entry.plan, language),
    "raw": _raw,
}
