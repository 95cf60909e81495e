"""Drafts become the numbered paragraphs and tables of a ``Source``."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Diagnostic
from duplan.readers.assembly import Paper
from duplan.readers.findings import hidden
from duplan.readers.rtf.paragraphs import Container, Draft
from duplan.readers.rtf.tables import Plan, plan
from duplan.source import Block, Span, Table


class Assembler:
    """Numbers the paragraphs of one document, story after story."""

    def __init__(self, paper: Paper) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.page_numbers: set[int] = set()  # blocks that show nothing but a page number
        self._paper = paper

    def content(self, root: Container) -> tuple[Block | Table, ...]:
        """The content of a story. Raises UnreadableError ("too-large")."""
        contents: dict[int, list[Block | Plan]] = {id(root): []}
        plans: list[tuple[Container, int, Plan]] = []
        stack = [(root, iter(root.content))]
        while stack:
            container, items = stack[-1]
            for item in items:
                into = contents[id(container)]
                if isinstance(item, Draft):
                    into.append(self._block(item))
                    continue
                made = plan(item)
                plans.append((container, len(into), made))
                into.append(made)
                self._name_covered(made)
                cells = [place.container for row in made.rows for place in row]
                contents.update((id(cell), []) for cell in cells)
                stack += [(cell, iter(cell.content)) for cell in reversed(cells)]
                break
            else:
                stack.pop()
        return _tabled(contents, plans)[id(root)]

    def _block(self, draft: Draft) -> Block:
        block = self._paper.paragraph(draft.text, draft.path, draft.label, draft.layout)
        for note, at in draft.notes:
            note.anchor = Span(block.index, at, at)
        if draft.page_number:
            self.page_numbers.add(block.index)
        if draft.hidden:
            end = len(block.text)
            self.diagnostics += hidden(draft.hidden, Span(block.index, end, end))
        return block

    def _name_covered(self, made: Plan) -> None:
        """Names what cells hold that a merge covers: it is not shown."""
        for container in made.covered:
            self.diagnostics += hidden("".join(draft.text for draft in _drafts(container)))


def _drafts(root: Container) -> Iterator[Draft]:
    waiting = [root]
    while waiting:
        for item in waiting.pop().content:
            if isinstance(item, Draft):
                yield item
            else:
                waiting += [cell for row in item.rows for cell in row.cells]


def _tabled(
    contents: dict[int, list[Block | Plan]], plans: list[tuple[Container, int, Plan]]
) -> dict[int, tuple[Block | Table, ...]]:
    """The contents with tables for plans, the innermost made first."""
    made: dict[tuple[int, int], Table] = {}
    finished: dict[int, tuple[Block | Table, ...]] = {}

    def finish(key: int) -> None:
        finished[key] = tuple(
            made[key, at] if isinstance(part, Plan) else part
            for at, part in enumerate(contents[key])
        )

    for container, at, given in reversed(plans):
        for row in given.rows:
            for place in row:
                finish(id(place.container))
        made[id(container), at] = given.table(finished)
    finish(next(iter(contents)))
    return finished
