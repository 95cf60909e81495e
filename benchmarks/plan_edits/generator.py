"""Two plans of one: a year's plan edited at random into the next one's, and what became of what."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from duplan.comparison.folding import plain
from duplan.comparison.model import PARTS, Verdict
from duplan.comparison.units import units
from duplan.plan import Plan

from . import particulars
from .families import alike, joined, parted
from .offices import move_office
from .pieces import Piece, Work, put_together, take_apart
from .rewording import reword
from .truth import Edited, Fate

Edit = Callable[[Random, str], "particulars.Two | None"]

# How often each is tried on a piece; where one doesn't fit, the piece is reworded.
SHARES = {
    "keep": 24,
    "reword": 24,
    "number": 7,
    "extent": 6,
    "frequency": 2,
    "month": 9,
    "number and month": 2,
    "unit": 4,
    "body": 4,
    "another thing": 3,
    "drop": 8,
    "split or merge": 16,
}
ADDED = 0.1  # for each piece that the plan has
ALSO_REWORDED = 0.35  # of those that change otherwise
TOO_LIKE = 0.4  # of pairs of characters: what another plan has and this one may well have too
AS_GOOD_AS = 0.7  # of pairs of characters: what the same plan has elsewhere already


@dataclass(slots=True)
class Trace:
    """What became of pieces, before they have ids."""

    verdict: Verdict
    old: list[Piece]
    new: list[Piece]
    edits: tuple[str, ...]


class _Edition:
    """One plan being edited; ``traces`` grow as it goes."""

    def __init__(self, rng: Random, base: Work) -> None:
        self.rng = rng
        self.months = [entry.months for entry in base.entries]
        self.titles = [piece.title for piece in base.pieces()]
        self.traces: list[Trace] = []

    def pieces(self, old: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
        """Both plans' pieces of one list."""
        before: list[Piece] = []
        after: list[Piece] = []
        waiting = list(old)
        while waiting:
            piece = waiting.pop(0)
            way = self.rng.choices(list(SHARES), list(SHARES.values()))[0]
            traces: list[Trace] = []
            if way == "split or merge" and waiting:
                traces = self._family(piece, waiting)
            elif way in ("drop", "another thing") and not piece.below:
                traces = self._gone(piece, way)
            traces = traces or [self._changed(piece, way)]
            if piece.below:
                above = traces[0].old[0], traces[0].new[0]
                above[0].below, above[1].below = self.pieces(piece.below)
            for trace in traces:
                before += trace.old
                after += trace.new
            self.traces += traces
        return before, after

    def _gone(self, piece: Piece, way: str) -> list[Trace]:
        old, new = piece.copy(), piece.copy()
        dropped = Trace("dropped", [old], [], (way,))
        if way == "drop":
            return [dropped]
        two = particulars.other_thing(self.rng, piece.title)
        if two is None or any(
            alike(two.new, one) > AS_GOOD_AS for one in self.titles if one != two.old
        ):
            return []
        new.title, new.text = two.new, ""
        return [dropped, Trace("new", [], [new], (way,))]

    def _changed(self, piece: Piece, way: str) -> Trace:
        """The same work, changed or not."""
        old, new = piece.copy(), piece.copy()
        edits: list[str] = []
        verdict: Verdict = "continued"
        if way in ("number", "number and month") and self._said(old, new, particulars.number):
            edits.append("number")
        if way == "extent" and self._said(old, new, particulars.extent):
            edits.append("extent")
        if way == "frequency" and self._said(old, new, particulars.frequency):
            edits.append("frequency")
        if way in ("month", "number and month") and self._moved(old, new):
            edits.append("month")
        if way == "unit" and piece.part != "goals":
            self._unit(old, new)
            edits.append("unit")
        if way == "body" and self._body(old, new):
            edits.append("body")
        if edits:
            verdict = "moved" if edits == ["month"] else "changed"
        chance = 0.0 if way == "keep" else ALSO_REWORDED if edits else 1.0
        if self.rng.random() < chance:
            other = self._reworded(old.title, new.title)
            if other:
                new.title = other
                edits.append("reword")
        return Trace(verdict, [old], [new], tuple(edits) or ("none",))

    def _reworded(self, before: str, after: str) -> str | None:
        """Other words for a title that has kept its particulars."""
        other = reword(self.rng, after)
        return other if other and plain(other) != plain(before) else None

    def _said(self, old: Piece, new: Piece, edit: Edit) -> bool:
        state = self.rng.getstate()
        before = edit(self.rng, old.title)
        self.rng.setstate(state)  # what was changed before has to be changed alike on both sides
        after = edit(self.rng, new.title)
        if before is None or after is None:
            return False
        old.title, new.title = before.old, after.new
        return True

    def _moved(self, old: Piece, new: Piece) -> bool:
        if old.part != "monthly_schedule":
            return self._said(old, new, particulars.month)
        here = set(self._months_of(old))
        free = [
            at
            for at in range(len(self.months))
            if self.months[at] and here and set(self.months[at]) != here
        ]
        if not free or len(old.entries) > 1 or re.search(r"\d月|[日号]|/|学期|季|年", old.title):
            return False
        new.entries = (self.rng.choice(free),)
        return True

    def _months_of(self, piece: Piece) -> list[int]:
        return [month for at in piece.entries for month in self.months[at]]

    def _unit(self, old: Piece, new: Piece) -> None:
        if not old.units:
            old.units = (self.rng.choice(particulars.UNITS),)
        others = [unit for unit in particulars.UNITS if unit not in old.units]
        gone, come = self.rng.choice(old.units), self.rng.choice(others)
        new.units = tuple(come if unit == gone else unit for unit in old.units)
        new.text = old.text.replace(gone, come)

    def _body(self, old: Piece, new: Piece) -> bool:
        two = particulars.figure_inside(self.rng, old.text)
        if two is None:
            return False
        new.text = two.new
        return True

    def _family(self, piece: Piece, waiting: list[Piece]) -> list[Trace]:
        """One that becomes two or two that become one: by its own words, or with the next one."""
        parts, whole = parted(piece), piece.copy()
        if not parts:
            joint = joined(self.rng, piece, waiting[0])
            if joint is None:
                return []
            parts, whole = [piece.copy(), waiting.pop(0).copy()], joint
        edits = ["reword"] if self.rng.random() < ALSO_REWORDED / 2 else []
        if edits:
            part = self.rng.choice(parts)
            part.title = reword(self.rng, part.title) or part.title
        if self.rng.random() < 0.5:
            return [Trace("split", [whole], parts, ("split", *edits))]
        return [Trace("merged", parts, [whole], ("merge", *edits))]


