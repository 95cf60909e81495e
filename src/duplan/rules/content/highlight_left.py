"""Words on a coloured ground, which somebody marked to come back to."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_MANY = 8  # from here on one finding says it for all
_SHOWN = 30  # characters of the marked words


def check(subject: Subject) -> Iterator[Hit]:
    """Every highlighted stretch, or the first where there are many."""
    spans = subject.source.highlights
    several = len(spans) >= _MANY
    for span in spans[:1] if several else spans:
        words = " ".join(subject.source.blocks[span.block].text[span.start : span.end].split())
        yield Hit(span, {"text": words[:_SHOWN], "count": len(spans) if several else 1})


RULE = Rule(
    Kind(
        "DP331",
        "highlight-left",
        "warning",
        "text is left in highlight, {count} place(s): {text}",
        "留有突出显示的文字 {count} 处：{text}",
    ),
    since="0.1.0",
    finds=Words(
        "Text of a Word file that is highlighted, or on a ground in a colour.",
        "Word 文件中仍带突出显示或彩色底纹的文字。",
    ),
    why=Words(
        "Drafts are highlighted where a figure or a name is still to be checked. Sent out like that, the"
        " plan shows what nobody has decided.",
        "起草时常把待核实的数字、人名标成黄色。带着标记印发，等于把没有定下来的内容发了出去。",
    ),
    mend=Words(
        "Check the words that are marked, then take the highlight away.",
        "逐处核实后，去掉突出显示或底纹。",
    ),
    check=check,
)
