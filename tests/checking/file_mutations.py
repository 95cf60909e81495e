"""Errors that only files have: marks of a revision in Word, keys and values of a plan file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

EACH = 3  # mutants of a kind in a file
_LONG = 12  # characters of a paragraph that is marked


@dataclass(frozen=True, slots=True)
class FileMutant:
    """A file with one error, the code that tells of it, and the words of the line that it stands on.

    No words are given where the finding need not stand at them.
    """

    kind: str
    data: bytes
    code: str
    words: str = ""


def word_file(lines: tuple[str, ...]) -> bytes:
    """A plan as a Word file, a paragraph for each line."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return _saved(document)


def _saved(document: WordDocument) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _highlight(document: WordDocument, paragraph: Paragraph) -> None:
    paragraph.runs[0].font.highlight_color = WD_COLOR_INDEX.YELLOW


def _comment(document: WordDocument, paragraph: Paragraph) -> None:
    document.add_comment(paragraph.runs, text="请再核对", author="审核")


def _insert(document: WordDocument, paragraph: Paragraph) -> None:
    _track(paragraph, "w:ins", "w:t")


def _delete(document: WordDocument, paragraph: Paragraph) -> None:
    paragraph.add_run("旧的文字")
    _track(paragraph, "w:del", "w:delText")


def _track(paragraph: Paragraph, change: str, text: str) -> None:
    run = paragraph.runs[-1]._r
    element = OxmlElement(change)
    run.addprevious(element)
    element.append(run)
    for each in run.findall(qn("w:t")):
        each.tag = qn(text)


WORD: dict[str, tuple[str, Callable[[WordDocument, Paragraph], None]]] = {
    "highlight": ("DP331", _highlight),
    "comment": ("DP332", _comment),
    "inserted": ("DP105", _insert),
    "deleted": ("DP105", _delete),
}


def word_mutants(lines: tuple[str, ...]) -> Iterator[FileMutant]:
    """A Word file with a mark that revising it left, in paragraphs spread over the plan."""
    long = [at for at, line in enumerate(lines) if len(line) > _LONG]
    for name, (code, mark) in WORD.items():
        for at in long[:: max(len(long) // EACH, 1)][:EACH]:
            document = Document(BytesIO(word_file(lines)))
            mark(document, document.paragraphs[at])
            yield FileMutant(name, _saved(document), code, lines[at])


# (kind, code, what a line matches, what stands there instead)
_YAML = (
    ("unknown_key", "DP131", r"^( +)issuer:", r"\1isuer:"),
    ("unknown_key", "DP131", r"^( +)role:", r"\1rolle:"),
    ("wrong_value", "DP133", r"^(    kind:) .*", r"\1 打算"),
    ("wrong_value", "DP133", r"^(    year:) .*", r"\1 今年"),
    ("wrong_value", "DP133", r'^(    issued:) ".*', r'\1 "2020年1月8日"'),
    ("duplicate_key", "DP134", r"^(    kind:)(.*)", r"\1\2\n\1\2"),
    ("duplicate_id", "DP135", r"^( +- id: s\d\.[ir])2$", r"\g<1>1"),
    ("months_misfit", "DP136", r"^( +months:) \[3\]", r"\1 [4]"),
)


def yaml_mutants(text: str) -> Iterator[FileMutant]:
    """A plan file with a key or value that the published form hasn't."""
    for name, code, pattern, instead in _YAML:
        for match in list(re.finditer(pattern, text, re.MULTILINE))[:EACH]:
            new = match.expand(instead)
            data = text[: match.start()] + new + text[match.end() :]
            yield FileMutant(name, data.encode(), code, new.rpartition("\n")[2])
