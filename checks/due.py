"""Every labelled item of a schedule stands under each of its months, and nothing else; exits 1 if not.

Usage: python checks/due.py [FOLDER...], which hold documents with NAME.gold.json beside them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import zip_longest
from pathlib import Path

from duplan import load
from duplan.calendar.model import PlanName, month_of_name
from duplan.calendar.occurrences import occurrences
from duplan.plan import Plan

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from scoring import due, folded  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
FOLDERS = (CORPUS / "seeds", CORPUS / "open", CORPUS / "docx", ROOT / "samples")


def told(plan: Plan) -> Counter[tuple[int, str]]:
    """Month by month what the calendar tells of the plan's schedule."""
    entries = occurrences(plan, PlanName(plan.title, plan.issuer, plan.year, ""))
    scheduled = (entry for entry in entries if entry.from_ == "schedule")
    return Counter((month_of_name(entry.month)[1], folded(entry.text)) for entry in scheduled)


def main(folders: list[Path]) -> int:
    wrong = False
    for folder in folders:
        labels = sorted(folder.glob("*.gold.json")) if folder.is_dir() else []
        if not labels:
            print(f"{folder.name}: skipped, no labels there")
            continue
        wanted = missing = added = 0
        for label in labels:
            stem = label.name.removesuffix(".gold.json")
            source = next(
                file
                for file in sorted(folder.glob(f"{stem}.*"))
                if file.suffix not in (".json", ".yaml")
            )
            gold = json.loads(label.read_text(encoding="utf-8"))
            for labelled, plan in zip_longest(gold["plans"], load(source).plans):
                want = due(labelled) if labelled else Counter()
                got = told(plan) if plan else Counter()
                wanted += want.total()
                missing += (want - got).total()
                added += (got - want).total()
        wrong = wrong or bool(missing or added)
        print(f"{folder.name}: {wanted} items by month, {missing} missing, {added} not labelled")
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main([Path(each) for each in sys.argv[1:]] or list(FOLDERS)))
