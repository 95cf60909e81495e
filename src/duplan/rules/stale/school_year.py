"""2018-2020学年, and a school year that isn't the plan's."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.plan import Plan
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.stale.frames import (
    FARTHEST,
    OPENS,
    Frame,
    frames,
    headings,
    names_itself,
    plain,
)
from duplan.rules.stale.wording import BACKWARD, PAST
from duplan.rules.subject import Subject
from duplan.rules.terms import term_of
from duplan.rules.years import Year, write_year, years_of

_FORWARD = frozenset({"overview", "goals", "goal", "tasks", "task", "schedule", "measures"})


def check(subject: Subject) -> Iterator[Hit]:
    """School years that are no two years in a row, and past ones that stand for the plan's own."""
    years = [year for year in years_of(subject) if year.school]
    terms = _terms(subject) if years else {}
    heads: frozenset[int] | None = None
    for year in years:
        if year.first is not None and year.value - year.first != 1:
            yield _broken(subject, year)
            continue
        passage, at = subject.passage_at(year.start), subject.start_at(year.start)
        own = terms.get(passage.plan if passage.plan is not None else 0)
        begins = year.value if year.first is None else year.first
        if own is None or not own - FARTHEST <= begins < own or passage.role == "review":
            continue
        heads = headings(subject) if heads is None else heads
        if names_itself(subject, year, passage, at, heads) or (
            passage.role in _FORWARD and _opens(subject, year, at)
        ):
            yield _stale(subject, year, own)


def _terms(subject: Subject) -> dict[int, int | None]:
    """The years in which the school years of the plans begin."""
    known = frames(subject)
    return {
        number: term.school_year and term.school_year + _later(plan, known.get(number))
        for number, plan in enumerate(subject.plans)
        if plan.title and "学年" in plan.title and (term := term_of(subject, plan))
    }


def _later(plan: Plan, frame: Frame | None) -> int:
    """How many years after the one in its title a plan is for, by its signature."""
    return frame.year - plan.year if frame is not None and plan.year is not None else 0


def _opens(subject: Subject, year: Year, at: int) -> bool:
    """Whether a passage opens with the school year and doesn't look back."""
    begin = year.start - 5 if year.first is not None else year.start
    line = plain(subject, year.after, year.after + 60).partition("\n")[0]
    if not OPENS.fullmatch(subject.text[at : max(begin, at)]):
        return False
    return not BACKWARD.search(line) and not PAST.search(line)


def _broken(subject: Subject, year: Year) -> Hit:
    return Hit(
        subject.span(_begin(subject, year), year.end),
        {"printed": f"{year.first}—{year.value}", "year": f"{year.first}—{(year.first or 0) + 1}"},
    )


def _stale(subject: Subject, year: Year, own: int) -> Hit:
    begin = _begin(subject, year)
    values: dict[str, str | int] = {
        "printed": subject.text[begin : year.end],
        "year": f"{own}—{own + 1}" if year.first is not None else write_year(own, year.form),
    }
    if year.first is None:
        edits: tuple[Edit, ...] = (
            Edit(subject.span(year.start, year.end), write_year(own, year.form)),
        )
    else:
        last = str(own + 1)[-(year.end - year.start) :]
        edits = (
            Edit(subject.span(begin, begin + 4), str(own)),
            Edit(subject.span(year.start, year.end), last),
        )
    return Hit(subject.span(begin, year.end), values, Fix(edits))


def _begin(subject: Subject, year: Year) -> int:
    """Where the first year of a range begins."""
    if year.first is None:
        return year.start
    at = subject.text.rfind(str(year.first), max(year.start - 12, 0), year.start)
    return at if at >= 0 else year.start


RULE = Rule(
    Kind(
        "DP317",
        "school-year",
        "warning",
        "school year {printed}: should it be {year}?",
        "“{printed}学年”疑有误，应为“{year}学年”",
    ),
    since="0.1.0",
    finds=Words(
        "A school year that isn't two years in a row (2018-2020学年), or an earlier one where the plan speaks"
        " of its own.",
        "学年不是相邻的两年（如2018-2020学年），或在说本学年的地方写了以前的学年。",
    ),
    why=Words(
        "The school year tells which term, classes and pupils are meant; a wrong one sends the schools"
        " to last year's lists.",
        "学年决定指的是哪个学期、哪些班级和学生，写错了学校会对着往年的名册办事。",
    ),
    mend=Words("Write the school year that is meant.", "改为所指的学年。"),
    check=check,
)
