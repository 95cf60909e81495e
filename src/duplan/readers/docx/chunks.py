"""Documents embedded in a document (``w:altChunk``, ECMA-376 Part 1, 17.17.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from duplan.diagnostics import Diagnostic
from duplan.source import Aside, Block, Source, Span, Table


@dataclass(frozen=True, slots=True)
class Chunk:
    """What an embedded document adds to the one that holds it."""

    content: tuple[Block | Table, ...]
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...]
    diagnostics: tuple[Diagnostic, ...]


def fit(source: Source, diagnostics: list[Diagnostic], first: int, path: str) -> Chunk:
    """The embedded document with its paragraphs counted from ``first`` and their paths below ``path``."""
    blocks = tuple(
        replace(
            block,
            index=first + block.index,
            line=first + block.line,
            path=f"{path}/{block.path}",
        )
        for block in source.blocks
    )

    def moved(part: Block | Table) -> Block | Table:
        if isinstance(part, Block):
            return blocks[part.index]
        rows = tuple(
            tuple(cell._replace(content=tuple(map(moved, cell.content))) for cell in row)
            for row in part.rows
        )
        return Table(rows, f"{path}/{part.path}")

    return Chunk(
        tuple(map(moved, source.content)),
        blocks,
        tuple(
            Aside(
                each.story,
                tuple(blocks[block.index] for block in each.blocks),
                _shifted(each.anchor, first),
            )
            for each in source.asides
        ),
        tuple(replace(each, span=_shifted(each.span, first)) for each in diagnostics),
    )


def _shifted(span: Span | None, first: int) -> Span | None:
    return span and span._replace(block=span.block + first)
