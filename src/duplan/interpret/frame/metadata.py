"""Kind, issuer, year, period and dates of a plan, from its title, signature, notice and box."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duplan.dates import read_date, read_term, read_year
from duplan.interpret.frame.units import Envelope, Signature, Unit
from duplan.interpret.schedule.entries import RawEntry
from duplan.interpret.vocabulary import (
    COMMON_ORGS,
    KIND,
    KIND_WORDS,
    ORG,
    ORG_LINE,
    PLACEHOLDER,
)
from duplan.plan import Kind, Period
from duplan.text.normal import Text

_YEARLY = re.compile(
    r"[（(]?(?:[12]\d{3}|[12]\d{3}\s*[—－–\-~～至]+\s*\d{2,4}|\d{2,3}(?=学年)|[二〇○零ＯO一]?[〇○零一二三四五六七八九ＯO]{3,4}(?=年|学年)|20[xX×＊*_]{1,2}|[xX×]{2,4}(?=年))[）)]?"
    r"|(?:学年|年度|本年|上半年|下半年|第[一二12]学期|[春秋]季)|\d{1,2}月"
)
_REVIEWS = ("总结", "小结")


def kind_of(title: str) -> Kind | None:
    """The last kind word of a title."""
    found = KIND.findall(title)
    return KIND_WORDS[found[-1]] if found else None


def is_review(title: str) -> bool:
    """Whether a title names a review and no plan beside it."""
    kinds = KIND.findall(title)
    return bool(kinds) and all(KIND_WORDS[word] == "总结" for word in kinds)


def has_review(title: str) -> bool:
    """Whether a title joins a review and a plan."""
    return any(word in title for word in (*_REVIEWS, "回顾")) and not is_review(title)


def reviewed_year(title: str) -> str:
    """The year that a title of a review and a plan looks back on, "" where it names none."""
    if not has_review(title):
        return ""
    found = re.search(r"(\d{4})年[^\d]{0,12}?(?:总结|小结|回顾)", title)
    return found.group(1) if found else ""


def issuer(unit: Unit, envelope: Envelope, last: Signature) -> Text | None:
    """Who issued the plan: signature, notice, index box, or the office that the title begins with.

    Where the signature is a short form of a fuller name, the fuller one.
    """
    notice = envelope.notice
    candidates = [
        unit.signature.issuer,
        notice.signature.issuer if notice else None,
        last.issuer,
        notice.issuer if notice else None,
        unit.box.get("issuer"),
        title_office(unit.title) if unit.title else None,
    ]
    named = [text for text in candidates if text and _is_name(text.text)]
    if not named:
        return None
    best = named[0]
    for other in named[1:]:
        if len(other) > len(best) and _is_short_for(best.text, other.text):
            best = other
    return best


def _is_name(text: str) -> bool:
    return text not in COMMON_ORGS and PLACEHOLDER.search(text) is None


def _is_short_for(short: str, full: str) -> bool:
    if full.endswith(short) or full.startswith(short):
        return full.endswith(short)
    letters = iter(full)
    return short[:2] == full[:2] and all(ch in letters for ch in short)


def title_office(title: Text) -> Text | None:
    """The organisation named at the start of a title; a place or a placeholder is none."""
    text = title.text
    year = _YEARLY.search(text)
    if year is not None and year.start() == 0:
        rest = re.match(
            r"(?:年度?|学年度?|[—－–\-~～至\d]|[上下]半年|第[一二12]学期|[春秋]季学期?)*",
            text[year.end() :],
        )
        start = year.end() + (rest.end() if rest else 0)
        found = ORG_LINE.match(text, start)
        return title.cut(start, found.end()) if found and _stands(text, found.end()) else None
    head = text[: year.start()] if year else text
    head = head.rstrip("关于的 ")
    if year and ORG_LINE.fullmatch(head):
        return title.cut(0, len(head))
    match = None
    for found in ORG.finditer(head):
        if _stands(text, found.end()):
            match = found
    if match is None:
        return None
    return title.cut(0, match.end())


def _stands(text: str, end: int) -> bool:
    """Whether an office's name may end here: the word goes no further."""
    return not re.match(
        r"(?:长|员|室|内|外|务|工作(?:者|站|组|室)|建设|管理(?!工作)|发展|安全|园|教育$|规模|文化|招生|课程|周边|食堂)",
        text[end:],
    )


