"""“十三五” where 2022 is spoken of: a five-year plan that doesn't cover the plan's year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.stale.frames import Frame, frame_of, frames, plain, sentence
from duplan.rules.stale.wording import BACKWARD, PAST
from duplan.rules.subject import Found, Subject

_TENTH = 2001  # the first year of 十五, the tenth plan: each begins five years after the one before
_YEARS = 5
_NAMED = re.compile(r"十(?P<number>[一二三四五六])五(?![\d一二三四五六七八九十年个项点日号月班、])")
_DIGITS = "一二三四五六"
_PHASE = re.compile(
    r"[”\"’」』]?(?:时期|期间)?(?:规划|計劃|计划)?的?(?:(?P<first>开局|起步|启动|第一|首)|(?P<last>收官|收尾|决胜|最后))(?:的?一?之?年|之年)"
)
_USES = re.compile(r"(?:落实|实施|推进|围绕|按照|根据|对照|贯彻|结合|服务|紧扣)[^，。；：]{0,14}$")
_PREPARES = re.compile(
    "编制|谋划|起草|前期|展望|衔接|研究|思路|制定|制订|论证|调研|启动|筹划|开好局|起好步|拟定|迎接"
)
_STARTED = re.compile(r"(?P<year>[12]\d{3})年，?是[^，。；]{0,12}$")


def check(subject: Subject) -> Iterator[Hit]:
    """Five-year plans that are over or yet to come and are spoken of as the present one."""
    known = frames(subject)
    for found in subject.find(_NAMED):
        frame = frame_of(found.passage, known)
        if frame is None or found.passage.role == "review":
            continue
        first = _TENTH + _YEARS * (_DIGITS.index(found.match["number"]) + 1)
        slip = _slip(subject, found, frame, first)
        if slip is not None:
            values: dict[str, str | int] = {"name": found.match[0]}
            span = subject.span(*found.match.span())
            yield Hit(span, {**values, "slip": slip.en, "slip_zh": slip.zh})


def _slip(subject: Subject, found: Found, frame: Frame, first: int) -> Words | None:
    """What is wrong with a plan that begins in ``first`` where it is named; None where nothing is."""
    start, end = found.match.span()
    last = first + _YEARS - 1
    before = plain(subject, max(found.at, start - 40), start)
    after = plain(subject, end, min(found.at + len(found.passage.text), end + 60))
    started = _STARTED.search(before)
    years = {int(started["year"])} if started else set(range(frame.year, frame.high + 1))
    phase = _PHASE.match(after)
    if phase and re.search("是[^，。；]{0,12}$", before):
        begins = phase["first"] is not None
        return None if (first if begins else last) in years else _phase_slip(begins, first)
    if any(first <= year <= last for year in years):
        return None
    told = before.rpartition("。")[2] + sentence(after)
    if frame.year < first:
        fits = first - frame.high == 1 or _PREPARES.search(told) is not None
    else:
        over = BACKWARD.search(told) or PAST.search(told)
        fits = bool(over) or not (_USES.search(before) or _STARTED.search(before))
    if fits:
        return None
    return Words(
        f"runs from {first} to {last}, the plan is for {frame.year}",
        f"为{first}—{last}年，不涵盖{frame.year}年",
    )


def _phase_slip(begins: bool, first: int) -> Words:
    if begins:
        return Words(f"began in {first}", f"的开局之年是{first}年")
    return Words(f"ends in {first + _YEARS - 1}", f"的收官之年是{first + _YEARS - 1}年")


RULE = Rule(
    Kind(
        "DP314",
        "five-year-plan",
        "warning",
        "{name} {slip}",
        "“{name}”{slip_zh}",
    ),
    since="0.1.0",
    finds=Words(
        "A five-year plan (十三五, 十四五, …) that is named as the present one in a year that it doesn't"
        " cover, or as in its first or last year when it isn't. Reviews of the old and preparations of"
        " the next are left alone.",
        "把不涵盖本年度的五年规划（“十三五”“十四五”等）当作现行规划，或把开局、收官之年说错。总结上一个规划、编制下一个规划的不算。",
    ),
    why=Words(
        "Such a sentence comes from an older plan, and the work is derived from targets that no longer hold.",
        "这类句子多半是从旧计划里搬来的，工作任务也就对着已经过期的指标。",
    ),
    mend=Words(
        "Name the five-year plan that covers the year, or say that the other is reviewed or prepared.",
        "改为涵盖本年度的规划；如属总结或编制，请写明。",
    ),
    check=check,
)
