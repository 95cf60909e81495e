"""Known findings: taken out of reports, or written down."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from duplan.checking.baseline import Baseline, BaselineError, read_baseline
from duplan.cli.checked import Row
from duplan.cli.console import Console, Refusal, clean


class Baselines:
    """The baselines of a run: each file has the one that its settings name, if any.

    With ``anew``, those that aren't there are empty. Methods raise Refusal where one can't be used.
    """

    def __init__(self, *, anew: bool = False) -> None:
        self._anew = anew
        self._known: dict[Path, Baseline] = {}

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
        """Let the findings of the rows be known from now on; False where that can't be written.

        Raises Refusal where a row has no baseline.
        """
        from duplan.cli.outputs import save

        for row in rows:
            baseline = self._of(row)
            if baseline is None:
                raise Refusal("usage.no-baseline")
            baseline.take(row.report, row.codes)
        saved = True
        for file, baseline in self._known.items():
            if not save(console, file, baseline.dump()):
                saved = False
            elif not quiet:
                told = console.say("check.written", count=len(baseline), file=clean(str(file)))
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
        if file is None:
            return None
        if file not in self._known:
            self._known[file] = self._read(file)
        return self._known[file]

    def _read(self, file: Path) -> Baseline:
        try:
            return read_baseline(file)
        except BaselineError as error:
            if error.reason:
                raise Refusal("baseline.broken", file=str(file), reason=error.reason) from error
            if not self._anew:
                raise Refusal("baseline.missing", file=str(file)) from error
            return Baseline(file)
