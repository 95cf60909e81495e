"""The patterns of time expressions: an atom (9月下旬, 第三季度, 年底), and what joins two atoms.

Everything is written for folded text (``fold``): simplified script, half-width figures, full-width
marks, one kind of dash. Every repetition is bounded or can't fail after it, so that matching takes
linear time.
"""

from __future__ import annotations

import re

from duplan.dates.occasions import FEASTS, LUNAR_MONTHS, VACATIONS

_PLAIN = {
    "-": "～~—–－−‐‑―─ー﹣",
    "（": "(",
    "）": ")",
    "，": ",",
    "：": ":",
    ".": "．",
    "/": "／",
    "|": "｜",
    " ": "\u3000\xa0\t",
    "“": "「『",
    "”": "」』",
    "Q": "Ｑ",
}
_FOLD = (
    {ord(char): plain for plain, chars in _PLAIN.items() for char in chars}
    | str.maketrans("０１２３４５６７８９⼀⼆⼋⼗⽉⽇", "0123456789一二八十月日")
    | str.maketrans(
        "個號後週學開節國慶兩會間歲長貫內臘師勞動兒婦憲預時隨適機華來單雙當過遲級門層專職終",
        "个号后周学开节国庆两会间岁长贯内腊师劳动儿妇宪预时随适机华来单双当过迟级门层专职终",
    )
)
_FOLDABLE = re.compile("[" + re.escape("".join(map(chr, _FOLD))) + "]")


def fold(text: str) -> str:
    """The text as the patterns want it, character for character."""
    return text.translate(_FOLD) if _FOLDABLE.search(text) else text


