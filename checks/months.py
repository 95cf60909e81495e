"""Month expressions against two collections of labelled cases; exits 1 below the bars.

Usage: python checks/months.py [FOLDER], which holds months.tsv and months_outside.json.
"""

from __future__ import annotations

import csv
import json
import sys
from datetime import date
from pathlib import Path

from duplan.dates import read_period

PLAN_YEAR = 2020
OWN_BAR = 1.0
OUTSIDE_BAR = 127 / 129


def own(path: Path) -> tuple[int, list[str]]:
    """How many rows there are, and those whose months are neither canonical nor also_ok."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    misses = []
    for row in rows:
        period = read_period(row["expr"], PLAN_YEAR)
        got = ",".join(f"{year}-{month:02}" for year, month in period.months) if period else "-"
        if got not in (row["canonical"], *(other.strip() for other in row["also_ok"].split("|"))):
            misses.append(f"{row['expr']}: {row['canonical']}, got {got}")
    return len(rows), misses


def outside(path: Path) -> tuple[int, list[str]]:
    """How many cases there are, and those whose month numbers differ."""
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    misses = []
    for case in cases:
        period = read_period(case["expr"], today=reference(case["ref"]))
        got = sorted(period.month_numbers) if period else None
        if got != case["months"]:
            misses.append(f"{case['id']} {case['expr']}: {case['months']}, got {got}")
    return len(cases), misses


def reference(ref: str | None) -> date | None:
    """The day that a case counts from; some have none, or name only a year."""
    try:
        return date.fromisoformat((ref or "")[:10])
    except ValueError:
        return None


def main(folder: Path) -> int:
    below = False
    for name, check, bar in (
        ("months.tsv", own, OWN_BAR),
        ("months_outside.json", outside, OUTSIDE_BAR),
    ):
        path = folder / name
        if not path.exists():
            print(f"{name}: skipped")
            continue
        total, misses = check(path)
        print(f"{name}: {total - len(misses)} of {total}")
        for miss in misses:
            print(f"  {miss}")
        below |= total - len(misses) < bar * total
    return int(below)


if __name__ == "__main__":
    default = Path(__file__).parent.parent.parent / "shared" / "cases"
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else default))
