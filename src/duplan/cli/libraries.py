"""Which library a command line means, and opening it: what is new is read, what can't be is named."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

from duplan.cli.console import Console, Refusal
from duplan.cli.options import Option

if TYPE_CHECKING:
    from duplan.library import Library, Problem

VARIABLE = "DUPLAN_LIBRARY"
_YEARS = range(1900, 2200)

LibraryOption = Annotated[str | None, Option("--library", metavar="folder", help="library")]


def check_year(year: int | None) -> None:
    """Raise Refusal where a number is no year that a plan can be of."""
    if year is not None and year not in _YEARS:
        raise Refusal("usage.year", name="--year")


def library_folder(given: str | None) -> str:
    """``--library``, ``DUPLAN_LIBRARY``, ``library`` in the settings, else the current folder.

    Raises Refusal where what was said is no folder.
    """
    if given == "":
        raise Refusal("usage.value", name="--library")
    folder = given or os.environ.get(VARIABLE) or _of_settings() or os.curdir
    if not os.path.isdir(folder):  # noqa: PTH112 - importing pathlib takes 4 ms
        raise Refusal("usage.library", folder=folder)
    return folder


def _of_settings() -> str | None:
    from pathlib import Path

    from duplan.config import ConfigError, read_config

    try:
        config = read_config(Path.cwd())
    except ConfigError as error:
        from duplan.cli.problems import config_refusal

        raise config_refusal(error) from error
    return str(config.library) if config.library else None


def refresh(console: Console, library: Library, limit: list[str] | None) -> bool:
    """Read what is new in the library; False where some of its files can't be read, each named.

    ``limit`` is what ``--limit`` says. Raises Refusal where it makes no sense.
    """
    return not tell(console, read_new(console, library, limit))


def read_new(console: Console, library: Library, limit: list[str] | None) -> list[Problem]:
    """Read what is new, as ``refresh`` does; what can't be read is left to be told."""
    limits = None
    if limit:
        from duplan.cli.limits import limits_of

        limits = limits_of(limit)

    def show(done: int, total: int, file: str) -> None:
        console.progress(f"[{done}/{total}] {file}")

    try:
        problems = library.refresh(show, limits)
    finally:
        console.progress("")
    for notice in library.notices:
        console.complain(notice.file, console.say(f"cache.{notice.kind}", reason=notice.reason))
    return problems


def tell(console: Console, problems: list[Problem]) -> bool:
    """Name the files that can't be read; whether there are any."""
    if problems:
        from duplan.cli.problems import problem_words

        for problem in problems:
            console.complain(problem.source, problem_words(console, problem.error))
    return bool(problems)
