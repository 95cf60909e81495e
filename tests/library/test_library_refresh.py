"""What a refresh reads, what it remembers, and what becomes of files that can't be read."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from invented import make_folder, plan_text

from duplan.diagnostics import UnreadableError
from duplan.library import Library, reading, shelf
from duplan.library.reading import Read

_DAY = 86_400_000_000_000  # ns


class Clock:
    """The time as duplan sees it: some ns from now."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ahead = 10_000_000_000  # so that files written just now are old enough to be trusted
        real = time.time_ns
        monkeypatch.setattr("time.time_ns", lambda: real() + self.ahead)
        monkeypatch.setattr("time.time", lambda: (real() + self.ahead) / 1e9)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are parsed."""
    names: list[str] = []
    read_file = reading.read_file

    def noted(path: str) -> Read:
        names.append(Path(path).name)
        return read_file(path)

    monkeypatch.setattr(reading, "read_file", noted)
    return names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


@pytest.fixture
def cache(tmp_path: Path) -> str:
    return str(tmp_path / "cache" / "c.sqlite3")


def taken(parsed: list[str]) -> list[str]:
    """What was parsed since the last call."""
    names = sorted(parsed)
    parsed.clear()
    return names


def rows(cache: str, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(cache)) as connection:
        return connection.execute(query).fetchall()


def test_a_second_call_neither_parses_nor_reads(
    folder: Path, cache: str, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Library(folder, cache)
    first.refresh()
    assert taken(parsed) == ["a 2019.txt", "b.txt", "c.md"]
    answer = list(first.plans()), list(first.entries([(None, 9)]))
    monkeypatch.setattr("duplan.library.refresh.look", lambda path: pytest.fail(f"read {path}"))
    second = Library(folder, cache)
    assert second.refresh() == []
    assert taken(parsed) == []
    assert (list(second.plans()), list(second.entries([(None, 9)]))) == answer
    assert second.notices == []


def test_a_file_changed_within_the_clocks_grain_is_read_again(
    folder: Path, cache: str, parsed: list[str], clock: Clock
) -> None:
    clock.ahead = 0
    Library(folder, cache).refresh()
    taken(parsed)
    file = folder / "b.txt"
    status = file.stat()
    file.write_text(plan_text().replace("三月", "四月"), "utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    library = Library(folder, cache)
    library.refresh()
    assert taken(parsed) == ["b.txt"], "the same size and time, another content"
    assert (2020, 4) in library.months_with_entries()


def test_what_changes_is_parsed_again_and_the_rest_is_not(
    folder: Path, cache: str, parsed: list[str]
) -> None:
    library = Library(folder, cache)
    library.refresh()
    taken(parsed)
    (folder / "b.txt").write_text(plan_text(work="开展体育督导"), "utf-8")
    (folder / "a 2019.txt").unlink()
    (folder / "new.txt").write_text(plan_text(year=2022), "utf-8")
    library.refresh()
    assert taken(parsed) == ["b.txt", "new.txt"]
    assert [each.year for each in library.plans()] == [2020, 2020, 2022]
    assert {each.text for each in library.entries([(2020, 9)], issuer="槐安")} >= {"开展体育督导"}


def test_a_touched_or_moved_file_is_not_parsed(folder: Path, cache: str, parsed: list[str]) -> None:
    library = Library(folder, cache)
    library.refresh()
    taken(parsed)
    os.utime(folder / "b.txt", (1, 1))
    (folder / "a 2019.txt").rename(folder / "学校" / "moved.txt")
    library.refresh()
    assert taken(parsed) == []
    assert [each.source for each in library.plans(issuer="槐安")] == ["学校/moved.txt", "b.txt"]


def test_the_same_content_twice_has_one_record(folder: Path, cache: str) -> None:
    shutil.copy(folder / "b.txt", folder / "学校" / "copy.txt")
    library = Library(folder, cache)
    library.refresh()
    assert len(list(library.plans())) == 4
    assert rows(cache, "SELECT count(*) FROM record") == [(3,)]
    assert rows(cache, "SELECT count(*) FROM file") == [(4,)]


def test_the_suffix_decides_with_the_content(folder: Path, cache: str, parsed: list[str]) -> None:
    Library(folder, cache).refresh()
    taken(parsed)
    (folder / "b.txt").rename(folder / "b.md")
    Library(folder, cache).refresh()
    assert taken(parsed) == ["b.md"]


def test_another_version_parses_anew_and_old_ones_are_dropped(
    folder: Path, cache: str, parsed: list[str], monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    for version in "ABCD":
        clock.ahead += _DAY
        monkeypatch.setattr("duplan.library.refresh.program", lambda version=version: version)
        Library(folder, cache).refresh()
        assert len(taken(parsed)) == 3
    assert [name for (name,) in rows(cache, "SELECT name FROM program ORDER BY name")] == [*"BCD"]
    for kept in rows(
        cache,
        "SELECT count(*), count(DISTINCT record) FROM plan UNION ALL"
        " SELECT 9, count(DISTINCT record) FROM due UNION ALL"
        " SELECT 9, count(DISTINCT record) FROM passage",
    ):
        assert kept == (9, 9), "three records of each of the three programs"
    monkeypatch.setattr("duplan.library.refresh.program", lambda: "B")
    Library(folder, cache).refresh()
    assert taken(parsed) == []


def test_files_not_seen_for_long_are_forgotten(
    folder: Path, tmp_path: Path, cache: str, parsed: list[str], clock: Clock
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.txt").write_text(plan_text("莲塘镇"), "utf-8")
    Library(folder, cache).refresh()
    for _ in range(3):
        Library(other, cache).refresh()
        clock.ahead += 40 * _DAY
    Library(other, cache).refresh()
    assert rows(cache, "SELECT count(*) FROM file") == [(1,)]
    assert rows(cache, "SELECT count(*) FROM record") == [(1,)]
    assert rows(cache, "SELECT DISTINCT issuer FROM plan") == [("莲塘镇教育局",)]
    taken(parsed)
    Library(other, cache).refresh()
    assert taken(parsed) == []


def test_a_clock_that_goes_back_hides_no_change(
    folder: Path, cache: str, parsed: list[str], clock: Clock
) -> None:
    library = Library(folder, cache)
    library.refresh()
    taken(parsed)
    clock.ahead -= 400 * _DAY
    file = folder / "b.txt"
    file.write_text(plan_text(work="开展体育督导"), "utf-8")
    past = time.time_ns()
    os.utime(file, ns=(past, past))
    library.refresh()
    assert taken(parsed) == ["b.txt"]
    library.refresh()
    assert taken(parsed) == []
    assert library.notices == []


def test_an_unreadable_file_is_named_and_the_rest_is_used(
    folder: Path, cache: str, parsed: list[str]
) -> None:
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 cut off")
    (folder / "学校" / "empty.txt").write_bytes(b"")
    for _ in range(2):
        library = Library(folder, cache)
        problems = library.refresh()
        assert [each.source for each in problems] == ["bad.docx", "学校/empty.txt"]
        kinds = [each.error.kind for each in problems if isinstance(each.error, UnreadableError)]
        assert kinds == ["damaged", "empty"]
        assert len(list(library.plans())) == 3
    assert len(taken(parsed)) == 5, "what depends on the content only is remembered too"


def test_a_refusal_that_tells_of_this_time_only_is_not_kept(
    folder: Path, cache: str, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = Read(b"", shelf.Refused("too-large", {"limit": "seconds", "value": 60}))
    read_file = reading.read_file
    with monkeypatch.context() as patch:
        patch.setattr(
            reading, "read_file", lambda path: refused if "b.t" in path else read_file(path)
        )
        problems = Library(folder, cache).refresh()
    assert [each.source for each in problems] == ["b.txt"]
    taken(parsed)
    assert Library(folder, cache).refresh() == []
    assert taken(parsed) == ["b.txt"]


def test_an_extra_that_is_installed_later_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from duplan.library.program import program

    before = program()
    assert program() == before
    (tmp_path / "xlrd").mkdir()
    (tmp_path / "xlrd" / "__init__.py").touch()
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    after = program()
    assert after != before
    (tmp_path / "xlrd" / "__pycache__").mkdir()
    assert program() == after, "byte code that an import writes is no other program"


def test_a_file_that_vanishes_midway_is_named(folder: Path, cache: str) -> None:
    def remove(done: int, total: int, name: str) -> None:
        (folder / "学校" / "c.md").unlink(missing_ok=True)

    library = Library(folder, cache)
    problems = library.refresh(remove)
    assert [each.source for each in problems] == ["学校/c.md"]
    assert isinstance(problems[0].error, FileNotFoundError)
    assert len(list(library.plans())) == 2
    assert library.refresh() == []


def test_a_file_that_changes_midway_is_told_by_its_new_content(
    folder: Path, cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_file = reading.read_file
    new = plan_text(work="开展体育督导")

    def change_first(path: str) -> Read:
        if path.endswith("b.txt"):
            Path(path).write_text(new, "utf-8")
        return read_file(path)

    monkeypatch.setattr(reading, "read_file", change_first)
    library = Library(folder, cache)
    library.refresh()
    for _ in range(2):
        texts = {each.text for each in library.entries([(2020, 9)], issuer="槐安")}
        assert texts == {"开展体育督导", "召开九号例会"}
        monkeypatch.undo()
        library = Library(folder, cache)
        library.refresh()


def test_strange_names_are_shown_and_opened(folder: Path, cache: str) -> None:
    names = ["空 格.txt"]
    if os.name != "nt":
        names.append("换\n行.txt")
    if sys.platform.startswith("linux"):
        names.append(os.fsdecode(b"\xff\xfe.txt"))
    for number, name in enumerate(names):
        (folder / name).write_text(plan_text("莲塘镇", 2001 + number), "utf-8")
    library = Library(folder, cache)
    assert library.refresh() == []
    listed = list(library.plans(issuer="莲塘"))
    assert [Path(each.path).read_text("utf-8")[:6] for each in listed] == ["莲塘镇教育局"] * len(
        names
    )
    sources = [each.source for each in listed]
    assert sources == ["空 格.txt", "换\n行.txt", "\\xff\\xfe.txt"][: len(names)]
    assert all(source.encode() for source in sources)
    entry = next(library.entries([(None, 9)], files=[listed[-1].path]))
    assert entry.plan.source == sources[-1]


def test_progress_counts_what_is_read(folder: Path, cache: str) -> None:
    told: list[tuple[int, int, str]] = []
    Library(folder, cache).refresh(lambda *state: told.append(state))
    assert told == [(1, 3, "a 2019.txt"), (2, 3, "b.txt"), (3, 3, "学校/c.md")]
    told.clear()
    Library(folder, cache).refresh(lambda *state: told.append(state))
    assert told == []


def test_what_was_read_before_an_interrupt_is_kept(
    folder: Path, cache: str, parsed: list[str]
) -> None:
    def interrupt(done: int, total: int, name: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Library(folder, cache).refresh(interrupt)
    taken(parsed)
    Library(folder, cache).refresh()
    assert taken(parsed) == ["c.md"]


def test_an_empty_folder(tmp_path: Path, cache: str) -> None:
    library = Library(tmp_path, cache)
    assert library.refresh() == []
    assert list(library.plans()) == []
    assert list(library.entries([(None, 9)])) == []
    assert library.months_with_entries() == {}


def test_no_folder(tmp_path: Path, cache: str) -> None:
    with pytest.raises(FileNotFoundError):
        Library(tmp_path / "none", cache).refresh()


def test_a_library_is_refreshed_before_it_is_asked(folder: Path, cache: str) -> None:
    with pytest.raises(RuntimeError, match="refresh"):
        list(Library(folder, cache).plans())


def test_nothing_is_written_beside_the_files(folder: Path, cache: str) -> None:
    def tree() -> Iterator[tuple[str, int]]:
        return ((str(each), each.stat().st_mtime_ns) for each in sorted(folder.rglob("*")))

    before = [*tree(), folder.stat().st_mtime_ns]
    Library(folder, cache).refresh()
    assert [*tree(), folder.stat().st_mtime_ns] == before
