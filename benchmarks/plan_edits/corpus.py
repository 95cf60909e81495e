"""The plans that are edited: the samples, and those of a folder beside the project."""

from __future__ import annotations

from pathlib import Path

from duplan import load
from duplan.comparison.model import PARTS
from duplan.comparison.units import units
from duplan.plan import Plan

ROOT = Path(__file__).resolve().parent.parent.parent
FEWEST = 3  # pieces of work


def plans(shared: Path) -> dict[str, Plan]:
    """Plans with work in them by name, reviews left out."""
    folders = [ROOT / "samples", *(shared / "corpus" / name for name in ("seeds", "open"))]
    found = {}
    for folder in folders:
        if not folder.is_dir():
            print(f"{folder.name}: skipped, no such folder")
            continue
        for path in sorted(folder.iterdir()):
            if path.suffix in (".txt", ".docx"):
                for plan in load(path).plans:
                    size = sum(len(units(plan, part)) for part in PARTS)
                    if plan.kind != "总结" and size >= FEWEST:
                        found[path.stem] = plan
    return found
