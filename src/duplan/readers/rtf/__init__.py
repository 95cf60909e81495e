"""Reads Rich Text Format as Word would show it, tracked changes accepted."""

from __future__ import annotations

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.assembly import Paper
from duplan.readers.file import File
from duplan.readers.rtf.assembly import MAX_NAMED, Assembler
from duplan.readers.rtf.machine import Counts, Machine
from duplan.source import Block, Source, Span

_MAGIC = b"{\\rtf"


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document in an RTF file, with what was noticed on the way.

    Labels are the automatic numbers that the file spells out; those that it doesn't are counted
    (DP121). Insertions count as accepted, deletions as gone (DP105); hidden text and what merged
    cells cover are left out and named (DP104), as are the readings of EQ fields (DP109). Notes,
    comments, headers and footers become asides (DP106).

    Raises UnreadableError, and nothing else: "damaged", "too-large", "too-complex".
    """
    if not file.data.startswith(_MAGIC):
        raise UnreadableError("damaged", reason="RTF")
    machine = Machine(file.limits)
    machine.run(file.data)
    paper = Paper(file.limits)
    assembler = Assembler(paper)
    content = assembler.content(machine.body)
    for aside in machine.asides:
        first = len(paper.blocks)
        assembler.content(aside.container)
        paper.aside(aside.kind, paper.blocks[first:])
    found = [*assembler.diagnostics, *_counted(machine.counts, machine.encoding)]
    for named in paper.asides:
        shown = [each for each in named.blocks if each.index not in assembler.page_numbers]
        found += _aside(named.story, [each for each in shown if each.text.strip()])
    return paper.source(file, "rtf", content), found


def _counted(counts: Counts, encoding: str) -> list[Diagnostic]:
    changes: dict[str, str | int] = {
        "insertions": counts.insertions,
        "deletions": counts.deletions,
    }
    findings: tuple[tuple[int, str, dict[str, str | int]], ...] = (
        (counts.undecodable, "DP102", {"count": counts.undecodable, "encoding": encoding}),
        (counts.control, "DP103", {"count": counts.control}),
        (counts.insertions + counts.deletions, "DP105", changes),
        (counts.ruby_notes, "DP109", {"count": counts.ruby_notes}),
        (counts.unprinted, "DP121", {"count": counts.unprinted}),
    )
    return [Diagnostic(code, None, values) for count, code, values in findings if count]


def _aside(story: str, blocks: list[Block]) -> list[Diagnostic]:
    if not blocks:
        return []
    text = " ".join(" ".join(block.text for block in blocks).split())[:MAX_NAMED]
    span = Span(blocks[0].index, 0, len(blocks[0].text))
    return [Diagnostic("DP106", span, {"story": story, "text": text})]
