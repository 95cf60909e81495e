"""Outlines as text: what a test gives, and a tree or table drawn so that one can read it."""

from __future__ import annotations

from duplan.interpret.sections.columns import is_header_cell
from duplan.outline.grids import Grid
from duplan.outline.paragraphs import Flow, Paragraph, flow
from duplan.outline.tree import Node, grow
from duplan.readers.text import from_string
from duplan.text.normalise import normalise


def read(text: str) -> Flow:
    """The flow of a text."""
    return flow(normalise(from_string(text))[0].items, is_header_cell)


def drawn(text: str, headings: dict[int, int] | None = None) -> str:
    """The tree of a text: labels and first characters, a level deeper two more spaces."""
    return "\n".join(_lines(grow(read(text).items, headings), ""))


def _lines(node: Node, pad: str) -> list[str]:
    out = []
    for part in node.parts:
        if isinstance(part, Node):
            out += [pad + shown(part.paragraph), *_lines(part, pad + "  ")]
        else:
            out.append(f"{pad}. {shown(part)}")
    return out


def shown(part: Paragraph | Grid | None) -> str:
    """A paragraph as its mark and text, a table as its rows: cells parted by bars, lines by /."""
    if isinstance(part, Paragraph):
        return f"{part.label} {part.text.text}".strip()
    assert part is not None
    rows = (
        "|".join("/".join(line.label + line.text.text for line in cell.lines) for cell in row)
        for row in part.rows
    )
    return " ‖ ".join(rows)


def lines(text: str) -> list[str]:
    """Paragraphs and tables as one line each."""
    return [shown(item) for item in read(text).items]
