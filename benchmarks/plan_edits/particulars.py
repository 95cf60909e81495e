"""What of one and the same work may change: its numbers, months, extent and unit; and what makes it
another work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from duplan.dates import find_periods

_MEASURES = "次|期|所|家|场|名|人|份|篇|项|公里|条|节|个|处|户|套|[%％]"
_FIGURE = re.compile(rf"(?<![\d.第—－/-])(?P<figure>\d{{1,4}})(?=(?:{_MEASURES})(?!月))")
_HAN = re.compile(
    r"(?<![第十百千一二三四五六七八九])(?P<figure>[两三四五六七八])(?=(?:次|期|所|场|名|篇|项|个)(?!月))"
)
_MONTH = re.compile(r"(?<![\d/—－～~-])(?P<figure>1[0-2]|[1-9])(?=月(?!刊|报|度|考|子))")

NUMBERED = (
    "{}，全年不少于{n}次",
    "{}，每学期不少于{n}次",
    "{}，覆盖{n}所学校",
    "{}，完成率达到{p}%以上",
    "{}（{n}期）",
    "{}，培训{n}人次",
)
DATED = ("{m}月底前{}", "{}，{m}月底前完成", "{m}月份{}", "{}（{m}月）")
OFTEN = ("每月", "每季度", "每学期", "每半年")
FREQUENT = ("{}，{often}通报一次", "{often}{}", "{}，{often}研究一次")
EXTENTS = (
    ("在小学{}", "在中小学{}"),
    ("在城区学校{}", "在全区学校{}"),
    ("{}，覆盖部分单位", "{}，覆盖所有单位"),
    ("{}，面向骨干教师", "{}，面向全体教师"),
    ("{}，范围为重点企业", "{}，范围为全部企业"),
    ("{}（部分乡镇）", "{}（全部乡镇）"),
    ("{}，面向党员干部", "{}，面向党员干部和群众"),
    ("在一线岗位{}", "在一线岗位和管理岗位{}"),
    ("{}，由中心校先行", "{}，由中心校和村小先行"),
)
# A narrower and a wider thing: the wider holds the narrower.
WIDER = (
    ("小学", "中小学"),
    ("幼儿园", "幼儿园和小学"),
    ("教师", "教师和学生"),
    ("班主任", "班主任和任课教师"),
    ("食品安全", "食品安全和消防安全"),
    ("消防", "消防和用电"),
    ("食堂", "食堂、宿舍"),
    ("督学", "督学和联络员"),
    ("学生", "学生和家长"),
    ("党员", "党员和入党积极分子"),
    ("社区", "社区和村"),
    ("设备", "设备和线路"),
    ("骨干教师", "全体教师"),
    ("部分", "全部"),
    ("宣传", "宣传和培训"),
    ("考核", "考核和评优"),
)
# Things of one kind, of which another is another work.
OTHERS = (
    ("春季", "秋季"),
    ("春季", "冬季"),
    ("小学", "高中"),
    ("幼儿园", "职业学校"),
    ("寒假", "暑假"),
    ("期初", "期末"),
    ("语文", "英语"),
    ("数学", "科学"),
    ("消防", "防震"),
    ("食品", "燃气"),
    ("教师", "家长"),
    ("党员", "团员"),
    ("课后服务", "教材使用"),
    ("校园安全", "语言文字"),
    ("控辍保学", "招生入学"),
    ("体育", "劳动"),
    ("读书", "科技"),
    ("国庆", "清明"),
    ("元旦", "端午"),
    ("防汛", "防火"),
    ("档案", "网络"),
    ("财务", "人事"),
    ("责任督学", "教研员"),
    ("信息化", "心理健康"),
    ("办园行为", "教育收费"),
)
UNITS = (
    "办公室",
    "教务处",
    "德育处",
    "总务处",
    "督导室",
    "安全科",
    "基教科",
    "财务科",
    "人事科",
    "宣传科",
    "规划科",
    "综合科",
)
_HAN_FIGURES = "两三四五六七八"
_YEAR = re.compile(r"(?<!\d)(?:20[0-4]\d|1[01]\d(?=学年))(?!\d)")


@dataclass(frozen=True, slots=True)
class Two:
    """What a text says in the old plan and in the new one."""

    old: str
    new: str


def number(rng: Random, title: str) -> Two | None:
    """Another figure for one that counts something, or one that both sides are given."""
    found = [*_FIGURE.finditer(title), *_HAN.finditer(title)]
    found = [one for one in found if not _dated(title, one.start())]
    if not found:
        form, less = rng.choice(NUMBERED), rng.randint(2, 9)
        share = rng.randint(80, 94)
        return Two(
            form.format(title, n=less, p=share),
            form.format(title, n=less + rng.randint(1, 9), p=share + rng.randint(1, 5)),
        )
    one = rng.choice(found)
    figure = one["figure"]
    if figure in _HAN_FIGURES:
        other = rng.choice([char for char in _HAN_FIGURES if char != figure])
    elif title[one.end()] in "%％":
        other = str(rng.choice([n for n in range(60, 101) if n != int(figure)]))
    else:
        other = str(int(figure) + rng.choice((1, 2, 3, 5, 10)))
    return Two(title, title[: one.start()] + other + title[one.end() :])


def figure_inside(rng: Random, text: str) -> Two | None:
    """Another figure in a body that has one; nothing is added."""
    found = [one for one in _FIGURE.finditer(text) if not _dated(text, one.start())]
    if not found:
        return None
    one = rng.choice(found)
    other = str(int(one["figure"]) + rng.choice((1, 2, 3, 5)))
    return Two(text, text[: one.start()] + other + text[one.end() :])


def month(rng: Random, title: str) -> Two | None:
    """Another month in the words; both sides are given one where they name no time."""
    found = list(_MONTH.finditer(title))
    times = [period for _, _, period in find_periods(title)]
    if not found and not times and not re.search(r"[每逐按]|年度?$", title):
        form = rng.choice(DATED)
        before, after = rng.sample(range(1, 13), 2)
        return Two(form.format(title, m=before), form.format(title, m=after))
    if len(found) != 1 or len(times) != 1 or len(times[0].month_numbers) != 1:
        return None
    one = found[0]
    after = rng.choice([n for n in range(1, 13) if n != int(one["figure"])])
    return Two(title, title[: one.start()] + str(after) + title[one.end() :])


def frequency(rng: Random, title: str) -> Two | None:
    """Done more or less often."""
    if re.search(r"[每逐按]|次|季度|学期", title):
        return None
    form, (before, after) = rng.choice(FREQUENT), rng.sample(OFTEN, 2)
    return Two(form.format(title, often=before), form.format(title, often=after))


def extent(rng: Random, title: str) -> Two | None:
    """Wider or narrower: by a word that the title has, else by one that both sides are given."""
    wider = [
        (narrow, wide)
        for narrow, wide in WIDER
        if title.count(narrow) == 1 and wide not in title and f"中{narrow}" not in title
    ]
    wider = [
        (a, b) for a, b in wider if not re.search(rf"(?:[和与及、]{a})|(?:{a}[和与及、])", title)
    ]
    if wider and rng.random() < 0.8:
        narrow, wide = rng.choice(wider)
        two = Two(title, title.replace(narrow, wide))
    else:
        if re.search(r"小学|学校|全|各|单位|教师|企业", title):
            return None
        before, after = rng.choice(EXTENTS)
        two = Two(before.format(title), after.format(title))
    return two if rng.random() < 0.6 else Two(two.new, two.old)


def other_thing(rng: Random, title: str) -> Two | None:
    """Another work of the same form: 春季 becomes 秋季."""
    pairs = [*OTHERS, *((b, a) for a, b in OTHERS)]
    held = [(a, b) for a, b in pairs if title.count(a) == 1 and b not in title]
    held = [(a, b) for a, b in held if not re.search(rf"[中秋]{a}|{a}节", title)]
    if not held:
        return None
    one, other = rng.choice(held)
    return Two(title, title.replace(one, other))


def next_years(text: str, by: int = 1) -> str:
    """The years in a text moved on."""
    return _YEAR.sub(lambda found: str(int(found[0]) + by), text)


def _dated(text: str, at: int) -> bool:
    return any(start <= at < end for start, end, _ in find_periods(text))
