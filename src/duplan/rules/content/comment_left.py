"""Comments beside the text that were not taken out."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_STORY = "comment"
_SHOWN = 40  # characters of the comment


def check(subject: Subject) -> Iterator[Hit]:
    """Every comment, where it is anchored."""
    for aside in subject.source.asides:
        if aside.story == _STORY:
            words = " ".join(" ".join(block.text for block in aside.blocks).split())
            shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
            yield Hit(aside.anchor, {"text": shown})


RULE = Rule(
    Kind(
        "DP332",
        "comment-left",
        "warning",
        "a comment is left in the file: {text}",
        "文件中留有批注：{text}",
    ),
    since="0.1.0",
    finds=Words(
        "A comment in a file that is to be sent out.",
        "准备印发的文件中还有批注。",
    ),
    why=Words(
        "Comments are talk between those who write and those who correct. Everybody who gets the file"
        " reads them, and whether they were settled cannot be seen.",
        "批注是起草和审核人员内部的意见，随文件发出去，收文的人都能看到，也看不出问题是否已经解决。",
    ),
    mend=Words(
        "Settle what the comment asks, then delete it.",
        "处理完批注提出的问题，再删除批注。",
    ),
    check=check,
)
