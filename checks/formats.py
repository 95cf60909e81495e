"""The same documents in every format: what an office program saves of them is read back and scored.

Usage: ``python checks/formats.py [--shared ../shared] [--only pdf] [--show]``. The Word files of
``samples/`` and of the corpus beside the project are converted by LibreOffice; where that isn't
installed, the check says that it skips.

LibreOffice loses something in each format: numbers of headings in odt, restarts of lists in doc, the
forms of numbers in html; in docx the content of controls comes several times. So a second figure is
of the documents that it saved whole: those whose lines it prints itself of the saved file as of the
original. Every format is held against docx as LibreOffice saves it. Exits with 1 where the samples
that were saved whole fall behind the bar of their format.
"""

from __future__ import annotations

import argparse
import html
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from duplan import UnreadableError, load, readers
from duplan.plan import Document
from duplan.source import Block, Table

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from scoring import Score, score  # noqa: E402

FILTERS = {  # suffix → what LibreOffice calls it, and how far its score may fall behind docx's
    "docx": ("docx:MS Word 2007 XML", 0.01),
    "doc": ("doc:MS Word 97", 0.01),
    "odt": ("odt", 0.01),
    "rtf": ("rtf", 0.01),
    "html": ("html:HTML (StarWriter)", 0.01),
    "pdf": ("pdf", 0.05),
    "xlsx": ("xlsx:Calc MS Excel 2007 XML", 0.01),
}
SCHEDULE = ("schedule", "remarks")
PRINTED = ("docx", "doc", "odt", "rtf", "html")  # what LibreOffice can print again as text


def labelled(folder: Path) -> list[Path]:
    """The Word files with a gold label beside them."""
    files = sorted(folder.glob("*.docx")) if folder.is_dir() else []
    return [path for path in files if gold_of(path).exists()]


def gold_of(path: Path) -> Path:
    """The gold label of a document."""
    return path.with_name(path.stem + ".gold.json")


def convert(files: Iterable[Path], suffix: str, folder: Path, target: str = "") -> None:
    """Lets LibreOffice save the files in another format, by a filter of ``FILTERS`` or another."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}"]
    if suffix == "xlsx":
        command.append("--infilter=HTML (StarCalc)")
    target = target or FILTERS[suffix][0]
    command += ["--convert-to", target, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)


def write_schedules(files: Iterable[Path], folder: Path) -> list[Path]:
    """A web page with the title and the tables of each document, which a spreadsheet program opens."""
    written = []
    for path in files:
        source, _ = readers.read(readers.open_file(path))
        tables = [part for part in source.content if isinstance(part, Table)]
        title = json.loads(gold_of(path).read_text("utf-8"))["plans"][0]["title"]
        if tables:
            body = f"<p>{html.escape(title)}</p>" + "".join(map(_table, tables))
            page = folder / f"{path.stem}.html"
            page.write_text(f"<meta charset='utf-8'><body>{body}</body>", "utf-8")
            written.append(page)
    return written


def _table(table: Table) -> str:
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td rowspan={cell.row_span} colspan={cell.col_span}>"
            + "<br>".join(html.escape(_printed(block)) for block in cell.blocks())
            + "</td>"
            for cell in row
        )
        + "</tr>"
        for row in table.rows
    )
    return f"<table>{rows}</table>"


def _printed(block: Block) -> str:
    return block.label + block.text


def scored(files: Iterable[Path], folder: Path, suffix: str) -> Score:
    """The score of the documents as they were saved; one that can't be read counts as empty."""
    documents: dict[str, tuple[dict[str, Any], Document]] = {}
    for path in files:
        gold = json.loads(gold_of(path).read_text("utf-8"))
        saved = folder / f"{path.stem}.{suffix}"
        try:
            documents[path.stem] = gold, load(saved)
        except (UnreadableError, OSError) as error:
            print(f"  {saved.name}: {error}")
            documents[path.stem] = gold, load(path).model_copy(update={"plans": []})
    return score(documents)


def main() -> int:
    """Prints a line a format."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    arguments.add_argument("--only", choices=FILTERS)
    arguments.add_argument("--show", action="store_true", help="print every miss")
    asked = arguments.parse_args()
    if shutil.which("soffice") is None:
        print("formats: skipped, LibreOffice is not installed")
        return 0
    sets = {
        "samples": labelled(ROOT / "samples"),
        "corpus": labelled(asked.shared / "corpus" / "docx"),
    }
    bars: dict[str, float] = {}
    failed = False
    for suffix in FILTERS:
        if asked.only not in (None, suffix) and suffix != "docx":
            continue
        for name, files in sets.items():
            if not files:
                print(f"{suffix:6}{name}: skipped, none there")
                continue
            found, of_whole, count = saved_as(suffix, files)
            bars.setdefault(name, of_whole)
            behind = name == "samples" and of_whole < bars[name] - FILTERS[suffix][1] - 1e-9
            failed = failed or behind
            figures = f"{overall(found, suffix):.4f}, {of_whole:.4f} of {count} saved whole"
            print(f"{suffix:6}{name:9}{figures}{' <<<' if behind else ''}")
            if asked.show:
                print(*found.misses, sep="\n")
    return int(failed)


def saved_as(suffix: str, files: list[Path]) -> tuple[Score, float, int]:
    """The score of the documents as LibreOffice saves them, that of those it saved whole, and how
    many these are. Of spreadsheets, only those with tables are scored."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = write_schedules(files, folder) if suffix == "xlsx" else files
        convert(pages, suffix, folder)
        there = {page.stem for page in pages}
        kept = [path for path in files if path.stem in there]
        whole = [path for path in kept if suffix not in PRINTED or is_whole(path, suffix, folder)]
        found = scored(kept, folder, suffix)
        return found, overall(scored(whole, folder, suffix), suffix), len(whole)


def is_whole(path: Path, suffix: str, folder: Path) -> bool:
    """Whether LibreOffice prints the same lines of the saved file as of the original."""
    printed = []
    for file in (path, folder / f"{path.stem}.{suffix}"):
        inner = folder / "printed"
        convert([file], suffix, inner, "txt:Text (encoded):UTF8")
        lines = (inner / f"{path.stem}.txt").read_text("utf-8-sig").splitlines()
        printed.append({"".join(line.split()) for line in lines})
    return not printed[0] - printed[1]


def overall(found: Score, suffix: str) -> float:
    """The mean of the columns, for spreadsheets of those that a schedule fills."""
    if suffix != "xlsx":
        return found.overall
    return sum(found.columns[column] for column in SCHEDULE) / len(SCHEDULE)


if __name__ == "__main__":
    sys.exit(main())
