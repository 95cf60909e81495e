"""Whatever is wrong with the cache, the answer is the same, and one line says what was wrong."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from invented import make_folder, plan_text
from platformdirs import user_cache_dir

from duplan.library import Library
from duplan.library.cache import Cache
from duplan.library.home import VARIABLE, cache_file

SCRIPT = "import sys\nfrom duplan.library import Library\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "library.sqlite3"


def answer(library: Library) -> tuple[object, ...]:
    return (
        list(library.plans()),
        list(library.entries([(None, month) for month in range(1, 13)])),
        library.months_with_entries(),
    )


@pytest.fixture
def expected(folder: Path, tmp_path: Path) -> tuple[object, ...]:
    """What is answered with a cache that works."""
    library = Library(folder, str(tmp_path / "sound" / "c.sqlite3"))
    assert library.refresh() == []
    assert library.notices == []
    return answer(library)


def started(code: str, *arguments: object) -> subprocess.Popen[str]:
    """A process that runs the code, with ``Library`` imported and its arguments in ``sys.argv``."""
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT + code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def kinds(library: Library) -> list[str]:
    return [notice.kind for notice in library.notices]


def garbage(file: Path) -> None:
    file.write_bytes("不是数据库".encode() * 999)


def cut(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.truncate(file.stat().st_size // 2)


def overwrite(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xaa" * (file.stat().st_size - 4096))


def of_another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")


def without_a_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE plan")


@pytest.mark.parametrize("spoil", [garbage, cut, overwrite, of_another_program, without_a_table])
def test_a_broken_file_is_rebuilt(
    folder: Path, cache: Path, expected: tuple[object, ...], spoil: Callable[[Path], None]
) -> None:
    with closing(Library(folder, str(cache))) as library:
        library.refresh()
    spoil(cache)
    with closing(Library(folder, str(cache))) as library:
        assert library.refresh() == []
        assert answer(library) == expected
        assert kinds(library) == ["rebuilt"]
    with closing(Library(folder, str(cache))) as library:
        library.refresh()
        assert answer(library) == expected
        assert library.notices == []


def test_a_file_that_breaks_between_refresh_and_question(
    folder: Path, cache: Path, expected: tuple[object, ...]
) -> None:
    library = Library(folder, str(cache))
    library.refresh()
    overwrite(cache)
    assert answer(library) == expected
    assert kinds(library) in (["rebuilt"], []), "SQLite may have had all pages in memory"


def test_an_empty_file_is_filled(folder: Path, cache: Path, expected: tuple[object, ...]) -> None:
    cache.parent.mkdir()
    cache.touch()
    library = Library(folder, str(cache))
    library.refresh()
    assert answer(library) == expected
    assert library.notices == []


@pytest.mark.parametrize("place", ["file/cache", "folder"])
def test_a_place_that_can_hold_no_cache(
    folder: Path, tmp_path: Path, expected: tuple[object, ...], place: str
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    (tmp_path / "folder").mkdir()
    library = Library(folder, str(tmp_path / place))
    assert library.refresh() == []
    assert answer(library) == expected
    assert kinds(library) == ["without"]


@pytest.mark.skipif(
    not Path("/proc/self").exists(), reason="needs a folder that nobody can write to"
)
def test_a_read_only_folder(folder: Path, expected: tuple[object, ...]) -> None:
    library = Library(folder, "/proc/self/duplan/c.sqlite3")
    assert library.refresh() == []
    assert answer(library) == expected
    assert kinds(library) == ["without"]


def read_only(library: Library) -> None:
    library._cache.connection.execute("PRAGMA query_only = 1")


def full(library: Library) -> None:
    library._cache.connection.execute("PRAGMA max_page_count = 1")  # not below what there is


@pytest.mark.parametrize("trouble", [read_only, full])
@pytest.mark.parametrize("before", ["nothing", "known", "changed"])
def test_a_cache_that_cannot_be_written_to(
    folder: Path,
    cache: Path,
    expected: tuple[object, ...],
    trouble: Callable[[Library], None],
    before: str,
) -> None:
    if before != "nothing":
        with closing(Library(folder, str(cache))) as library:
            library.refresh()
    if before == "changed":
        for number in range(9):
            (folder / f"new{number}.txt").write_text(plan_text("莲塘镇", 1990 + number), "utf-8")
        with closing(Library(folder, str(cache.with_name("other")))) as library:
            library.refresh()
            expected = answer(library)
    library = Library(folder, str(cache))
    trouble(library)
    assert library.refresh() == []
    assert answer(library) == expected
    assert len(library.notices) <= 1
    if before == "changed" or (before, trouble) == ("nothing", read_only):
        assert kinds(library) == ["without"]
    assert library.refresh() == []
    assert answer(library) == expected


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of processes there")
def test_a_full_disk(folder: Path, cache: Path) -> None:
    code = """
import resource
if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_FSIZE, (70_000, 70_000))
    library = Library(sys.argv[1], sys.argv[2])
    print(library.refresh(), [notice.kind for notice in library.notices])
    print(len(list(library.entries([(2020, 9)]))))
