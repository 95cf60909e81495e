"""Which files of a folder are plan documents, and in which order they are found."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan.library.folder import documents, is_document


def found(folder: Path, *, follow: bool = True) -> list[str]:
    """The paths below the folder, as they are found."""
    entries = documents(str(folder), follow=follow)
    return [os.path.relpath(entry.path, folder).replace(os.sep, "/") for entry in entries]


def make(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("计划", "utf-8")


def link(at: Path, to: Path) -> None:
    """A symbolic link; the test is passed over where the system gives none to this user."""
    at.parent.mkdir(parents=True, exist_ok=True)
    try:
        at.symlink_to(to, target_is_directory=to.is_dir())
    except OSError as error:
        pytest.skip(f"no symbolic links here: {error}")


def test_documents_are_sorted_by_the_parts_of_their_paths(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a b/x.docx", "a/z.DOCX", "a/b/c.pdf", "a.md", "计划/九月.wps")
    assert found(tmp_path) == [
        *("a/b/c.pdf", "a/z.DOCX", "a b/x.docx", "a.md", "b.txt", "计划/九月.wps"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        ".a.txt",
        "~$a.docx",
        "a.jpg",
        "a",
        "README.md",
        "readme.zh.md",
        "LICENSE.txt",
        "CHANGELOG.md",
    ],
)
def test_what_is_no_document(name: str) -> None:
    assert not is_document(name)


@pytest.mark.parametrize("name", ["readmebook.txt", "README.docx", "a.b.txt", "计划.TXT", "~a.doc"])
def test_what_is_a_document(name: str) -> None:
    assert is_document(name)


def test_hidden_folders_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, ".git/a.txt", "a/.b/c.txt", "~$d/e.txt")
    assert found(tmp_path) == ["~$d/e.txt"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    make(tmp_path / "plans", "a/b/c.txt")
    make(tmp_path, "beside.txt")
    link(tmp_path / "plans" / "a" / "up", tmp_path / "plans")
    link(tmp_path / "plans" / "a" / "around", tmp_path)
    link(tmp_path / "plans" / "self.txt", tmp_path / "plans" / "self.txt")
    link(tmp_path / "plans" / "self", tmp_path / "plans" / "self")
    assert found(tmp_path / "plans") == ["a/b/c.txt"]


def test_links_are_followed_and_nothing_is_found_twice(tmp_path: Path) -> None:
    make(tmp_path / "plans", "b/own.txt", ".store/hidden.txt")
    make(tmp_path / "far", "x/one.txt", "two.txt")
    for name, target in {
        "plans/a": "plans/b",  # in its own place
        "plans/a.txt": "plans/b/own.txt",
        "plans/c": "far/x",
        "plans/d": "far",  # with the folder that c is
        "plans/e.txt": "plans/.store/hidden.txt",
        "plans/f.txt": "plans/.store/hidden.txt",
        "plans/g.txt": "nowhere.txt",
    }.items():
        link(tmp_path / name, tmp_path / target)
    assert found(tmp_path / "plans") == ["b/own.txt", "c/one.txt", "d/two.txt", "e.txt"]
    assert found(tmp_path / "plans", follow=False) == ["a.txt", "b/own.txt", "e.txt", "f.txt"]


def test_a_folder_that_cannot_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a/x.txt", "b.txt")
    scandir = os.scandir

    def failing(path: str) -> object:
        if path.endswith("a"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", failing)
    told: list[OSError] = []
    entries = list(documents(str(tmp_path), unreadable=told.append))
    assert [entry.name for entry in entries] == ["b.txt"]
    assert [error.filename for error in told] == [str(tmp_path / "a")]


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(documents(str(tmp_path / "none")))


def test_strange_names(tmp_path: Path) -> None:
    names = ["空 格 (1).txt", "九月'.txt", "\u202e.txt"]
    if sys.platform != "win32":
        names.append("换\n行.txt")
    if sys.platform.startswith("linux"):
        names.append(os.fsdecode(b"\xff\xfe.txt"))
    make(tmp_path, *names)
    assert found(tmp_path) == sorted(names)


_NAMES = st.sampled_from(["a", "a b", "b", "計", "a.txt", "b.md", ".c", "~$d.doc", "README.md"])


@given(st.sets(st.lists(_NAMES, min_size=1, max_size=3).map(tuple), max_size=12))
def test_every_document_is_found_once_in_order(
    tmp_path_factory: pytest.TempPathFactory, paths: set[tuple[str, ...]]
) -> None:
    root = tmp_path_factory.mktemp("tree")
    for path in sorted(paths, key=len, reverse=True):
        file = root.joinpath(*path)
        if not file.exists() and not any(parent.is_file() for parent in file.parents):
            make(root, "/".join(path))
    expected = [
        file.relative_to(root).parts
        for file in root.rglob("*")
        if file.is_file()
        and is_document(file.name)
        and not any(part.startswith(".") for part in file.relative_to(root).parts[:-1])
    ]
    assert found(root) == ["/".join(parts) for parts in sorted(expected)]
