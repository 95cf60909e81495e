"""Files of a command line → their reports, each by the settings nearest to it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from duplan.checking.files import is_checked
from duplan.checking.job import Job, Mend, Outcome, Rewritten
from duplan.checking.report import FileReport
from duplan.checking.settings import Profile, Profiles
from duplan.cli.console import Console
from duplan.cli.inputs import Input, document_name, find, standard_input
from duplan.cli.problems import problem_words
from duplan.diagnostics import UnreadableError
from duplan.readers.file import Limits


class Row(NamedTuple):
    """A checked file, the profile of its settings, and the codes that it was checked for."""

    report: FileReport
    profile: Profile
    codes: frozenset[str]


@dataclass(slots=True)
class Chosen:
    """The files to check with their profiles; how many the settings exclude.

    ``incomplete`` is whether something else that was named isn't there.
    """

    files: list[tuple[Input, Profile]] = field(default_factory=list)
    excluded: int = 0
    incomplete: bool = False


@dataclass(slots=True)
class Checked:
    """The files that have a report; ``incomplete`` is whether others should have one.

    ``rewritten`` are the files in which fixes were made; nothing of that is written yet.
    """

    rows: list[Row] = field(default_factory=list)
    incomplete: bool = False
    rewritten: list[tuple[Input, Rewritten]] = field(default_factory=list)


def choose(
    console: Console, arguments: Sequence[str], profiles: Profiles, stdin_filename: str | None
) -> Chosen:
    """The files that the arguments name, in order; what isn't there is told of.

    Raises ConfigError and OSError as ``Profiles`` does.
    """
    chosen = Chosen()
    for each in find(arguments, stdin_filename, is_checked):
        if each.problem:
            _complain(console, each.shown, UnreadableError(each.problem))
            chosen.incomplete = True
            continue
        profile = profiles.of(_file(each))
        if profile.excludes(_file(each)):
            chosen.excluded += 1
        else:
            chosen.files.append((each, profile))
    return chosen


def check_chosen(console: Console, chosen: Chosen, limits: Limits, mend: Mend = "") -> Checked:
    """The reports of the files, in their order; what can't be opened, and defects, are told of.

    With ``mend`` they are those of the files after fixes.

    On a terminal the progress is shown.
    """
    from duplan.checking.run import check_files

    def show(done: int) -> None:
        if total > 1:
            console.progress(f"[{done}/{total}]")

    checked = Checked(incomplete=chosen.incomplete)
    total = len(chosen.files)
    jobs = [_job(each, profile, limits, mend) for each, profile in chosen.files]
    ready = [job for job in jobs if isinstance(job, Job)]
    try:
        outcomes = iter(check_files(ready, limits, progress=show))
    finally:
        console.progress("")
    for job, (each, profile) in zip(jobs, chosen.files, strict=True):
        outcome = next(outcomes) if isinstance(job, Job) else Outcome(None, job)
        problems = [*_problems(console, outcome)]
        for problem in problems:
            console.complain(each.shown, problem)
        checked.incomplete |= bool(problems)
        if outcome.rewritten:
            checked.rewritten.append((each, outcome.rewritten))
        if outcome.report and isinstance(job, Job):
            checked.rows.append(Row(outcome.report, profile, job.settings.codes))
    return checked


def nothing_read(rows: Sequence[Row]) -> bool:
    """Whether no file could be read, and that is told of one of them."""
    return not any(row.report.format for row in rows) and any(row.report.results for row in rows)


def tell_unread(console: Console, rows: Sequence[Row]) -> None:
    """Say in a line each which files couldn't be read, and why."""
    for row in rows:
        if not row.report.format:
            for each in row.report.results:
                console.complain(row.report.path, each.message(console.language))


def _file(each: Input) -> Path:
    """Where a file stands; standard input stands where its name says, or in the current folder."""
    return each.path or Path(each.shown)


def _job(each: Input, profile: Profile, limits: Limits, mend: Mend) -> Job | OSError:
    settings = profile.settings(_file(each))
    name = document_name(each)
    if each.path is not None:
        path = os.fspath(each.path)
        return Job(each.shown, name, path, settings, named=not each.found, mend=mend)
    try:
        data = standard_input().read(limits.file + 1)
        return Job(each.shown, name, None, settings, data, mend=mend)
    except OSError as error:
        return error


def _problems(console: Console, outcome: Outcome) -> Iterator[str]:
    """Why a file was not checked, or not for all that was asked."""
    if outcome.error:
        yield problem_words(console, outcome.error)
    for rule, reason in outcome.failures:
        key = "defect.rule" if rule else "defect"
        yield console.say(key, rule=rule, reason=reason)


def _complain(console: Console, shown: str, error: Exception) -> None:
    console.complain(shown, problem_words(console, error))
