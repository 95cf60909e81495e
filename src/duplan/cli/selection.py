"""Which plans a command line names: by file, by year, by issuer and year; in one way everywhere."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duplan.cli.console import Console, Refusal
from duplan.cli.libraries import library_folder, read_new, tell

if TYPE_CHECKING:
    from duplan.calendar.model import Entry
    from duplan.library import Library, Listed, Problem
    from duplan.library.names import PlanQuery

STDIN = "-"
_SHOWN = 5  # plans that a message names


@dataclass(frozen=True, slots=True)
class Chosen:
    """Plans of one library: all of them, or those in ``plans``."""

    library: Library
    plans: Sequence[Listed] | None = None

    @property
    def files(self) -> Collection[str] | None:
        """The paths of the files with the plans; None for all."""
        return None if self.plans is None else sorted({plan.path for plan in self.plans})

    def holds(self, entry: Entry) -> bool:
        """Whether an entry of these files is of one of the plans."""
        return self.plans is None or any(
            (plan.source, plan.number) == (entry.plan.source, entry.plan.number)
            for plan in self.plans
        )


def select(
    console: Console, names: Sequence[str], library: str | None, limit: list[str] | None = None
) -> tuple[list[Chosen], bool]:
    """The plans of these names, of the whole library without names; and whether all could be read.

    Raises Refusal where a name names nothing.
    """
    from duplan.library import Library

    files = [name for name in names if _is_path(name)]
    others = {name: _query(name) for name in names if name not in files}
    chosen: list[Chosen] = []
    problems: list[Problem] = []
    if files:
        found, problems = _of_files(console, files, limit)
        chosen.append(found)
    if others or not names:
        shelf = Library(library_folder(library))
        problems += read_new(console, shelf, limit)
        plans = [plan for name, query in others.items() for plan in _fitting(name, query, shelf)]
        chosen.append(Chosen(shelf, plans if names else None))
    return chosen, not tell(console, problems)


def _of_files(
    console: Console, names: Sequence[str], limit: list[str] | None
) -> tuple[Chosen, list[Problem]]:
    """The plans of files and of all files in folders; of 计划.docx#2 the second only."""
    from duplan.cli.inputs import find
    from duplan.library import Library
    from duplan.library.names import numbered

    numbers: dict[str, int] = {}
    paths: list[str] = []
    for name in names:
        file, number = (name, None) if os.path.lexists(name) else numbered(name)
        for each in find([file]):
            if each.problem == "closed":
                continue
            if each.path is None or each.problem:
                raise Refusal("usage.no-plan", name=name)
            paths.append(str(each.path))
            if number is not None:
                numbers[str(each.path)] = number
    shelf = Library.of_files(paths)
    problems = read_new(console, shelf, limit)
    if not numbers:
        return Chosen(shelf), problems
    plans = [*shelf.plans()]
    wanted = [plan for plan in plans if numbers.get(plan.path, plan.number) == plan.number]
    for path, number in numbers.items():
        if path not in {plan.path for plan in wanted}:
            count = sum(plan.path == path for plan in plans)
            raise Refusal("usage.no-such-plan", file=path, count=count, number=number)
    return Chosen(shelf, wanted), problems


def _is_path(name: str) -> bool:
    """Whether a name is that of a file or folder, or a pattern; else it names plans of the library."""
    from glob import has_magic

    from duplan.library.names import numbered

    return has_magic(name) or any(os.path.lexists(each) for each in (name, numbered(name)[0]))


def _query(name: str) -> PlanQuery:
    """What a name says of plans. Raises Refusal where it says nothing."""
    from duplan.library.names import read_query

    query = read_query(name)
    if query is None:
        raise Refusal("usage.no-plan", name=name)
    return query


def _fitting(name: str, query: PlanQuery, library: Library) -> list[Listed]:
    """The plans of a library that a name fits. Raises Refusal where it fits none."""
    from duplan.library.names import fitting

    found = fitting(query, library.plans())
    if not found:
        raise Refusal("usage.no-plan-fits", name=name)
    return found


def named_plans(
    console: Console, names: Sequence[str], library: str | None, limit: list[str] | None
) -> list[tuple[str, int | None]]:
    """For each name the file of its one plan, and which plan of the file; None where that isn't said.

    - is standard input. Raises Refusal where a name names nothing, or several plans of the library.
    """
    from duplan.library import Library
    from duplan.library.names import numbered

    shelf: Library | None = None
    problems: list[Problem] = []
    found: list[tuple[str, int | None]] = []
    for name in names:
        if name == STDIN or os.path.lexists(name):
            found.append((name, None))
        elif _is_path(name):
            found.append(numbered(name))
        else:
            query = _query(name)
            if shelf is None:
                shelf = Library(library_folder(library))
                problems = read_new(console, shelf, limit)
            plan = only(name, _fitting(name, query, shelf))
            found.append((plan.path, plan.number))
    tell(console, problems)
    return found


def only(name: str, plans: Sequence[Listed]) -> Listed:
    """The one plan that a name fits. Raises Refusal where it fits several, and names them."""
    if len(plans) == 1:
        return plans[0]
    files = [plan.path for plan in plans]
    shown = told_apart(
        (f"{plan.source}#{plan.number}" if files.count(plan.path) > 1 else plan.source)
        + (f" ({plan.title})" if plan.title else "")
        for plan in plans
    )
    raise Refusal("usage.several-plans", name=name, count=len(plans), plans=shown)


def told_apart(plans: Iterable[str]) -> str:
    """The first of the plans that a message names, joined."""
    shown = list(plans)
    return ", ".join(shown[:_SHOWN] + ["…"] * (len(shown) > _SHOWN))
