"""Times as plans write them (九月, 3—5月, 9月下旬, 上半年, 每月, 年底前), read into months."""

from duplan.dates.labels import TimeLabel, match_time_label, read_time_label
from duplan.dates.period import Period
from duplan.dates.reading import find_periods, read_period
from duplan.dates.titles import Term, read_date, read_term, read_year, read_year_month

__all__ = [
    "Period",
    "Term",
    "TimeLabel",
    "find_periods",
    "match_time_label",
    "read_date",
    "read_period",
    "read_term",
    "read_time_label",
    "read_year",
    "read_year_month",
]
