"""Plan files in tests: read from a string, and what was found in them in a form to compare."""

from __future__ import annotations

from duplan.diagnostics import Diagnostic
from duplan.plan import Document
from duplan.planfiles.document import PlanFile, read
from duplan.readers.file import File

SOURCE = 'source: {name: 计划.yaml, format: yaml, sha256: "", script: hans}\n'


def opened(text: str | bytes, name: str = "计划.yaml") -> tuple[Document, PlanFile]:
    """A document of a plan file, and what it was made of."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    document = read(File(data, name))
    assert isinstance(document.evidence, PlanFile)
    return document, document.evidence


def at(evidence: PlanFile, found: Diagnostic) -> tuple[str, int, int, str]:
    """Code, line and column from 1, and the words of a finding."""
    assert found.span is not None
    block, start, end = found.span
    return found.code, block + 1, start + 1, evidence.source.blocks[block].text[start:end]


def findings(text: str | bytes, name: str = "计划.yaml") -> list[tuple[str, int, int, str]]:
    """Code, line, column and words of all findings of a plan file."""
    _, evidence = opened(text, name)
    return [at(evidence, each) for each in evidence.diagnostics]
