"""Which documents a command line names, and reading them one by one."""

from __future__ import annotations

import errno
import glob
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from duplan.cli.console import Console, Refusal
from duplan.cli.problems import problem_words
from duplan.diagnostics import UnreadableError
from duplan.library.folder import documents, is_document_file, is_visible

if TYPE_CHECKING:
    from duplan.plan import Document
    from duplan.readers.file import Limits

STDIN = "-"

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read; ``path`` is None for standard input.

    ``name`` is relative to the folder or the fixed part of the pattern that led here; ``problem`` a
    key of ``diagnostics.UNREADABLE`` where there is nothing to read. ``found`` is whether nobody named
    the file itself, but a folder or a pattern for names of any kind.
    """

    shown: str  # what messages call it
    name: PurePath
    path: Path | None
    problem: str | None = None
    found: bool = False


Takes = Callable[[str], bool]


def find(
    arguments: Sequence[str], stdin_filename: str | None = None, takes: Takes = is_document_file
) -> list[Input]:
    """Files as they are named, folders and patterns sorted; a file named twice is read once.

    ``takes`` says of the path of a file, where it isn't named itself, whether it is one to be read.
    """
    found: dict[str, Input] = {}
    for argument in arguments:
        if argument == STDIN:
            name = PurePath(PurePath(stdin_filename or "").name or "stdin")
            found.setdefault(STDIN, Input(stdin_filename or STDIN, name, None))
            continue
        for each in _expand(argument, takes):
            found.setdefault(os.path.abspath(each.shown), each)  # noqa: PTH100 - resolves no links
    return list(found.values())


def _expand(argument: str, takes: Takes) -> Iterator[Input]:
    path = Path(argument)
    if not argument:  # an unset variable of a shell; as a path it would be the current folder
        yield Input("''", PurePath(), path, "missing")
        return
    closed: list[str] = []  # folders that may not be looked into
    if path.is_dir():
        base, files, problem = path, list(_inside(path, takes, closed)), "folder"
        found = True
    elif glob.has_magic(argument) and not os.path.lexists(path):
        found = not PurePath(argument).suffix
        matches = _matches(argument, takes if found else _is_visible_file)
        base, files, problem = _fixed(path), sorted(matches, key=_parts), "missing"
    else:
        yield Input(argument, PurePath(path.name), path)
        return
    for file in files:
        yield Input(str(file), file.relative_to(base), file, found=found)
    for folder in closed:
        yield Input(folder, PurePath(PurePath(folder).name), Path(folder), "closed")
    if not files and not closed:
        yield Input(argument, PurePath(path.name), path, problem)


def _parts(file: Path) -> tuple[str, ...]:
    return file.parts


def _inside(folder: Path, takes: Takes, closed: list[str]) -> Iterator[Path]:
    """The files in a folder; what can't be listed has nothing to read, and is told where it may not be."""

    def unreadable(error: OSError) -> None:
        if isinstance(error, PermissionError):
            closed.append(str(error.filename))

    try:
        found = documents(os.fspath(folder), follow=False, unreadable=unreadable, takes=takes)
        yield from (Path(entry.path) for entry in found)
    except OSError as error:
        unreadable(error)


def _matches(pattern: str, takes: Takes) -> Iterator[Path]:
    for name in glob.iglob(pattern, recursive=True):  # noqa: PTH207 - Path.glob shows hidden files
        file = Path(name)
        if takes(name) and file.is_file():
            yield file


def _is_visible_file(path: str) -> bool:
    return is_visible(PurePath(path).name)


def _fixed(pattern: Path) -> Path:
    """The folder that a pattern begins with, up to its first wildcard."""
    parts: list[str] = []
    for part in pattern.parts[:-1]:
        if glob.has_magic(part):
            break
        parts.append(part)
    return Path(*parts)


def read_all(
    console: Console,
    inputs: Sequence[Input],
    keep_script: bool,
    limits: Limits,
    *,
    progress: bool = False,
) -> Iterator[tuple[Input, Document | None]]:
    """Parse each input as ``read_each`` reads it."""

    def read(file: Path | BinaryIO, name: str) -> Document:
        from duplan.pipeline import load

        return load(file, name=name, keep_script=keep_script, limits=limits)

    yield from read_each(console, inputs, read, progress=progress)


def read_each(
    console: Console,
    inputs: Sequence[Input],
    read: Callable[[Path | BinaryIO, str], Read],
    *,
    progress: bool = False,
) -> Iterator[tuple[Input, Read | None]]:
    """What ``read`` makes of the file and name of each input.

    Where one can't be read, says why in one line and gives None for it. With ``progress``, a terminal
    shows which of several is being read.
    """
    counted = progress and len(inputs) > 1
    try:
        for number, each in enumerate(inputs, 1):
            if counted:
                console.progress(f"[{number}/{len(inputs)}] {each.shown}")
            yield each, _read(console, each, read)
    finally:
        if counted:
            console.progress("")


def document_name(each: Input) -> str:
    """What a document is called: bytes of a file name that are no UTF-8 can't stand in one."""
    return os.fsencode(each.name.as_posix()).decode("utf-8", "backslashreplace")


def standard_input() -> BinaryIO:
    """Standard input. Raises OSError where it was closed."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer


def _read(
    console: Console, each: Input, read: Callable[[Path | BinaryIO, str], Read]
) -> Read | None:
    try:
        if each.problem:
            raise UnreadableError(each.problem)
        return read(each.path or standard_input(), document_name(each))
    except Exception as error:
        expected = isinstance(error, (UnreadableError, OSError, Refusal))
        if not expected and os.environ.get("DUPLAN_DEBUG"):
            raise
        console.complain(each.shown, problem_words(console, error))
    return None
