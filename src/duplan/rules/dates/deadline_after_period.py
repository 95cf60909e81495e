"""2021年6月底前 in the plan for 2020."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from duplan.dates.period import index
from duplan.dates.titles import read_term
from duplan.diagnostics import Kind
from duplan.plan import Plan
from duplan.rules.dates.schedules import month_name
from duplan.rules.dates.sentences import sentence_around
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.rules.written_dates import WrittenDate, dates_of

_YEAR = 12
_FEW = 2  # late deadlines that may be more than the others
_GRACE, _REPORT_GRACE = 1, 3  # months after the period in which its work ends, and is reported
_REPORT = re.compile(
    "总结|總結|年[报報]|考核|归档|歸檔|决算|決算|[评評]估|述职|述職|整改|清算|台账|臺帳"
)
# What says that the work is of several years, or a building.
_LONG = re.compile(
    "[两兩三四五]年(?:行动|行動|计划|計[划畫]|攻坚|攻堅|规划|規劃|任务|任務|内|內)|十[三四五六]五|跨年|分[年期]"
    "|竣工|通车|通車|建成|投产|投產|投用|投入使用|试运行|試運行"
)
_YEARS = re.compile(r"(?:到|至|[-—－–])20\d\d年?(?!\d|年?\d{0,2}月)")
_THIS_YEAR = re.compile("年内|年內|今年|本年|当年|當年|年底前?")
_DUE = re.compile("(?:[上中下]旬|[底末初])?(?:(?:之|以)?前(?!的)|止|完成)")
_LIMIT = re.compile("(?:时限|時限|期限)[：:为為]? ?$")
_LIMIT_LENGTH = 6  # characters of it
_REVIEWS = frozenset(("review", "title", "issued"))


def check(subject: Subject) -> Iterator[Hit]:
    """Deadlines in the year after the period, where no reason for that is told."""
    late: dict[int, list[WrittenDate]] = {}
    kept: dict[int, int] = {}
    dates = dates_of(subject)
    starts = [date.start for date in dates]
    for date in dates:
        number = _plan_of(subject, date) if _is_due(subject.text, date) else None
        if number is None:
            continue
        months = _months_after(subject.plans[number], date)
        if months <= 0:
            kept[number] = kept.get(number, 0) + 1
        elif _GRACE < months <= _YEAR and not _is_meant(subject.text, dates, starts, date, months):
            late.setdefault(number, []).append(date)
    for number, found in late.items():
        end_of_plan = _last_month(subject.plans[number])
        if len(found) > max(_FEW, kept.get(number, 0)) or end_of_plan is None:
            continue  # work of several years
        ends_in = month_name(index(*end_of_plan))
        for date in found:
            due = _DUE.match(subject.text, date.closed)
            end = due.end() if due and due[0] != "完成" else date.end
            yield Hit(
                subject.span(date.start, end),
                {"text": subject.text[date.start : end], "period": ends_in},
            )


def _plan_of(subject: Subject, date: WrittenDate) -> int | None:
    """The plan that a date is in, that of a notice in front of its only plan too."""
    passage = subject.passage_at(date.start)
    number = 0 if passage.plan is None and len(subject.plans) == 1 else passage.plan
    if number is None or passage.role in _REVIEWS:
        return None
    plan = subject.plans[number]
    return None if plan.kind == "总结" else number


def _last_month(plan: Plan) -> tuple[int, int] | None:
    """The year and month in which a plan ends, by its title where its period isn't known."""
    if plan.period is not None:
        return int(plan.period.end[:4]), int(plan.period.end[5:])
    term = read_term(plan.title or "")
    if term is None or plan.year is None:
        return None
    return max((year or plan.year, month) for year, month in term.months)


def _is_due(text: str, date: WrittenDate) -> bool:
    return _DUE.match(text, date.closed) is not None or (
        _LIMIT.search(text, max(0, date.start - _LIMIT_LENGTH), date.start) is not None
    )


def _months_after(plan: Plan, date: WrittenDate) -> int:
    """How many months after the period a date is; 0 where its year isn't printed."""
    end = _last_month(plan) if date.year is not None else None
    if date.year is None or end is None:
        return 0
    return index(date.year, date.month) - index(*end)


def _is_meant(
    text: str, dates: Sequence[WrittenDate], starts: Sequence[int], date: WrittenDate, months: int
) -> bool:
    """Whether the sentence shows that the next year is meant."""
    first, last = sentence_around(text, date.start, date.end)
    sentence = text[first:last]
    if _LONG.search(sentence) or _YEARS.search(sentence) or _THIS_YEAR.search(sentence):
        return True
    if months <= _REPORT_GRACE and _REPORT.search(sentence):
        return True
    before = dates[bisect_left(starts, first) : bisect_left(starts, date.start)]
    return any(other.year is not None or other.month >= date.month for other in before)


RULE = Rule(
    Kind(
        "DP416",
        "deadline-after-period",
        "warning",
        "{text} is after the period planned for, which ends in {period}",
        "{text}晚于计划期限（至{period}止）",
    ),
    since="0.1.0",
    finds=Words(
        "A deadline in the year after the plan's. Reports at the turn of the year, buildings, and work"
        " that is said to take years may have one.",
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
