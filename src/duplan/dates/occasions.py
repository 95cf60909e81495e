"""Feasts, vacations and lunar months: when they are, as far as the year is known."""

from __future__ import annotations

from datetime import date, timedelta

from duplan.dates.period import LEAP_YEAR

# Lunar new year, 端午, 中秋, the first days of the 11th (冬月) and 12th (腊月) month, as MMDD.
# Computed with two calendar libraries and, for the first days of months, from the new moons.
_FIRST_YEAR = 2000
_LUNAR = (
    "02050606091211261226012406251001121501130212061509211204010302010604091111241223"
    "01220622092812120110020906110918120112310129053110061220011902180619092512100108"
    "02070608091411281227012605281003121601150214061609221206010402030606091211251225"
    "01230623093012130112021006120919120301010131060209081222012002190620092712110110"
    "02080609091511291229012805301004121801170216061809241207010602050607091311261226"
    "01250625100112150113021206140921120401030201060309101124122301220622092912130111"
    "02100610091712011231012905311006122001190217061909251209010802060609091511281228"
    "01260528100312160115021306160922120501040203060509121125122501230624100112140113"
    "02110612091912030101013106010908112201200219062009271211010902080610091611301229"
    "01280530100412170116021506180924120701050204060709131126122601240527100212160114"
    "02120614092012040103020106030910112412230122062209281212011102100611091712011231"
    "01300531100512190118021706190925120801070206060809151128122701260529100412170115"
    "021406150922120501040202060409111125122501230623093012140113"
)
_ROW = 20
NEW_YEAR, DRAGON_BOAT, MID_AUTUMN, ELEVENTH, TWELFTH = range(5)

# name: month and day of the first and the last day.
_FIXED = {
    "元旦": (1, 1, 1, 3),
    "妇女节": (3, 8, 3, 8),
    "三八": (3, 8, 3, 8),
    "植树节": (3, 12, 3, 12),
    "两会": (3, 3, 3, 15),
    "清明": (4, 4, 4, 6),
    "五一": (5, 1, 5, 5),
    "劳动节": (5, 1, 5, 5),
    "五四": (5, 4, 5, 4),
    "青年节": (5, 4, 5, 4),
    "六一": (6, 1, 6, 1),
    "儿童节": (6, 1, 6, 1),
    "高考": (6, 7, 6, 10),
    "中考": (6, 10, 6, 30),
    "中高考": (6, 7, 6, 30),
    "七一": (7, 1, 7, 1),
    "建党节": (7, 1, 7, 1),
    "八一": (8, 1, 8, 1),
    "建军节": (8, 1, 8, 1),
    "教师节": (9, 10, 9, 10),
    "十一": (10, 1, 10, 7),
    "国庆": (10, 1, 10, 7),
    "宪法日": (12, 4, 12, 4),
    "圣诞": (12, 25, 12, 25),
    "寒假": (1, 15, 2, 20),
    "暑假": (7, 1, 8, 31),
    "暑期": (7, 1, 8, 31),
    "春季开学": (2, 15, 2, 28),
    "秋季开学": (9, 1, 9, 7),
}
# Named by its day, the first of a month: its preparation falls into the month before.
EVES = frozenset(("五一", "六一", "七一", "八一", "十一"))

# name: which column of the lunar table, days from there to the first and the last day, and the
# months and days between which the feast can fall.
_MOVING = {
    "春节": (NEW_YEAR, -1, 6, (1, 21, 2, 20)),
    "除夕": (NEW_YEAR, -1, -1, (1, 20, 2, 19)),
    "元宵": (NEW_YEAR, 14, 14, (2, 4, 3, 6)),
    "端午": (DRAGON_BOAT, 0, 2, (5, 27, 6, 25)),
    "中秋": (MID_AUTUMN, 0, 2, (9, 7, 10, 8)),
    "正月": (NEW_YEAR, 0, 28, (2, 1, 2, 28)),
    "冬月": (ELEVENTH, 0, 28, (12, 1, 1, 15)),
    "腊月": (TWELFTH, 0, 28, (1, 1, 2, 15)),
}
VACATIONS = {"寒假": ("寒假",), "暑假": ("暑假",), "暑期": ("暑期",), "寒暑假": ("寒假", "暑假")}
LUNAR_MONTHS = ("正月", "冬月", "腊月")
FEASTS = tuple({*_FIXED, *_MOVING} - {*VACATIONS, *LUNAR_MONTHS, "春季开学", "秋季开学"})


def lunar_day(year: int, column: int) -> date | None:
    """A lunar feast or month's first day; None outside the table (2000 to 2050)."""
    at = _ROW * (year - _FIRST_YEAR) + 4 * column
    if not 0 <= at < len(_LUNAR):
        return None
    month, day = int(_LUNAR[at : at + 2]), int(_LUNAR[at + 2 : at + 4])
    return date(year + (column == TWELFTH and month == 1), month, day)


def occasion(name: str, year: int | None) -> tuple[date, date]:
    """First and last day of a feast, vacation or lunar month.

    Where the year is None they are the earliest and the latest possible day, in ``LEAP_YEAR``.
    """
    if name in _MOVING:
        column, first, last, bounds = _MOVING[name]
        start = lunar_day(year, column) if year is not None else None
        if start:
            return start + timedelta(first), start + timedelta(last)
    else:
        bounds = _FIXED[name]
    year = LEAP_YEAR if year is None else year
    return date(year, *bounds[:2]), date(year + (bounds[2] < bounds[0]), *bounds[2:])
