"""The account of a document: which part of the result holds each stretch of the source, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from duplan.diagnostics import Diagnostic
from duplan.outline.grids import Grid
from duplan.outline.paragraphs import Paragraph
from duplan.plan import Finding, Origin, Reading
from duplan.source import Block, Source, Span
from duplan.text.normal import Line, Text

SHOWN = 40  # characters of a text that a message quotes


@dataclass(frozen=True, slots=True)
class _Hold:
    span: Span
    role: str
    part: str
    why: str
    plan: int | None


class Account:
    """Collects what interpretation says of the source; gives provenance on the way.

    ``plan`` is the index of the plan being read: holds belong to it.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.plan: int | None = None
        self.diagnostics: list[Diagnostic] = []
        self._holds: list[_Hold] = []

    def hold(
        self, what: Text | Line | Paragraph | Grid, role: str, part: str = "", why: str = ""
    ) -> None:
        """Books all of ``what`` to a role and the part of the plan that holds it."""
        for text in _texts(what):
            for span in text.spans():
                self._holds.append(_Hold(span, role, part, why, self.plan))

    def report(self, code: str, where: Text | None = None, **values: str | int) -> None:
        """Adds a diagnostic at the place of ``where``."""
        spans = where.spans() if where is not None else ()
        self.diagnostics.append(Diagnostic(code, spans[0] if spans else None, values))

    def drop(self, what: Text, why: str) -> None:
        """Books ``what`` as left out, and names it."""
        self.hold(what, "noise", "", why)
        self.report("DP108", what, text=what.text[:SHOWN])

    def origin(self, span: Span) -> Origin:
        """The published form of a place."""
        block = self.source.blocks[span.block]
        return Origin.model_construct(
            file=self.source.name,
            block=block.path,
            line=block.line,
            start=span.start,
            end=span.end,
            raw=block.text[span.start : span.end],
        )

    def origins(self, *texts: Text | None) -> tuple[Origin, ...]:
        """Where the texts stand, in order."""
        return tuple(self.origin(span) for text in texts if text for span in text.spans())

    def finding(self, diagnostic: Diagnostic) -> Finding:
        """The published form of a diagnostic."""
        return Finding.model_construct(
            code=diagnostic.code,
            name=diagnostic.name,
            severity=diagnostic.severity,
            message=diagnostic.message(),
            location=self.origin(diagnostic.span) if diagnostic.span else None,
        )

    def readings(self) -> list[Reading]:
        """The account as a partition: every visible character of the content in one reading.

        A stretch reaches to where the next begins; what nobody booked is reported as DP302.
        """
        by_block: dict[int, list[_Hold]] = {}
        for hold in self._holds:
            by_block.setdefault(hold.span.block, []).append(hold)
        out: list[Reading] = []
        for block in _content(self.source):
            if not block.text.strip():
                continue
            holds = by_block.get(block.index)
            if not holds:
                span = Span(block.index, 0, len(block.text))
                holds = [_Hold(span, "outside", "", "outside-every-plan", None)]
                text = block.text.strip()[:SHOWN]
                self.diagnostics.append(Diagnostic("DP302", span, {"text": text}))
            out += self._partition(sorted(holds, key=lambda h: (h.span.start, -h.span.end)))
        return out

    def _partition(self, holds: list[_Hold]) -> list[Reading]:
        block = self.source.blocks[holds[0].span.block]
        starts: list[tuple[int, _Hold]] = []
        for hold in holds:
            if starts and starts[-1][0] == hold.span.start:
                starts[-1] = (hold.span.start, hold)  # the narrower one says more
            else:
                starts.append((hold.span.start, hold))
        out = []
        for at, (start, hold) in enumerate(starts):
            first = 0 if at == 0 else start
            last = starts[at + 1][0] if at + 1 < len(starts) else len(block.text)
            out.append(
                Reading.model_construct(
                    origin=self.origin(Span(block.index, first, last)),
                    role=hold.role,
                    plan=hold.plan,
                    part=hold.part,
                    why=hold.why,
                )
            )
        return out


def _content(source: Source) -> Iterable[Block]:
    for part in source.content:
        if isinstance(part, Block):
            yield part
        else:
            yield from part.blocks()


def _texts(what: Text | Line | Paragraph | Grid) -> Iterable[Text]:
    if isinstance(what, Text):
        yield what
    elif isinstance(what, Line):
        yield what.text
    elif isinstance(what, Paragraph):
        yield what.whole
    else:
        for line in what.lines():
            yield line.text
