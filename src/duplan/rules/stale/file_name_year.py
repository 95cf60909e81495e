"""2019年工作计划.docx with the plan for 2020 in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.rules.years import ROC_OFFSET, find_years

_FIGURES = re.compile(r"\d{3}")  # what every year in a name has
_YEAR = re.compile(r"(?<![\dA-Za-z])(?:19|20)\d{2}(?![\dA-Za-z])")
_SHORT = re.compile(r"(?<![\dA-Za-z])(?:19|20)\d{2}[—－–\-~～至](\d{2})(?!\d)")
_ROC = re.compile(r"(?<!\d)1\d{2}(?=[学學]?年)")


def check(subject: Subject) -> Iterator[Hit]:
    """A name whose years are none of those of the plans in the file."""
    if not _FIGURES.search(subject.source.name):
        return
    stem = PurePosixPath(subject.source.name.replace("\\", "/")).stem
    named = {int(match) for match in _YEAR.findall(stem)}
    named |= {int(match) + ROC_OFFSET for match in _ROC.findall(stem)}
    named |= {int(match[0][:2] + match[1]) for match in _SHORT.finditer(stem)}
    years = [plan.year for plan in subject.plans if plan.year is not None]
    if not named or not years or len(years) < len(subject.plans):
        return
    if named.isdisjoint(years) and named.isdisjoint(_years(subject)):
        yield Hit(None, {"named": min(named), "year": years[0]})


def _years(subject: Subject) -> set[int]:
    """The years of the plans, their titles, periods and dates."""
    held: set[int] = set()
    for plan in subject.plans:
        held.add(plan.year or 0)
        if plan.period is not None:
            held |= {int(plan.period.start[:4]), int(plan.period.end[:4])}
        if plan.issued is not None:
            held.add(int(plan.issued[:4]))
        for year in find_years(plan.title or ""):
            held |= {year.value, year.first or year.value}
    return held


RULE = Rule(
    Kind(
        "DP315",
        "file-name-year",
        "warning",
        "the file's name says {named}, the plan in it is for {year}",
        "文件名写的是{named}年，文中是{year}年的计划",
    ),
    since="0.1.0",
    finds=Words(
        "A file whose name says another year than the plans in it.",
        "文件名中的年份与文中计划的年份不一致。",
    ),
    why=Words(
        "Files are looked for by their names. Whoever opens this one gets another year's plan, or last year's"
        " was overwritten.",
        "找文件靠的是文件名。名实不符，打开的就不是要的那一年；也可能是存盘时覆盖了去年的文件。",
    ),
    mend=Words(
        "Rename the file, or look whether the right one was saved.",
        "改正文件名，或检查是否存错了文件。",
    ),
    check=check,
)
