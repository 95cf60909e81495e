"""``Library``: a folder, the cache, and the questions to both."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Self, TypeVar

from duplan.library.cache import Cache, Notice
from duplan.library.choice import Chosen, Folder
from duplan.library.entries import SOURCES, YearAndMonth, entries, months_with_entries
from duplan.library.home import cache_file
from duplan.library.refresh import Progress, Refresh

if TYPE_CHECKING:
    from datetime import datetime

    from duplan.calendar.model import Entry, From
    from duplan.library.index import Progress as Indexing
    from duplan.library.plans import Listed
    from duplan.library.record import Part
    from duplan.library.refresh import Problem
    from duplan.library.search import Found
    from duplan.plan import Kind
    from duplan.readers.file import Limits

Row = TypeVar("Row")
PARTS: tuple[Part, ...] = ("goal", "task", "entry")


class Library:
    """The plans of a folder and its subfolders, or of files. Call ``refresh`` before asking anything.

    The parsed plans are kept in the user's cache; ``notices`` say where that didn't work, and all else
    does. Raises ``OSError`` where the folder can't be listed. A script that refreshes a large library
    needs ``if __name__ == "__main__"``, as all do that start processes.
    """

    def __init__(self, folder: str | os.PathLike[str], cache: str | None = None) -> None:
        """``cache`` is the path of the cache's file (default: in the user's folder for caches)."""
        self.folder = Folder(os.path.realpath(folder))
        self._cache = Cache(cache or cache_file())
        self._listed = False

    @classmethod
    def of_files(cls, files: Iterable[str | os.PathLike[str]], cache: str | None = None) -> Self:
        """A library of these files, whatever their names, in this order; a file named twice is one."""
        library = cls(os.curdir, cache)
        library.folder = Folder("", [os.fspath(file) for file in files])
        return library

    @property
    def notices(self) -> list[Notice]:
        """What went wrong with the cache, one line each at most."""
        return self._cache.notices

    def close(self) -> None:
        """Lets the cache go."""
        self._cache.close()

    def refresh(
        self, progress: Progress | None = None, limits: Limits | None = None
    ) -> list[Problem]:
        """Lists the folder, and reads what isn't known of it, on all cores where that is much.

        ``limits`` are those of ``duplan.load``; what was read with wider ones once stays known.
        ``progress`` hears how many files were read, of how many, and which was the last. Gives the
        files that can't be read, in order. What was read is kept where it is interrupted.
        """
        self._listed = True
        while True:
            try:
                return Refresh(self.folder, self._cache, progress, limits).run()
            except sqlite3.Error as error:
                self._cache.mend(error)

    def plans(
        self, *, year: int | None = None, issuer: str | None = None, kind: Kind | None = None
    ) -> Iterator[Listed]:
        """The plans, by issuer, year and file: of a year, of issuers with these words in their names
        (in either script), of a kind."""
        from duplan.library.plans import plans

        chosen = Chosen(year, issuer, kind)
        yield from self._asked(lambda: plans(self._cache.connection, self.folder, chosen))

    def entries(
        self,
        months: Sequence[YearAndMonth],
        *,
        year: int | None = None,
        issuer: str | None = None,
        sources: Sequence[From] = SOURCES,
        files: Collection[str] | None = None,
    ) -> Iterator[Entry]:
        """What is due in the months, by month, plan and place in the plan.

        A month without a year is that of every year, and of plans that don't tell theirs, which come
        last. ``year`` and ``issuer`` choose plans as in ``plans``, ``files`` by ``Listed.path``.
        """
        chosen = Chosen(year, issuer, None, files)
        yield from self._asked(
            lambda: entries(self._cache.connection, self.folder, months, chosen, sources)
        )

    def months_with_entries(
        self,
        *,
        year: int | None = None,
        issuer: str | None = None,
        sources: Sequence[From] = SOURCES,
        files: Collection[str] | None = None,
    ) -> dict[YearAndMonth, int]:
        """How many entries ``entries`` would give in each month, without the empty months; in order."""
        chosen = Chosen(year, issuer, None, files)
        (counted,) = self._asked(
            lambda: iter([months_with_entries(self._cache.connection, chosen, sources)])
        )
        return counted

    def search(
        self,
        typed: Iterable[str],
        *,
        year: int | None = None,
        issuer: str | None = None,
        kind: Kind | None = None,
        parts: Collection[Part] = PARTS,
        most: int | None = None,
        progress: Indexing | None = None,
    ) -> Found:
        """The goals, tasks and entries that hold all that is typed, the best first, ``most`` of them.

        What stands in quotes is looked for as it is, other words also in their parts. ``year``,
        ``issuer`` and ``kind`` choose plans as in ``plans``. The first search makes an index;
        ``progress`` hears of how many files' plans it holds, of how many. Raises ``TermError`` where
        nothing can be looked for, ``NoSearchError`` where this Python's SQLite has no FTS5.
        """
        from duplan.library.index import fill
        from duplan.library.search import search
        from duplan.library.terms import read_terms

        terms = read_terms(typed)
        chosen = Chosen(year, issuer, kind)

        def answer() -> Iterator[Found]:
            fill(self._cache, progress)
            yield search(self._cache.connection, self.folder, terms, chosen, parts, most)

        (found,) = self._asked(answer)
        return found

    def last_change(self) -> datetime | None:
        """When the last changed of the files was changed; None where there are none."""
        from duplan.library.plans import last_change

        (changed,) = self._asked(lambda: iter([last_change(self._cache.connection)]))
        return changed

    def _asked(self, question: Callable[[], Iterator[Row]]) -> Iterator[Row]:
        """The answer; where the cache breaks before its first row, asked again with a new one."""
        if not self._listed:
            raise RuntimeError("refresh the library before asking it")
        while True:
            rows = question()
            try:
                first = next(rows)
            except StopIteration:
                return
            except sqlite3.Error as error:
                self._cache.mend(error)
                self.refresh()
            else:
                break
        yield first
        yield from rows
