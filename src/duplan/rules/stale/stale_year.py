"""2019年 where this year's plan means 2020."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.stale.frames import (
    FARTHEST,
    OPENS,
    Frame,
    frame_of,
    frames,
    headings,
    is_heading,
    names_itself,
    plain,
    sentence,
)
from duplan.rules.stale.wording import BACKWARD, BEGINS, FORWARD, LIMITS, MAKES, PAST
from duplan.rules.subject import Passage, Subject
from duplan.rules.years import Year, write_year, years_of

_WORK = frozenset(
    {"task", "tasks", "goal", "goals", "schedule", "measures", "table", "body", "column"}
)
_CLAUSE = re.compile("[，。；：！,;|\t\n]")
_STOPS = "，。；：！,;|\t）)"
_DUE = re.compile(
    r"(?:度?(?:年?底|末|内)|[上下]半年|第?[一二三四1-4]季度|\d{1,2}月|[一二三四五六七八九十]{1,2}月|春季?|暑[假期])"
    r"[份底末初中上下旬\d日号]{0,5}"
)
_BY = re.compile("[之以]?前")
_ENDING = re.compile(
    "秋|下半年|下学期|寒|第四季度|第二学期|期末"
)  # runs into the year after, or is looked at then
_SINCE = re.compile(
    r"(?:自|从|截至|截止|与|和|比|较|继|经|《|〔|〈|始建于|创建于|成立于|是在)[^，。；》\n]{0,12}$"
)
_TERM_BEGINS = re.compile("[春秋]季?[^，。；]{0,4}开学")
_YEAR = re.compile(r"(?<!\d)((?:20|1)\d\d)年")
_RANGE = re.compile(r" ?(?:[—－–\-~～至到/]|——) ?[\d二]")
_TITLE = re.compile(r"《([^《》\n]{0,40}?)([12]\d{3})([^《》\n]{0,60})》")
_SHORTEST = 8  # characters of a document's title that make it the same document


class _Place(NamedTuple):
    """What stands before and after a year in its passage, as words are compared."""

    before: str
    after: str
    passage: Passage

    @property
    def clause(self) -> str:
        """What follows in its clause."""
        return _CLAUSE.split(self.after, maxsplit=1)[0]

    @property
    def sentence(self) -> str:
        """What follows in its sentence."""
        return sentence(self.after)

    @property
    def opens(self) -> bool:
        """Whether nothing but marks and numbers stands before the year."""
        return OPENS.fullmatch(self.before) is not None


def check(subject: Subject) -> Iterator[Hit]:
    """Years before the plan's in places that speak of the plan's own time."""
    known = frames(subject)
    newest = max((frame.year for frame in known.values()), default=0)
    past = [
        (year, frame)
        for year in years_of(subject)
        if year.value < newest and (frame := _stale_in(subject, year, known))
    ]
    if not past:
        return
    heads, repeated = headings(subject), _repeated(subject)
    for year, frame in past:
        if not (_speaks_of_now(subject, year, heads) or (year.start, frame.year) in repeated):
            continue
        span = subject.span(year.start, year.end)
        printed = subject.text[year.start : year.end]
        meant = write_year(frame.year, year.form)
        yield Hit(span, {"printed": printed, "year": meant}, Fix((Edit(span, meant),)))


def _stale_in(subject: Subject, year: Year, known: dict[int, Frame]) -> Frame | None:
    """The frame of the plan that a year lies before, None where it doesn't."""
    passage = subject.passage_at(year.start)
    frame = frame_of(passage, known)
    if frame is None or not frame.year - FARTHEST <= year.value < frame.year:
        return None
    if year.first or year.school or (year.form == "roc" and not frame.roc):
        return None
    return None if _RANGE.match(subject.text, year.after) else frame