def _one_of(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


# Numbers and what joins them

TO = "(?:-{1,2}|至|到)"
_AND = "[、，和与及]"
_ONES = "一二三四五六七八九"
# A Chinese numeral is no month, day or quarter in 第三, 二十三, 统一, 初三, 周一.
_ALONE = (
    f"(?<![0-9第几数百千零〇○两{_ONES}十])(?!(?<=[统专唯单同每任某之逐])一|(?<=[初高周])[一二三])"
)
_NUMBER = f"(?:(?<![0-9第])(?=[0-9])|{_ALONE}(?=[^0-9]))"
# No time either: 三年内, 学年初, 青年中.
_UNCOUNTED = f"(?<![0-9{_ONES}十百千几多数两近学青少中成老幼童往])"

MONTH = f"(?:1[0-2]|0?[1-9]|十[一二]?|[元{_ONES}])"
DAY = f"(?:3[01]|[12][0-9]|0?[1-9]|[{_ONES}十廿]{{1,3}})"
_WEEKDAY = "[一二三四五六日天]"
_DAY_NAME = f"(?:周|星期|礼拜)?{_WEEKDAY}"
WEEKDAYS = f"（{_DAY_NAME}(?:[-、至]{_DAY_NAME})*）"
_DAYS = f"{DAY}[日号]?(?: ?(?:{TO}|{_AND}) ?{DAY}[日号]?){{0,9}}(?<=[日号])"

# Years, months and their parts

_YEAR = (
    "(?:(?:中华)?民国 ?[0-9]{1,3}年"
    "|(?:(?<![0-9])(?:[12][0-9]{3}|1[0-9]{2}|[0-9]{2})"
    f"|(?<![0-9零〇○OΟ{_ONES}])[0-9零〇○OΟ{_ONES}]{{4}}"
    f"|{_ALONE}[零〇○{_ONES}]{{2}}) ?年度?(?![级龄段])"
    "|(?:[今本当明来次翌去每同]|[上下]一?)年度?(?![级龄段计])"
    "|(?<![0-9])[12][0-9]{3}[./](?=(?:1[0-2]|0?[1-9])月))[，.的]? ?"
)
_EARLY = "初(?![中级步小审赛评稿试验查定一二三高])"
_MID = "中(?=$|[，。、；：）前至到;-])"
_LATE = "底|末|尾|终(?!总结|工作|[考评奖绩述检决报督])"
_POINT = f"{_EARLY}|底|末"
_THIRD = "[上中下]旬|中上旬|上中旬|中下旬|[上下]半月"
_WEEK = "[一二三四五六1-6]"
_WEEKS = (
    f"第{_WEEK}(?:[-、至和]第?{_WEEK})?个?(?:周|星期)"
    f"|(?:[首头]|最后一|{_WEEK})个?(?:周|星期)(?!{_WEEKDAY})"
)
_TWO_MONTHS = "一二|二三|三四|四五|五六|六七|七八|八九|九十|十一二"
# 1、元月份 is an item and its month.
_NEXT_MONTH = f"(?: ?{TO} ?|(?<=[0-9]){_AND}(?=[0-9])|(?<![0-9 ]){_AND}(?![0-9 ]))"
_MONTHS = (
    f"{_NUMBER}(?P<months>(?:{_TWO_MONTHS})(?=月)"
    f"|{MONTH}(?:{_NEXT_MONTH}{MONTH}){{0,11}})"
    " ?月份?(?![龄度亮饼球嫂经薪]|考(?![核察评查]))"
    f"(?: ?(?P<days>{_DAYS})(?:{WEEKDAYS})?"
    f"| ?(?P<bare_day>{DAY})(?=$| ?{TO} ?{MONTH}月)"
    f"| ?月?(?P<part>{_THIRD}|{_POINT}|{_MID})"
    f"|的? ?(?P<weeks>{_WEEKS}))?"
)
_QUARTER = "(?:第?[一二三四1-4首]|Q[1-4])"
_QUARTERS = (
    f"(?<![每0-9A-Za-z第十零〇两{_ONES}])(?:前(?P<leading>[二两三23])个?季度"
    f"|(?P<quarters>{_QUARTER}(?:(?:{TO}|{_AND}){_QUARTER}){{0,3}}季度"
    f"|第[一二三四1-4]季(?![节后军度])|Q[1-4](?:{TO}Q?[1-4])?(?![0-9A-Za-z])))"
    f"(?P<quarter_point>{_POINT})?"
)
_HALF = f"(?P<halves>上[、和]?下|[上下前后])半年度?(?P<half_point>{_POINT})?"
_WITHIN = "内(?![涵容部外在审控生地设蒙江])"
_YEAR_POINT = (
    f"(?(year)年?(?:{_EARLY}|{_LATE}|{_MID}|首月|伊始)"
    f"|(?:{_UNCOUNTED}年(?:{_EARLY}|{_LATE}|{_MID})|岁[末尾首]|新年(?:伊始|首月)))"
)
_WHOLE = (
    "(?:贯穿)?全年(?![级段龄])度?|[常长整]年(?![级龄])"
    f"|(?(year)年?{_WITHIN}|{_UNCOUNTED}年度?{_WITHIN})"
)

# What recurs

_EVERY = (
    "(?:每逢?一?个?(?P<unit>月(?!度)|季度|季(?!节)|学期|周(?!边)|星期|半年|双周|双月|单月"
    "|[两2]个?月|[两2]个?周)|[按逐](?P<by>月|季度|季(?!节)|周)(?![边期份])"
    "|(?<![0-9])[两2]个?月一次|隔月|(?P<half_yearly>半年一次)"
    f"|(?<![0-9{_ONES}十日])(?P<monthly>月月))"
    f"(?:(?P<every_days>{_DAYS})|月?(?P<every_part>[上中下]旬|{_POINT})"
    f"|的?(?P<every_weeks>{_WEEKS}))?"
)
_ROTA = (
    f"{_NUMBER}[一1]个?(?P<rota_unit>月|季度?|周|学期)"
    f"(?:一(?![日号至到0-9{_ONES}十、，般些定批方直共律并系月季起个-])|[{_ONES}两1-9]次)"
)

# The school's year

_TERM = (
    "(?:(?:(?<![0-9])(?P<first_year>(?:19|20)[0-9]{2})年?(?:-{1,2}|至|/)(?:20)?[0-9]{2}"
    " ?学?年度?|(?<![0-9])(?P<roc>1[0-9]{2}) ?学年度?)，? ?（?)?"
    "(?:(?<![0-9])第(?P<semester>[一二12])学期|(?P<updown>[上下])学期"
    "|(?P<season_term>[春秋])季?学期)"
)
_SCHOOL_YEARS = (
    "(?<![0-9])(?P<school_year>(?:19|20)[0-9]{2})年?(?:-{1,2}|/)(?:20)?[0-9]{2} ?学年度?"
)
_SCHOOL_WEEK = (
    f"(?<![0-9])(?:第 ?)?(?:[0-9]{{1,2}}|[{_ONES}十]{{1,3}})"
    f"(?: ?(?:{TO}|、) ?第?(?:[0-9]{{1,2}}|[{_ONES}十]{{1,3}}))? ?周"
    f"(?![{_ONES}日年期边报例长次岁])|(?:预备|开学|期中|期末|复习|考试)周"
)

# Feasts and vacations

_NOT_BEFORE = "后往期三去列十置言述半来景沿端"  # 前后, 前往, 前期, ...
_RELATION = (
    f"前后|前夕|(?:之|以)?前(?![{_NOT_BEFORE}])|期间|之际|假期|当[天日]|(?:之|以)?后(?![续勤])"
)
_FEAST = _one_of(FEASTS)
_DAY_OF = "(?:国际)?(?:劳动|儿童|青年|妇女|建军|国庆)?节?"
# What is said of the last of several feasts holds for each: 教师节、国庆节期间.
_SHARED = f"(?=(?:{_AND}“?(?:{_FEAST})”?{_DAY_OF}){{1,8}}(?P<shared>期间|之际|前后))"
_OCCASION = (
    f"(?:“(?P<quoted>{_FEAST})”"
    f"|(?<![期高初第0-9{_ONES}十])(?!十一(?!国庆))(?P<feast>{_FEAST}))"
    f"{_DAY_OF}(?:(?P<relation>{_RELATION})|{_SHARED})?"
)
_BREAK = f"(?P<vacation>{_one_of(tuple(VACATIONS))})(?P<vacation_relation>{_RELATION})?"
_OPENING = (
    f"(?P<opening>春[、和]?秋|[春秋])两?季?(?:学期|学校)?开学(?P<opening_relation>{_RELATION})?"
)

# Dates in figures

_MONTH_NUMBER = "(?:1[0-2]|0?[1-9])"
_DAY_NUMBER = "(?:3[01]|[12][0-9]|0?[1-9])"
_ENDS = r"(?!\.?[0-9]|[月年/%])"
_FULL_DATE = (
    "(?<![0-9.])(?P<full_year>[12][0-9]{3}|1[0-9]{2})(?P<full_mark>[-./])"
    f"(?P<full_month>{_MONTH_NUMBER})(?P=full_mark)(?P<full_day>{_DAY_NUMBER}){_ENDS}"
    f"(?:{WEEKDAYS})?"
)
_MONTH_OF_YEAR = (
    f"(?<![0-9.])(?P<of_year>[12][0-9]{{3}})[-./](?P<year_month>{_MONTH_NUMBER}){_ENDS}"
)


def _month_day(mark: str, prefix: str) -> str:
    return (
        f"(?<![0-9./])(?P<{prefix}_month>{_MONTH_NUMBER}){mark}(?P<{prefix}_number>{_DAY_NUMBER})"
        f"{_ENDS}(?P<{prefix}_weekday>{WEEKDAYS})?"
    )


_RELATIVE = (
    "(?P<near>本|这个|下个?|上个?)月(?!度)"
    f"|(?:未来|今后|后|接下来)(?P<coming>[0-9{_ONES}两十]{{1,2}})个月"
    f"|(?<![0-9])(?P<hence>[0-9{_ONES}两十]{{1,2}})个月(?:之|以)?后"
)

# In order of preference; an atom's kind is the name of its outermost group. Titles are there to be
# passed over.
_KINDS = {
    "title": "《[^《》]*》",
    "school_opening": _OPENING,
    "term": _TERM,
    "school_years": _SCHOOL_YEARS,
    "rota": _ROTA,
    "month": _MONTHS,
    "quarter": _QUARTERS,
    "half": _HALF,
    "every_unit": _EVERY,
    "year_point": _YEAR_POINT,
    "whole": _WHOLE,
    "school_break": _BREAK,
    "occasion": _OCCASION,
    "lunar": _one_of(LUNAR_MONTHS),
    "full_date": _FULL_DATE,
    "years": "(?<![0-9])(?P<year_from>[12][0-9]{3})年?-{1,2}(?P<year_to>[12][0-9]{3})年度?",
    "month_of_year": _MONTH_OF_YEAR,
    "slash_day": _month_day("/", "slash"),
    "dotted_day": _month_day(r"\.", "dotted"),
    "relative": _RELATIVE,
    "school_week": _SCHOOL_WEEK,
    "day": f"{_NUMBER}(?P<day_list>{_DAYS})(?:{WEEKDAYS})?",
    "part_only": f"(?P<lone_part>{_THIRD})|(?<!每)月(?P<lone_point>[初中底末])",
    "term_point": "(?:开学|学期|期)(?:初|中|末|前)(?![考测学])",
    "season": "(?P<natural>[春夏秋冬])[季天]",
    "no_time": "随时|不定期|适时|待定|机动|另行通知|视情况|根据需要|按需|长期",
    "bare_year": "(?(year)|(?!))",
}
_STARTS = (
    f"0-9零〇○OΟ{_ONES}十元廿两第每年月Q《“前上下本今当明来次翌去同后首新岁全常长整贯按逐隔半春夏秋冬"
    "寒暑正腊学开期预复考中民随不适待机另视根未接这截最妇植清劳青儿教建高国宪圣除端"
)
# All that an atom can begin with: a cheap test before the long one.
_BEGINNING = (
    "(?<![0-9])[0-9]"
    f"|[零〇○OΟ{_ONES}十元廿两][0-9零〇○OΟ{_ONES}十廿、，和与及至到 月日号年季周个学会旦宵-]"
    f"|第[ 0-9{_ONES}十首]|每|年[初底末尾终中内度]|月[月初中底末]|Q[1-4]|《|“|前[二两三23半]"
    "|[上下][、和下一个学年月半旬中]|[今本当明来次翌去同]年|本月|首季|新年|岁[末尾首]|全年|[常长整]年"
    "|贯穿|[按逐][月季周需]|隔月|半年一|[春夏秋冬][、和秋两季天学开节月]|寒[假暑]|暑|正月|腊月|学期|开学"
    f"|期[初中末前]|预备|复习|考试|中[华考高秋旬上下]|民国|后[半0-9{_ONES}十两]|今后|随时|不[定迟晚]|适时"
    "|待定|机动|另行|视情|根据需|长期|未来|接下来|这个月|截[至止]|最[迟晚]|妇女|植树|清明|劳动|青年节|儿童"
    "|教师节|建[党军]节|高考|国庆|宪法|圣诞|除夕|端午"
)
GUARD = f"(?=[{_STARTS}])(?={_BEGINNING})"
ATOM = re.compile(
    f"{GUARD}(?P<until>(?:截至|截止到?|最[迟晚]|不[迟晚]于)[于到至在]? ?)?(?P<year>{_YEAR})?"
    f"(?:{'|'.join(f'(?P<{kind}>{pattern})' for kind, pattern in _KINDS.items())})"
)

LINK = re.compile(f" ?(?:(?P<to>起?{TO})|(?P<and>[、和与及]|以及)|(?P<comma>，)) ?")
RANGE = re.compile(TO)
LAST_DAY = re.compile(f"{_DAY_NUMBER}(?![0-9./月年])")
BEFORE = re.compile(f"(?:之|以)?前(?![{_NOT_BEFORE}])")
UNTIL = re.compile("[截为]?止(?!损)")
# What makes a deadline of the time right after it: 完成时限：, 从即日起至.
LIMIT = re.compile(
    "(?:(?:(?:完成|办结|整改|结束|截止)(?:时限|时间|期限|日期|节点|月份)|时限|期限|时间节点|截止)(?:要求)?"
    " ?(?:[：:]|[为是在于])? ?|起(?:至|到|-{1,2}))$"
)
LONGEST_LIMIT = 12  # characters of it
MONTH_MARK = re.compile(f"(?P<to>{TO})|(?P<number>{MONTH})")
DAY_MARK = re.compile(f"(?P<to>{TO})|(?P<number>{DAY})")
QUARTER_MARK = re.compile(f"(?P<to>{TO})|(?P<number>[一二三四1-4首])")
