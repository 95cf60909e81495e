"""Clean plans give no findings, plans with one error seeded give the one that tells of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import mutations_content  # noqa: F401 - books its kinds
import pytest
from file_mutations import FileMutant, word_file, word_mutants, yaml_mutants
from mutations import KINDS, Mutant, Plan, mutants

from duplan import check, load, parse
from duplan.plan import Document
from duplan.planfiles.document import read
from duplan.readers.file import File
from duplan.transcript import transcript

HERE = Path(__file__).parent / "clean"
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WORD = (
    "2019计划",
    "2020计划",
    "2022学年第一学期小学计划",
    "2024重点任务分解表",
    "2024集团安全生产计划",
)
WITH_CHANGES = {"2020计划", "2024重点任务分解表", "2024集团安全生产计划"}
FILES = [*sorted(HERE.glob("*.txt")), *(SAMPLES / f"{name}.docx" for name in WORD)]

Found = set[tuple[str, int]]


def found(document: Document) -> Found:
    """The findings as pairs of a code and a line, 0 without a place."""
    evidence = document.evidence
    assert evidence
    return {
        (each.code, evidence.source.blocks[each.span.block].line if each.span else 0)
        for each in check(document)
    }


def plan_of(file: Path) -> Plan:
    """The text of a clean plan, that of a Word file as ``duplan text`` prints it."""
    document = load(file)
    assert document.evidence
    if file.suffix == ".txt":
        text = file.read_text(encoding="utf-8")
    else:
        text = transcript(document.evidence.source)
        text = text[: text.find("—— 页眉")]
    [year] = {plan.year for plan in document.plans}
    assert year
    return Plan(file.stem, tuple(text.rstrip().split("\n")), year)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_a_clean_plan_gives_nothing(file: Path) -> None:
    """Three of the samples hold a tracked change on purpose: to show that it is told."""
    told_of = {code for code, _ in found(load(file))}
    assert told_of == ({"DP105"} if file.stem in WITH_CHANGES else set())


def told(mutant: Mutant, before: Found) -> bool:
    """Whether a finding of the right kind stands at the right place, and wasn't there before."""
    new = found(parse(mutant.text, name=f"{mutant.plan}.txt")) - before
    return any(code in mutant.codes and line in mutant.lines for code, line in new)


def test_seeded_errors_are_found() -> None:
    """Recall by kind and place, over all and by kind."""
    outcomes: dict[str, list[bool]] = defaultdict(list)
    missed = []
    for plan in map(plan_of, FILES):
        before = found(parse("\n".join(plan.lines), name=f"{plan.name}.txt"))
        for mutant in mutants(plan):
            hit = told(mutant, before)
            outcomes[mutant.kind].append(hit)
            if not hit:
                missed.append((mutant.kind, mutant.plan, sorted(mutant.lines)))
    count = sum(map(len, outcomes.values()))
    recall = sum(map(sum, outcomes.values())) / count
    print({kind: f"{sum(hits)}/{len(hits)}" for kind, hits in outcomes.items()}, recall)  # noqa: T201
    assert len(outcomes) == len(KINDS) >= 25
    assert count >= 300
    assert recall >= 0.95, missed
    weak = {kind for kind, hits in outcomes.items() if sum(hits) < 0.85 * len(hits)}
    assert not weak, [each for each in missed if each[0] in weak]


def places(document: Document) -> set[tuple[str, str]]:
    """The findings as pairs of a code and the words of the line or paragraph."""
    evidence = document.evidence
    assert evidence
    blocks = evidence.source.blocks
    return {
        (each.code, blocks[each.span.block].text if each.span else "") for each in check(document)
    }


def misses(made: Iterable[FileMutant], before: set[tuple[str, str]], form: str) -> Iterator[str]:
    """The kinds of those of which nothing new tells at their words."""
    for mutant in made:
        document = (
            load(BytesIO(mutant.data), name="a.docx")
            if form == "docx"
            else read(File(mutant.data, "a.yaml"))
        )
        new = places(document) - before
        if not any(code == mutant.code and mutant.words in words for code, words in new):
            yield f"{mutant.kind}: {mutant.words}"


@pytest.mark.parametrize("file", FILES[:3], ids=lambda file: str(file.name))
def test_what_revising_leaves_in_a_word_file_is_found(file: Path) -> None:
    lines = plan_of(file).lines
    before = places(load(BytesIO(word_file(lines)), name="a.docx"))
    made = list(word_mutants(lines))
    assert len({mutant.kind for mutant in made}) == 4
    assert list(misses(made, before, "docx")) == []


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*.yaml")), ids=lambda file: str(file.name))
def test_what_breaks_the_form_of_a_plan_file_is_found(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    before = places(read(File(text.encode(), file.name)))
    made = list(yaml_mutants(text))
    assert len({mutant.kind for mutant in made}) >= 3
    assert list(misses(made, before, "yaml")) == []
