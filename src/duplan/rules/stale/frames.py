"""Which year a plan is for, told by all that says so, and which years its work may lie in."""

from __future__ import annotations

import re
from typing import NamedTuple

from duplan.plan import Plan
from duplan.rules.stale.wording import (
    BACKWARD,
    BEGINS,
    FORWARD,
    KIND_WORD,
    MAKES,
    PAST,
    REVIEWS,
    TO_SIMPLIFIED,
)
from duplan.rules.subject import Passage, Subject, once
from duplan.rules.years import Year, years_of

LONGEST_HEADING = 40
FARTHEST = 5  # years back that a copied file's year is looked for
_OWN = re.compile(rf"度?[^，。；：《》]{{0,30}}?{KIND_WORD}")
_ANNOUNCES = re.compile(r"(?:现[将予就]|附件?[：:\d]|关于|印发|下发|转发|下达|和)[^。；\n]{0,30}$")
_QUOTED = re.compile(
    r"(根据|按照?|依据|依照|贯彻|落实|对照|参照|结合)?[^。《》]{0,4}《[^《》]{0,30}$"
)
_RUN_IN = re.compile("[：:。]")
_PROMISES = re.compile(r"度?[^，。；：]{0,10}(?:目标|任务|要求|思路|月历)$")
OPENS = re.compile(r"[\s|\t\d.、．（）()①-⑳一二三四五六七八九十#*\-·●]*")  # marks and numbers only
_LISTED = re.compile(r"\s*(?:附件?[：:]?)?\s*\d{0,2}[.．、：:]?[^，。；：]*$")
_AIMS = re.compile(r"为(?:了|切实|认真|进一步)?[^，。]{0,6}$")
_SECURES = re.compile(r"为了?(?:切实|全面)?(?:确保|保证|保障)$")
_NOTES = re.compile(r"[(（][a-zà-ǜ]{1,6}[)）]")
# The day on which a plan was approved, which may well be in the year before.
_APPROVED = re.compile(
    r"\d{1,2}月\d{1,2}日[^，。；《》]{0,16}(?:通过|审定|审议|核定|核准|批准|备查)"
)
_ROC = re.compile(r"(?<!\d)1\d\d(?!\d)")
_SENTENCE_END = re.compile("[。；！\n]")
_MONTHS = 12


class Frame(NamedTuple):
    """A plan's number and year, the last year that its work may lie in, whether it counts from 1912."""

    plan: int
    year: int
    high: int
    roc: bool


@once
def frames(subject: Subject) -> dict[int, Frame]:
    """The frames of the plans whose year is known; a review has none."""
    made = {}
    for number, plan in enumerate(subject.plans):
        if plan.year is not None and plan.kind != "总结":
            year = _meant(subject, number, plan, plan.year)
            end = plan.period and int(plan.period.end[:4])
            made[number] = Frame(number, year, max(year, end or 0), _is_roc(subject, number))
    return made


def frame_of(passage: Passage, known: dict[int, Frame]) -> Frame | None:
    """The frame of the plan that a passage belongs to; the notice's plan is the first."""
    return known.get(passage.plan if passage.plan is not None else 0)


def _is_roc(subject: Subject, number: int) -> bool:
    """Whether a plan's title counts from 1912, in a document that has years of that form at all."""
    if all(year.form != "roc" for year in years_of(subject)):
        return False
    title = _titles(subject).get(number)
    return title is not None and _ROC.search(title.text.text) is not None


@once
def _titles(subject: Subject) -> dict[int | None, Passage]:
    """The first line of each plan's title, by the number of the plan."""
    return {p.plan: p for p in reversed(subject.passages) if p.role == "title"}


@once
def _below_titles(subject: Subject) -> dict[int, list[Year]]:
    """The years of each plan but those in its title; the notice is the first plan's."""
    years: dict[int, list[Year]] = {}
    for year in years_of(subject):
        passage = subject.passage_at(year.start)
        if passage.role != "title":
            years.setdefault(passage.plan or 0, []).append(year)
    return years


@once
def _reviewed(subject: Subject) -> frozenset[tuple[int | None, str]]:
    """The times of the reviews."""
    return frozenset(_time(plan) for plan in subject.plans if plan.kind == "总结")


