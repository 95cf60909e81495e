"""What a library costs: the first and the second call over a folder, as ratios in the same run.

    library.py [--runs 9] [--large] [--keep DIR]

Makes 1,000 plans (with ``--large`` 20,000 too) out of the samples, each with another content, and
answers ``duplan calendar --month 2020-09`` from them. The yardstick of the first call is a plain pool
of processes, one for each core, that calls ``duplan.load``; that of the second is ``duplan --version``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
import zipfile
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from platformdirs import user_cache_dir

from duplan import load
from duplan.library.folder import documents
from duplan.workers import cores

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
COUNT, LARGE = 1_000, 20_000
IN_A_FOLDER = 100
SETTLED = 2.5  # seconds after which the time of a file's change is trusted
MONTH = "2020-09"
LAST = b"</w:body>"


def make(folder: Path, count: int) -> None:
    """Writes this many plans: the samples in turn, each with a last line of its own."""
    samples = [path for path in sorted(SAMPLES.iterdir()) if path.suffix in (".txt", ".docx")]
    for number in range(count):
        sample = samples[number % len(samples)]
        target = folder / f"{number // IN_A_FOLDER:03}" / f"{number:05} {sample.name}"
        target.parent.mkdir(parents=True, exist_ok=True)
        last = f"No. {number}".encode()  # in whatever encoding the sample has
        if sample.suffix == ".txt":
            target.write_bytes(sample.read_bytes() + b"\n" + last + b"\n")
        else:
            write_docx(sample, target, last)


def write_docx(sample: Path, target: Path, last: bytes) -> None:
    """A copy of the sample with one more paragraph."""
    paragraph = b"<w:p><w:r><w:t>" + last + b"</w:t></w:r></w:p>"
    with zipfile.ZipFile(sample) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                at = data.rindex(b"<w:sectPr") if b"<w:sectPr" in data else data.rindex(LAST)
                data = data[:at] + paragraph + data[at:]
            new.writestr(name, data)


def parse(path: str) -> int:
    """What a worker of the plain pool does."""
    return len(load(path).plans)


def plain_pool(folder: Path) -> float:
    """Seconds that a pool of processes takes to parse the folder."""
    start = time.perf_counter()
    with ProcessPoolExecutor(cores(), get_context("spawn")) as pool:
        sum(pool.map(parse, (entry.path for entry in documents(str(folder))), chunksize=8))
    return time.perf_counter() - start


def measured(*arguments: str) -> tuple[float, float]:
    """Seconds of a whole process of duplan, and megabytes at its peak or its largest worker's."""
    duplan = Path(sysconfig.get_path("scripts")) / "duplan"
    start = time.perf_counter()
    with subprocess.Popen(
        [str(duplan), *arguments], stdout=subprocess.DEVNULL, env=os.environ | {"DUPLAN_LANG": "en"}
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"duplan ended with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def report(folder: Path, runs: int) -> None:
    """Prints the figures of one folder."""
    count = sum(1 for _ in documents(str(folder)))
    ask = ("calendar", "--library", str(folder), "--month", MONTH)
    cache = Path(user_cache_dir("duplan", appauthor=False))
    shutil.rmtree(cache, ignore_errors=True)
    parsing = plain_pool(folder)
    first, first_peak = measured(*ask)
    pairs = [(measured(*ask), measured("--version")) for _ in range(runs)]
    second = median(seconds for (seconds, _), _ in pairs)
    version = median(seconds for _, (seconds, _) in pairs)
    size = sum(file.stat().st_size for file in cache.iterdir())
    print(f"{count:,} plans, {cores()} cores")
    print(f"  parsing with a plain pool        {parsing:9.2f} s")
    print(f"  first call                       {first:9.2f} s  {first / parsing:6.2f} of parsing")
    print(
        f"  second call                      {second * 1e3:9.1f} ms {first / second:6.0f} times faster"
    )
    print(
        f"  duplan --version                 {version * 1e3:9.1f} ms {second / version:6.2f} second / this"
    )
    print(f"  peak of the first, the second    {first_peak:9.0f} MB {pairs[0][0][1]:5.0f} MB")
    print(f"  the cache                        {size / 1e6:9.1f} MB")


def main() -> int:
    """Prints the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--runs", type=int, default=9)
    arguments.add_argument("--large", action="store_true", help="20,000 plans too: some minutes")
    arguments.add_argument("--keep", metavar="DIR", help="where the plans are made, and stay")
    asked = arguments.parse_args()
    with nullcontext(asked.keep) if asked.keep else tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CACHE_HOME"] = str(Path(place, "caches"))
        os.environ.pop("DUPLAN_CACHE_DIR", None)
        for count in (COUNT, LARGE) if asked.large else (COUNT,):
            folder = Path(place, f"{count}")
            if not folder.exists():
                make(folder, count)
                time.sleep(SETTLED)
            report(folder, asked.runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
