"""``duplan check``: what is wrong in plans, for people and for CI."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from duplan.cli.console import Console, Refusal, clean
from duplan.cli.options import Argument, LimitOption, Option, StdinFilename
from duplan.cli.reporting import TEXT, Manner, publish
from duplan.cli.words import WORDS

if TYPE_CHECKING:
    from duplan.checking.job import Mend
    from duplan.checking.settings import Profiles
    from duplan.cli.checked import Checked, Chosen, Row
    from duplan.diagnostics import Severity

_REPORTS = ("--statistics", "--output-format", "--output")
_APART = {  # options that go with none of those after them
    "--list-files": ("--write-baseline", "--diff", "--fix", *_REPORTS),
    "--write-baseline": ("--diff", "--fix", *_REPORTS),
    "--diff": _REPORTS,
    "--statistics": ("--output-format",),
}


def check(
    console: Console,
    files: Annotated[list[str] | None, Argument("checked", "check.files")] = None,
    select: Annotated[
        list[str] | None, Option("--select", metavar="rules", help="check.select")
    ] = None,
    ignore: Annotated[
        list[str] | None, Option("--ignore", metavar="rules", help="check.ignore")
    ] = None,
    severity: Annotated[
        str | None, Option("--severity", metavar="level", help="check.severity")
    ] = None,
    fail_level: Annotated[
        str | None, Option("--fail-level", metavar="level", help="check.fail-level")
    ] = None,
    exit_zero: Annotated[bool, Option("--exit-zero", help="check.exit-zero")] = False,
    statistics: Annotated[bool, Option("--statistics", help="check.statistics")] = False,
    list_files: Annotated[bool, Option("--list-files", help="check.list-files")] = False,
    output_format: Annotated[
        str, Option("--output-format", metavar="format", help="check.output-format")
    ] = TEXT,
    output: Annotated[
        str | None, Option("-o", "--output", metavar="file", help="check.output")
    ] = None,
    baseline: Annotated[
        str | None, Option("--baseline", metavar="file", help="check.baseline")
    ] = None,
    write_baseline: Annotated[
        bool, Option("--write-baseline", help="check.write-baseline")
    ] = False,
    fix: Annotated[bool, Option("--fix", help="check.fix")] = False,
    unsafe: Annotated[bool, Option("--unsafe", help="check.unsafe")] = False,
    diff: Annotated[bool, Option("--diff", help="check.diff")] = False,
    limit: LimitOption = None,
    stdin_filename: StdinFilename = None,
    quiet: Annotated[bool, Option("-q", "--quiet", help="check.quiet")] = False,
) -> int:
    """Check plans; 1 where something is as bad as --fail-level, 2 where one couldn't be checked."""
    from duplan.reporters import REPORTERS

    if output_format not in (TEXT, *REPORTERS):
        choices = ", ".join((TEXT, *REPORTERS))
        raise Refusal("usage.choice", name="--output-format", choices=choices)
    if unsafe and not (fix or diff):
        raise Refusal("usage.unsafe")
    _refuse_pairs(
        {
            "--list-files": list_files,
            "--write-baseline": write_baseline,
            "--diff": diff,
            "--fix": fix and not diff,
            "--statistics": statistics,
            "--output-format": output_format != TEXT,
            "--output": output is not None,
        }
    )
    for name, value in (("--output", output), ("--baseline", baseline)):
        if value == "":
            raise Refusal("usage.value", name=name)
    level = _level("--severity", severity) or "info"
    profiles = _profiles(select, ignore, _level("--fail-level", fail_level), baseline)
    chosen = _choose(console, files or ["."], profiles, stdin_filename)
    if fix and not diff and any(each.path is None for each, _ in chosen.files):
        raise Refusal("usage.fix-stdin")
    if list_files:
        console.write("".join(f"{clean(each.shown)}\n" for each, _ in chosen.files))
        return 2 if chosen.incomplete else 0

    from duplan.cli.baselines import Baselines
    from duplan.cli.checked import check_chosen, nothing_read, tell_unread
    from duplan.cli.limits import limits_of
    from duplan.cli.mending import write_all

    target = None if output in (None, "-") else Path(output)
    if target is not None:
        _refuse_target(target, chosen)
    baselines = Baselines((profile for _, profile in chosen.files), anew=write_baseline)
    mend: Mend = ("all" if unsafe else "safe") if fix or diff else ""
    checked = check_chosen(console, chosen, limits_of(limit), mend)
    if diff:
        code = 2 if checked.incomplete or nothing_read(checked.rows) else 0
        changes = _show(console, checked)
        return code or int(changes and not exit_zero)
    written = write_all(console, checked.rewritten)
    code = 0 if written.whole and not checked.incomplete else 2
    if write_baseline:
        saved = baselines.write(console, checked.rows, quiet=quiet)
        return code if saved and not nothing_read(checked.rows) else 2
    rows = baselines.sift(checked.rows)
    if nothing_read(rows):
        code = 2
        tell_unread(console, rows)
    rows = [_worse(row, level) for row in rows]

    from duplan.cli.tally import Besides

    besides = Besides(written.mended, baselines.known, baselines.gone, chosen.excluded)
    manner = Manner(output_format, target, statistics, quiet or (code == 2 and not rows))
    if not publish(console, [row.report for row in rows], besides, manner):
        return 2
    return code or int(not exit_zero and any(map(_fails, rows)))


