"""Which tasks of a plan its schedule speaks of, and which items belong to a task.

Words are not cut: two texts are near as far as they share pairs of characters that are rare among the
tasks and items of the plan. 开展 stands everywhere and tells nothing, 食堂 stands in two places.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from math import log
from operator import add

from duplan.plan import Plan, ScheduleItem, Task
from duplan.rules.subject import Subject, once

COVERED = 0.3
"""The share of what is rare in the shorter of two texts from which one speaks of the other."""

_LARGE = 1000  # tasks, and items, up to which a plan is looked at
_COMMON = 8  # items that hold a pair of characters beyond which it brings nothing together
_LONG = 2000  # characters of a task that are looked at


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every task that can be scheduled by itself, and every item, with its nearness to the others.

    Nearness is from 0 to 1; 1 means that all that is rare in one stands in the other.
    """

    tasks: Sequence[tuple[Task, float]]
    items: Sequence[tuple[ScheduleItem, float]]


@once
def coverages(subject: Subject) -> list[Coverage]:
    """For each plan, which tasks its schedule speaks of, and which items belong to a task."""
    return [coverage(plan) for plan in subject.plans]


def coverage(plan: Plan) -> Coverage:
    """How near tasks and items of a plan are; empty for plans of more than a thousand of either."""
    items = [item for entry in plan.monthly_schedule for item in entry.items]
    leaves = list(_leaves(plan.key_tasks))
    if not items or not leaves or max(len(items), len(leaves)) > _LARGE:
        return Coverage((), ())
    said = [_pairs(item.text) for item in items]
    known = set().union(*said)
    meant = [
        known.intersection(_any_pairs(f"{task.title}\n{task.text}"[:_LONG])) for task in leaves
    ]
    held = Counter(chain(*said, *meant))
    texts = len(said) + len(meant)
    by_count = [0.0, *(log((texts + 1) / count) for count in range(1, texts + 1))]
    weights = dict(zip(held, map(by_count.__getitem__, held.values()), strict=True))
    rare = by_count[1]
    whole = [sum(map(weights.__getitem__, pairs)) or rare for pairs in said]
    titles = [sum(map(weights.get, _pairs(task.title), repeat(rare))) or rare for task in leaves]
    near_items = [0.0] * len(items)
    by_leaf = {}
    for task, title, shared in zip(leaves, titles, _shared(meant, said, weights), strict=True):
        nearest = 0.0
        for item, much in shared.items():
            size = whole[item]
            near = much / size
            if near > near_items[item]:
                near_items[item] = near
            if title < size:
                near = much / title
            if near > nearest:
                nearest = near
        by_leaf[id(task)] = nearest
    return Coverage(
        tuple(_units(plan.key_tasks, by_leaf)),
        tuple(zip(items, near_items, strict=True)),
    )


def _shared(
    meant: Sequence[set[str]], said: Sequence[set[str]], weights: dict[str, float]
) -> Iterator[dict[int, float]]:
    """For each task the items that share anything rare with it, and how much of it."""
    telling = set().union(*meant)
    holders: dict[str, list[int]] = {}
    for item, pairs in enumerate(said):
        for pair in pairs & telling:
            holders.setdefault(pair, []).append(item)
    few = {pair for pair, found in holders.items() if len(found) <= _COMMON}
    for pairs in meant:
        near: dict[int, float] = defaultdict(float)
        for pair in pairs & few:
            weight = weights[pair]
            for item in holders[pair]:
                near[item] += weight
        yield near


def _units(tasks: Iterable[Task], by_leaf: dict[int, float]) -> Iterator[tuple[Task, float]]:
    """The tasks that a schedule would name: where it names most of the tasks below one, each of them,
    else the one above, whose steps they are."""
    for task in tasks:
        if not task.subtasks:
            yield task, by_leaf[id(task)]
            continue
        below = list(_units(task.subtasks, by_leaf))
        covered = sum(near >= COVERED for _, near in below)
        if covered * 2 > len(below):
            yield from below
        else:
            yield task, max(near for _, near in below)


def _leaves(tasks: Iterable[Task]) -> Iterator[Task]:
    for task in tasks:
        if task.subtasks:
            yield from _leaves(task.subtasks)
        else:
            yield task


def _pairs(text: str) -> set[str]:
    """Pairs of letters that stand beside each other."""
    return set(filter(str.isalnum, _any_pairs(text)))


def _any_pairs(text: str) -> Iterator[str]:
    return map(add, text, text[1:])
