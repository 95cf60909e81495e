"""Scores duplan against gold labels: our samples and test documents, and the corpus beside the
project where it is there. Exits 1 below a bar.

    accuracy.py [--shared ../shared] [--show]
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# folder below shared/corpus → the least OVERALL, the least column
BARS = {"seeds": (0.995, 0.98), "open": (0.97, 0.93), "docx": (0.97, 0.0)}


def main() -> int:
    """Runs the corpus' own scorer with the installed command."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    arguments.add_argument("--show", action="store_true", help="print every miss")
    options = arguments.parse_args()
    scorer = options.shared / "corpus" / "score.py"
    if not scorer.exists():
        print("accuracy: skipped, no corpus beside the project")
        return 0
    command = str(Path(sysconfig.get_path("scripts")) / "duplan")
    failed = False
    for name, (least, column) in BARS.items():
        folder = options.shared / "corpus" / name
        figures = ROOT / ".accuracy.json"
        run = subprocess.run(
            [sys.executable, str(scorer), str(folder), "--duplan", command]
            + ["--json", str(figures)]
            + (["--show"] if options.show else []),
            capture_output=True,
            text=True,
            check=False,
        )
        print(f"== {name}\n{run.stdout}{run.stderr}")
        overall = re.search(r"OVERALL ([\d.]+)", run.stdout)
        data = json.loads(figures.read_text(encoding="utf-8")) if figures.exists() else {}
        figures.unlink(missing_ok=True)
        columns = [v for k, v in data.items() if k not in ("overall", "documents")]
        if overall is None or data["overall"] < least or min(columns) < column:
            print(f"{name}: below the bar of {least} overall, {column} a column")
            failed = True
    return failed


if __name__ == "__main__":
    sys.exit(main())
