"""A part that the office's settings ask of every plan."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.content.parts import headed, is_whole, lacks
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_NAMES = {
    "overview": "总体要求",
    "goals": "工作目标",
    "tasks": "重点工作",
    "schedule": "工作安排（行事历）",
    "measures": "保障措施",
    "review": "工作回顾",
}


def check(subject: Subject) -> Iterator[Hit]:
    """The required parts that a plan doesn't have."""
    for plan in subject.plans:
        if not is_whole(plan):
            continue
        for role in subject.office.required_sections:
            if lacks(plan, role):
                place = subject.place(headed(plan))
                yield Hit(place, {"role": role, "section": _NAMES.get(role, role)})


RULE = Rule(
    Kind(
        "DP322",
        "missing-section",
        "error",
        "the plan has no {role}, which the office's settings require",
        "缺少本单位规定必备的“{section}”部分",
    ),
    since="0.1.0",
    finds=Words(
        "A plan without a part that `required_sections` of the office's settings asks for. Reviews,"
        " calendars and task tables are not asked.",
        "计划缺少本单位设置中 `required_sections` 规定的部分。总结、行事历、任务分解表不作要求。",
    ),
    why=Words(
        "The office has agreed on what its plans contain. A part that is missing is noticed when the"
        " plan is handed in, and then the file goes back.",
        "计划应当写哪几部分，单位已有规定。缺了一部分，报上去往往要退回重写。",
    ),
    mend=Words(
        "Write the part, or take it out of `required_sections` where it isn't needed.",
        "补写缺少的部分；确实不需要的，从 `required_sections` 中去掉。",
    ),
    check=check,
)
