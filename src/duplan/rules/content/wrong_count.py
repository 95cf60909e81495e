"""做好以下三项工作：, and two or four follow."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.numerals import read_number
from duplan.plan import Goal, Plan, Task
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.structure.marks import lists
from duplan.rules.subject import Found, Subject, every_task, once

# The list begins directly below: the words end the paragraph, or 一是 follows in it.
_ANNOUNCED = re.compile(
    r"(?:以下|如下|下列|下面)(?P<count>[二三四五六七八九十两兩\d]{1,3})(?:大|个|個)?(?:方面|项|項|条|條|点|點|类|類|件|个|個|步)"
    r"(?P<rest>[^。；;：:\n]{0,12})[。：:]?[ \t]*(?:(?=\n)|(?P<points>(?=一是|一要)))"
)
_POINT = re.compile("([一二三四五六七八九十]{1,2})([是要])")
_REACH = 1500  # characters in which points are looked for


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
            counted = _points(subject, found)
        else:
            if number not in below:
                below[number] = _below(subject, subject.plans[number])
            after = found.match.end() + 1  # the mark that is looked at ends the paragraph
            counted = below[number].get(subject.span(after, after + 1).block, 0)
            counted = counted or _marked(subject).get(subject.number_at(after), 0)
        if counted > 1 and counted != announced:
            values: dict[str, str | int] = {"announced": announced, "counted": counted}
            yield Hit(subject.span(*found.match.span("count")), values)


def _points(subject: Subject, found: Found) -> int:
    """How far the points behind an announcement count on from one, over the ends of lines too."""
    start = found.match.end()
    form, count = subject.text[start + 1], 0
    for point in _POINT.finditer(subject.text, start, start + _REACH):
        if point[2] != form:
            continue  # 一要 … inside of 二是 …
        number = read_number(point[1])
        if count and number == 1:
            break
        count += number == count + 1
    return count


@once
def _marked(subject: Subject) -> dict[int, int]:
    """For each passage in which a list of any section begins with a 1, how many items it counts to."""
    return {
        siblings.lines[0].passage: len(siblings.lines)
        for siblings in lists(subject)
        if [line.number for line in siblings.lines] == list(range(1, len(siblings.lines) + 1))
    }


def _below(subject: Subject, plan: Plan) -> dict[int, int]:
    """For each block in which a list of goals or tasks begins, how many it has."""
    lists: dict[str, list[Goal | Task]] = defaultdict(list)
    listed: list[Goal | Task] = [*plan.goals, *every_task(plan.key_tasks)]
    for each in listed:
        above, _, own = each.id.rpartition(".")
        # Rows of a table are parted by category; of the top level not all are tasks.
        if above and not own.startswith("r"):
            lists[above].append(each)
    counts: dict[int, int] = {}
    for items in lists.values():
        span = subject.place(items[0])
        if span is not None:
            counts[span.block] = len(items)
    return counts


RULE = Rule(
    Kind(
        "DP329",
        "wrong-count",
        "warning",
        "{announced} are announced here, and {counted} follow",
        "这里说有 {announced} 项，下面实际列了 {counted} 项",
    ),
    since="0.1.0",
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
