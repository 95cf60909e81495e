"""见附件 in a document that has none."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.structure.attachments import announced, openings, references
from duplan.rules.subject import Subject
from duplan.source import Table


def check(subject: Subject) -> Iterator[Hit]:
    """References to an attachment or table below where the document neither names nor holds one."""
    places = list(references(subject))
    if not places or announced(subject) or openings(subject):
        return
    tables = any(isinstance(part, Table) for part in subject.source.content)
    tables = tables or any("|" in passage.text.text for passage in subject.passages)
    for kind, number, span in places:
        if kind == "件" or not tables:
            yield Hit(span, {"what": f"附{kind}{number or ''}"})


RULE = Rule(
    Kind(
        "DP209",
        "attachment-unnamed",
        "warning",
        "the text refers to {what}, the document names none",
        "正文提到{what}，但文件没有附件说明，也没有所附内容",
    ),
    since="0.1.0",
    finds=Words(
        "见附件 or 见附表 in a document that names no attachment and holds none.",
        "正文写有“见附件”“见附表”，而文件既没有附件说明，也没有附件。",
    ),
    why=Words(
        "The details that the text leaves to the attachment reach nobody.",
        "正文把具体内容推给了附件，附件却没有，等于没写。",
    ),
    mend=Words(
        "Add the attachment and name it, or take the words out.",
        "补上附件及附件说明，或者删去这句话。",
    ),
    check=check,
)
