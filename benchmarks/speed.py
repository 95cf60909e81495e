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
from functools import partial
from pathlib import Path
from statistics import median

import docx
from lxml import etree

from duplan import load, readers

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
                texts = ["".join(map(str, child.itertext())) for child in body]
                start = next(i for i, text in enumerate(texts) if text.startswith("总体要求"))
                parts = [etree.tostring(child) for child in list(body)[start:-1]]
                for _ in range(copies - 1):
                    for part in parts:
                        body.insert(len(body) - 1, etree.fromstring(part))
                data = etree.tostring(root, encoding="UTF-8", standalone=True)
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


def read_source(data: bytes) -> object:
    """What is measured first: a docx to its Source."""
    return readers.read(readers.File(data, "x.docx"))


def read_plan(data: bytes) -> object:
    """What is measured then: a docx to its finished document."""
    return load(io.BytesIO(data), name="x.docx")


def memory(work: Callable[[bytes], object], data: bytes) -> float:
    """Megabytes at the peak of one call."""
    tracemalloc.start()
    work(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def row(name: str, ours: float, theirs: float, note: str = "") -> None:
    """One line of the table; seconds in, milliseconds out."""
    print(f"{name:46}{ours * 1e3:>9.1f}{theirs * 1e3:>9.1f}{ours / theirs:>8.2f}  {note}")


def main() -> None:
    """Prints a table of ratios."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--runs", type=int, default=7)
    runs = arguments.parse_args().runs
    print(f"{'':46}{'ours ms':>9}{'other ms':>9}{'ratio':>8}")
    for pages, copies in COPIES.items():
        data = enlarged(copies)
        listing = partial(listed, data)
        few = max(3, runs // (copies // 20 + 1))
        for name, work in (("docx reader", read_source), ("load to a Plan", read_plan)):
            peak = f"peak {memory(work, data):.1f} MB"
            ratio = against(partial(work, data), listing, few)
            row(f"{name} / python-docx, {pages} pages", *ratio, peak)
    scripts = Path(sysconfig.get_path("scripts"))
    duplan, markitdown = str(scripts / "duplan"), scripts / "markitdown"
    typer = process(sys.executable, "-c", "import typer")
    row("duplan --version / import typer", *against(process(duplan, "--version"), typer, runs))
    if markitdown.exists():
        parse = process(duplan, "parse", str(SAMPLE))
        other = process(str(markitdown), str(SAMPLE))
        row("duplan parse / markitdown, whole process", *against(parse, other, runs))
    else:
        print("duplan parse / markitdown: skipped, markitdown is not installed")


if __name__ == "__main__":
    main()
