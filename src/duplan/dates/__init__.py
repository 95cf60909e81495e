"""Times as plans write them (九月, 3—5月, 9月下旬, 上半年, 第一学期, 每月, 年底前), read into months."""

from duplan.dates.period import Period
from duplan.dates.reading import find_periods, read_period

__all__ = ["Period", "find_periods", "read_period"]
