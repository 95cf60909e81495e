"""Plan files → documents whose every value knows its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from duplan.diagnostics import KINDS, Diagnostic, Edit, Fix, UnreadableError
from duplan.garbage import collection_paused
from duplan.plan import Document, Input, Origin, Reading, Stretch
from duplan.planfiles import kinds, suppressions
from duplan.planfiles.escapes import words
from duplan.planfiles.form import validate
from duplan.planfiles.lines import Lines
from duplan.planfiles.provenance import Places
from duplan.planfiles.suppressions import Suppression
from duplan.planfiles.tree import Mapping, PlanFileError, Value
from duplan.readers.encodings import CONTROL, decode
from duplan.readers.file import File
from duplan.readers.findings import damaged
from duplan.source import Source, Span
from duplan.text.normal import Piece, Text

_FORMATS = {".json": "json", ".jsonl": "json"}


@dataclass(slots=True)
class PlanFile:
    """What a document of a plan file was made of: the ``Evidence`` of such a document.

    The blocks of ``source`` are the lines of the file, its format is ``yaml`` or ``json``. ``suppressions``
    are the comments in YAML that say which findings are meant to be, ``escapes`` the quotation marks of
    the texts with escapes, by block and place.
    """

    source: Source
    lines: Lines
    diagnostics: list[Diagnostic] = field(default_factory=list)
    suppressions: list[Suppression] = field(default_factory=list)
    escapes: dict[tuple[int, int], str] = field(default_factory=dict)
    _readings: list[Reading] = field(default_factory=list)

    def readings(self) -> list[Reading]:
        """A reading for each line of each text of the document, in the order of the file."""
        return self._readings

    def stretches(self) -> Iterator[Stretch]:
        """The readings as places."""
        for reading in self._readings:
            yield Stretch(self.span(reading.origin), reading.role, reading.plan, reading.why)

    def span(self, origin: Origin) -> Span:
        """Where an origin of this document stands in ``source``."""
        return Span(origin.line - 1, origin.start, origin.end)

    def words(self, span: Span) -> Text:
        """What a stretch of the source says; escapes in a text in quotation marks are read."""
        raw = self.source.blocks[span.block].text[span.start : span.end]
        style = self.escapes.get((span.block, span.start))
        if style or CONTROL.search(raw):
            return words(raw, style or "", span)
        return Text(raw, (Piece(0, len(raw), span.block, span.start),))


def read(file: File) -> Document:
    """The document of a plan file; the findings about its form are its evidence's diagnostics.

    What is JSON is told by the name (.json, .jsonl), all else is YAML. Of several documents in a file
    the first is read. What breaks the published form is left out; where that leaves nothing, or the
    file is no YAML or JSON, the document has no plans. Raises UnreadableError as a text file does
    (``too-large``, ``empty``, ``binary``).
    """
    with collection_paused():
        return _read(file)


def _read(file: File) -> Document:
    if len(file.data) > file.limits.text:
        raise file.limits.exceeded("text")
    text, encoding, bad, guessed = decode(file.data)
    if not text.strip():
        raise UnreadableError("empty")
    if text.count("\n") + text.count("\r") - text.count("\r\n") > file.limits.lines:
        raise file.limits.exceeded("lines")
    lines = Lines(text)
    form = _FORMATS.get(PurePath(file.name).suffix.lower(), "yaml")
    blocks = tuple(lines.blocks)
    evidence = PlanFile(Source(file.name, form, file.sha256, blocks, blocks, encoding), lines)
    found = evidence.diagnostics
    if guessed:
        found.append(Diagnostic(KINDS["DP101"], values={"encoding": encoding}))
    found += damaged(bad, encoding, 0)
    document = _document(evidence, form)
    if document is None:
        given = Input(name=file.name, format=form, sha256=file.sha256, script="hans")
        document = Document(source=given)
    return document.proven_by(evidence)


def _document(evidence: PlanFile, form: str) -> Document | None:
    lines, found = evidence.lines, evidence.diagnostics
    try:
        root, rest = _tree(lines.text, form)
    except PlanFileError as error:
        found.append(_syntax(error, lines, form))
        return None
    if rest is not None:
        found.append(_syntax(rest, lines, form))
    if not isinstance(root, Mapping):
        start = root.start if root else 0
        none = PlanFileError(
            start, "it doesn't begin with keys (plans: …)", "开头不是“键: 值”（plans: …）"
        )
        found.append(_syntax(none, lines, form))
        return None
    if form == "yaml":
        evidence.suppressions = suppressions.find(root, lines)
    document, wrong = validate(root, lines)
    found += wrong
    if document is not None:
        places = Places(evidence.source.name, lines, evidence._readings, evidence.escapes)
        places.fill(document, root)
    return document


def _tree(text: str, form: str) -> tuple[Value | None, PlanFileError | None]:
    """What stands in a file of this form, and what stands after it. Few checks need PyYAML: 10 ms."""
    if form == "json":
        from duplan.planfiles.json import read as read_json

        return read_json(text)
    from duplan.planfiles.yaml import read as read_yaml

    return read_yaml(text)


def _syntax(error: PlanFileError, lines: Lines, form: str) -> Diagnostic:
    values: dict[str, str | int] = {"format": form.upper(), "en": error.en, "zh": error.zh}
    span = lines.span(error.at, error.at + 1)
    fix = Fix((Edit(span, error.instead),)) if error.instead else None
    return Diagnostic(kinds.SYNTAX, span, values, fix)
