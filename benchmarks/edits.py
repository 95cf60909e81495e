"""Edits whose effect is known, made to real plans: how many are called what they are.

    edits.py [--shared FOLDER] [--show]

The plans are the samples', and the corpus's where the folder is there. Each is edited several times at
random: works reworded, renumbered, moved, given other numbers, dropped, added, split and merged, years
moved on. ``duplan.diff`` is compared with the nearest title by difflib.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from duplan import diff, load
from duplan.plan import Plan, ScheduleEntry, ScheduleItem, Task

ROOT = Path(__file__).resolve().parent.parent
TIMES = 6  # edited versions of each plan
LEAST = 8  # works of a plan that is edited
SHORT = 16  # characters of titles that are joined to one
ALIKE = 0.6  # the ratio from which difflib takes two titles for one work

_VERBS = ("开展", "组织", "做好", "加强", "推进", "落实", "完善", "召开", "举办", "强化", "健全")
_OTHER = {
    "开展": "组织开展",
    "组织": "认真组织",
    "做好": "扎实做好",
    "加强": "强化",
    "推进": "深入推进",
    "落实": "抓好落实",
    "完善": "健全",
    "召开": "组织召开",
    "举办": "举行",
    "强化": "加强",
    "健全": "完善",
}
_NUMBER = re.compile(r"(?<![\d.第年月—-])(\d{1,3})(?=[次所个名人期场%家项])")
_YEAR = re.compile(r"20\d\d(?=年)")

Work = tuple[str, int]  # a title, and the month, 0 for a task's


@dataclass
class Edit:
    """Two lists of works, and what became of each: the titles of either side, and the verdict."""

    old: list[Work] = field(default_factory=list)
    new: list[Work] = field(default_factory=list)
    truth: Counter[tuple[frozenset[Work], frozenset[Work], str]] = field(default_factory=Counter)

    def put(self, old: Sequence[Work], new: Sequence[Work], verdict: str) -> None:
        """Note what became of works."""
        self.old += old
        self.new += new
        self.truth[frozenset(old), frozenset(new), verdict] += 1


def works(plan: Plan) -> list[Work]:
    """The tasks of a plan and its scheduled work, each title once and in one month."""
    found: dict[str, int] = {}

    def walk(tasks: Sequence[Task]) -> None:
        for task in tasks:
            found.setdefault(task.title, 0)
            walk(task.subtasks)

    walk(plan.key_tasks)
    for entry in plan.monthly_schedule:
        for item in entry.items:
            if len(entry.months) == 1:
                found.setdefault(item.text, entry.months[0])
    return list(found.items())


def edited(own: Sequence[Work], foreign: Sequence[Work], dice: random.Random) -> Edit:
    """The works of a plan edited, each in one way or not at all, in another order."""
    edit = Edit()
    rest = list(own)
    dice.shuffle(rest)
    strange = iter(dice.sample(foreign, min(len(foreign), len(rest))))
    known = {title for title, _ in own}
    while rest:
        work = rest.pop()
        way = dice.choice(("", "", "reword", "month", "number", "drop", "add", "join", "year"))
        if way == "join" and rest and _joins(work, rest[-1]):
            _join(edit, work, rest.pop(), dice)
        elif way == "drop":
            edit.put([work], [], "dropped")
        else:
            new, verdict = _changed(work, way, dice)
            edit.put([work], [new], verdict)
        added = next(strange, None) if way == "add" else None
        if added and added[0] not in known:
            edit.put([], [added], "new")
    dice.shuffle(edit.new)
    return edit


def _changed(work: Work, way: str, dice: random.Random) -> tuple[Work, str]:
    title, month = work
    if way == "reword":
        verb = next((verb for verb in _VERBS if title.startswith(verb)), "")
        return (_OTHER.get(verb, "") + title.removeprefix(verb), month), "continued"
    if way == "month" and month and not re.search("月|日|季度", title):
        return (title, dice.choice([one for one in range(1, 13) if one != month])), "moved"
    if way == "number" and _NUMBER.search(title):
        more = _NUMBER.sub(lambda number: str(int(number[0]) + dice.randint(1, 9)), title, count=1)
        return (more, month), "changed"
    if way == "year":
        return (_YEAR.sub(lambda year: str(int(year[0]) + 1), title), month), "continued"
    return work, "continued"


def _joins(a: Work, b: Work) -> bool:
    return a[1] == b[1] and max(len(a[0]), len(b[0])) <= SHORT


def _join(edit: Edit, a: Work, b: Work, dice: random.Random) -> None:
    whole = (f"{a[0]}，{b[0]}", a[1])
    if dice.random() < 0.5:
        edit.put([a, b], [whole], "merged")
    else:
        edit.put([whole], [a, b], "split")


def plan(listed: Sequence[Work]) -> Plan:
    """A plan of these works."""
    months: dict[int, list[str]] = {}
    for title, month in listed:
        months.setdefault(month, []).append(title)
    return Plan(
        title="计划",
        key_tasks=[
            Task(id=f"s1.i{at}", path=[1, at], title=title)
            for at, title in enumerate(months.pop(0, []), 1)
        ],
        monthly_schedule=[
            ScheduleEntry(
                id=f"s2.m{month}",
                label=f"{month}月",
                months=[month],
                items=[
                    ScheduleItem(id=f"s2.m{month}.i{at}", text=text)
                    for at, text in enumerate(texts, 1)
                ],
            )
            for month, texts in sorted(months.items())
        ],
    )


Found = Counter[tuple[frozenset[Work], frozenset[Work], str]]


def by_duplan(edit: Edit) -> Found:
    """What ``duplan.diff`` says."""
    found: Found = Counter()
    for change in diff(plan(edit.old), plan(edit.new)).changes:
        old, new = (
            frozenset(
                (side.title, side.months[0] if change.part == "monthly_schedule" else 0)
                for side in sides
            )
            for sides in (change.old, change.new)
        )
        found[old, new, change.verdict] += 1
    return found


def by_difflib(edit: Edit) -> Found:
    """What the nearest title by ``difflib`` says, the best pairs first."""
    pairs = sorted(
        (
            (SequenceMatcher(None, a[0], b[0], autojunk=False).ratio(), a, b)
            for a in edit.old
            for b in edit.new
            if bool(a[1]) == bool(b[1])
        ),
        reverse=True,
    )
    found: Found = Counter()
    old, new = set(edit.old), set(edit.new)
    for ratio, a, b in pairs:
        if ratio >= ALIKE and a in old and b in new:
            old.remove(a)
            new.remove(b)
            verdict = "moved" if a[1] != b[1] else "continued" if a[0] == b[0] else "changed"
            found[frozenset([a]), frozenset([b]), verdict] += 1
    found.update((frozenset([a]), frozenset(), "dropped") for a in old)
    found.update((frozenset(), frozenset([b]), "new") for b in new)
    return found


def main() -> None:
    """Print F1 by verdict, of duplan and of difflib."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    paths = [
        path for path in sorted((ROOT / "samples").iterdir()) if path.suffix in (".docx", ".txt")
    ]
    corpus = options.shared / "corpus"
    if corpus.exists():
        paths += sorted([*corpus.glob("open/*.txt"), *corpus.glob("seeds/*.txt")])
    else:
        print(f"skipped: {corpus} is missing")
    plans = [works(one) for path in paths for one in load(path).plans if one.kind != "总结"]
    plans = [one for one in plans if len(one) >= LEAST]
    edits = []
    for at, own in enumerate(plans):
        foreign = plans[(at + 1) % len(plans)]
        edits += [edited(own, foreign, random.Random(f"{at}.{time}")) for time in range(TIMES)]  # noqa: S311
    print(f"{len(plans)} plans, {len(edits)} edits, {sum(e.truth.total() for e in edits)} works")
    for name, method in (("duplan", by_duplan), ("difflib", by_difflib)):
        report(name, edits, method, options.show and name == "duplan")


def report(name: str, edits: Sequence[Edit], method: Callable[[Edit], Found], show: bool) -> None:
    """Print F1 of every verdict and of all together."""
    truth: Counter[str] = Counter()
    found: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for edit in edits:
        said = method(edit)
        for table, counts in ((edit.truth, truth), (said, found), (edit.truth & said, hits)):
            for (_, _, verdict), count in table.items():
                counts[verdict] += count
        if show:
            for old, new, verdict in said - edit.truth:
                print("  ", verdict, sorted(old), "→", sorted(new))
    figures = {one: 2 * hits[one] / (truth[one] + found[one]) for one in sorted(truth)}
    whole = 2 * hits.total() / (truth.total() + found.total())
    print(f"{name}: F1 {whole:.3f};", ", ".join(f"{one} {f:.3f}" for one, f in figures.items()))


if __name__ == "__main__":
    main()
