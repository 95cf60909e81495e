"""Write how often each word stands in the plans of ``samples`` and ``tests/documents``.

Run as ``python tools/make_weights.py`` from the checkout; the table is ``comparison/weights.tsv``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from duplan.comparison.terms import pieces

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "src" / "duplan" / "comparison" / "weights.tsv"
FEWEST = 3  # documents; a rarer word weighs like an unknown one


def _texts(plan: dict[str, Any]) -> Iterator[str]:
    for task in plan.get("tasks") or []:
        yield task["title"]
    for goal in plan.get("goals") or []:
        yield goal if isinstance(goal, str) else goal["text"]
    for entry in plan.get("schedule") or []:
        for item in entry["items"]:
            yield item if isinstance(item, str) else item["text"]


def main() -> None:
    """Count documents, not occurrences."""
    files = sorted(
        [*ROOT.glob("samples/*.gold.json"), *ROOT.glob("tests/documents/**/*.gold.json")]
    )
    documents: Counter[str] = Counter()
    for file in files:
        plans = json.loads(file.read_text(encoding="utf-8"))["plans"]
        texts = {text for plan in plans for text in _texts(plan)}
        documents.update({word for text in texts for word, _, _ in pieces(text) if word.isalnum()})
    rows = sorted(documents.items(), key=lambda row: (-row[1], row[0]))
    lines = [f"{word}\t{count}" for word, count in rows if count >= FEWEST]
    TABLE.write_text("\n".join([f"#\t{len(files)}", *lines, ""]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
