"""Years, terms and dates as titles and signatures print them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from duplan.dates.atoms import ROC_OFFSET, YEARS, Context, read_atom, read_calendar_year, semester_months
from duplan.dates.grammar import ATOM, DAY, MONTH, fold
from duplan.dates.period import index, month_of
from duplan.numerals import read_digits, read_number

_ZERO_TO_NINE = "0-9零〇○OΟ一二三四五六七八九"
_SCHOOL_YEAR = re.compile(
    "(?<![0-9])(?P<first>(?:19|20)[0-9]{2}) ?年?(?:学年度?)? ?(?:-{1,2}|至|/) ?(?:(?:20)?[0-9]{2}) ?学?年度?(?=[^0-9]|$)"
    "|(?:民国 ?)?(?<![0-9])(?P<roc>1[0-9]{2}) ?学年度?"
)
_SEMESTER = re.compile("第 ?(?P<number>[一二12]) ?学期|(?P<updown>[上下])学?期|(?P<season>[春秋])季?(?:学期|期)")
_CALENDAR_YEAR = re.compile(
    f"(?P<year>(?<![{_ZERO_TO_NINE}])(?:[12][0-9]{{3}}|[{_ZERO_TO_NINE}]{{4}})(?:年度?)? ?(?:-{{1,2}}|至) ?(?:[12][0-9]{{3}}) ?年"
    f"|(?:民国 ?[0-9]{{1,3}}|(?<![{_ZERO_TO_NINE}])(?:[{_ZERO_TO_NINE}]{{4}}|(?<![国党校院园建庆近满第])(?:1[0-9]{{2}}|[0-4][0-9]|[零〇○一二三四][零〇○一二三四五六七八九]))) ?年(?![级龄段代来内]))"
)
