"""一、二、四、: a number is missing."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import KINDS
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.structure.steps import steps
from duplan.rules.subject import Subject


def check(subject: Subject) -> Iterator[Hit]:
    """Gaps in running text, cells, columns and plan files; those of headings are found in reading."""
    for before, label, number, last, span in steps(subject, "DP201"):
        if number > last + 1:
            yield Hit(span, {"label": label, "previous": before})


RULE = Rule(
    KINDS["DP201"],
    since="0.1.0",
    finds=Words(
        "A number that is left out: among headings and items, in 一是…二是…, ①②, and in a table's 序号.",
        "编号跳号：标题、条目、“一是、二是”、①②以及表格的序号。",
    ),
    why=Words(
        "Readers look for what stands under the missing number. Mostly an item was deleted, sometimes by"
        " mistake, and those after it are cited under numbers that will change.",
        "看的人会以为漏了一条；多半是删改后没有重排，也可能是误删。以后引用“第几条”就会对不上。",
    ),
    mend=Words(
        "See whether an item was lost; if not, count on from the number before.",
        "先看是否漏了内容；没有漏，就依次重新编号。",
    ),
    check=check,
)
