"""What became of the pieces of a plan, and how well it was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from duplan.comparison.model import PARTS, Part, Verdict
from duplan.comparison.units import Unit, units
from duplan.plan import Plan

Names: TypeAlias = tuple[str, ...]
# The same words in the same months, of the same unit and below the same task, are exchangeable.
Key: TypeAlias = tuple[str, ...]
Found: TypeAlias = tuple[Verdict, tuple[Key, ...], tuple[Key, ...]]


@dataclass(frozen=True, slots=True)
class Fate:
    """Ids of the old and the new plan, and the edits that led from one to the other."""

    verdict: Verdict
    part: Part
    old: Names
    new: Names
    edits: Names = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """Two plans and what became of everything in them."""

    name: str
    old: Plan
    new: Plan
    fates: tuple[Fate, ...]


class Index:
    """The units of a plan by part and id."""

    def __init__(self, plan: Plan) -> None:
        self.units: dict[tuple[Part, str], Unit] = {
            (part, unit.side.id): unit for part in PARTS for unit in units(plan, part)
        }

    def key(self, part: Part, name: str) -> Key:
        """What makes the unit exchangeable with another."""
        side = self.units[part, name].side
        months = ",".join(map(str, side.months))
        return part, side.title, side.text, months, *side.responsible, *side.above


def counted(fates: Iterable[Fate], old: Index, new: Index) -> Counter[Found]:
    """Fates with ids replaced by what they stand for."""
    return Counter(_found(fate, old, new) for fate in fates)


def _found(fate: Fate, old: Index, new: Index) -> Found:
    return (
        fate.verdict,
        tuple(sorted(old.key(fate.part, name) for name in fate.old)),
        tuple(sorted(new.key(fate.part, name) for name in fate.new)),
    )


@dataclass(slots=True)
class Score:
    """Right answers, answers, and truths of one kind; adds up."""

    right: int = 0
    said: int = 0
    true: int = 0

    def add(self, said: Counter[Found], true: Counter[Found]) -> None:
        """Counts one pair of plans in."""
        self.right += sum((said & true).values())
        self.said += sum(said.values())
        self.true += sum(true.values())

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find."""
        return 2 * self.right / (self.said + self.true) if self.said + self.true else 1.0


def links(found: Counter[Found]) -> Counter[Found]:
    """Who became whom, one old and one new each, whatever the verdict."""
    made: Counter[Found] = Counter()
    for (_, old, new), count in found.items():
        for a in old:
            for b in new:
                made["continued", (a,), (b,)] += count
    return made


def of_verdict(found: Counter[Found], verdict: Verdict) -> Counter[Found]:
    """Those of one verdict."""
    return Counter({one: count for one, count in found.items() if one[0] == verdict})


def missed(edited: Edited, said: Sequence[Fate]) -> list[tuple[Fate, list[Fate]]]:
    """The truths that weren't found, each with what was said of its pieces instead."""
    old, new = Index(edited.old), Index(edited.new)
    left = counted(said, old, new)
    wrong = []
    for fate in edited.fates:
        found = _found(fate, old, new)
        if left[found]:
            left[found] -= 1
            continue
        ids = set(fate.old), set(fate.new)
        instead = [
            one
            for one in said
            if one.part == fate.part and (ids[0] & set(one.old) or ids[1] & set(one.new))
        ]
        wrong.append((fate, instead))
    return wrong
