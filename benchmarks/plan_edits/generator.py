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
from .offices import move_office
from .pieces import Piece, Work, put_together, take_apart
from .rewording import COORDINATED, DEEDS, TWO_CLAUSES, acts, reword
from .truth import Edited, Fate

Edit = Callable[[Random, str], "particulars.Two | None"]

# How often a piece meets each fate, of a hundred.
KEPT, REWORDED, NUMBER, EXTENT, FREQUENCY, MONTH, BOTH, UNIT, BODY, OTHER, DROPPED, FAMILY = range(
    12
)
SHARES = {
    KEPT: 24,
    REWORDED: 24,
    NUMBER: 7,
    EXTENT: 6,
    FREQUENCY: 2,
    MONTH: 9,
    BOTH: 2,
    UNIT: 4,
    BODY: 4,
    OTHER: 3,
    DROPPED: 8,
    FAMILY: 16,
}
ADDED = 0.1  # for each piece that the plan has
ALSO_REWORDED = 0.35  # of those that change otherwise
TOO_LIKE = 0.4  # of pairs of characters: what another plan has and this one may well have too
AS_GOOD_AS = 0.7  # of pairs of characters: what the same plan has elsewhere already
_TAIL = re.compile(rf"(?:{DEEDS})$")
_SHORT = 20  # characters of a title that may be joined with another


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
            fate = self.rng.choices(list(SHARES), list(SHARES.values()))[0]
            trace = None
            if fate == FAMILY and waiting:
                trace = self._family(piece, waiting)
            elif fate in (DROPPED, OTHER) and not piece.below:
                trace = self._gone(piece, fate)
            if trace is None:
                trace = self._changed(piece, fate)
            self.traces.append(trace)
            if piece.below:
                above = trace.old[0], trace.new[0]
                above[0].below, above[1].below = self.pieces(piece.below)
            before += trace.old
            after += trace.new
        return before, after

    def _gone(self, piece: Piece, fate: int) -> Trace | None:
        if fate == DROPPED:
            return Trace("dropped", [piece.copy()], [], ("drop",))
        two = particulars.other_thing(self.rng, piece.title)
        if two is None or any(
            _alike(two.new, one) > AS_GOOD_AS for one in self.titles if one != two.old
        ):
            return None
        old, new = piece.copy(), piece.copy()
        new.title, new.text = two.new, ""
        self.traces.append(Trace("new", [], [new], ("another thing",)))
        return Trace("dropped", [old], [new], ("another thing",))

    def _changed(self, piece: Piece, fate: int) -> Trace:
        """The same work, changed or not."""
        old, new = piece.copy(), piece.copy()
        edits: list[str] = []
        verdict: Verdict = "continued"
        if fate in (NUMBER, BOTH) and self._said(old, new, particulars.number):
            edits.append("number")
        if fate == EXTENT and self._said(old, new, particulars.extent):
            edits.append("extent")
        if fate == FREQUENCY and self._said(old, new, particulars.frequency):
            edits.append("frequency")
        if fate in (MONTH, BOTH) and self._moved(old, new):
            edits.append("month")
        if fate == UNIT and piece.part != "goals":
            self._unit(old, new)
            edits.append("unit")
        if fate == BODY and self._body(old, new):
            edits.append("body")
        if edits:
            verdict = "moved" if edits == ["month"] else "changed"
        chance = 0.0 if fate == KEPT else ALSO_REWORDED if edits else 1.0
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

    def _family(self, piece: Piece, waiting: list[Piece]) -> Trace | None:
        """One that becomes two or two that become one: by its own words, or with the next one."""
        parts = self._parts(piece)
        if parts is None:
            other = waiting[0]
            whole = _joined(self.rng, piece, other)
            if whole is None:
                return None
            waiting.pop(0)
            parts = [piece.copy(), other.copy()]
        else:
            whole = piece.copy()
        edits = ["reword"] if self.rng.random() < ALSO_REWORDED / 2 else []
        if edits:
            part = self.rng.choice(parts)
            part.title = reword(self.rng, part.title) or part.title
        if self.rng.random() < 0.5:
            return Trace("split", [whole], parts, ("split", *edits))
        return Trace("merged", parts, [whole], ("merge", *edits))

    def _parts(self, piece: Piece) -> list[Piece] | None:
        if piece.below:
            return None
        first, second = piece.copy(), piece.copy()
        second.text = ""
        if found := TWO_CLAUSES.match(piece.title):
            first.title, second.title = found["first"], found["second"]
        elif found := COORDINATED.match(piece.title):
            first.title = found["verb"] + found["a"] + found["tail"]
            second.title = found["verb"] + found["b"] + found["tail"]
        else:
            return None
        return [first, second]


def _joined(rng: Random, one: Piece, other: Piece) -> Piece | None:
    """Two short titles as one, with what both begin or end with said once."""
    a, b = one.title, other.title
    fits = one.entries == other.entries and not one.below and not other.below
    if not fits or max(len(a), len(b)) > _SHORT or re.search(r"[，；。：,;:和与及、]", a + b):
        return None
    whole = one.copy()
    whole.text = "\n".join(text for text in (one.text, other.text) if text)
    whole.units = tuple(dict.fromkeys((*one.units, *other.units)))
    begin = next((n for n in (4, 3, 2) if a[:n] == b[:n] and acts(a[:n])), 0)
    tails = _TAIL.search(a), _TAIL.search(b)
    if begin and tails[0] and tails[1] and tails[0][0] == tails[1][0]:
        whole.title = a[: tails[0].start()] + "和" + b[begin:]
    elif begin:
        whole.title = f"{a}{rng.choice('和、')}{b[begin:]}"
    elif acts(a) and acts(b):
        whole.title = f"{a}，{b}"
    else:
        return None
    return whole


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
            if any(_alike(piece.title, title) > TOO_LIKE for title in known):
                continue
            if piece.part == "monthly_schedule":
                piece.entries = (rng.randrange(len(edition.months)),)
            else:
                piece.section = rng.choice(list_).section
            known.append(piece.title)
            list_.insert(rng.randint(0, len(list_)), piece)
            edition.traces.append(Trace("new", [], [piece], ("add",)))


def _alike(one: str, other: str) -> float:
    """Dice's coefficient of pairs of characters."""
    here = {one[at : at + 2] for at in range(len(one) - 1)}
    there = {other[at : at + 2] for at in range(len(other) - 1)}
    return 2 * len(here & there) / max(len(here) + len(there), 1)


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
        after = tuple(there[id(piece)] for piece in trace.new if trace.verdict != "dropped")
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
