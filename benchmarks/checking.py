"""What checking costs: a folder of plans, and one file, as ratios in the same run.

    checking.py [--runs 5] [--keep DIR]

Makes 1,000 plans out of the samples, each with another content, and checks them with ``duplan check``.
The yardstick is a plain pool of processes, one for each core, that calls ``duplan.load``. For one file
it is ``duplan parse``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import sysconfig
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from statistics import median

from duplan.workers import cores
from library import COUNT, SAMPLES, make, plain_pool

BAR = 1.3
ONE = "2020计划.docx"


def seconds(*arguments: str) -> float:
    """Seconds of a whole process of duplan."""
    duplan = Path(sysconfig.get_path("scripts")) / "duplan"
    start = time.perf_counter()
    done = subprocess.run([str(duplan), *arguments], check=False, capture_output=True)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return taken


def outputs(folder: str) -> set[bytes]:
    """What two runs over the folder print."""
    duplan = Path(sysconfig.get_path("scripts")) / "duplan"
    command = [str(duplan), "check", folder, "--output-format", "json"]
    return {subprocess.run(command, check=False, capture_output=True).stdout for _ in range(2)}


def main() -> int:
    """Prints the figures; 1 where checking costs more than it may."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--keep", metavar="DIR", help="where the plans are made, and stay")
    asked = arguments.parse_args()
    with nullcontext(asked.keep) if asked.keep else tempfile.TemporaryDirectory() as place:
        folder = Path(place, f"{COUNT}")
        if not folder.exists():
            make(folder, COUNT)
        pairs = [(plain_pool(folder), seconds("check", str(folder))) for _ in range(asked.runs)]
        same = len(outputs(str(folder))) == 1
    parsing = median(parsed for parsed, _ in pairs)
    checking = median(checked for _, checked in pairs)
    ratio = median(checked / parsed for parsed, checked in pairs)
    sample = str(SAMPLES / ONE)
    single = median(seconds("check", sample) / seconds("parse", sample) for _ in range(asked.runs))
    print(f"{COUNT:,} plans, {cores()} cores")
    print(f"  parsing with a plain pool        {parsing:9.2f} s")
    print(f"  duplan check                     {checking:9.2f} s  {ratio:6.2f} of parsing")
    print(f"  two runs print the same          {'yes' if same else 'no':>9}")
    print(f"  one file, to duplan parse                    {single:6.2f}")
    return int(ratio > BAR or not same)


if __name__ == "__main__":
    sys.exit(main())
