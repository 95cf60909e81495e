"""做好以下三项工作：, and two or four follow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.numerals import read_number
from duplan.plan import Node, Plan
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Found, Subject, every_task

# The list begins directly below: the words end the paragraph, or 一是 follows in it.
_ANNOUNCED = re.compile(
    r"(?:以下|如下|下列|下面)(?P<count>[二三四五六七八九十两兩\d]{1,3})(?:大|个|個)?(?:方面|项|項|条|條|点|點|类|類|件|个|個|步)"
    r"(?P<rest>[^。；;：:\n]{0,12})[。：:]?[ \t]*(?:(?=\n)|(?P<points>(?=一是|一要)))"
)
_POINT = re.compile("([一二三四五六七八九十]{1,2})(?:是|要)")


def check(subject: Subject) -> Iterator[Hit]:
    """Announced numbers that differ from what stands below the task or section, or in the sentence."""
    below: dict[int, dict[int, int]] = {}
    last = -1  # where the paragraph of the announcement before begins
    for found in subject.find(_ANNOUNCED):
        announced = read_number(found.match["count"].replace("兩", "两"))
        number = found.passage.plan
        first, last = found.at != last, found.at
        if announced is None or number is None or found.passage.table or not first:
            continue
        if found.match["points"] is not None:
            counted = _points(found)
        else:
            if number not in below:
                below[number] = _below(subject, subject.plans[number])
            block, _ = found.passage.text.place(0)
            counted = below[number].get(block, 0)
        if counted > 1 and counted != announced:
            values: dict[str, str | int] = {"announced": announced, "counted": counted}
            yield Hit(subject.span(*found.match.span("count")), values)


def _points(found: Found) -> int:
    """How far the points of the paragraph count on from one; 0 where they don't."""
    start = found.match.end() - found.at
    numbers = [read_number(each) for each in _POINT.findall(found.passage.text.text[start:])]
    expected = list(range(1, len(numbers) + 1))
    return len(numbers) if numbers == expected else 0


def _below(subject: Subject, plan: Plan) -> dict[int, int]:
    """How many tasks or goals stand below a block.

    Only a paragraph that is the last before them counts: the announcement looks at what follows it.
    """
    counts: dict[int, int] = {}
    tops = Counter(task.id.partition(".")[0] for task in plan.key_tasks if "." in task.id)
    goals = Counter(goal.id.partition(".")[0] for goal in plan.goals if "." in goal.id)
    own = {task.id for task in plan.key_tasks}
    for section in plan.sections:
        if section.id not in own:
            _book(subject, counts, section, tops[section.id] or goals[section.id])
    for task in every_task(plan.key_tasks):
        _book(subject, counts, task, len(task.subtasks))
    return counts


def _book(subject: Subject, counts: dict[int, int], node: Node, count: int) -> None:
    origins = node.provenance.get("text") or node.provenance.get("title")
    if origins and count:
        span = subject.span_of(origins[-1])
        if span is not None:
            counts[span.block] = count


RULE = Rule(
    Kind(
        "DP329",
        "wrong-count",
        "warning",
        "{announced} are announced here, and {counted} follow",
        "这里说有 {announced} 项，下面实际列了 {counted} 项",
    ),
    since="0.2.0",
    finds=Words(
        "A sentence that announces how many points follow (以下三项工作) directly above a list of another"
        " length.",
        "写明“以下三项工作”之类，而紧接着列出的项数不符。",
    ),
    why=Words(
        "A point was added or struck out and the sentence above was not. Readers look for the one that"
        " is missing.",
        "多半是增删了条目，没有改前面的数字，看的人会以为漏了一项。",
    ),
    mend=Words(
        "Correct the number, or put the missing point back.",
        "改正项数，或者补上漏掉的一项。",
    ),
    check=check,
)
