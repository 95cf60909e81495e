"""Bringing the cache up to date with a folder: list, look, read what isn't known, write it down."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from duplan.library.folder import documents, suffix_of
from duplan.library.program import program
from duplan.library.shelf import Refused, Shelf, Unknown
from duplan.library.signature import Look, Signature, look, signature

if TYPE_CHECKING:
    from duplan.library.cache import Cache
    from duplan.library.choice import Folder
    from duplan.library.reading import Read
    from duplan.library.record import Record
    from duplan.readers.file import Limits

_BATCH = 32  # files a transaction
_OFTEN = 0.5  # seconds after which a smaller batch is written
_PASSING = frozenset(("too-large", "missing", "permission", "folder"))  # refusals of this run only

Progress = Callable[[int, int, str], None]


class Problem(NamedTuple):
    """A file, or folder, of the library that can't be read, named as in ``Listed.source``.

    ``error`` is an ``UnreadableError`` (what is wrong and what to do), an ``OSError``, or another
    exception where duplan failed on it: ``BrokenProcessPool`` where the process that read it died.
    """

    source: str
    error: Exception


class _Done(NamedTuple):
    """A file to write down: with its record, or what it was read to."""

    file: Unknown
    look: Look
    result: int | Record | Refused


class Refresh:
    """One refresh of a library: what is read and not yet written, and what can't be read."""

    def __init__(
        self, folder: Folder, cache: Cache, progress: Progress | None, limits: Limits | None
    ) -> None:
        self.folder = folder
        self.cache = cache
        self.progress = progress
        self.limits = limits
        self.shelf = Shelf(cache, program())
        self.problems: list[tuple[str, Exception]] = []
        self.batch: list[_Done] = []
        self.written = time.monotonic()
        self.total = self.done = 0

    def run(self) -> list[Problem]:
        """The problems, in order of their paths.

        Raises ``sqlite3.Error`` where the cache doesn't serve, ``OSError`` where the folder can't be
        listed.
        """
        self.shelf.list_files(self._listed())
        self.total = self.shelf.count_unknown()
        if self.total:
            self._read()
        self._complain_of_refusals()
        self.shelf.tidy()
        return [
            Problem(self.folder.source(os.fsencode(path)), error)
            for path, error in sorted(self.problems, key=_place)
        ]

    def _listed(self) -> Iterator[tuple[bytes, Signature]]:
        if self.folder.names is None:
            for entry in documents(self.folder.path, unreadable=self._unlisted):
                try:
                    yield os.fsencode(entry.path), signature(entry.stat())
                except OSError as error:  # it vanished
                    self.problems.append((entry.path, error))
        else:
            for file in self.folder.names:
                try:
                    yield file, signature(os.stat(file))  # noqa: PTH116
                except OSError as error:
                    self.problems.append((os.fsdecode(file), error))

    def _unlisted(self, error: OSError) -> None:
        self.problems.append((error.filename, error))

    def _complain_of_refusals(self) -> None:
        for path, refused in self.shelf.refusals():
            self.problems.append((os.fsdecode(path), refused.error()))

    def _read(self) -> None:
        from duplan.library.reading import read_files

        try:
            with closing(read_files(self._unread(), self.total, limits=self.limits)) as reading:
                for (file, seen), read in reading:
                    self._take(file, seen, read)
        finally:  # what was read before Ctrl-C is kept
            self._write()

    def _unread(self) -> Iterator[tuple[tuple[Unknown, Look], str]]:
        """The files whose content isn't known either, with their paths."""
        for file in self.shelf.unknown():
            path = os.fsdecode(file.path)
            try:
                seen = look(path)
            except OSError as error:
                self._pass(path, error)
                continue
            record = self.shelf.known(seen.sha256, suffix_of(path))
            if record is None:
                yield (file, seen), path
            else:
                self._keep(path, _Done(file, seen, record))

    def _take(self, file: Unknown, seen: Look, read: Read) -> None:
        path = os.fsdecode(file.path)
        result = read.result
        if isinstance(result, Exception):
            self._pass(path, result)
        elif isinstance(result, Refused) and result.kind in _PASSING:
            self._pass(path, result.error())
        else:
            if read.sha256 != seen.sha256:  # it changed in between
                seen = Look(seen.signature, read.sha256, lasting=False)
            self._keep(path, _Done(file, seen, result))

    def _pass(self, path: str, error: Exception) -> None:
        self.problems.append((path, error))
        self._tell(path)

    def _keep(self, path: str, done: _Done) -> None:
        self.batch.append(done)
        if len(self.batch) >= _BATCH or time.monotonic() - self.written > _OFTEN:
            self._write()
        self._tell(path)

    def _tell(self, path: str) -> None:
        self.done += 1
        if self.progress:
            self.progress(self.done, self.total, self.folder.source(os.fsencode(path)))

    def _write(self) -> None:
        batch, self.batch = self.batch, []
        self.written = time.monotonic()
        if not batch:
            return
        with self.cache.writing():
            for file, seen, result in batch:
                suffix = suffix_of(os.fsdecode(file.path))
                record = (
                    result
                    if isinstance(result, int)
                    else self.shelf.add(seen.sha256, suffix, result)
                )
                self.shelf.place(file, seen, suffix, record)


def _place(problem: tuple[str, Exception]) -> list[str]:
    return problem[0].split(os.sep)  # noqa: PTH206
