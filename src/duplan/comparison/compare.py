"""Two plans compared: the one way in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from duplan.comparison.matching import Match, match
from duplan.comparison.metadata import metadata
from duplan.comparison.model import PARTS, Change, Part, PlanDiff, PlanName, Verdict
from duplan.comparison.own_names import own_names
from duplan.comparison.splits import Family, families
from duplan.comparison.units import Unit, said, units
from duplan.comparison.verdicts import judge
from duplan.plan import Document, Plan


def diff(old: Document | Plan, new: Document | Plan) -> PlanDiff:
    """What ``new`` keeps, changes, moves, adds and drops of ``old``.

    A document stands for its one plan that is no review. Raises ValueError where it has none, or
    several.
    """
    before, after = _plan(old), _plan(new)
    names = own_names(before, after)
    changes = [
        change
        for part in PARTS
        for change in _part(units(before, part, names[0]), units(after, part, names[1]), part)
    ]
    return PlanDiff(
        _name(old, before), _name(new, after), tuple(changes), tuple(metadata(before, after))
    )


def _plan(given: Document | Plan) -> Plan:
    if isinstance(given, Plan):
        return given
    plans = [plan for plan in given.plans if plan.kind != "总结"] or given.plans
    if len(plans) == 1:
        return plans[0]
    name = given.source.name or "the document"
    if not plans:
        raise ValueError(f"{name} holds no plan to compare")
    raise ValueError(f"{name} holds {len(plans)} plans; choose one of document.plans to compare")


def _name(given: Document | Plan, plan: Plan) -> PlanName:
    source = given.source.name if isinstance(given, Document) else ""
    return PlanName(plan.title, plan.issuer, plan.year, source)


def _part(here: Sequence[Unit], there: Sequence[Unit], part: Part) -> list[Change]:
    kept, split, merged = _kin(here, there)
    placed = [
        *_families(split, here, there, "split"),
        *_families(merged, there, here, "merged"),
        *((column, 1, judge(here[row], there[column], score)) for row, column, score in kept),
    ]
    gone = {side.place for _, _, change in placed for side in change.old}
    come = {side.place for _, _, change in placed for side in change.new}
    placed += [
        (column, 1, Change("new", part, new=(unit.side,)))
        for column, unit in enumerate(there)
        if column not in come
    ]
    places = {row: column for row, column, _ in kept}
    placed += [
        (_place(row, places), 2, Change("dropped", part, old=(unit.side,)))
        for row, unit in enumerate(here)
        if row not in gone
    ]
    return [change for _, _, change in sorted(placed, key=lambda one: one[:2])]


def _kin(
    old: Sequence[Unit], new: Sequence[Unit]
) -> tuple[list[Match], list[Family], list[Family]]:
    """Who is whose, what was split and what was merged.

    Which plan is called the old one is no matter: of two ways that are equally good the same is taken.
    """
    if [said(unit) for unit in new] < [said(unit) for unit in old]:
        matches, split, merged = _kin(new, old)
        return _turned(matches), merged, split
    matches = match(old, new)
    split, merged = families(old, new, matches), families(new, old, _turned(matches))
    split, merged = _settled(split, merged)
    gone = {one.whole for one in split} | {row for one in merged for row in one.parts}
    come = {one.whole for one in merged} | {row for one in split for row in one.parts}
    kept = [one for one in matches if one[0] not in gone and one[1] not in come]
    if gone:
        kept += _among(old, new, gone | {one[0] for one in kept}, come | {one[1] for one in kept})
    return kept, split, merged


def _among(
    old: Sequence[Unit], new: Sequence[Unit], gone: Collection[int], come: Collection[int]
) -> list[Match]:
    """The matches among what is left: who lost a partner to a family may have another."""
    rows = [row for row in range(len(old)) if row not in gone]
    columns = [column for column in range(len(new)) if column not in come]
    found = match([old[row] for row in rows], [new[column] for column in columns])
    return [(rows[a], columns[b], score) for a, b, score in found]


def _turned(matches: Sequence[Match]) -> list[Match]:
    return sorted((column, row, score) for row, column, score in matches)


def _settled(split: list[Family], merged: list[Family]) -> tuple[list[Family], list[Family]]:
    """Without what is called split and merged at once; the surer of the two stays."""
    for family in sorted(merged, key=lambda one: one.score):
        clash = [one for one in split if one.whole in family.parts or family.whole in one.parts]
        if any(one.score >= family.score for one in clash):
            merged = [one for one in merged if one != family]
        else:
            split = [one for one in split if one not in clash]
    return split, merged


def _families(
    found: Sequence[Family], wholes: Sequence[Unit], parts: Sequence[Unit], verdict: Verdict
) -> Iterator[tuple[int, int, Change]]:
    for family in found:
        whole = wholes[family.whole]
        pieces = tuple(parts[at].side for at in family.parts)
        score = round(family.score, 3)
        if verdict == "split":
            yield family.parts[0], 1, Change(verdict, whole.part, (whole.side,), pieces, score)
        else:
            yield family.whole, 1, Change(verdict, whole.part, pieces, (whole.side,), score)


def _place(row: int, places: dict[int, int]) -> int:
    """Where in the new plan something dropped stood: after the unit before it that is still there."""
    while row >= 0 and row not in places:
        row -= 1
    return places.get(row, -1)
