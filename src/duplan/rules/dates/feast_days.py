"""Feasts and commemoration days that plans name with their date, and when they are.

Fixed ones are those of the State Council's 全国年节及纪念日放假办法, of laws (教师法 art. 6, 国家安全法
art. 14), of decisions (防灾减灾日 2009; 国家宪法日, 国家公祭日, 烈士纪念日 2014), and of the list of
international days of the United Nations.
"""

from __future__ import annotations

from datetime import date, timedelta

from duplan.dates.occasions import DRAGON_BOAT, MID_AUTUMN, NEW_YEAR, lunar_day

# Month and day; the second is Taiwan's, where it has another (纪念日及节日实施办法).
FIXED: dict[str, tuple[tuple[int, int], ...]] = {
    "元旦": ((1, 1),),
    "妇女节": ((3, 8),),
    "植树节": ((3, 12),),
    "消费者权益日": ((3, 15),),
    "世界水日": ((3, 22),),
    "世界卫生日": ((4, 7),),
    "国家安全教育日": ((4, 15),),
    "世界读书日": ((4, 23),),
    "知识产权日": ((4, 26),),
    "劳动节": ((5, 1),),
    "青年节": ((5, 4), (3, 29)),
    "防灾减灾日": ((5, 12),),
    "国际护士节": ((5, 12),),
    "世界无烟日": ((5, 31),),
    "儿童节": ((6, 1), (4, 4)),
    "世界环境日": ((6, 5),),
    "国际禁毒日": ((6, 26),),
    "建党节": ((7, 1),),
    "建军节": ((8, 1),),
    "教师节": ((9, 10), (9, 28)),
    "烈士纪念日": ((9, 30),),
    "国庆节": ((10, 1), (10, 10)),
    "记者节": ((11, 8),),
    "消防日": ((11, 9),),
    "世界艾滋病日": ((12, 1),),
    "交通安全日": ((12, 2),),
    "国家宪法日": ((12, 4),),
    "国家公祭日": ((12, 13),),
}
_LUNAR = {
    "春节": (NEW_YEAR, 0),
    "元宵节": (NEW_YEAR, 14),
    "端午节": (DRAGON_BOAT, 0),
    "中秋节": (MID_AUTUMN, 0),
}
_SAFETY = "中小学生安全教育日"
FEASTS = (*FIXED, *_LUNAR, _SAFETY)
_MONDAYS = 7


def feast_days(name: str, year: int | None) -> tuple[tuple[int, int], ...]:
    """Month and day of a feast, more than one where places differ; () where only the year would tell."""
    if name in FIXED:
        return FIXED[name]
    if year is None:
        return ()
    if name == _SAFETY:  # the last Monday of March
        last = date(year, 3, 31)
        last -= timedelta(last.weekday() % _MONDAYS)
        return ((last.month, last.day),)
    column, days = _LUNAR[name]
    first = lunar_day(year, column)
    if first is None:
        return ()
    day = first + timedelta(days)
    return ((day.month, day.day),)
