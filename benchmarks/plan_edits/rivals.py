"""What other ways of comparing say of two plans, turned into verdicts as kindly as can be.

A tool shows which pieces of work it takes for each other; what became of a pair is read from it alike
for every tool (``settled``): another text or unit below the same title is changed, a title less alike
than SAME is changed, other months are moved, all else is continued. None of them knows splits and merges.

- difflib: titles of one part are paired greedily by ``SequenceMatcher.ratio``, the most alike first,
  down to RELATED.
- lines: the lines of both plans as ``duplan parse`` exports them, compared by ``SequenceMatcher``. Pieces
  whose titles stand in a line that is kept are a pair; titles in the removed and the added lines of one
  hunk are paired like difflib's.
- graphtage: the mappings of both exported files that it matches with each other are pairs, where their
  titles are as alike as RELATED; else they are dropped and new.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from duplan.comparison.compare import diff
from duplan.comparison.model import PARTS, Part, Side, Verdict
from duplan.comparison.units import units
from duplan.plan import Document, Input, Plan
from duplan.writers import WRITERS

from .truth import Fate

# What does best for difflib on these edits, of 0.4 to 0.7 and of 0.7 to 1.
RELATED = 0.5
SAME = 0.7

Compare = Callable[[Plan, Plan], list[Fate]]


def by_duplan(old: Plan, new: Plan) -> list[Fate]:
    """What duplan says."""
    return [
        Fate(
            change.verdict,
            change.part,
            tuple(side.id for side in change.old),
            tuple(side.id for side in change.new),
        )
        for change in diff(old, new).changes
    ]


def by_difflib(old: Plan, new: Plan) -> list[Fate]:
    """Titles paired by how alike their characters are."""
    fates: list[Fate] = []
    for part in PARTS:
        here = [unit.side for unit in units(old, part)]
        there = [unit.side for unit in units(new, part)]
        pairs = paired([side.title for side in here], [side.title for side in there])
        fates += settled(part, here, there, pairs)
    return fates


def paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, float]]:
    """Greedily, the most alike first, down to RELATED."""
    ratios = []
    for row, column in product(range(len(old)), range(len(new))):
        matcher = SequenceMatcher(None, old[row], new[column], autojunk=False)
        if matcher.real_quick_ratio() >= RELATED and matcher.quick_ratio() >= RELATED:
            ratio = matcher.ratio()
            if ratio >= RELATED:
                ratios.append((-ratio, row, column))
    rows: set[int] = set()
    columns: set[int] = set()
    found = []
    for ratio, row, column in sorted(ratios):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            found.append((row, column, -ratio))
    return found


def settled(
    part: Part, here: Sequence[Side], there: Sequence[Side], pairs: Sequence[tuple[int, int, float]]
) -> Iterator[Fate]:
    """Verdicts for pairs with how alike their titles are; what is in none is dropped or new."""
    for row, column, ratio in pairs:
        a, b = here[row], there[column]
        verdict: Verdict = "continued"
        below = (a.responsible, a.text) != (b.responsible, b.text)
        if ratio < SAME or (a.title == b.title and below):
            verdict = "changed"
        elif set(a.months) != set(b.months):
            verdict = "moved"
        yield Fate(verdict, part, (a.id,), (b.id,))
    rows, columns = {row for row, _, _ in pairs}, {column for _, column, _ in pairs}
    yield from (
        Fate("dropped", part, (side.id,), ()) for at, side in enumerate(here) if at not in rows
    )
    yield from (
        Fate("new", part, (), (side.id,)) for at, side in enumerate(there) if at not in columns
    )


def by_lines(old: Plan, new: Plan) -> list[Fate]:
    """Titles paired by a line diff of the exported files."""
    before, after = exported(old), exported(new)
    here, there = _title_lines(before), _title_lines(after)
    matcher = SequenceMatcher(None, _lines(before), _lines(after), autojunk=False)
    fates: list[Fate] = []
    for part in PARTS:
        sides = _sides(old, part), _sides(new, part)
        at = [here[part][side.id] for side in sides[0]], [there[part][side.id] for side in sides[1]]
        pairs: list[tuple[int, int, float]] = []
        for kind, *ends in matcher.get_opcodes():
            rows = [row for row, line in enumerate(at[0]) if ends[0] <= line < ends[1]]
            columns = [column for column, line in enumerate(at[1]) if ends[2] <= line < ends[3]]
            if kind == "equal":
                pairs += [
                    (row, column, 1.0)
                    for row, column in product(rows, columns)
                    if at[0][row] - ends[0] == at[1][column] - ends[2]
                ]
            else:
                found = paired(
                    [sides[0][row].title for row in rows], [sides[1][one].title for one in columns]
                )
                pairs += [(rows[row], columns[column], ratio) for row, column, ratio in found]
        fates += settled(part, *sides, pairs)
    return fates


def exported(plan: Plan) -> str:
    """The plan as ``duplan parse`` writes it."""
    source = Input(name="plan", format="text", sha256="", script="hans")
    return WRITERS["yaml"].dump(Document(source=source, plans=[plan]), False)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def _sides(plan: Plan, part: Part) -> list[Side]:
    return [unit.side for unit in units(plan, part)]


def _title_lines(text: str) -> dict[Part, dict[str, int]]:
    """The line of each title by part and id."""
    found: dict[Part, dict[str, int]] = {part: {} for part in PARTS}
    document = _fields(yaml.compose(text))
    plan = _fields(document["plans"].value[0])
    for part in PARTS:
        waiting = list(plan[part].value)
        while waiting:
            fields = _fields(waiting.pop())
            for key in ("subtasks", "items"):
                waiting += fields[key].value if key in fields else []
            if "items" not in fields:
                title = fields["title" if "title" in fields else "text"]
                found[part][fields["id"].value] = title.start_mark.line
    return found


def _fields(node: yaml.Node | None) -> dict[str, yaml.Node]:
    assert isinstance(node, yaml.MappingNode)
    return {key.value: value for key, value in node.value}


class Graphtage:
    """graphtage of another environment, whose interpreter is ``python``."""

    def __init__(self, python: str, seconds: float) -> None:
        self.python = python
        self.seconds = seconds

    def __call__(self, old: Plan, new: Plan) -> list[Fate]:
        """Titles paired as graphtage matches the exported files. Raises TimeoutExpired."""
        with TemporaryDirectory() as folder:
            files = [Path(folder) / name for name in ("old.yaml", "new.yaml")]
            for file, plan in zip(files, (old, new), strict=True):
                file.write_text(exported(plan), encoding="utf-8")
            script = Path(__file__).with_name("graphtage_pairs.py")
            command = [self.python, str(script), *map(str, files)]
            run = subprocess.run(command, check=True, capture_output=True, timeout=self.seconds)
        matched = json.loads(run.stdout)
        fates: list[Fate] = []
        for part in PARTS:
            here, there = _sides(old, part), _sides(new, part)
            rows, columns = _places(here), _places(there)
            found: dict[int, tuple[int, int, float]] = {}
            for one, other in matched:
                if one in rows and other in columns:
                    row, column = rows[one], columns[other]
                    titles = here[row].title, there[column].title
                    ratio = SequenceMatcher(None, *titles, autojunk=False).ratio()
                    taken = {pair[1] for pair in found.values()}
                    if ratio >= RELATED and row not in found and column not in taken:
                        found[row] = row, column, ratio
            fates += settled(part, here, there, list(found.values()))
        return fates


def _places(sides: Sequence[Side]) -> dict[str, int]:
    """Where the unit of an id stands, other months of the same work included."""
    return {name: at for at, side in enumerate(sides) for name in (side.id, *side.also)}
