"""Plan files → documents whose every value knows its place in the file."""

from __future__ import annotations

from dataclasses import dataclass, field

from duplan.diagnostics import Diagnostic
from duplan.plan import Document, Input, Origin, Reading
from duplan.readers.file import File
from duplan.source import Source, Span


@dataclass(slots=True)
class PlanFile:
    """What a document of a plan file was made of: the ``Evidence`` of such a document.

    The blocks of ``source`` are the lines of the file, its format is ``yaml`` or ``json``.
    """

    source: Source
    diagnostics: list[Diagnostic] = field(default_factory=list)
    made: list[Reading] = field(default_factory=list)

    def readings(self) -> list[Reading]:
        """A reading for each line part of each text of the document, in the order of the file."""
        return self.made

    def span(self, origin: Origin) -> Span | None:
        """Where an origin of this document stands in ``source``."""
        return Span(origin.line - 1, origin.start, origin.end)


def read(file: File) -> Document:
    """The document of a plan file; the findings about its form are its evidence's diagnostics.

    What is JSON is told by the name, else it is YAML. Where the form is broken beyond reading, the
    document has no plans. Raises UnreadableError as a text file does (``too-large``, ``empty``,
    ``binary``).
    """
    source = Source(file.name, "yaml", file.sha256, (), ())
    given = Input(name=file.name, format="yaml", sha256=file.sha256, script="hans")
    return Document(source=given).proven_by(PlanFile(source))
