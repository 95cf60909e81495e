"""One file → its report: read, checked, every finding with its place, its fingerprint and its fix."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from duplan.checking.check import examine
from duplan.checking.fingerprints import Fingerprints
from duplan.checking.fixing import Examined, mend
from duplan.checking.job import Failure, Job, Outcome, Rewritten, lost
from duplan.checking.places import LINED, Places
from duplan.checking.report import Change, FileReport, Place, Result
from duplan.checking.suppression import apply
from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.garbage import collection_paused
from duplan.library.answers import is_answer
from duplan.library.folder import suffix_of
from duplan.planfiles.kinds import FORM
from duplan.readers.file import Limits, open_file
from duplan.rules.reading.unreadable_file import RULE as UNREADABLE
from duplan.suffixes import PLAN_FILES

if TYPE_CHECKING:
    from duplan.checking.settings import Settings
    from duplan.plan import Document
    from duplan.rules.rule import Rule


def check_file(job: Job, limits: Limits) -> Outcome:
    """What becomes of one file. Raises nothing but what ends the process.

    With DUPLAN_DEBUG in the environment defects are raised.
    """
    try:
        data = _data(job, limits)
        if not job.named and is_answer(data, suffix_of(job.name)):
            return Outcome(None)
        with collection_paused():
            return _examined(job, data, limits)
    except UnreadableError as error:
        return Outcome(_unreadable(job, error))
    except OSError as error:
        return Outcome(None, OSError(error.errno, error.strerror, error.filename))
    except Exception as error:
        if os.environ.get("DUPLAN_DEBUG"):
            raise
        return lost(error)


def _data(job: Job, limits: Limits) -> bytes:
    """The bytes of the file. Raises OSError, and UnreadableError where they are too many."""
    if job.path is None:
        return job.data
    with open(job.path, "rb") as stream:  # noqa: PTH123 - a name needn't be text
        return open_file(stream, job.name, limits).data


def _examined(job: Job, data: bytes, limits: Limits) -> Outcome:
    failures: dict[Failure, None] = {}  # each once, however often the file is looked at

    def failed(rule: Rule, error: Exception) -> None:
        if os.environ.get("DUPLAN_DEBUG"):
            raise error
        reason = f"{type(error).__name__}: {error}"
        failures[Failure(f"{rule.code} {rule.name}", reason)] = None

    def look(data: bytes) -> Examined:
        document = load(data, job.name, limits)
        assert document.evidence is not None
        codes = job.settings.codes
        found = examine(document, codes, job.settings.office, failed)
        broken = sum(each.kind in FORM for each in document.evidence.diagnostics)
        return Examined(document.evidence.source, apply(found, document, codes), broken)

    seen = look(data)
    rewritten = None
    if job.mend:
        mended = mend(data, look, unsafe=job.mend == "all")
        if mended.data != data:
            encoding = seen.source.encoding or "utf-8"
            rewritten = Rewritten(data, mended.data, encoding, len(mended.made))
            data, seen = mended.data, look(mended.data)
    results = tuple(_results(seen.found, Places(seen.source, data), job.settings))
    report = FileReport(job.shown, seen.source.format, seen.source.format in LINED, results)
    return Outcome(report, failures=tuple(failures), rewritten=rewritten)


def load(data: bytes, name: str, limits: Limits) -> Document:
    """The document in a file, of whatever kind. Raises UnreadableError."""
    if suffix_of(name) in PLAN_FILES:
        from duplan.planfiles.document import read

        return read(open_file(BytesIO(data), name, limits))

    from duplan.pipeline import load as load_document

    return load_document(BytesIO(data), name=name, limits=limits)


def _results(found: Sequence[Diagnostic], places: Places, settings: Settings) -> Iterator[Result]:
    fingerprints = Fingerprints()
    for each in found:
        place = places.of(each.span) if each.span else None
        line, words = (place.text, places.words(each.span)) if place and each.span else ("", "")
        edits = each.fix.edits if each.fix else ()
        yield Result(
            each.kind,
            settings.severities.get(each.code, each.severity),
            each.values,
            place,
            fingerprints.of(each, line, words),
            tuple(map(places.of, each.related)),
            tuple(Change(places.of(edit.span), edit.text) for edit in edits),
            each.fix is not None and each.fix.safe,
        )


def _unreadable(job: Job, error: UnreadableError) -> FileReport:
    """The report of a file that couldn't be read, with the one finding that says so."""
    values: dict[str, str | int] = {each: error.message(each) for each in ("en", "zh")}
    found = Diagnostic(UNREADABLE.kind, values=values)
    settings = job.settings
    result = Result(
        found.kind,
        settings.severities.get(found.code, found.severity),
        values,
        Place(1, 1, 1, "line", "", 0),
        Fingerprints().of(found, "", ""),
    )
    return FileReport(job.shown, "", False, (result,) if found.code in settings.codes else ())
