"""What a document was made of, made up: readings without a source."""

from __future__ import annotations

from dataclasses import dataclass, field

from duplan.diagnostics import Diagnostic
from duplan.plan import Origin, Reading, Stretch
from duplan.readers.text import from_string
from duplan.source import Source, Span
from duplan.text.normal import Text


@dataclass(slots=True)
class Told:
    """Readings as if they had been found."""

    told: list[Reading]
    source: Source = field(default_factory=lambda: from_string(""))
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def readings(self) -> list[Reading]:
        return self.told

    def stretches(self) -> list[Stretch]:
        return []

    def span(self, origin: Origin) -> Span | None:
        return None

    def words(self, span: Span) -> Text:
        return Text(self.source.blocks[span.block].text[span.start : span.end])
