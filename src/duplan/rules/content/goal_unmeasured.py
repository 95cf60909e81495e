"""A goal by which nobody can tell whether it was reached, among goals by which one can."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.content.measured import has_figure, is_measured
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_FIGURES = 2  # goals with figures, at least, and half of those that have a measure


def check(subject: Subject) -> Iterator[Hit]:
    """Goals without a measure where all or nearly all others have one, most of them in figures."""
    for plan in subject.plans:
        said = [goal.title + goal.text for goal in plan.goals]
        without = [
            goal for goal, text in zip(plan.goals, said, strict=True) if not is_measured(text)
        ]
        others = len(said) - len(without)
        if not without or len(without) * 3 > others + 1:
            continue
        figures = sum(map(has_figure, said))
        if figures >= max(_FIGURES, others / 2):
            for goal in without:
                yield Hit(subject.place(goal), {"count": others})


RULE = Rule(
    Kind(
        "DP326",
        "goal-unmeasured",
        "info",
        "nothing says when this goal is reached; the other {count} goals have a measure",
        "目标没有可以衡量的内容，其余 {count} 项目标都有",
    ),
    since="0.1.0",
    finds=Words(
        "A goal without a number, share, rank, date or limit, where the others have one.",
        "没有数量、比例、名次、期限或范围的目标，而其他目标都有。",
    ),
    why=Words(
        "At the end of the year everybody will say that such a goal was reached, and nobody can show"
        " it.",
        "年底考核时，这样的目标都可以说完成了，又都拿不出依据。",
    ),
    mend=Words(
        "Say by what it will be measured: how many, how much, by when.",
        "写明衡量的办法：多少、比例、何时达到。",
    ),
    check=check,
)
