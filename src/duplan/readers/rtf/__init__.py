"""Reads Rich Text Format as Word would show it, tracked changes accepted."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator

from duplan.diagnostics import KINDS, Diagnostic, UnreadableError
from duplan.readers.asides import name_asides
from duplan.readers.assembly import Paper
from duplan.readers.file import File
from duplan.readers.findings import accepted, damaged
from duplan.readers.rtf.assembly import Assembler
from duplan.readers.rtf.machine import Counts, Machine
from duplan.source import Source

_MAGIC = b"{\\rtf"


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document in an RTF file, with what was noticed on the way.

    Labels are the automatic numbers that the file spells out; those that it doesn't are counted
    (DP121). Insertions count as accepted, deletions as gone (DP105); hidden text and what merged
    cells cover are left out and named (DP104), as are the readings of EQ fields (DP109). Notes,
    comments, headers and footers become asides (DP106).

    Raises UnreadableError, and nothing else: "damaged", "too-large", "too-complex".
    """
    data = file.data.removeprefix(BOM_UTF8).lstrip()
    if not data.startswith(_MAGIC):
        raise UnreadableError("damaged", reason="RTF")
    machine = Machine(file.limits)
    machine.run(data)
    paper = Paper(file.limits)
    assembler = Assembler(paper)
    content = assembler.content(machine.body)
    for aside in machine.asides:
        first = len(paper.blocks)
        assembler.content(aside.container)
        paper.aside(aside.kind, paper.blocks[first:], aside.anchor)
    found = [*assembler.diagnostics, *_counted(machine.counts, machine.encoding)]
    found += name_asides(paper.asides, assembler.page_numbers)
    return paper.source(file, "rtf", content), found


def _counted(counts: Counts, encoding: str) -> Iterator[Diagnostic]:
    yield from damaged(counts.undecodable, encoding, counts.control)
    yield from accepted(counts.insertions, counts.deletions, counts.ruby_notes)
    if counts.unprinted:
        yield Diagnostic(KINDS["DP121"], None, {"count": counts.unprinted})