def issued(unit: Unit, envelope: Envelope, last: Signature) -> tuple[str, Text] | None:
    """The date of the signature, of the notice's, or of the index box; one with a day."""
    notice = envelope.notice
    for text in (
        unit.signature.issued,
        notice.signature.issued if notice else None,
        last.issued,
        unit.box.get("issued"),
    ):
        if text:
            date = read_date(text.text)
            if date is not None:
                return date.isoformat(), text
    return None


def year_of(unit: Unit, envelope: Envelope, lead: str, signed: str | None) -> int | None:
    """The year planned for: the title's, else the notice's, the introduction's or the date's."""
    box = unit.box.get("year")
    if box and box.text.isdigit():
        return int(box.text)
    title = unit.title.text if unit.title else ""
    year = read_year(title)
    if year is not None or re.search(r"20[xX×＊*_]|[xX×]{2,4}年|_{2,}年|\*{2,}", title):
        return year
    heading = envelope.notice.heading if envelope.notice else None
    if heading and (year := read_year(heading.text)) is not None:
        return year
    if PLACEHOLDER.search(title):
        return None
    named = re.search(
        r"(?:[12]\d{3}|二[〇○零][〇○零一二三四五六七八九]{2})(?:[—－–\-~～至]\d{4})?(?:学)?年",
        lead[:200],
    )
    if named and (year := read_year(named.group())) is not None:
        return year
    if signed is not None:
        return int(signed[:4]) + (1 if signed[5:7] == "12" and not is_review(title) else 0)
    return None


def month_of(title: str) -> str:
    """The one month that a title plans for (9月), "" where it plans for more."""
    term = read_term(title)
    return f"{term.months[0][1]}月" if term is not None and term.kind == "month" else ""


def period_of(unit: Unit, year: int | None, entries: Sequence[RawEntry]) -> Period | None:
    """The months planned for; a semester's are those of its schedule's labels."""
    box = unit.box.get("period")
    if box:
        months = re.findall(r"\d{4}-\d{2}", box.text)
        if len(months) == 2:
            return Period(start=months[0], end=months[1])
    if year is None:
        return None
    title = unit.title.text if unit.title else ""
    term = read_term(title)
    if term is not None and term.kind in ("semester", "school_year"):
        return _span(entries, year)
    if term is not None:
        first, last = term.months[0], term.months[-1]
        return Period(
            start=f"{first[0] or year}-{first[1]:02}", end=f"{last[0] or year}-{last[1]:02}"
        )
    return Period(start=f"{year}-01", end=f"{year}-12")


def _span(entries: Sequence[RawEntry], year: int) -> Period | None:
    months = [
        (at, month) for entry in entries for at, month in entry_months(entry, entries, year) if at
    ]
    if not months:
        return None
    first, last = min(months), max(months)
    return Period(start=f"{first[0]}-{first[1]:02}", end=f"{last[0]}-{last[1]:02}")


def entry_months(
    entry: RawEntry, entries: Sequence[RawEntry], year: int | None
) -> list[tuple[int | None, int]]:
    """An entry's months with their years: a schedule that begins in autumn runs into the next year."""
    if year is None:
        return [(at, month) for at, month in entry.time.period.months]
    opening = next((e.time.period.months[0][1] for e in entries if e.time.period.months), 1)
    out: list[tuple[int | None, int]] = []
    before: int | None = None
    shift = 0
    for at, month in entry.time.period.months:
        if at is not None:
            out.append((at, month))
            continue
        if before is not None and month < before:
            shift = 1
        late = opening >= 7 and month < opening and len(entry.time.period.months) < 12
        out.append((year + (1 if late else shift), month))
        before = month
    return out
