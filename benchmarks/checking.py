"""What checking costs: a folder of plans, and one file, as ratios in the same run.

    checking.py [--runs 5] [--keep DIR]

Makes 1,000 plans out of the samples, each with another content, and checks them with ``duplan check``.
The yardstick is a plain pool of processes, one for each core, that calls ``duplan.load``. For one file
it is ``duplan parse``. Seconds of the processor, of a process with its children, and of the clock; the
bar holds for the former, which say the same on a busy machine, or nearly so: its load is printed too.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from statistics import median
from typing import NamedTuple

from duplan.workers import cores
from library import COUNT, SAMPLES, make, plain_pool

BAR = 1.3
ONE = "2020计划.docx"
DUPLAN = "import sys; from duplan.cli import main; sys.exit(main())"


class Cost(NamedTuple):
    """Seconds of the processor and of the clock."""

    processor: float
    clock: float


def cost(*command: str) -> Cost:
    """What a process and its children cost; byte code may be kept, as where duplan is installed."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stderr is not None
        told = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(told)
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - start)


def duplan(*arguments: str) -> Cost:
    """What a whole process of duplan costs."""
    return cost("-c", DUPLAN, *arguments)


def outputs(folder: str) -> set[bytes]:
    """What two runs over the folder print."""
    command = [sys.executable, "-c", DUPLAN, "check", folder, "--output-format", "json"]
    return {subprocess.run(command, check=False, capture_output=True).stdout for _ in range(2)}


def report(name: str, pairs: list[tuple[Cost, Cost]]) -> float:
    """Prints parsing and checking with their medians; the ratio of their seconds of the processor."""
    ratios = Cost(
        *(
            median(check[at] / parse[at] for parse, check in pairs)
            for at in range(len(Cost._fields))
        )
    )
    for at, field in enumerate(Cost._fields):
        parsed, checked = (median(pair[which][at] for pair in pairs) for which in range(2))
        print(f"  {name}, {field:<10}{parsed:9.3f} s {checked:9.3f} s {ratios[at]:6.2f} of parsing")
    return ratios.processor


def main() -> int:
    """Prints the figures; 1 where checking costs more than it may."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--keep", metavar="DIR", help="where the plans are made, and stay")
    arguments.add_argument("--plain", metavar="DIR", help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.plain:
        plain_pool(Path(asked.plain))
        return 0
    sample = str(SAMPLES / ONE)
    with nullcontext(asked.keep) if asked.keep else tempfile.TemporaryDirectory() as place:
        folder = Path(place, f"{COUNT}")
        if not folder.exists():
            make(folder, COUNT)
        whole = str(folder)
        duplan("check", sample)  # writes the byte code
        many = [
            (cost(__file__, "--plain", whole), duplan("check", whole)) for _ in range(asked.runs)
        ]
        same = len(outputs(whole)) == 1
    one = [(duplan("parse", sample), duplan("check", sample)) for _ in range(3 * asked.runs)]
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{COUNT:,} plans, {cores()} cores{load}; parsing, checking")
    ratio = report(f"{COUNT:,} plans", many)
    report("one file   ", one)
    print(f"  two runs print the same: {'yes' if same else 'no'}")
    return int(ratio > BAR or not same)


if __name__ == "__main__":
    sys.exit(main())
