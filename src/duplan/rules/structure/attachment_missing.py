"""附件：1.… 2.… with the first below it and no second; 见附件3 where two are announced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.structure.attachments import Announced, Opening, announced, openings, references
from duplan.rules.subject import Subject

_FOLD = re.compile(r"[\s《》“”：:。；、（）()]")
_ELSEWHERE = re.compile("另[发行附]|略|单独|網站|网站|下载|下載|电子|電子")


def check(subject: Subject) -> Iterator[Hit]:
    """Announced attachments that the file doesn't hold though it holds others, and references to none."""
    listed = announced(subject)
    if not listed:
        return
    yield from _missing(subject, listed)
    highest = max(each.number for each in listed)
    for kind, number, span in references(subject):
        if kind == "件" and number is not None and number > highest:
            yield Hit(span, {"what": f"附件{number}"})


def _missing(subject: Subject, listed: list[Announced]) -> Iterator[Hit]:
    """Those without a line of their own, where another that is no plan's has one."""
    if len(listed) < 2:
        return
    opened = _opened(subject, listed)
    lines = {_fold(passage.text.text) for passage in subject.passages}
    titles = [_fold(plan.title or "") for plan in subject.plans]
    held = {each.number: _is_held(each, opened, lines, titles) for each in listed}
    if not any(held.values()) or len(opened) == 0:
        return
    for each in listed:
        if not held[each.number] and not _ELSEWHERE.search(each.title):
            yield Hit(each.span, {"what": f"附件{each.number} {each.title}"})


def _opened(subject: Subject, listed: list[Announced]) -> list[Opening]:
    """The lines that open an attachment: behind the last that announces one."""
    last = max(
        (each.span.block for each in listed if each.span is not None),
        default=-1,
    )
    return [
        each for each in openings(subject) if subject.span(each.start, each.start + 1).block > last
    ]


def _is_held(each: Announced, opened: list[Opening], lines: set[str], titles: list[str]) -> bool:
    name = _fold(each.title)
    if any(title and (title.endswith(name) or name.endswith(title)) for title in titles):
        return True
    if any(opening.number == each.number for opening in opened):
        return True
    return any(name in line and line != name for line in lines if line.startswith("附")) or any(
        line == name for line in lines
    )


def _fold(text: str) -> str:
    return _FOLD.sub("", text)


RULE = Rule(
    Kind(
        "DP208",
        "attachment-missing",
        "warning",
        "announced or referred to, but not there: {what}",
        "提到的附件没有附上：{what}",
    ),
    since="0.1.0",
    finds=Words(
        "An attachment that is announced and missing in a file that holds the others, and a reference to one"
        " that isn't announced.",
        "附件说明中列出而文中没有的附件（其他附件都在），以及正文提到、附件说明中没有列出的附件。",
    ),
    why=Words(
        "Who receives the document has to ask for the missing part, or fills in the wrong form.",
        "收文单位还得来电索要，或者填错表格。",
    ),
    mend=Words("Add the attachment, or correct the list.", "补上附件，或者改正附件说明。"),
    check=check,
)
