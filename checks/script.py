"""Counts how many of OpenCC's own test cases the converters get right: t2s, tw2s and hk2s.

Usage: python checks/script.py [FILE]
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from duplan.text.script import convert

CASES = Path(__file__).parents[2] / "shared/cases/script_outside.json"
LAX = re.compile(r"""("(?:\\.|[^"\\])*")|,(?=\s*[}\]])|//.*""")  # not JSON: last commas, comments
CONFIGS = ("t2s", "tw2s", "hk2s")


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CASES
    if not path.exists():
        print(f"skipped: no {path.name}")
        return
    text = path.read_text(encoding="utf-8")
    cases = json.loads(LAX.sub(lambda part: part[1] or "", text))["cases"]
    for config in CONFIGS:
        pairs = [(c["input"], c["expected"][config]) for c in cases if config in c["expected"]]
        wrong = [pair for pair in pairs if convert(pair[0], config) != pair[1]]
        print(f"{config}: {len(pairs) - len(wrong)}/{len(pairs)}")
        for given, expected in wrong:
            print(f"  {given} → {convert(given, config)}, not {expected}")


if __name__ == "__main__":
    main()
