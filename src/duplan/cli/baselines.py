"""Known findings: taken out of reports, or written down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from duplan.checking.baseline import Baseline, BaselineError, read_baseline
from duplan.checking.settings import Profile
from duplan.cli.checked import Row
from duplan.cli.console import Console, Refusal, clean


class Baselines:
    """The baselines of a run: each file has the one that its settings name, if any."""

    def __init__(self, profiles: Iterable[Profile], *, anew: bool = False) -> None:
        """Read those of the profiles; with ``anew`` each has one, which needn't be there yet.

        Raises Refusal where one can't be used.
        """
        self._known: dict[Path, Baseline] = {}
        for profile in profiles:
            file = profile.baseline
            if file is not None and file not in self._known:
                self._known[file] = _read(file, anew=anew)
            elif file is None and anew:
                raise Refusal("usage.no-baseline")

    def sift(self, rows: Sequence[Row]) -> list[Row]:
        """The rows without what is known."""
        sifted = []
        for row in rows:
            baseline = self._of(row)
            report = baseline.sift(row.report, row.codes) if baseline else row.report
            sifted.append(row._replace(report=report))
        for baseline in self._known.values():
            baseline.count_vanished()
        return sifted

    def write(self, console: Console, rows: Sequence[Row], *, quiet: bool) -> bool:
        """Let the findings of the rows be known from now on; False where that can't be written."""
        from duplan.cli.outputs import save

        for row in rows:
            if baseline := self._of(row):
                baseline.take(row.report, row.codes)
        saved = True
        for file, baseline in self._known.items():
            if not save(console, file, baseline.dump()):
                saved = False
            elif not quiet:
                told = console.say("check.written", count=baseline.size, file=clean(str(file)))
                console.write(f"{told}\n")
        return saved

    @property
    def known(self) -> int:
        """Findings that were left out."""
        return sum(baseline.known for baseline in self._known.values())

    @property
    def gone(self) -> int:
        """Known findings that no longer occur."""
        return sum(baseline.gone for baseline in self._known.values())

    def _of(self, row: Row) -> Baseline | None:
        file = row.profile.baseline
        return None if file is None else self._known[file]


def _read(file: Path, *, anew: bool) -> Baseline:
    try:
        return read_baseline(file)
    except BaselineError as error:
        if error.missing and anew:
            return Baseline(file)
        key = "missing" if error.missing else "broken-line" if error.line else "broken"
        raise Refusal(f"baseline.{key}", file=str(file), line=error.line) from error
