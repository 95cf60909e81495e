"""1. 2、 3. in one list; (二) among （一） and （三）."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.structure.marks import Line, Siblings, lists
from duplan.rules.subject import Subject, once


def check(subject: Subject) -> Iterator[Hit]:
    """The marks of a list that most of its siblings don't have."""
    return iter(mixed_marks(subject))


@once
def mixed_marks(subject: Subject) -> list[Hit]:
    """The findings of this rule, which others leave to it."""
    return list(_mixed_marks(subject))


def _mixed_marks(subject: Subject) -> Iterator[Hit]:
    every = lists(subject)
    mixed = [each for each in every if len({_form(line) for line in each.lines if line.typed}) > 1]
    if not mixed:
        return
    overall = Counter(_form(line) for each in every for line in each.lines)
    for each in mixed:
        usual = _usual(each, overall)
        if usual is None:
            continue
        for line in each.lines:
            if _form(line) != usual and line.typed:
                yield _hit(subject, line, next(o for o in each.lines if _form(o) == usual))


def _form(line: Line) -> tuple[str, str]:
    return line.family, line.form


def _usual(each: Siblings, overall: Counter[tuple[str, str]]) -> tuple[str, str] | None:
    """The form that a list of several should have throughout; None where none prevails."""
    typed = Counter(_form(line) for line in each.lines if line.typed)
    ranked = sorted(typed, key=lambda form: (-typed[form], -overall[form]))
    first, second = ranked[0], ranked[1]
    if (typed[first], overall[first]) == (typed[second], overall[second]):
        return None
    return first


def _hit(subject: Subject, line: Line, model: Line) -> Hit:
    span = subject.span(line.start, line.end)
    values: dict[str, str | int] = {"label": line.label, "model": model.label}
    fix = None
    if line.family == model.family:
        core = line.label.strip("（）()、.．")
        opening = model.label[: 1 if model.form[:1] in "（(" and model.form else 0]
        closing = model.form[len(opening) :]
        fix = Fix((Edit(span, opening + core + closing),), safe=True)
    return Hit(span, values, fix)


RULE = Rule(
    Kind(
        "DP204",
        "mixed-marks",
        "warning",
        "{label} in a list whose other marks are like {model}",
        "同级序号写法不一：此处为“{label}”，其他为“{model}”",
    ),
    since="0.1.0",
    finds=Words(
        "Items of one list with different marks: 1. and 1、, （一） and (一), 2. among （1） and （3）.",
        "同一层次的序号写法不一，如“1.”与“1、”、“（一）”与半角“(一)”混用。",
    ),
    why=Words(
        "It looks pieced together, and whoever reads it can't tell whether a new level begins.",
        "看上去像拼凑的稿子，读的人也分不清是不是换了层次。",
    ),
    mend=Words("Use one form for all items of a list.", "同一层次统一用一种写法。"),
    check=check,
)