def _speaks_of_now(subject: Subject, year: Year, heads: frozenset[int]) -> bool:
    passage, at = subject.passage_at(year.start), subject.start_at(year.start)
    if names_itself(subject, year, passage, at, heads):
        return True
    before = plain(subject, max(at, year.start - 40), year.start)
    after = plain(subject, year.after, min(at + len(passage.text), year.after + 80))
    place = _Place(before, after, passage)
    if MAKES.search(before) and "《" in before and "》" in after:
        return not BACKWARD.search(after.partition("》")[0])
    if _SINCE.search(before):
        return False
    if passage.role == "notice":
        return _is_due(place)
    if passage.role not in _WORK and passage.role != "overview":
        return False
    if is_heading(subject, passage, at, heads) and "：" not in before:
        return not BACKWARD.search(before + place.sentence) and not PAST.search(after)
    told = place.sentence
    if place.opens and FORWARD.search(told) and not PAST.search(told) and not BACKWARD.search(told):
        return True
    printed = subject.text[year.start : year.end]
    return passage.role != "overview" and _is_of_work(place) and not _goes_on(place, printed)


def _goes_on(place: _Place, printed: str) -> bool:
    """Whether the sentence comes to a later year: 2023年12月开工，2024年11月完工."""
    return any(year > printed for year in _YEAR.findall(place.sentence))


def _is_of_work(place: _Place) -> bool:
    """Whether the year is the time of work that is to be done."""
    before, after, clause = place.before, place.after, place.clause
    due = _DUE.match(after)
    if place.passage.role == "schedule" and place.opens and due and len(clause) <= due.end() + 4:
        return True
    if due and _BY.match(after, due.end()):
        return _is_due(place)
    if _TERM_BEGINS.match(after):
        return not PAST.search(place.sentence)
    if BACKWARD.search(clause) or PAST.search(clause.replace("完成", "")):
        return False
    if due and (not before or before[-1] in _STOPS):
        return not PAST.search(place.sentence.replace("完成", ""))
    if due and LIMITS.search(before):
        return True
    return BEGINS.search(before) is not None and not (_ENDING.match(clause) or _BY.match(clause))


def _is_due(place: _Place) -> bool:
    """Whether the year is that of a deadline: 2020年6月底前."""
    due = _DUE.match(place.after)
    if due is None or not _BY.match(place.after, due.end()):
        return False
    return "已" not in place.before and not PAST.search(place.sentence.replace("完成", ""))


def _repeated(subject: Subject) -> set[tuple[int, int]]:
    """Years inside 《》 whose document is named at least twice with another: where, and the other."""
    by_title: dict[str, list[tuple[int, int]]] = {}
    for found in subject.find(_TITLE):
        words = found.match[1] + "\n" + found.match[3]
        if len(words) > _SHORTEST:
            by_title.setdefault(words, []).append((found.match.start(2), int(found.match[2])))
    out: set[tuple[int, int]] = set()
    for places in by_title.values():
        counts = Counter(year for _, year in places)
        for at, year in places:
            out.update((at, other) for other, times in counts.items() if times > counts[year])
    return out


RULE = Rule(
    Kind(
        "DP310",
        "stale-year",
        "warning",
        "{printed} where the plan is for {year}: left over from an older plan?",
        "此处写的是{printed}年，而计划年度是{year}年，疑为沿用旧稿未改",
    ),
    since="0.1.0",
    finds=Words(
        "An earlier year in a place that speaks of the plan's own time: its title, its notice, a heading,"
        " a deadline, work that is still to begin. What looks back (reviews, results, documents) is"
        " left alone.",
        "在说计划本年度的地方出现了以前的年份：标题、印发通知、小标题、完成期限、尚待开展的工作。回顾、考核结果、所引文件等"
        "写明往年的不算。",
    ),
    why=Words(
        "It shows that last year's file was copied, and readers no longer know which dates hold. Printed with"
        " a seal it has to be withdrawn and issued again.",
        "一看便知是照抄去年的稿子，收文单位也无从判断其他时间是否可信；盖章印发之后只能收回重发。",
    ),
    mend=Words(
        "Write the plan's year, or say that the past year is meant (…总结, …考核结果).",
        "改为计划年度；如确指往年，请写明是往年的总结、考核等。",
    ),
    check=check,
)