def _refuse_pairs(given: Mapping[str, bool]) -> None:
    """Raise Refusal where options are given of which one would be passed over."""
    names = [name for name, said in given.items() if said]
    for one, other in combinations(names, 2):
        if other in _APART.get(one, ()):
            raise Refusal("usage.apart", one=one, other=other)


def _refuse_target(target: Path, chosen: Chosen) -> None:
    """Raise Refusal where a report would take the place of a folder, of a document or of a baseline."""
    from duplan.cli.outputs import is_folder, refuse_input

    if is_folder(str(target)):
        raise Refusal("usage.output-folder", target=str(target))
    refuse_input(target, [each for each, _ in chosen.files])
    baselines = {profile.baseline.resolve() for _, profile in chosen.files if profile.baseline}
    if target.resolve() in baselines:
        raise Refusal("usage.onto-baseline", target=str(target))


def _show(console: Console, checked: Checked) -> bool:
    """Print what fixes would change, and why a file couldn't be read; whether anything would change."""
    from duplan.cli.checked import tell_unread
    from duplan.cli.mending import differences

    tell_unread(console, checked.rows)
    for file, rewritten in checked.rewritten:
        for line in differences(console, file, rewritten):
            console.write(line, styled=True)
    return bool(checked.rewritten)


def _level(option: str, given: str | None) -> Severity | None:
    """The severity of a name, English or Chinese. Raises Refusal where there is none."""
    from duplan.checking.settings import LEVELS

    if given is None:
        return None
    for level in LEVELS:
        if given in (level, *WORDS[f"severity.{level}"]):
            return level
    raise Refusal("usage.choice", name=option, choices=", ".join(LEVELS))


def _profiles(
    select: list[str] | None,
    ignore: list[str] | None,
    fail_level: Severity | None,
    baseline: str | None,
) -> Profiles:
    """The profiles of a run. Raises Refusal where a name is none of a rule."""
    from duplan.checking.choice import Choice, UnknownNameError
    from duplan.checking.settings import Profiles

    asked = Choice(None if select is None else _names(select), _names(ignore or ()))
    try:
        asked.codes()
    except UnknownNameError as error:
        key = "usage.rule-guess" if error.near else "usage.rule"
        raise Refusal(key, name=error.name, guess=error.near) from error
    return Profiles(asked, fail_level, Path(baseline) if baseline else None)


def _names(given: Iterable[str]) -> tuple[str, ...]:
    """Names joined by commas of any kind."""
    return tuple(name for each in given for name in re.split(r"[,，、\s]+", each) if name)


def _choose(
    console: Console, arguments: list[str], profiles: Profiles, stdin_filename: str | None
) -> Chosen:
    """The files to check. Raises Refusal where settings can't be used."""
    from duplan.cli.checked import choose
    from duplan.config import ConfigError

    try:
        return choose(console, arguments, profiles, stdin_filename)
    except ConfigError as error:
        from duplan.cli.problems import config_refusal

        raise config_refusal(error) from error


def _worse(row: Row, level: Severity) -> Row:
    """A row with the findings of this severity and worse."""
    from duplan.checking.settings import reaches

    kept = tuple(each for each in row.report.results if reaches(each.severity, level))
    return row._replace(report=replace(row.report, results=kept))


def _fails(row: Row) -> bool:
    from duplan.checking.settings import reaches

    return any(reaches(each.severity, row.profile.fail_level) for each in row.report.results)
