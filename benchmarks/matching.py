"""How well tasks of two years are matched, and how the numbers in ``thresholds.py`` were chosen.

    matching.py [--shared FOLDER] [--held-out]

Pairs of tasks with labels: the project's own and, where the folder is there, sixty others. Every third
of the own is held out: it is used for nothing but the last figure, and only where it is asked for.
The weights of ``KINSHIP`` are fitted by logistic regression on the folds that a figure is not of; as
strangers stand in for what plans are full of, the pairs of different rows that share most characters
count too, for little each.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cache
from math import exp
from pathlib import Path
from statistics import mean, stdev

from duplan import diff
from duplan.comparison.kinship import features
from duplan.comparison.terms import read
from duplan.comparison.thresholds import BIAS, KINSHIP
from duplan.comparison.units import units
from duplan.comparison.verdicts import judge
from duplan.plan import Plan, Task

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tests" / "comparison"
FOLDS, REPEATS = 8, 5
STRANGERS, STRANGER_WEIGHT = 5, 0.15
SHRINKING = 0.02  # the penalty on squared weights
LISTS, LENGTH = 10, 30  # pairs of plans, and their tasks

Weights = tuple[float, tuple[float, ...]]


@dataclass(frozen=True)
class Row:
    """A labelled pair; ``label`` is same, changed or different."""

    old: str
    new: str
    label: str
    own: bool = False
    held_out: bool = False


def pairs(path: Path, own: bool = False) -> list[Row]:
    """The rows of a table of labelled pairs."""
    cells = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [Row(one[1], one[2], one[3], own, own and int(one[0]) % 3 == 0) for one in cells]


def splits(path: Path) -> list[tuple[str, list[str]]]:
    """One task, and those that it became."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    return [(one, [part.strip() for part in many.split("|")]) for one, many in cells]


def plan(*titles: str) -> Plan:
    """A plan of these tasks."""
    tasks = [Task(id=f"s1.i{at}", path=[1, at], title=one) for at, one in enumerate(titles, 1)]
    return Plan(title="计划", key_tasks=tasks)


def macro_f1(truth: Sequence[str], said: Sequence[str]) -> float:
    """The mean of the labels' F1."""
    scores = []
    for label in sorted(set(truth)):
        hits = sum(a == b == label for a, b in zip(truth, said, strict=True))
        scores.append(2 * hits / (truth.count(label) + said.count(label)))
    return mean(scores)


def related(labels: Sequence[str]) -> list[str]:
    """The labels as two: related or not."""
    return ["different" if label == "different" else "related" for label in labels]


@cache
def values(old: str, new: str) -> tuple[float, ...]:
    """The features of a pair."""
    return astuple(features(read(old), read(new)))


@cache
def verdict(old: str, new: str) -> str:
    """Same or changed, for a pair that is taken for related; no fitted number is in it."""
    here, there = (units(plan(title), "key_tasks")[0] for title in (old, new))
    return "same" if judge(here, there, 1.0).verdict == "continued" else "changed"


def fit(rows: Sequence[Row], weights: Sequence[float]) -> Weights:
    """Weighted logistic regression by gradient descent on standardised features."""
    table = [values(row.old, row.new) for row in rows]
    target = [float(row.label != "different") for row in rows]
    middle = [mean(column) for column in zip(*table, strict=True)]
    width = [stdev(column) or 1.0 for column in zip(*table, strict=True)]
    scaled = [[(v - m) / w for v, m, w in zip(line, middle, width, strict=True)] for line in table]
    bias, slopes = 0.0, [0.0] * len(middle)
    for _ in range(200):
        errors = [
            weight * (1 / (1 + exp(-bias - _dot(slopes, line))) - wanted)
            for line, wanted, weight in zip(scaled, target, weights, strict=True)
        ]
        bias -= sum(errors) / sum(weights)
        steps = [_dot(errors, column) / sum(weights) for column in zip(*scaled, strict=True)]
        slopes = [s - step - SHRINKING * s for s, step in zip(slopes, steps, strict=True)]
    plain = [slope / w for slope, w in zip(slopes, width, strict=True)]
    return bias - _dot(plain, middle), tuple(plain)