def edited(name: str, plan: Plan, others: Sequence[Plan], seed: int) -> Edited:
    """The plan as its old and its new year have it. ``others`` lend what is new."""
    rng = Random(f"{name} {seed}")  # noqa: S311
    base = take_apart(plan)
    edition = _Edition(rng, base)
    goals, tasks, scheduled = (
        edition.pieces(list_) for list_ in (base.goals, base.tasks, base.scheduled)
    )
    old = Work(goals[0], tasks[0], scheduled[0], base.entries, base.sections)
    new = Work(goals[1], tasks[1], scheduled[1], base.entries, base.sections)
    _add(rng, edition, old, new, others)
    _reorder(rng, new)
    for piece in new.pieces():
        piece.title = particulars.next_years(piece.title)
        piece.text = particulars.next_years(piece.text)
    before = put_together(plan, old)
    after = put_together(plan, new, rng.choice((0, 0, 1, 2)))
    after = _next_year(after)
    office = rng.random() < 0.25 and move_office(rng, after)
    if office:
        after = office.plan
    traces = [
        trace
        if not (office and trace.old and trace.new)
        else Trace(trace.verdict, trace.old, trace.new, (*trace.edits, "issuer"))
        for trace in edition.traces
    ]
    return Edited(
        f"{name}#{seed}", before, after, _fates(traces, _ids(old, before), _ids(new, after))
    )


def _add(rng: Random, edition: _Edition, old: Work, new: Work, others: Sequence[Plan]) -> None:
    """Work of other plans, of which this one has nothing like it."""
    lent = [take_apart(plan) for plan in others]
    lists = (
        (new.goals, [piece for work in lent for piece in work.goals]),
        (new.tasks, [piece for work in lent for piece in work.tasks]),
        (new.scheduled, [piece for work in lent for piece in work.scheduled]),
    )
    known = [piece.title for work in (old, new) for piece in work.pieces()]
    for list_, offered in lists:
        for _ in range(sum(rng.random() < ADDED for _ in list_)):
            if not offered:
                continue
            piece = rng.choice(offered).copy()
            if any(alike(piece.title, title) > TOO_LIKE for title in known):
                continue
            if piece.part == "monthly_schedule":
                piece.entries = (rng.randrange(len(edition.months)),)
            else:
                piece.section = rng.choice(list_).section
            known.append(piece.title)
            list_.insert(rng.randint(0, len(list_)), piece)
            edition.traces.append(Trace("new", [], [piece], ("add",)))


def _reorder(rng: Random, work: Work) -> None:
    """Pieces of a list in another order, whole sections too."""
    lists = [work.goals, work.scheduled, *(piece.below for piece in work.pieces())]
    for list_ in lists:
        if rng.random() < 0.4:
            rng.shuffle(list_)
    if rng.random() < 0.3:
        rng.shuffle(work.tasks)
    if rng.random() < 0.3:
        work.sections = rng.sample(work.sections, len(work.sections))
        order = {section.id: at for at, section in enumerate(work.sections)}
        work.tasks.sort(key=lambda piece: order.get(piece.section, 0))


def _next_year(plan: Plan) -> Plan:
    sections = [
        section.model_copy(
            update={"title": section.title and particulars.next_years(section.title)}
        )
        for section in plan.sections
    ]
    return plan.model_copy(
        update={
            "title": plan.title and particulars.next_years(plan.title),
            "year": plan.year and plan.year + 1,
            "sections": sections,
        }
    )


def _fates(
    traces: Sequence[Trace], here: dict[int, str], there: dict[int, str]
) -> tuple[Fate, ...]:
    fates = []
    for trace in traces:
        part = (trace.old or trace.new)[0].part
        before = tuple(here[id(piece)] for piece in trace.old)
        after = tuple(there[id(piece)] for piece in trace.new)
        fates.append(Fate(trace.verdict, part, before, after, trace.edits))
    return tuple(fates)


def _ids(work: Work, plan: Plan) -> dict[int, str]:
    """The unit of each piece. Raises ValueError where two pieces have become one unit."""
    found: dict[int, str] = {}
    for part in PARTS:
        pieces = [piece for piece in work.pieces() if piece.part == part]
        if part == "monthly_schedule":
            pieces.sort(key=lambda piece: min(piece.entries))
        sides = [unit.side for unit in units(plan, part)]
        if len(sides) != len(pieces):
            raise ValueError("two pieces say the same")
        found |= {id(piece): side.id for piece, side in zip(pieces, sides, strict=True)}
    return found
