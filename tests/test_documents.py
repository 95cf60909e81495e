"""Accuracy: our samples and test documents against their gold labels."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from duplan import load
from duplan.plan import Document
from scoring import COLUMNS, score

ROOT = Path(__file__).resolve().parent.parent
# What the program reaches, rounded down: a change that reads a document worse has to say so here.
BARS = {"samples": 1.0} | {f"tests/documents/{name}": 1.0 for name in "abcdfghj"}
BARS |= {
    f"tests/documents/{name}": bar
    for name, bar in zip("eiklm", (0.998, 0.975, 0.99, 0.998, 0.96), strict=True)
}
COLUMN = 0.85


def gold_files(folder: str) -> list[Path]:
    """The gold labels of a folder."""
    return sorted((ROOT / folder).glob("*.gold.json"))


def source_of(gold: Path) -> Path:
    """The document beside a gold label."""
    name = gold.name.removesuffix(".gold.json")
    return next(path for path in gold.parent.glob(f"{name}.*") if path.suffix in (".txt", ".docx"))


@pytest.mark.parametrize("folder", BARS)
def test_documents_are_read_as_labelled(folder: str) -> None:
    files = gold_files(folder)
    if not files:
        pytest.skip("no gold labels")
    found = score(
        {
            path.name.removesuffix(".gold.json"): (
                json.loads(path.read_text(encoding="utf-8")),
                load(source_of(path)),
            )
            for path in files
        }
    )
    report = "\n".join([str(found.columns), *found.misses])
    assert found.overall >= BARS[folder], report
    assert min(found.columns.values()) >= COLUMN, report


def test_the_score_of_what_is_wrong_is_lower() -> None:
    path = gold_files("tests/documents/a")[0]
    gold = json.loads(path.read_text(encoding="utf-8"))
    document = load(source_of(path))
    assert score({"": (gold, document)}).misses == []
    document.plans[0].key_tasks.pop()
    document.plans[0].year = 1999
    found = score({"": (gold, document)})
    assert found.columns["tasks"] < 1 and found.columns["metadata"] < 1
    assert [miss[0] for miss in found.misses if "metadata" in miss] == ["-", "+"]


def test_a_missing_plan_costs_all_of_its_facts() -> None:
    path = gold_files("tests/documents/a")[0]
    gold = json.loads(path.read_text(encoding="utf-8"))
    document = load(source_of(path))
    empty = Document(source=document.source, plans=[])
    found = score({"": (gold, empty)})
    assert found.columns["tasks"] == found.columns["metadata"] == 0
    assert set(found.columns) == set(COLUMNS)
