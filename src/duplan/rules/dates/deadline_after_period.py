"""2021年6月底前 in the plan for 2020."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duplan.dates.period import index
from duplan.diagnostics import Kind
from duplan.plan import Timing
from duplan.rules.dates.timings import Timed, planned_work, timed
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_YEAR = 12
_FEW = 2  # late deadlines that may be more than the others
_MOST = 50  # times of one task that are looked at
_GRACE, _REPORT_GRACE = 1, 3  # months after the period in which its work ends, and is reported
_REPORT = re.compile("总结|總結|报|報|考核|归档|歸檔|决算|決算|评|評|述职|述職|清算|材料|台账|臺帳")
_NEXT = re.compile("[明次翌来來]年|下一?年|第二年")
# What says that the work is of several years, or a building.
_LONG = re.compile(
    "[两兩三四五多]年|规划|規劃|行动计划|行動計[划畫]|“?十[三四五六]五|周期|跨年|力[争爭]|分[年期]|滚动|滾動"
    "|竣工|通车|通車|建成|投产|投產|投用|交付|开工|開工|主体|主體|工期|试点期|試點期"
)
_YEARS = re.compile(r"(?:到|至|[-—－–])20\d\d年?(?!\d|年?\d{0,2}月)")
_DONE = re.compile("(?:之|以)?前|止|完成")


def check(subject: Subject) -> Iterator[Hit]:
    """Deadlines in the year after the period, where no reason for that is told."""
    for plan in subject.plans:
        if plan.period is None or plan.kind == "总结":
            continue
        period_end = index(int(plan.period.end[:4]), int(plan.period.end[5:]))
        late, kept = [], 0
        for work in planned_work(plan):
            for timing in work.timing:
                if timing.end is None or timing.precision == "recurring":
                    continue
                if timing.end[:7] <= plan.period.end:
                    kept += 1
                    continue
                months = index(int(timing.end[:4]), int(timing.end[5:7])) - period_end
                if _GRACE < months <= _YEAR:
                    found = timed(subject, timing)
                    if found and _is_late(plan.period.end, found, months, work.timing):
                        late.append(found)
        if len(late) > max(_FEW, kept):
            continue  # work of several years
        for each in late:
            yield Hit(each.place, {"text": each.timing.raw, "period": plan.period.end})


def _is_late(period_end: str, found: Timed, months: int, timings: Sequence[Timing]) -> bool:
    sentence = found.sentence
    if found.timing.precision != "deadline" and not _DONE.match(found.after):
        return False
    if _NEXT.search(found.timing.raw) or _LONG.search(sentence) or _YEARS.search(sentence):
        return False
    if months <= _REPORT_GRACE and _REPORT.search(sentence):
        return False
    return not any(
        other.end and other.end[:7] <= period_end and other.raw in sentence
        for other in timings[:_MOST]
        if other.precision != "recurring"
    )


RULE = Rule(
    Kind(
        "DP416",
        "deadline-after-period",
        "warning",
        "{text} is after the period planned for, which ends in {period}",
        "{text}晚于计划期限（截至{period}）",
    ),
    since="0.2.0",
    finds=Words(
        "A deadline in the year after the plan's. Reports at the turn of the year, buildings, and work"
        " that is said to take years have such deadlines and are none.",
        "完成时限落在计划期限之后的一年。年初报送总结、工程建设、注明跨年的工作不算。",
    ),
    why=Words(
        "The plan is checked and scored when its year ends: what is due later is held against nobody,"
        " and mostly it is the year that was typed wrong.",
        "计划到年底就要检查考核，时限定在年后，当年无法考核；多数是年份写错。",
    ),
    mend=Words(
        "Correct the year, or say what must be done within the plan's own year.",
        "改正年份；确需跨年的，写明本年内要完成到什么程度。",
    ),
    check=check,
)
