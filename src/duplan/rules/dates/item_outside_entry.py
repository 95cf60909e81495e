"""10月15日 in an item under 九月."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.plan import ScheduleEntry, ScheduleItem, Timing
from duplan.rules.dates.timings import Timed, scheduled, timed
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_EXACT = frozenset(("day", "deadline", "month", "part"))
_KEYS = frozenset(("month", "quarter", "part", "half", "day", "week"))
_LONGEST = 6  # months of an entry
_YEAR = 12
_FIRST_DAYS = 5
_DATED = re.compile(r"\d{2,4}年|[今明去上次翌来來同]年|[〇零○一二三四五六七八九]{4}年")
_LEADING = re.compile(
    r"[\s|、.．（(\d一二三四五六七八九十①-⑳：:）)]*(?:[定拟擬]?于|[定拟擬]?於|在)?$"
)
_DAY = re.compile("[日号號/]")
_ON = re.compile("(?:[定拟擬]?于|[定拟擬]?於)$")
# What a month is only named for: preparing for it, and what it has left behind.
_ABOUT = re.compile(
    "准备|準備|筹|籌|预|預|迎|报名|報名|动员|動員|方案|通知|布置|佈置|部署|安排|计划|計[划畫]|征集|徵集"
    "|资料|資料|材料|总结|總結|数据|數據|情况|情況|通报|通報|反馈|回馈|整改|回头看|问题|問題|汇总|彙整|统计|統計"
)
_NO_DATE = re.compile("[的起后後至到—-]|以[来來后後]|开始|開始")


def check(subject: Subject) -> Iterator[Hit]:
    """Items that open with, or have to be done by, a day that their entry doesn't have."""
    for plan in subject.plans:
        for entry, item in scheduled(plan):
            if item.timing and entry.precision in _KEYS and 0 < len(entry.months) <= _LONGEST:
                yield from _check(subject, entry, item)


def _check(subject: Subject, entry: ScheduleEntry, item: ScheduleItem) -> Iterator[Hit]:
    for timing in item.timing:
        if timing.precision not in _EXACT or not timing.months or _DATED.search(timing.raw):
            continue
        if set(timing.months) & set(entry.months):
            continue
        found = timed(subject, timing)
        begins = subject.place(item, "text")
        if found and begins and _is_misplaced(entry, found, begins.start):
            yield Hit(found.place, {"text": timing.raw, "label": entry.label})


def _is_misplaced(entry: ScheduleEntry, found: Timed, begins: int) -> bool:
    timing = found.timing
    opens = found.place.start <= begins or bool(
        _LEADING.match(found.source[begins : found.place.start])
    )
    earlier = (timing.months[-1] - entry.months[0]) % _YEAR > _YEAR // 2
    exact = _DAY.search(timing.raw) is not None
    if _NO_DATE.match(found.after):
        return False
    if timing.precision == "deadline":
        return earlier or (opens and exact and not _closes(entry, timing))
    if _ABOUT.search(found.sentence):
        return False
    return opens or (exact and earlier and _ON.search(found.before) is not None)


def _closes(entry: ScheduleEntry, timing: Timing) -> bool:
    """Whether a deadline is that of the entry's own months: 6月1日前 under 五月."""
    follows = (timing.months[0] - entry.months[-1]) % _YEAR == 1
    return follows and timing.end is not None and int(timing.end[8:]) <= _FIRST_DAYS


RULE = Rule(
    Kind(
        "DP419",
        "item-outside-entry",
        "warning",
        "{text} stands under {label}",
        "“{label}”条目下写的是{text}",
    ),
    since="0.1.0",
    finds=Words(
        "Scheduled work whose own day or deadline is not in the month that it stands under. What is"
        " prepared for later, or looks back, doesn't count.",
        "进度安排中某项工作自带的日期、时限不在所列月份之内。为以后月份作准备或回顾以前的不算。",
    ),
    why=Words(
        "The month says one thing and the item another: those who go by the table come at another time"
        " than those who go by the words.",
        "月份和正文各说各的，看表的人与看正文的人会按两个时间去办。",
    ),
    mend=Words(
        "Move the item to its month, or correct its date.",
        "把该项移到相应月份，或改正日期。",
    ),
    check=check,
)
