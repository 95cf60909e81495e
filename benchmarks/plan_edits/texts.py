"""Edits made to a document's text, which is read again: what reading makes of them is compared too."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from duplan import parse
from duplan.comparison.model import PARTS, Part, Verdict
from duplan.comparison.units import units
from duplan.plan import Plan

from . import particulars
from .rewording import reword
from .truth import Edited, Fate

_LABEL = re.compile(r"^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．]\s*)?$")
_ENDS = "。；; "
_SHORTEST = 6  # characters of a title that is looked for
WAYS = ("keep", "reword", "number", "month", "extent", "drop")
SHARES = (30, 35, 12, 6, 7, 10)
_CHANGING: dict[str, Callable[[Random, str], particulars.Two | None]] = {
    "number": particulars.number,
    "month": particulars.month,
    "extent": particulars.extent,
}


@dataclass(slots=True)
class _Unit:
    """A piece of work where it stands in the text; ``new`` is None where it is dropped."""

    part: Part
    title: str
    old: str
    new: str | None
    verdict: Verdict = "continued"
    edits: tuple[str, ...] = ("none",)


def edited_text(name: str, text: str, seed: int) -> Edited | None:
    """The plan of a text and that of the text edited; None where reading parts them otherwise."""
    plan = _plan(text)
    if plan is None:
        return None
    rng = Random(f"{name} {seed}")  # noqa: S311
    found = [
        _Unit(part, unit.side.title, unit.side.title, unit.side.title)
        for part in PARTS
        for unit in units(plan, part)
    ]
    old = new = text
    for unit in found:
        if len(unit.title) < _SHORTEST or text.count(unit.title) != 1:
            continue
        if sum(unit.title in other.title for other in found) != 1:
            continue
        _edit(rng, unit, text)
        old = old.replace(unit.title, unit.old)
        new = _without(new, unit.title) if unit.new is None else new.replace(unit.title, unit.new)
    before, after = _plan(old), _plan(particulars.next_years(new))
    if before is None or after is None:
        return None
    fates = _fates(found, before, after)
    return Edited(f"{name}~{seed}", before, after, fates) if fates is not None else None


def _edit(rng: Random, unit: _Unit, text: str) -> None:
    way = rng.choices(WAYS, SHARES)[0]
    if way == "drop" and _alone(text, unit.title):
        unit.new, unit.verdict, unit.edits = None, "dropped", ("drop",)
    elif way == "reword":
        other = reword(rng, unit.title)
        if other:
            unit.new, unit.edits = other, ("reword",)
    elif way in _CHANGING:
        two = _CHANGING[way](rng, unit.title)
        dated = way == "month" and unit.part == "monthly_schedule"
        if two and not dated:
            unit.old, unit.new, unit.edits = two.old, two.new, (way,)
            unit.verdict = "moved" if way == "month" else "changed"


def _alone(text: str, title: str) -> bool:
    """Whether nothing but a number stands with the title on its line."""
    line = next(line for line in text.splitlines() if title in line)
    before, _, behind = line.partition(title)
    return _LABEL.match(before) is not None and not behind.strip(_ENDS)


def _without(text: str, title: str) -> str:
    return "\n".join(line for line in text.splitlines() if title not in line)


def _plan(text: str) -> Plan | None:
    plans = [plan for plan in parse(text).plans if plan.kind != "总结"]
    return plans[0] if len(plans) == 1 else None


def _fates(found: list[_Unit], old: Plan, new: Plan) -> tuple[Fate, ...] | None:
    """The edits with the ids that reading gave; None where a piece isn't read as it was written."""
    fates = []
    for part in PARTS:
        here = [unit for unit in found if unit.part == part]
        there = [unit for unit in here if unit.new is not None]
        before = [unit.side for unit in units(old, part)]
        after = [unit.side for unit in units(new, part)]
        if [side.title for side in before] != [unit.old for unit in here]:
            return None
        if [side.title for side in after] != [
            particulars.next_years(unit.new or "") for unit in there
        ]:
            return None
        ids = {id(unit): side.id for unit, side in zip(there, after, strict=True)}
        for unit, side in zip(here, before, strict=True):
            named = (ids[id(unit)],) if unit.new is not None else ()
            fates.append(Fate(unit.verdict, part, (side.id,), named, unit.edits))
    return tuple(fates)
