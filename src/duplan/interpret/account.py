"""The account of a document: which part of the result holds each stretch of the source, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from duplan.diagnostics import KINDS, Diagnostic
from duplan.outline.grids import Grid
from duplan.outline.paragraphs import Paragraph
from duplan.plan import Finding, Origin, Reading, Stretch
from duplan.source import Block, Source, Span
from duplan.text.normal import Line, Piece, Text

Held: TypeAlias = Text | Line | Paragraph | Grid

SHOWN = 40  # characters of a text that a message quotes


class _Hold(NamedTuple):
    what: Held
    role: str
    part: str
    why: str
    plan: int | None


_Booked: TypeAlias = tuple[int, int, _Hold]  # where it begins, less where it ends, what it is
_WIDEST_FIRST = itemgetter(0, 1)


class Account:
    """Collects what interpretation says of the source; gives provenance on the way.

    ``plan`` is the index of the plan being read: holds belong to it.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.plan: int | None = None
        self.diagnostics: list[Diagnostic] = []
        self._holds: list[_Hold] = []

    def hold(self, what: Held, role: str, part: str = "", why: str = "") -> None:
        """Books all of ``what`` to a role and the part of the plan that holds it."""
        self._holds.append(_Hold(what, role, part, why, self.plan))

    def report(self, code: str, where: Text | None = None, **values: str | int) -> None:
        """Adds a diagnostic at the place of ``where``."""
        spans = where.spans() if where is not None else ()
        self.diagnostics.append(Diagnostic(KINDS[code], spans[0] if spans else None, values))

    def drop(self, what: Text, why: str) -> None:
        """Books ``what`` as left out, and names it."""
        self.hold(what, "noise", "", why)
        self.report("DP108", what, text=what.text[:SHOWN])

    def origin(self, span: Span) -> Origin:
        """The published form of a place."""
        block = self.source.blocks[span.block]
        raw = block.text[span.start : span.end]
        return Origin(self.source.name, block.path, block.line, span.start, span.end, raw)

    def origins(self, *texts: Text | None) -> tuple[Origin, ...]:
        """Where the texts stand, in order."""
        return tuple([self.origin(span) for text in texts if text for span in text.spans()])

    def span(self, origin: Origin) -> Span | None:
        """The place that an origin tells of."""
        block = self._places.get((origin.block, origin.line))
        return None if block is None else Span(block, origin.start, origin.end)

    def words(self, span: Span) -> Text:
        """What a stretch of the source says."""
        raw = self.source.blocks[span.block].text[span.start : span.end]
        return Text(raw, (Piece(0, len(raw), span.block, span.start),))

    @cached_property
    def _places(self) -> dict[tuple[str, int], int]:
        return {(block.path, block.line): block.index for block in reversed(self.source.blocks)}

    def finding(self, diagnostic: Diagnostic) -> Finding:
        """The published form of a diagnostic."""
        return Finding.model_construct(
            code=diagnostic.code,
            name=diagnostic.name,
            severity=diagnostic.severity,
            message=diagnostic.message(),
            location=self.origin(diagnostic.span) if diagnostic.span else None,
        )

    def close(self) -> None:
        """Reports as DP302 what nobody booked, and books it."""
        held = {
            piece.block
            for hold in self._holds
            for text in _texts(hold.what)
            for piece in text.pieces
        }
        for block in _content(self.source):
            if block.index not in held and block.text.strip():
                whole = Text(block.text, (Piece(0, len(block.text), block.index, 0),))
                self.hold(whole, "outside", "", "outside-every-plan")
                self.report("DP302", whole, text=block.text.strip()[:SHOWN])

    def readings(self) -> list[Reading]:
        """The account as a partition: every visible character of the content in one reading.

        A stretch reaches to where the next begins.
        """
        file = self.source.name
        return [
            Reading(
                Origin(file, block.path, block.line, start, end, block.text[start:end]),
                hold.role,
                hold.plan,
                hold.part,
                hold.why,
            )
            for block, start, end, hold in self._held()
        ]

    def stretches(self) -> Iterator[Stretch]:
        """The readings as places."""
        for block, start, end, hold in self._held():
            yield Stretch(Span(block.index, start, end), hold.role, hold.plan, hold.why)

    def _held(self) -> Iterator[tuple[Block, int, int, _Hold]]:
        """The content of the source, parted by what holds it."""
        by_block: dict[int, list[_Booked]] = {}
        for hold in self._holds:
            for text in _texts(hold.what):
                for index, start, end in text.spans():
                    by_block.setdefault(index, []).append((start, -end, hold))
        for block in _content(self.source):
            booked = by_block.get(block.index)
            if booked:
                for start, end, hold in _partition(booked, len(block.text)):
                    yield block, start, end, hold


def _partition(stretches: list[_Booked], size: int) -> Iterable[tuple[int, int, _Hold]]:
    """The stretches of a block of this size, each from its start, the first from 0, to the next."""
    if len(stretches) == 1:
        return ((0, size, stretches[0][2]),)
    # Of those that begin together the narrowest says most.
    kept = {start: hold for start, _, hold in sorted(stretches, key=_WIDEST_FIRST)}
    edges = [0, *list(kept)[1:], size]
    return zip(edges, edges[1:], kept.values(), strict=False)


def _content(source: Source) -> Iterable[Block]:
    for part in source.content:
        if isinstance(part, Block):
            yield part
        else:
            yield from part.blocks()


def _texts(what: Held) -> Iterable[Text]:
    if isinstance(what, Text):
        return (what,)
    if isinstance(what, Line):
        return (what.text,)
    if isinstance(what, Paragraph):
        return (what.whole,)
    return [line.text for line in what.lines()]
