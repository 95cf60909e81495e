"""How long duplan takes, as ratios to other programs in the same run.

    speed.py [--runs 7]

Every figure is the median of several runs taken in turn with its yardstick, so that what else the
machine does weighs on both sides alike.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import sysconfig
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

import docx
from lxml import etree

from duplan import load

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "2020计划.docx"
COPIES = {3: 1, 30: 11, 300: 115}  # pages → how often the sample's sections stand in the file


def enlarged(copies: int) -> bytes:
    """The sample with everything after its title page that many times."""
    package = zipfile.ZipFile(SAMPLE)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in package.namelist():
            data = package.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(data)
                body = root[0]
                texts = ["".join(child.itertext()) for child in body]
                start = next(i for i, text in enumerate(texts) if text.startswith("总体要求"))
                parts = [etree.tostring(child) for child in body[start:-1]]
                for _ in range(copies - 1):
                    for part in parts:
                        body.insert(len(body) - 1, etree.fromstring(part))
                data = etree.tostring(root)
            target.writestr(name, data)
    return out.getvalue()


def listed(data: bytes) -> list[str]:
    """What python-docx lists: paragraphs, then the cells of every table."""
    document = docx.Document(io.BytesIO(data))
    out = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        out += [cell.text for row in table.rows for cell in row.cells]
    return out


def timed(work: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def against(
    ours: Callable[[], object], theirs: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Median seconds of both, taken in turn."""
    ours(), theirs()
    pairs = [(timed(ours), timed(theirs)) for _ in range(runs)]
    return median(a for a, _ in pairs), median(b for _, b in pairs)


def process(*command: str) -> Callable[[], object]:
    """A whole process, its output thrown away."""
    return lambda: subprocess.run(command, check=True, capture_output=True)


def memory(data: bytes) -> float:
    """Megabytes at the peak of one load."""
    tracemalloc.start()
    load(io.BytesIO(data), name="x.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def main() -> None:
    """Prints a table of ratios."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--runs", type=int, default=7)
    runs = arguments.parse_args().runs
    print(f"{'':44}{'duplan':>10}{'other':>10}{'ratio':>8}{'peak MB':>9}")
    for pages, copies in COPIES.items():
        data = enlarged(copies)
        few = max(3, runs // (copies // 20 + 1))
        ours, theirs = against(
            lambda data=data: load(io.BytesIO(data), name="x.docx"),
            lambda data=data: listed(data),
            few,
        )
        name = f"load to a Plan / python-docx lists, {pages} pages"
        print(
            f"{name:44}{ours * 1e3:>8.1f}ms{theirs * 1e3:>8.1f}ms{ours / theirs:>8.2f}{memory(data):>9.1f}"
        )
    python = sys.executable
    command = str(Path(sysconfig.get_path("scripts")) / "duplan")
    start, typer = against(
        process(command, "--version"), process(python, "-c", "import typer"), runs
    )
    print(
        f"{'duplan --version / import typer':44}{start * 1e3:>8.1f}ms{typer * 1e3:>8.1f}ms{start / typer:>8.2f}"
    )
    markitdown = Path(sysconfig.get_path("scripts")) / "markitdown"
    if markitdown.exists():
        ours, theirs = against(
            process(command, "parse", str(SAMPLE)), process(str(markitdown), str(SAMPLE)), runs
        )
        print(
            f"{'duplan parse / markitdown, whole process':44}{ours * 1e3:>8.1f}ms{theirs * 1e3:>8.1f}ms{ours / theirs:>8.2f}"
        )
    else:
        print("duplan parse / markitdown: skipped, markitdown is not installed")


if __name__ == "__main__":
    main()
