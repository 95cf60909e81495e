"""Calendars of invented places, made by hand and by hypothesis."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from duplan.calendar.model import Calendar, Entry, Place, PlanName, Unit

PLAN = PlanName("槐安区2020年教育督导工作计划", "槐安区教委", 2020, "计划/2020.docx")
LIVELY = "=1+1 <b>x</b> [a](b) | \\ `c` * _ # ; : , & \" ' % { } ~ $ \n第二行\x1b[31m\u202e"


def month(name: str, text: str = "召开会议", **values: Any) -> Entry:
    """An entry for a whole month, 2020-09 or --09, as a schedule has it."""
    year, number = name[:-3], int(name[-2:])
    days: dict[str, Any] = {}
    if year != "-":
        days = {"start": f"{name}-01", "end": f"{name}-{monthrange(int(year), number)[1]}"}
    printed = f"{number}月"
    own: dict[str, Any] = {
        "id": f"s1.e{number}.i1",
        "label": printed,
        "precision": "month",
        "when": printed,
    }
    own |= {"month": name, "text": text, "plan": PLAN, "from_": "schedule"}
    return Entry(**own | days | values)


def day(iso: str, text: str = "召开会议", **values: Any) -> Entry:
    """An entry for one day."""
    return month(
        iso[:7], text, **{"start": iso, "end": iso, "precision": "day", "when": iso} | values
    )


def deadline(iso: str, text: str = "报送总结", **values: Any) -> Entry:
    """An entry that is due on a day."""
    own = {"start": None, "end": iso, "precision": "deadline", "when": f"{iso}前"}
    return month(iso[:7], text, **own | values)


def series(months: Iterable[str], text: str = "推进创建工作", **values: Any) -> list[Entry]:
    """The same work in each of these months, an item of its own in each."""
    return [month(name, text, series=text, **values) for name in months]


def months_of(year: int, *numbers: int) -> list[str]:
    """Their names."""
    return [f"{year}-{number:02}" for number in numbers]


def calendar(*entries: Entry, asked: Iterable[str] | None = None) -> Calendar:
    """The entries in the order of their months, which are those asked for if none are given."""
    ordered = sorted(entries, key=lambda entry: entry.month)
    names = dict.fromkeys(entry.month for entry in ordered)
    return Calendar(list(names if asked is None else asked), ordered)


def days(entries: Iterable[Entry]) -> Counter[tuple[date, str]]:
    """Each day of each entry with its text."""
    counted: Counter[tuple[date, str]] = Counter()
    for entry in entries:
        if entry.end is not None:
            at, last = date.fromisoformat(entry.start or entry.end), date.fromisoformat(entry.end)
            while at <= last:
                counted[at, entry.work] += 1
                at += timedelta(days=1)
    return counted


TEXTS = st.one_of(
    st.text(max_size=30),
    st.text("=+-@'\t\r\n|\\*_`[]()<>#;:%{}&!$~w.开会 ", max_size=20),
    st.just(LIVELY),
)
_PLANS = st.builds(
    PlanName,
    title=st.none() | TEXTS,
    issuer=st.none() | TEXTS,
    year=st.none() | st.just(2020),
    source=TEXTS,
)
_UNITS = st.builds(Unit, TEXTS, st.sampled_from(["lead", "support", "responsible"]))
_PLACES = st.builds(Place, st.integers(1, 99), TEXTS, TEXTS)
_FIRST_DAYS = st.dates(date(2019, 1, 1), date(2022, 12, 31))


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    first = draw(_FIRST_DAYS)
    name = f"{first:%Y-%m}"
    base = draw(
        st.sampled_from(
            [
                month(name),
                month(name, precision="recurring", id="t1", when="每月"),
                month(name, id="s1.e1.i1", when="全年", precision="year"),
                month(f"--{first:%m}"),
                day(f"{first}"),
                deadline(f"{first}"),
            ]
        )
    )
    values = {
        "text": draw(st.sampled_from(["召开会议", "开展督导"]) | TEXTS),
        "plan": draw(st.just(PLAN) | _PLANS),
        "series": draw(st.none() | st.just("召开会议")),
        "remark": draw(st.none() | TEXTS),
        "responsible": tuple(draw(st.lists(_UNITS, max_size=2))),
        "place": draw(st.none() | _PLACES),
        "title": draw(TEXTS),
        "label": draw(TEXTS),
    }
    made = {field: getattr(base, field) for field in Entry.__slots__}
    return Entry(**made | values)


CALENDARS = st.lists(_entries(), max_size=12).map(lambda entries: calendar(*entries))
