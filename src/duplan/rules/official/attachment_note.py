"""附件：1.任务表。 with a mark at the end, or 附件：《办法》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_LONGEST = 60  # characters of a name
# 附件：, then one name, or names with numbers on this and the following lines.
_NOTE = re.compile(
    rf"(?m)^[ \t\u3000]*附件[：:][^\n]{{1,{_LONGEST}}}$"
    rf"(?:\n[ \t\u3000]*\d{{1,2}}[.．、][^\n]{{1,{_LONGEST}}}$)*"
)
_NAME = re.compile(r"(?m)(?:附件[：:])?[ \t\u3000]*(?:\d{1,2}[.．、])?([^\n]+)$")
_END_MARKS = "。；;，,、."


def check(subject: Subject) -> Iterator[Hit]:
    """Every name in such a note that ends in a mark or stands in title brackets."""
    for found in subject.find(_NOTE):
        if found.passage.table:
            continue
        for name in _NAME.finditer(found.match.group()):
            words = name[1].rstrip()
            start = found.match.start() + name.start(1)
            end = start + len(words)
            bare = words.rstrip(_END_MARKS)
            if bare != words:
                mark = subject.span(start + len(bare), end)
                fix = Fix((Edit(mark, ""),), safe=True)
                yield Hit(subject.span(start, end), {"actual": words}, fix)
            elif bare.startswith("《") and bare.endswith("》") and "《" not in bare[1:]:
                edits = (
                    Edit(subject.span(start, start + 1), ""),
                    Edit(subject.span(end - 1, end), ""),
                )
                yield Hit(subject.span(start, end), {"actual": words}, Fix(edits))


RULE = Rule(
    Kind(
        "DP506",
        "attachment-note",
        "info",
        "the name of an attachment stands without 《》 and without a mark at its end: {actual}",
        "附件说明中的附件名称不加书名号，后面不加标点：{actual}",
    ),
    since="0.1.0",
    finds=Words(
        "A name after 附件： that ends in a mark or is in title brackets (GB/T 9704-2012, 7.3.4).",
        "“附件：”后面的附件名称末尾加了标点，或者加了书名号（GB/T 9704-2012 第 7.3.4 条）。",
    ),
    why=Words(
        "The name there has to be the same as on the attachment itself, so that one finds the other.",
        "附件说明中的名称要与附件标题完全一致，收文单位才能对上。",
    ),
    mend=Words(
        "Write the bare name: 附件：1.任务表.",
        "只写名称，如“附件：1.任务表”。",
    ),
    check=check,
    standard=False,
)
