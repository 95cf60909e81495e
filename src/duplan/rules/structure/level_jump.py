"""一、 with （1） right below it, where the other sections have （一） or 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.structure.marks import FAMILIES, RANK, lists
from duplan.rules.subject import Subject

_SHOWN = dict(zip(FAMILIES, ("一、", "（一）", "1.", "（1）", "①"), strict=True))
_ALLOWED = {("han", "dec")}  # GB/T 9704-2012, 7.3.3: two levels may be 一、 and 1.


def check(subject: Subject) -> Iterator[Hit]:
    """Lists that leave out a level which the document keeps elsewhere.

    A document that leaves it out everywhere, or as often, has its own order of marks.
    """
    opened = [
        (each.above, each.lines[0])
        for each in lists(subject)
        if each.above and each.lines[0].number == 1
    ]
    counts = Counter((above, first.family) for above, first in opened)
    for above, first in opened:
        pair = (above, first.family)
        if RANK[first.family] - RANK[above] < 2 or pair in _ALLOWED:
            continue
        regular = sum(
            count
            for (other, family), count in counts.items()
            if other == above and (RANK[family] - RANK[other] == 1 or (other, family) in _ALLOWED)
        )
        if regular > counts[pair]:
            start = first.start
            span = subject.span(start, max(first.end, start + 1))
            yield Hit(span, {"label": first.label, "above": _SHOWN[above]})


RULE = Rule(
    Kind(
        "DP203",
        "level-jump",
        "warning",
        "{label} stands right below {above}: a level is left out",
        "“{above}”一级之下直接用“{label}”，层次跳级",
    ),
    since="0.1.0",
    finds=Words(
        "A list whose marks leave out a level (一、, then （1）) where the rest of the document has it.",
        "层次序数越级（如“一、”下直接用“（1）”），而全文其他地方没有越级。",
    ),
    why=Words(
        "The order is 一、（一）1.（1）. Where one section leaves out a level, nobody can tell what belongs"
        " to what, and automatic contents come out wrong.",
        "层次序数应为“一、”“（一）”“1.”“（1）”。个别地方越级，从属关系就看不清，自动生成的目录也会错。",
    ),
    mend=Words(
        "Use the marks that the other sections have on this level.",
        "改用其他部分在这一层所用的序数。",
    ),
    check=check,
)