def _dot(a: Sequence[float], b: Sequence[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def said(row: Row, weights: Weights) -> str:
    """The label that these weights give."""
    bias, slopes = weights
    same_words = read(row.old).bare == read(row.new).bare
    if same_words or bias + _dot(slopes, values(row.old, row.new)) >= 0:
        return verdict(row.old, row.new)
    return "different"


def strangers(rows: Sequence[Row]) -> list[Row]:
    """For each row, the new wordings of other rows that share most with its old one."""
    found = []
    for row in rows:
        own = _grams(row.old)
        others = [other for other in rows if other is not row]
        near = sorted(others, key=lambda other: (-len(own & _grams(other.new)), other.new))
        found += [Row(row.old, other.new, "different") for other in near[:STRANGERS]]
    return found


@cache
def _grams(text: str) -> frozenset[str]:
    bare = read(text).bare
    return frozenset(bare[at : at + size] for size in (1, 2) for at in range(len(bare) - size + 1))


def training(rows: Sequence[Row]) -> tuple[list[Row], list[float]]:
    """The rows with their strangers, and what each counts. The sixty are on few subjects, so that two
    of their rows are often about one: they are no strangers."""
    added = strangers([row for row in rows if row.own])
    return [*rows, *added], [1.0] * len(rows) + [STRANGER_WEIGHT] * len(added)


def cross_validate(rows: Sequence[Row], judged: Sequence[Row]) -> None:
    """Print the figures of ``judged`` when the folds that they are in were not fitted."""
    figures: list[tuple[float, float]] = []
    by_fold: list[float] = []
    for repeat in range(REPEATS):
        order = list(rows)
        random.Random(repeat).shuffle(order)  # noqa: S311
        labels: dict[Row, str] = {}
        for fold in range(FOLDS):
            tested = order[fold::FOLDS]
            weights = fit(*training([row for row in order if row not in tested]))
            labels |= {row: said(row, weights) for row in tested}
            hits = [labels[row] == row.label for row in tested if row in judged]
            by_fold += [mean(hits)] if hits else []
        truth, found = [row.label for row in judged], [labels[row] for row in judged]
        figures.append((macro_f1(related(truth), related(found)), macro_f1(truth, found)))
    two, three = zip(*figures, strict=True)
    print(
        f"    related or not {mean(two):.3f} ± {_spread(two):.3f}, "
        f"three labels {mean(three):.3f} ± {_spread(three):.3f} (macro F1, {REPEATS} times "
        f"{FOLDS} folds); right in a fold {min(by_fold):.2f} to {max(by_fold):.2f}"
    )


def _spread(figures: Sequence[float]) -> float:
    return stdev(figures) if len(figures) > 1 else 0.0


def by_diff(row: Row) -> str:
    """The label that ``duplan.diff`` gives to two plans of one task each."""
    changes = diff(plan(row.old), plan(row.new)).changes
    if len(changes) > 1:
        return "different"
    return "same" if changes[0].verdict == "continued" else "changed"


def committed(rows: Sequence[Row]) -> str:
    """The figures of ``duplan.diff`` as it is."""
    truth, found = [row.label for row in rows], [by_diff(row) for row in rows]
    both = macro_f1(related(truth), related(found)), macro_f1(truth, found)
    return f"related or not {both[0]:.3f}, three labels {both[1]:.3f}"


def alignment(rows: Sequence[Row], strange: int) -> float:
    """The mean F1 of the pairs found in two plans of 30 tasks, some of which are other work."""
    kin = [row for row in rows if row.label != "different"]
    other = [row for row in rows if row.label == "different"]
    figures = []
    for seed in range(LISTS):
        dice = random.Random(seed)  # noqa: S311
        taken = dice.sample(kin, LENGTH - strange)
        all_rows = [*taken, *dice.sample(other, strange)]
        old, new = [row.old for row in all_rows], [row.new for row in all_rows]
        dice.shuffle(old)
        dice.shuffle(new)
        truth = {(row.old, row.new) for row in taken}
        found = {
            (a.title, b.title)
            for change in diff(plan(*old), plan(*new)).changes
            for a in change.old
            for b in change.new
        }
        figures.append(2 * len(truth & found) / (len(truth) + len(found)))
    return mean(figures)


def split_f1(cases: Sequence[tuple[str, list[str]]], around: Sequence[Row]) -> float:
    """F1 of splits and merges, each among pairs of tasks that go on."""
    hits = found = 0
    for seed, (one, many) in enumerate(cases):
        rest = random.Random(seed).sample(around, 12)  # noqa: S311
        whole = plan(*(row.old for row in rest), one)
        parts = plan(*many, *(row.new for row in rest))
        for verdict_, changes in (
            ("split", diff(whole, parts).changes),
            ("merged", diff(parts, whole).changes),
        ):
            for change in changes:
                if change.verdict in ("split", "merged"):
                    found += 1
                    single, several = change.old, change.new
                    if verdict_ == "merged":
                        single, several = several, single
                    titles = [side.title for side in several]
                    hits += [side.title for side in single] == [one] and titles == many
    return 2 * hits / (found + 2 * len(cases))


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    own = pairs(OWN / "pairs.tsv", own=True)
    known = [row for row in own if not row.held_out]
    cases = options.shared / "cases"
    sixty = pairs(cases / "task_pairs.tsv") if (cases / "task_pairs.tsv").exists() else []
    if not sixty:
        print(f"skipped: {cases / 'task_pairs.tsv'} is missing")
    rows = [*sixty, *known]
    print(f"cross-validation over {len(rows)} pairs")
    for name, judged in (("the sixty", sixty), ("own", known), ("all", rows)):
        if judged:
            print(f"  {name}")
            cross_validate(rows, judged)
    bias, slopes = fit(*training(rows))
    print(f"chosen    BIAS = {bias:.2f}, KINSHIP = ({', '.join(f'{one:.2f}' for one in slopes)})")
    print(f"committed BIAS = {BIAS:.2f}, KINSHIP = ({', '.join(f'{one:.2f}' for one in KINSHIP)})")
    if sixty:
        print(f"duplan.diff on the sixty (fitted): {committed(sixty)}")
    print(f"duplan.diff on own pairs (fitted): {committed(known)}")
    if options.held_out:
        print(f"duplan.diff on what was held out: {committed([r for r in own if r.held_out])}")
    kin = [row for row in known if row.label != "different"]
    if sixty:
        print(f"alignment of two plans of {LENGTH}, the sixty: {alignment(sixty, 0):.3f}")
    print(
        f"alignment of two plans of {LENGTH}, own: {alignment(known, 0):.3f}, "
        f"a third of them other work {alignment(known, LENGTH // 3):.3f}"
    )
    found = splits(OWN / "splits.tsv")
    print(f"splits and merges, own, among other work: F1 {split_f1(found, kin):.3f}")
    if (cases / "task_splits.tsv").exists():
        print(
            f"splits and merges, others: F1 {split_f1(splits(cases / 'task_splits.tsv'), kin):.3f}"
        )


if __name__ == "__main__":
    main()
