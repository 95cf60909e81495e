"""Reading on several cores: the same results, a worker's death costs one file, Ctrl-C ends it."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from invented import plan_text

from duplan.library import Library
from duplan.library.reading import Read, read_file, read_files
from duplan.library.record import Record
from duplan.library.shelf import Refused
from duplan.workers import FEW

COUNT = FEW + 4

# what a worker finds when it starts: a pipeline that some files kill, and some keep busy
PITFALLS = """
import os, time
from duplan import pipeline
load = pipeline.load
def trapped(file, **given):
    if "deadly" in given["name"]:
        os._exit(9)
    if "endless" in given["name"]:
        time.sleep(600)
    return load(file, **given)
pipeline.load = trapped
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "plans" / f"{number:02}.txt" for number in range(COUNT)]
    paths[0].parent.mkdir()
    for number, path in enumerate(paths):
        path.write_text(plan_text(year=2001 + number), "utf-8")
    return [str(path) for path in paths]


@pytest.fixture
def pitfalls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers have ``PITFALLS`` in them."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(PITFALLS, "utf-8")
    source = Path(__file__).parents[2] / "src"
    monkeypatch.setenv(
        "PYTHONPATH", f"{tmp_path / 'site'}{';' if sys.platform == 'win32' else ':'}{source}"
    )


def test_a_result_does_not_depend_on_the_number_of_workers(files: list[str]) -> None:
    numbered = list(enumerate(files))
    alone = sorted(read_files(iter(numbered), COUNT, workers=1), key=lambda each: each[0])
    together = sorted(read_files(iter(numbered), COUNT, workers=2), key=lambda each: each[0])
    assert alone == together
    assert [read.sha256 for _, read in alone] == [read_file(path).sha256 for path in files]
    assert all(isinstance(read.result, Record) for _, read in alone)


def test_what_a_file_that_cannot_be_read_gives(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    refused = read_file(str(tmp_path / "empty.txt")).result
    assert isinstance(refused, Refused)
    assert refused.kind == "empty"
    assert isinstance(read_file(str(tmp_path / "none.txt")).result, FileNotFoundError)


def test_a_worker_that_dies_costs_its_file_only(files: list[str], pitfalls: None) -> None:
    deadly = Path(files[5]).with_name("deadly.txt")
    Path(files[5]).rename(deadly)
    files[5] = str(deadly)
    read: dict[str, Read] = dict(read_files(((path, path) for path in files), COUNT, workers=2))
    assert set(read) == set(files)
    assert isinstance(read.pop(str(deadly)).result, BrokenProcessPool)
    assert all(isinstance(each.result, Record) for each in read.values())


def test_a_script_that_cannot_start_workers_reads_by_itself(
    tmp_path: Path, files: list[str]
) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\nfrom duplan.library import Library, reading\n"
        "reading.cores = lambda: 2\n"
        "library = Library(sys.argv[1], sys.argv[2])\n"
        "print(library.refresh(), len(list(library.plans())))\n",
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "plans"), str(tmp_path / "c.sqlite3")],
        capture_output=True,
        text=True,
    )
    assert done.stdout == f"[] {COUNT}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a process there")
def test_an_interrupt_ends_soon_and_keeps_what_was_read(
    tmp_path: Path, files: list[str], pitfalls: None
) -> None:
    Path(files[-1]).rename(Path(files[-1]).with_name("endless.txt"))
    code = (
        "import sys\nfrom duplan.library import Library, reading\n"
        "reading.cores = lambda: 2\n"
        "if __name__ == '__main__':\n"
        "    show = lambda done, total, name: print(done, flush=True)\n"
        "    Library(sys.argv[1], sys.argv[2]).refresh(show)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "plans"), str(tmp_path / "c.sqlite3")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        while process.stdout.readline() != f"{COUNT - 1}\n":
            pass
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) != 0
    library = Library(tmp_path / "plans", str(tmp_path / "c.sqlite3"))
    Path(files[-1]).with_name("endless.txt").unlink()
    told: list[str] = []
    library.refresh(lambda done, total, name: told.append(name))
    (count,) = library._cache.connection.execute("SELECT count(*) FROM record").fetchone()
    assert count == COUNT - 1
