"""The plans that are edited: the samples, and those of a folder beside the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from duplan import load, readers
from duplan.comparison.model import PARTS
from duplan.comparison.units import units
from duplan.plan import Plan
from duplan.readers.file import File
from duplan.transcript import transcript

ROOT = Path(__file__).resolve().parent.parent.parent
FEWEST = 3  # pieces of work


def plans(shared: Path) -> dict[str, Plan]:
    """Plans with work in them by name, reviews left out."""
    found = {}
    for path in _files(shared):
        for plan in load(path).plans:
            size = sum(len(units(plan, part)) for part in PARTS)
            if plan.kind != "总结" and size >= FEWEST:
                found[path.stem] = plan
    return found


def texts(shared: Path) -> dict[str, str]:
    """The texts of the documents by name, as ``duplan text`` prints them."""
    return {
        path.stem: transcript(readers.read(File(path.read_bytes(), path.name))[0])
        for path in _files(shared)
    }


def _files(shared: Path) -> Iterator[Path]:
    for folder in (ROOT / "samples", *(shared / "corpus" / name for name in ("seeds", "open"))):
        if folder.is_dir():
            yield from (
                path for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".docx")
            )
