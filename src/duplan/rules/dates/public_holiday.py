"""10月1日召开会议: office work on a day that is off by law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.rules.written_dates import WrittenDate, dates_of

# 全国年节及纪念日放假办法, art. 2; in Taiwan 纪念日及节日实施办法 (which both have 1 January).
_MAINLAND = frozenset(((1, 1), (5, 1), (10, 1), (10, 2), (10, 3)))
_TAIWAN = frozenset(((1, 1), (2, 28), (10, 10)))
_ANY = _MAINLAND | _TAIWAN
_WORK = re.compile(
    "召开|召開|开会|開會|[例班][会會]|[会會][议議]|论坛|論壇|教研|座谈|座談|培训|培訓|听课|聽課|[进進入到]校|检查|檢查|考试|考試|评审|評審|验收|驗收|答辩|答辯"
)
_OF_THE_DAY = re.compile(
    "假|值班|节|節|国庆|國慶|元旦|五一|升旗|庆|慶|慰[问問]|施行|实施|實施|执行|執行|生效|安全|疫情|应急|應急"
)
_OPEN = re.compile("[起前后後至到—～~-]|之前|以前|以后|以後")
_ENDS = "。；;\n|"
_COMMA = re.compile("[，、,]")
_LONGEST = 40  # characters that tell what is done


def check(subject: Subject) -> Iterator[Hit]:
    """Single days off with office work in the words after them."""
    text = subject.text
    for written in dates_of(subject):
        if (written.month, written.day) not in _ANY or len(written.days) > 1 or written.sign:
            continue
        ends = [
            at
            for mark in _ENDS
            if (at := text.find(mark, written.closed, written.closed + _LONGEST)) >= 0
        ]
        after = text[written.closed : min(ends, default=written.closed + _LONGEST)]
        work = _WORK.search(after)
        if (
            work
            and not _OPEN.match(after)
            and not _OF_THE_DAY.search(after)
            and _is_off(subject, written)
        ):
            yield Hit(
                subject.span(written.start, written.end),
                {"date": f"{written.month}月{written.day}日", "work": _clause(after, work)},
            )


def _clause(text: str, work: re.Match[str]) -> str:
    """The words around the work, up to the marks around them."""
    before = _COMMA.split(text[: work.start()])[-1]
    return (before + work[0] + _COMMA.split(text[work.end() :])[0]).strip()


def _is_off(subject: Subject, written: WrittenDate) -> bool:
    plan = subject.passage_at(written.start).plan
    script = subject.plans[plan].script if plan is not None else subject.document.source.script
    return (written.month, written.day) in (_TAIWAN if script == "hant" else _MAINLAND)


RULE = Rule(
    Kind(
        "DP420",
        "public-holiday",
        "warning",
        "{date} is a public holiday: {work}?",
        "{date}是法定节假日，却安排了“{work}”",
    ),
    since="0.1.0",
    finds=Words(
        "A meeting, visit or examination on a single day that is a public holiday by law, and nothing"
        " that says it is meant: no duty, no celebration.",
        "会议、检查、考试等排在法定节假日当天，且看不出是值班、庆祝等节日工作。",
    ),
    why=Words(
        "Nobody will be in the office: the day has to be changed in the last week, when all have planned.",
        "当天机关放假、无人到会，临近再改日期，各单位都要重新安排。",
    ),
    mend=Words(
        "Choose a working day; for duty on a holiday, say that it is.",
        "改到工作日；确属节日值守的，写明是值班。",
    ),
    check=check,
)
