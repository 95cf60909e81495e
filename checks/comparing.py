"""The laws of comparing on plans that lie beside the project, and on pairs of them.

    comparing.py [--shared ../shared] [--show]

A plan compared with itself is the same, also where only order and numbering differ or years have moved
on; comparing the other way round gives the mirror; every piece of work stands in the changes once; the
changes applied to the old plan's work give the new plan's; in a list of any length, titles of one form
are each found again where an adverb is put before them. Small plans made of few words are tried too.
Exits 1 where a law is broken.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from plan_edits.corpus import plans  # noqa: E402
from plan_edits.generator import edited  # noqa: E402
from plan_edits.particulars import next_years  # noqa: E402
from plan_edits.pieces import put_together, take_apart  # noqa: E402

from duplan.comparison.compare import diff  # noqa: E402
from duplan.comparison.model import PARTS, Change, PlanDiff, Side  # noqa: E402
from duplan.comparison.patching import apply, work  # noqa: E402
from duplan.comparison.units import units  # noqa: E402
from duplan.plan import Plan, Task  # noqa: E402

_WORDS = ("督导", "检查", "校园安全", "食品", "开展", "认真", "和", "，", "3次", "小学", "中小学")
_MIRRORED = {"new": "dropped", "dropped": "new", "split": "merged", "merged": "split"}


def reordered(plan: Plan, seed: int) -> Plan:
    """The plan with its lists in another order and numbered in another way."""
    rng = Random(seed)  # noqa: S311
    pieces = take_apart(plan)
    for list_ in (pieces.goals, pieces.tasks, pieces.scheduled, pieces.sections):
        rng.shuffle(list_)
    for piece in list(pieces.pieces()):
        rng.shuffle(piece.below)
    return put_together(plan, pieces, style=1)


def a_year_on(plan: Plan) -> Plan:
    """The plan with all its years one later."""
    pieces = take_apart(plan)
    for piece in pieces.pieces():
        piece.title, piece.text = next_years(piece.title), next_years(piece.text)
    return put_together(plan, pieces)


def broken(old: Plan, new: Plan) -> Iterator[tuple[str, str]]:
    """The laws of any two plans that a comparison breaks, with the place."""
    there, back = diff(old, new), diff(new, old)
    mirrored = Counter(_mirror(change) for change in back.changes)
    for one in (Counter(map(_key, there.changes)) - mirrored).elements():
        yield "mirror", one
    for part in PARTS:
        for plan, side in ((old, "old"), (new, "new")):
            said = sorted(one.id for one in _sides(there, part, side))
            if said != sorted(unit.side.id for unit in units(plan, part)):
                yield "every piece once", f"{part}, {side}"
    try:
        applied = apply(work(old), there)
    except ValueError:
        applied = None
    if applied != work(new):
        yield "apply", f"{old.title} → {new.title}"


def _sides(found: PlanDiff, part: str, side: str) -> Iterator[Side]:
    for change in found.changes:
        if change.part == part:
            yield from getattr(change, side)


def _key(change: Change) -> str:
    return _said(change.verdict, change, "old", "new")


def _mirror(change: Change) -> str:
    return _said(_MIRRORED.get(change.verdict, change.verdict), change, "new", "old")


def _said(verdict: str, change: Change, before: str, after: str) -> str:
    named = [
        " & ".join(f"{one.id} {one.title}" for one in getattr(change, side))
        for side in (before, after)
    ]
    return f"{verdict}: {named[0]} → {named[1]}"


def differences(old: Plan, new: Plan) -> Iterator[str]:
    """What a comparison finds between plans that say the same."""
    found = diff(old, new)
    for change in found.changes:
        if change.verdict != "continued":
            told = ", ".join(f"{one.kind} {one.old} → {one.new}" for one in change.reasons)
            yield f"{_key(change)} ({told})"
    yield from (f"{one.kind}: {one.old} → {one.new}" for one in found.metadata)


def lists() -> Iterator[tuple[str, str]]:
    """Long lists of titles of one form, told apart by a number only, of which one isn't found again."""
    for size, form in product((20, 40, 100, 300), ("走访第{}社区困难家庭", "检查{}所学校食堂")):
        titles = [form.format(number) for number in range(1, size + 1)]
        old, new = _listed(titles), _listed([f"认真{title}" for title in titles])
        lost = sum(
            change.verdict != "continued" or change.new[0].title != f"认真{change.old[0].title}"
            for change in diff(old, new).changes
            if change.verdict != "new"
        )
        if lost:
            yield f"{size} of {form}", f"{lost} aren't found again"


def _listed(titles: list[str]) -> Plan:
    tasks = [
        Task(id=f"s1.n{number}", path=[1, number], title=title)
        for number, title in enumerate(titles, 1)
    ]
    return Plan(title="工作计划", key_tasks=tasks)


def made(count: int) -> Iterator[tuple[Plan, Plan]]:
    """Small plans of few words, in which much is equal and much is alike."""
    rng = Random(count)  # noqa: S311
    for _ in range(count):
        old, new = (
            ["".join(rng.choices(_WORDS, k=rng.randint(1, 4))) for _ in range(rng.randint(1, 5))]
            for _ in range(2)
        )
        yield _listed(old), _listed(new)


def breaches(sources: dict[str, Plan]) -> Iterator[tuple[str, str, str]]:
    """Law, document and place of every breach."""
    for name, plan in sources.items():
        plain = put_together(plan, take_apart(plan))
        yield from (("same as itself", name, one) for one in differences(plan, plan))
        for seed in range(3):
            other = reordered(plain, seed)
            yield from (("order and numbering", name, one) for one in differences(plain, other))
        yield from (("a year on", name, one) for one in differences(plain, a_year_on(plain)))
        for seed in range(3):
            try:
                pair = edited(name, plan, list(sources.values()), seed)
            except ValueError:
                continue
            yield from ((law, pair.name, one) for law, one in broken(pair.old, pair.new))
    for old, new in made(3000):
        names = " / ".join("、".join(task.title for task in plan.key_tasks) for plan in (old, new))
        yield from ((law, names, one) for law, one in broken(old, new))
    yield from (("long lists", name, place) for name, place in lists())
    for (name, before), (beside, after) in combinations(sources.items(), 2):
        yield from ((law, f"{name} {beside}", one) for law, one in broken(before, after))


def main() -> int:
    """Prints how often each law is broken."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    arguments.add_argument("--show", action="store_true", help="print every breach")
    options = arguments.parse_args()
    sources = plans(options.shared)
    counts: Counter[str] = Counter()
    for law, name, place in breaches(sources):
        counts[law] += 1
        if options.show:
            print(f"{law}: {name}: {place}"[:300])
    print(
        f"{len(sources)} plans, every pair of them, and edited ones:",
        dict(counts) or "no law broken",
    )
    return 1 if counts else 0


if __name__ == "__main__":
    sys.exit(main())
