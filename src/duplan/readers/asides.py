"""Text outside the running text, named; page numbers among it are not worth naming."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from duplan.diagnostics import KINDS, Diagnostic
from duplan.readers.findings import MAX_NAMED
from duplan.source import Aside, Span

PAGE_FRAME = frozenset(" \t\u3000-‐‑–—－·•/|~第页頁共")  # what stands around a page number


def is_page_frame(parts: Iterable[str]) -> bool:
    """Whether nothing else than the frame of a page number ("— 1 —", "第1页") is there."""
    return all(PAGE_FRAME.issuperset(part) for part in parts)


def name_asides(asides: Iterable[Aside], page_numbers: Container[int]) -> Iterator[Diagnostic]:
    """A DP106 for each aside with text; ``page_numbers`` are blocks that hold a page number alone."""
    for aside in asides:
        blocks = [
            block
            for block in aside.blocks
            if block.text.strip() and block.index not in page_numbers
        ]
        if blocks:
            text = " ".join(" ".join(block.text for block in blocks).split())[:MAX_NAMED]
            span = Span(blocks[0].index, 0, len(blocks[0].text))
            yield Diagnostic(KINDS["DP106"], span, {"story": aside.story, "text": text})
