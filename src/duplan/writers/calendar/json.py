"""A calendar as JSON: the published form, version 1.0.

Each object is put together from strings that the C encoder of ``json`` quotes: what indents in the
standard library is Python, and takes five times as long for thousands of entries.
"""

from __future__ import annotations

from collections.abc import Iterable
from json.encoder import encode_basestring

from duplan.calendar.model import Calendar, Entry, Place, PlanName, Unit
from duplan.writers.json import escape

SCHEMA_VERSION = "1.0"
_LIST = ",\n".join


def dump(calendar: Calendar) -> str:
    """One indented object, with a newline at the end: what ``json.dumps`` writes of the same data."""
    plans: dict[PlanName, str] = {}
    entries = []
    for entry in calendar.entries:
        plan = plans.get(entry.plan)
        if plan is None:
            plan = plans[entry.plan] = _plan(entry.plan)
        entries.append(_entry(entry, plan))
    months = _array((f"    {_text(month)}" for month in calendar.months), "  ")
    return escape(
        f'{{\n  "schema_version": "{SCHEMA_VERSION}",\n  "months": {months},\n'
        f'  "entries": {_array(entries, "  ")}\n}}\n'
    )


def _entry(entry: Entry, plan: str) -> str:
    """An element of ``entries``."""
    return f"""\
    {{
      "month": {_text(entry.month)},
      "text": {_text(entry.text)},
      "plan": {plan},
      "from": {_text(entry.from_)},
      "id": {_text(entry.id)},
      "label": {_text(entry.label)},
      "precision": {_text(entry.precision)},
      "start": {_optional(entry.start)},
      "end": {_optional(entry.end)},
      "responsible": {_array(map(_unit, entry.responsible), "      ")},
      "remark": {_optional(entry.remark)},
      "series": {_optional(entry.series)},
      "when": {_text(entry.when)},
      "title": {_text(entry.title)},
      "place": {_place(entry.place)}
    }}"""


def _plan(plan: PlanName) -> str:
    year = "null" if plan.year is None else str(plan.year)
    return f"""{{
        "title": {_optional(plan.title)},
        "issuer": {_optional(plan.issuer)},
        "year": {year},
        "source": {_text(plan.source)},
        "number": {plan.number}
      }}"""


def _unit(unit: Unit) -> str:
    return f"""\
        {{
          "name": {_text(unit.name)},
          "duty": {_text(unit.duty)}
        }}"""


def _place(place: Place | None) -> str:
    if place is None:
        return "null"
    return f"""{{
        "line": {place.line},
        "block": {_text(place.block)},
        "raw": {_text(place.raw)}
      }}"""


def _array(elements: Iterable[str], indent: str) -> str:
    written = _LIST(elements)
    return f"[\n{written}\n{indent}]" if written else "[]"


_text = encode_basestring


def _optional(text: str | None) -> str:
    return "null" if text is None else encode_basestring(text)
