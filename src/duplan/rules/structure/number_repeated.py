"""（一）（二）（二）: a number twice, or one that runs back."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import KINDS
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.structure.steps import steps
from duplan.rules.subject import Subject


def check(subject: Subject) -> Iterator[Hit]:
    """Repeats in running text, cells, columns and plan files; those of headings are found in reading."""
    for before, label, number, last, span in steps(subject, "DP202"):
        if number <= last:
            yield Hit(span, {"label": label, "previous": before})


RULE = Rule(
    KINDS["DP202"],
    since="0.1.0",
    finds=Words(
        "A number that stands twice or runs back: among headings and items, in 一是…二是…, ①②, and in a"
        " table's 序号.",
        "编号重复或倒退：标题、条目、“一是、二是”、①②以及表格的序号。",
    ),
    why=Words(
        "Two items answer to one number: reports and letters that cite it can mean either.",
        "一个号对应两条，报送材料、来文来函引用时说不清指的是哪一条。",
    ),
    mend=Words("Number the items anew from there on.", "从该处起重新编号。"),
    check=check,
)
