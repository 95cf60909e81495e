"""9月1日教师节: a feast with a date that is not its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.dates.feast_days import FEASTS, feast_days
from duplan.rules.dates.years import Years
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.rules.written_dates import WrittenDate, dates_of

_TRADITIONAL = str.maketrans(
    "妇树费权读识产劳动儿际护无烟环师庆烈纪记国节", "婦樹費權讀識產勞動兒際護無煙環師慶烈紀記國節"
)
_SIMPLE = str.maketrans(
    "婦樹費權讀識產勞動兒際護無煙環師慶紀記國節", "妇树费权读识产劳动儿际护无烟环师庆纪记国节"
)
_NAMES = sorted(
    {*FEASTS, *(name.translate(_TRADITIONAL) for name in FEASTS)}, key=len, reverse=True
)
_FEAST = re.compile("|".join(_NAMES))
_REACH = 18  # characters between a date and the feast that it is the day of
# 9月10日（第36个教师节）, 9月10日“教师节”, 9月10日是教师节; 国际, 全国, 三八 belong to names.
_BETWEEN = re.compile(
    r"[）)]?[ ，,]?[（(]?(?:即|是|为|為)?(?:第?[\d一二三四五六七八九十百]{1,4}[个個届屆]?)?[“「\"]?"
    r"(?:国际|國際|全国|全國|中国|中國|全民|世界|三八|五一|五四|六一|七一|八一|十一|119|[”」]){0,2}"
)
_CLOSED = re.compile(r"[”」\"]?(?:[当當]天|[）)，。；、,;\n]|$)")
_AFTER = re.compile(r"[”」\"]?[ ]?[（(](?:即|每年)?")


def check(subject: Subject) -> Iterator[Hit]:
    """Feasts right after their date, and feasts with their date in brackets after them."""
    dates = dates_of(subject)
    starts = [written.start for written in dates]
    years = Years(subject)
    for found in subject.find(_FEAST):
        after = bisect_left(starts, found.match.end())
        for written in dates[max(0, after - 1) : after + 1]:
            if not _is_day_of(subject.text, found.match, written):
                continue
            right = feast_days(found.match[0].translate(_SIMPLE), years.of(written))
            right = right[:1] if subject.document.source.script == "hans" else right[::-1]
            if right and (written.month, written.day) not in right:
                yield _hit(subject, found.match, written, right[0])
                break


def _is_day_of(text: str, feast: re.Match[str], written: WrittenDate) -> bool:
    """Whether the text says that the feast is on that day; 9月8日教师节表彰会 doesn't."""
    if written.day is None or len(written.days) > 1 or written.sign:
        return False
    if written.start < feast.start():
        near = feast.start() - written.end <= _REACH
        linked = near and _BETWEEN.fullmatch(text, written.end, feast.start())
        return bool(linked and _CLOSED.match(text, feast.end()))
    link = _AFTER.match(text, feast.end())
    closed = text[written.end : written.end + 1]
    return link is not None and link.end() == written.start and closed in tuple("）)，,；;")


def _hit(
    subject: Subject, feast: re.Match[str], written: WrittenDate, right: tuple[int, int]
) -> Hit:
    start, end = min(feast.start(), written.start), max(feast.end(), written.end)
    named = f"{written.month}月{written.day}日"
    values: dict[str, str | int] = {
        "feast": feast[0],
        "date": named,
        "right": f"{right[0]}月{right[1]}日",
    }
    return Hit(subject.span(start, end), values)


RULE = Rule(
    Kind(
        "DP421",
        "feast-mismatch",
        "warning",
        "{feast} is on {right}, not on {date}",
        "{feast}是{right}，不是{date}",
    ),
    since="0.1.0",
    finds=Words(
        "A feast or commemoration day named with a date that is not its own.",
        "节日、纪念日与所写日期不符。",
    ),
    why=Words(
        "Events for a feast are held on its day, and others plan for the same day: with the wrong date"
        " hall, guests and press will not come together.",
        "节日活动要赶在当天，场地、来宾和宣传都按这一天安排；日期写错，各方就对不上。",
    ),
    mend=Words(
        "Correct the date, or say that the event is not on the day itself.",
        "改正日期；活动不在节日当天的，另行写明。",
    ),
    check=check,
)