"""
    for number in range(9):
        (folder / f"new{number}.txt").write_text(
            plan_text("莲塘镇", work="督导" * 999 + str(number)), "utf-8"
        )
    out, errors = started(code, folder, cache).communicate()
    assert (out.split("\n")[:2], errors) == (["[] ['without']", "22"], "")


def test_a_user_without_a_home(
    folder: Path, expected: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: "~/.cache/duplan")
    monkeypatch.setattr("os.path.expanduser", str)
    assert cache_file() is None
    library = Library(folder)
    assert library.refresh() == []
    assert answer(library) == expected
    assert kinds(library) == ["without"]


@pytest.mark.parametrize("caches", [None, "", " ", "caches", "{tmp_path}/caches"])
def test_the_cache_lies_where_the_system_has_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caches: str | None
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    if caches is None:
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", caches.format(tmp_path=tmp_path))
    file = cache_file()
    assert file is not None
    assert str(Path(file).parent) == user_cache_dir("duplan", appauthor=False)


def test_the_cache_lies_in_the_folder_that_the_environment_names(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "mine"))
    Library(folder).refresh()
    (made,) = (tmp_path / "mine").iterdir()
    assert made.name.startswith("library-")
    if os.name != "nt":
        assert (made.parent.stat().st_mode & 0o777, made.stat().st_mode & 0o777) == (0o700, 0o600)


@pytest.mark.skipif(os.name == "nt", reason="a file in use can't be deleted there")
def test_a_cache_deleted_while_in_use(folder: Path, cache: Path, tmp_path: Path) -> None:
    library = Library(folder, str(cache))
    library.refresh()
    cache.unlink()
    cache.parent.rmdir()
    (folder / "b.txt").write_text(plan_text(work="开展体育督导"), "utf-8")
    assert library.refresh() == []
    assert {each.text for each in library.entries([(2020, 9)], issuer="槐安")} >= {"开展体育督导"}
    sound = Library(folder, str(tmp_path / "sound" / "c.sqlite3"))
    sound.refresh()
    assert answer(library) == answer(sound)


def test_two_processes_write_at_once(
    folder: Path, cache: Path, expected: tuple[object, ...]
) -> None:
    code = """
library = Library(sys.argv[1], sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for turn in range(20):
    with library._cache.writing() as connection:
        connection.execute("UPDATE program SET used = used")
print(library.refresh(), library.notices, len(list(library.plans())))
"""
    processes = [started(code, folder, cache) for _ in range(3)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        assert process.communicate(timeout=60) == ("[] [] 3\n", "")
    library = Library(folder, str(cache))
    library.refresh()
    assert answer(library) == expected
    (count,) = library._cache.connection.execute("SELECT count(*) FROM record").fetchone()
    assert count == 3


def test_a_cache_that_another_process_keeps_for_itself(
    folder: Path, cache: Path, expected: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duplan.library.cache.WAIT", 0.05)
    Library(folder, str(cache)).close()
    with closing(sqlite3.connect(cache, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        library = Library(folder, str(cache))
        assert library.refresh() == []
        assert answer(library) == expected
        assert kinds(library) == ["without"]


@pytest.mark.parametrize("lock", ["EXCLUSIVE", "IMMEDIATE"])
def test_a_cache_that_another_process_takes_for_itself(
    folder: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    monkeypatch.setattr("duplan.library.cache.WAIT", 0.05)
    library = Library(folder, str(cache))
    library.refresh()
    (folder / "b.txt").write_text(plan_text(work="开展体育督导"), "utf-8")
    sound = Library(folder, str(tmp_path / "sound" / "c.sqlite3"))
    sound.refresh()
    with closing(sqlite3.connect(cache, isolation_level=None)) as other:
        other.execute(f"BEGIN {lock}")
        assert library.refresh() == []
        assert kinds(library) == ["without"]
        assert answer(library) == answer(sound)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_process_killed_while_it_writes(
    folder: Path, cache: Path, expected: tuple[object, ...]
) -> None:
    code = """
import time
library = Library(sys.argv[1], sys.argv[2])
library.refresh()
library._cache.connection.execute("PRAGMA cache_size = 1")  # so that pages reach the file at once
with library._cache.writing() as connection:
    connection.execute("DELETE FROM due")
    connection.execute("UPDATE plan SET title = hex(zeroblob(9999))")
    print("writing", flush=True)
    time.sleep(60)
"""
    with started(code, folder, cache) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        process.send_signal(signal.SIGKILL)
    assert cache.with_name(cache.name + "-journal").stat().st_size > 0
    library = Library(folder, str(cache))
    assert library.refresh() == []
    assert answer(library) == expected
    assert library.notices == []


def test_a_transaction_is_kept_whole_or_not_at_all(cache: Path) -> None:
    opened = Cache(str(cache))
    with pytest.raises(KeyboardInterrupt), opened.writing() as connection:
        connection.execute("INSERT INTO program (name, used) VALUES ('A', 1)")
        raise KeyboardInterrupt
    with opened.writing() as connection:
        connection.execute("INSERT INTO program (name, used) VALUES ('B', 1)")
    assert Cache(str(cache)).connection.execute("SELECT name FROM program").fetchall() == [("B",)]