def _time(plan: Plan) -> tuple[int | None, str]:
    """A plan's year and period."""
    return plan.year, f"{plan.period.start}/{plan.period.end}" if plan.period else ""


def _meant(subject: Subject, number: int, plan: Plan, printed: int) -> int:
    """The year that a plan is for: its title's, unless all else names a later one."""
    likely = printed + 1 if _time(plan) in _reviewed(subject) or _is_signed_after(plan) else printed
    years = [
        year
        for year in _below_titles(subject).get(number, ())
        if printed <= year.value <= printed + FARTHEST and not (year.first or year.school)
    ]
    if likely == printed and all(year.value == printed for year in years):
        return printed
    heads = headings(subject)
    told = 0
    for year in sorted(years, key=lambda year: year.value):
        if told == printed < year.value:
            break
        passage, at = subject.passage_at(year.start), subject.start_at(year.start)
        if names_itself(subject, year, passage, at, heads):
            told = year.value
    return told or likely


def _is_signed_after(plan: Plan) -> bool:
    """Whether a plan was issued in the year after its period: then it is the title that is old."""
    if plan.issued is None or plan.period is None:
        return False
    late = _month(plan.issued) - _month(plan.period.end)
    return 0 < late < _MONTHS


def _month(date: str) -> int:
    return int(date[:4]) * _MONTHS + int(date[5:7])


@once
def headings(subject: Subject) -> frozenset[int]:
    """The paragraphs of the plans' section titles."""
    places = (subject.place(section) for plan in subject.plans for section in plan.sections)
    return frozenset(place.block for place in places if place)


def names_itself(
    subject: Subject, year: Year, passage: Passage, at: int, heads: frozenset[int]
) -> bool:
    """Whether the document names its own year: in its title, its notice, its headings, its opening."""
    after = plain(subject, year.after, year.after + 60)
    before = plain(subject, max(at, year.start - 40), year.start)
    own = _OWN.match(after.replace("\n", ""))
    line = after.partition("\n")[0]
    if REVIEWS.search(own[0] if own else line) or _APPROVED.match(line):
        return False
    if passage.role == "title":
        return True
    if (
        passage.role in ("notice", "attachment", "overview", "review")
        and own
        and _announces(before)
    ):
        return True
    if passage.role == "overview" and OPENS.fullmatch(before):
        told = sentence(line)
        return bool(FORWARD.search(told)) and not PAST.search(told)
    if passage.role in ("notice", "attachment"):
        listed = _LISTED.match(before) and _LISTED.match(line)
        return bool(listed and before.strip() and not BACKWARD.search(line)) or _aims(before)
    if is_heading(subject, passage, at, heads) and not _RUN_IN.search(before):
        promised = own or _PROMISES.match(line) or passage.role != "review"
        return bool(promised) and not BACKWARD.search(line) and not PAST.search(line)
    if passage.role != "overview":
        return False
    return bool(own and MAKES.search(before)) or _aims(before)


def is_heading(subject: Subject, passage: Passage, at: int, heads: frozenset[int]) -> bool:
    """Whether a passage is the title of a section and little more."""
    return len(passage.text) <= LONGEST_HEADING and subject.span(at, at + 1).block in heads


def _announces(before: str) -> bool:
    quoted = _QUOTED.search(before)
    return _ANNOUNCES.search(before) is not None or (quoted is not None and not quoted[1])


def _aims(before: str) -> bool:
    """为做好2020年…, 为确保2020年…"""
    if _SECURES.search(before):
        return True
    begins = BEGINS.search(before)
    return begins is not None and _AIMS.search(before[: begins.start()]) is not None


def sentence(text: str) -> str:
    """The text up to the end of its first sentence."""
    end = _SENTENCE_END.search(text)
    return text[: end.start()] if end else text


def plain(subject: Subject, start: int, end: int) -> str:
    """A stretch of the text as words are compared: simplified, without pinyin notes and gaps."""
    text = subject.text[start:end]
    if subject.plans and subject.plans[0].script == "hant":
        text = text.translate(TO_SIMPLIFIED)
    if "(" in text or "（" in text:
        text = _NOTES.sub("", text)
    return text.replace(" ", "")
