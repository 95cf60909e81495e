"""What duplan and other programs find out about plans that were edited at random, with known truth.

    edits.py [--shared ../shared] [--seeds 10] [--graphtage PYTHON] [--show]

Plans of ``samples`` and, where it is there, of the shared corpus are edited as offices rewrite a plan
for the next year (``plan_edits``): words, numbers, months, extent, units, order, numbering, years, the
office; work dropped, added, split, merged. A verdict is right with the very same pieces on both sides.
Texts of the same documents are edited too, where words can be replaced in place, and read again.
How other programs' output is read is told in ``plan_edits/rivals.py``. graphtage runs in the interpreter
of another environment, a pair of plans of each; dyff is left out: it is a Go program that no registry
of packages for Python, Debian or Node has.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import CalledProcessError, TimeoutExpired

from plan_edits.corpus import ROOT, plans, texts
from plan_edits.generator import edited
from plan_edits.rivals import Compare, Graphtage, by_difflib, by_duplan, by_lines
from plan_edits.texts import edited_text
from plan_edits.truth import (
    Edited,
    Fate,
    Index,
    Score,
    counted,
    links,
    missed,
    of_verdict,
)

from duplan.comparison.model import VERDICTS
from duplan.plan import Plan

PATIENCE = 60  # seconds for graphtage with one pair of plans


@dataclass(slots=True)
class Result:
    """How well one program did: all verdicts, who became whom, and each verdict by itself."""

    verdicts: Score = field(default_factory=Score)
    links: Score = field(default_factory=Score)
    each: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    pairs: int = 0
    failed: Counter[str] = field(default_factory=Counter)

    def add(self, pair: Edited, said: Sequence[Fate]) -> None:
        """Counts one pair of plans in."""
        old, new = Index(pair.old), Index(pair.new)
        found, true = counted(said, old, new), counted(pair.fates, old, new)
        self.pairs += 1
        self.verdicts.add(found, true)
        self.links.add(links(found), links(true))
        for verdict in VERDICTS:
            self.each[verdict].add(of_verdict(found, verdict), of_verdict(true, verdict))


def pairs(sources: Mapping[str, Plan], seeds: int) -> Iterator[Edited]:
    """Edited plans; those in which two pieces have come to say the same are left out."""
    for name, plan in sources.items():
        others = [other for other in sources.values() if other.issuer != plan.issuer]
        for seed in range(seeds):
            try:
                yield edited(name, plan, others, seed)
            except ValueError:
                continue


def text_pairs(sources: Mapping[str, str], seeds: int) -> Iterator[Edited]:
    """Plans of edited texts; those in which reading finds other pieces than were written are left out."""
    for name, text in sources.items():
        for seed in range(seeds):
            pair = edited_text(name, text, seed)
            if pair:
                yield pair


def compared(found: Sequence[Edited], compare: Compare) -> Result:
    """How well a program does on all pairs."""
    result = Result()
    for pair in found:
        try:
            result.add(pair, compare(pair.old, pair.new))
        except (TimeoutExpired, CalledProcessError) as error:
            result.failed[type(error).__name__] += 1
    return result


def by_edit(found: Sequence[Edited]) -> tuple[Counter[str], Counter[str], list[str]]:
    """How many edits of each kind there are, how many duplan misses, and a line for each miss."""
    there: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    lines = []
    for pair in found:
        old, new = Index(pair.old), Index(pair.new)
        there.update(_named(fate) for fate in pair.fates)
        for fate, instead in missed(pair, by_duplan(pair.old, pair.new)):
            wrong[_named(fate)] += 1
            said = "; ".join(_told(one, old, new) for one in instead)
            lines.append(
                f"[{_named(fate)}] {pair.name}\n  is   {_told(fate, old, new)}\n  said {said}"
            )
    return there, wrong, sorted(lines)


def _named(fate: Fate) -> str:
    return f"{fate.verdict}: {' + '.join(fate.edits)}"


def _told(fate: Fate, old: Index, new: Index) -> str:
    before = " & ".join(_titled(fate, old, name) for name in fate.old)
    after = " & ".join(_titled(fate, new, name) for name in fate.new)
    return f"{fate.verdict}: {before} → {after}"


def _titled(fate: Fate, index: Index, name: str) -> str:
    side = index.units[fate.part, name].side
    months = f" {list(side.months)}" if fate.part == "monthly_schedule" else ""
    return side.title + months


def row(name: str, result: Result) -> None:
    """One line of the table."""
    scores = [result.verdicts, result.links, *(result.each[verdict] for verdict in VERDICTS)]
    notes = "".join(f"; {count} {what}" for what, count in result.failed.items())
    print(f"{name:16}" + "".join(_figure(score) for score in scores), end="")
    print(f"  {result.pairs} pairs of plans{notes}")


def _figure(score: Score) -> str:
    return f"{score.f1:>10.3f}" if score.true else f"{'–':>10}"


def main() -> None:
    """Prints a table of F1, then how often each kind of edit was missed."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    arguments.add_argument("--seeds", type=int, default=10, help="pairs made of each plan")
    arguments.add_argument("--graphtage", help="the interpreter of an environment with graphtage")
    arguments.add_argument("--show", action="store_true", help="print every miss of duplan's")
    options = arguments.parse_args()
    if not (options.shared / "corpus").is_dir():
        print(f"{options.shared}: skipped, there is no corpus")
    found = list(pairs(plans(options.shared), options.seeds))
    read = list(text_pairs(texts(options.shared), options.seeds))
    for pairs_ in (found, read):
        counts = Counter(fate.verdict for pair in pairs_ for fate in pair.fates)
        print("plans:" if pairs_ is found else "texts:", end=" ")
        print(", ".join(f"{counts[one]} {one}" for one in VERDICTS))
    print(f"{'':16}" + "".join(f"{name:>10}" for name in ("verdicts", "links", *VERDICTS)))
    for name, compare in (("duplan", by_duplan), ("difflib", by_difflib), ("lines", by_lines)):
        row(name, compared(found, compare))
        row(f"{name}, texts", compared(read, compare))
    if options.graphtage:
        few = [pair for pair in found if pair.name.endswith("#0")]
        row("graphtage", compared(few, Graphtage(options.graphtage, PATIENCE)))
        row("duplan, the same", compared(few, by_duplan))
    else:
        print("graphtage: skipped, no --graphtage PYTHON was given")
    print("dyff: skipped, it is a Go program that PyPI, Debian and npm don't have")
    there, wrong, lines = by_edit([*found, *read])
    print("\nmissed by duplan, of so many:")
    for edit, count in wrong.most_common():
        print(f"{count:6} of {there[edit]:5}  {edit}")
    if options.show:
        print("\n" + "\n".join(lines))


if __name__ == "__main__":
    main()
