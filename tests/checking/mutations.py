"""Errors of known kinds, seeded into clean plans: what offices get wrong, one at a time.

A kind is a function of the lines of a plan that yields mutants. The places are chosen by the kind and
the plan alone, so that every run seeds the same errors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

EACH = 2  # mutants of a kind in a plan

_MONTHS = "一二三四五六七八九十"
_HAN = {**{char: n for n, char in enumerate(_MONTHS, 1)}, "十一": 11, "十二": 12}
_MONTH_LABEL = re.compile(r"^(\|? ?)(十[一二]|[一二三四五六七八九十]|\d{1,2})(月)(?=[：: |]|$)")
ITEM = re.compile(r"^(\d{1,2})([.、．])(?! ?\d)")
SUBHEAD = re.compile(r"^（([一二三四五六七八九十])）")
HEAD = re.compile(r"^([一二三四五六七八九十])、")
UNIT = re.compile(r"（(?:责任|牵头)(?:单位|部门|科室)：[^（）]*）")
_WORDS = re.compile(r"[\u4e00-\u9fff]{6,}")


@dataclass(frozen=True, slots=True)
class Plan:
    """A clean plan: its lines, the year that it is for, and the name of its file."""

    name: str
    lines: tuple[str, ...]
    year: int


@dataclass(frozen=True, slots=True)
class Mutant:
    """A plan with one error: on which lines (from 1) a finding of one of the ``codes`` tells of it."""

    kind: str
    plan: str
    text: str
    lines: frozenset[int]
    codes: frozenset[str]


Seeded = Iterator[tuple[list[str], Iterable[int]]]  # the lines, and the indexes where it shows
Seeder = Callable[[Plan, Random], Seeded]

KINDS: dict[str, tuple[Seeder, frozenset[str]]] = {}


def kind(*codes: str) -> Callable[[Seeder], Seeder]:
    """Books a seeder and the codes that tell of its errors."""

    def book(seeder: Seeder) -> Seeder:
        KINDS[seeder.__name__] = seeder, frozenset(codes)
        return seeder

    return book


def mutants(plan: Plan) -> Iterator[Mutant]:
    """The mutants of a plan, at most ``EACH`` of a kind."""
    for name, (seeder, codes) in KINDS.items():
        made = list(seeder(plan, Random(f"{name} {plan.name}")))  # noqa: S311 - no secret
        for lines, places in Random(plan.name).sample(made, min(EACH, len(made))):  # noqa: S311
            text = "\n".join(lines) + "\n"
            yield Mutant(name, plan.name, text, frozenset(at + 1 for at in places), codes)


def changed(plan: Plan, at: int, line: str) -> tuple[list[str], list[int]]:
    """The plan with another line at an index."""
    return [*plan.lines[:at], line, *plan.lines[at + 1 :]], [at]


def without(plan: Plan, start: int, end: int) -> list[str]:
    return [*plan.lines[:start], *plan.lines[end:]]


def body(plan: Plan) -> Iterator[tuple[int, str]]:
    """Long lines of running text, with their indexes."""
    for at, line in enumerate(plan.lines):
        if len(line) > 20 and "|" not in line and not line.startswith("（此件"):
            yield at, line


def _months(plan: Plan) -> list[tuple[int, int, int]]:
    """(month, first line, line after the last) of each entry of a schedule by months."""
    heads = [
        (int(label) if label.isdigit() else _HAN[label], at)
        for at, line in enumerate(plan.lines)
        if (match := _MONTH_LABEL.match(line)) and (label := match[2])
    ]
    ends = [at for _, at in heads[1:]]
    if heads:
        last = heads[-1][1] + 1
        while last < len(plan.lines) and ITEM.match(plan.lines[last]):
            last += 1
        ends.append(last)
    return [(month, at, end) for (month, at), end in zip(heads, ends, strict=True)]


def _spans(plan: Plan, mark: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """(line, line of the next mark, its number) for marks that follow each other."""
    found = [(at, match[1]) for at, line in enumerate(plan.lines) if (match := mark.match(line))]
    for (at, number), (after, _) in pairwise(found):
        yield at, after, number


def _is_schools(plan: Plan) -> bool:
    return any(word in plan.lines[0] + plan.name for word in ("督", "学", "校", "學", "青"))


# --- stale copies -------------------------------------------------------------------------------


@kind("DP310", "DP316", "DP318", "DP207")
def stale_year(plan: Plan, rng: Random) -> Seeded:
    """Last year's year where the plan speaks of its own: in the opening or in a notice's title."""
    for at, line in enumerate(plan.lines):
        if line.startswith((f"{plan.year}年，", f"{plan.year}年是", f"　　{plan.year}年")):
            yield changed(plan, at, line.replace(f"{plan.year}年", f"{plan.year - 1}年", 1))


@kind("DP310")
def stale_deadline(plan: Plan, rng: Random) -> Seeded:
    """A deadline of last year."""
    for at, line in body(plan):
        if match := re.search(r"(?<![\d年—\-])\d{1,2}月底前", line):
            year = f"{plan.year - 1}年"
            yield changed(plan, at, f"{line[: match.start()]}{year}{line[match.start() :]}")


@kind("DP311", "DP310")
def stale_signature(plan: Plan, rng: Random) -> Seeded:
    """A signature of two years before, or three years after."""
    for at, line in enumerate(plan.lines):
        if re.fullmatch(rf"\s*{plan.year}年\d{{1,2}}月\d{{1,2}}日\s*", line):
            for years in (-2, 3):
                yield changed(plan, at, line.replace(str(plan.year), str(plan.year + years)))


@kind("DP312")
def stale_ordinal(plan: Plan, rng: Random) -> Seeded:
    """The Teachers' Day that is a year too old: the first was in 1985."""
    for month, at, _ in _months(plan):
        if month == 9 and "|" not in plan.lines[at]:
            ordinal = plan.year - 1985
            yield changed(plan, at, f"{plan.lines[at].rstrip('。')}；庆祝第{ordinal}个教师节。")


@kind("DP313")
def future_reference(plan: Plan, rng: Random) -> Seeded:
    """A document of years to come is to be carried out."""
    for at, line in body(plan):
        if line.endswith("。") and ITEM.match(line):
            said = f"按照《工作考核办法》（府办发〔{plan.year + 4}〕12号）执行。"
            yield changed(plan, at, line + said)


# --- dates --------------------------------------------------------------------------------------


@kind("DP410")
def impossible_date(plan: Plan, rng: Random) -> Seeded:
    """A deadline on a day that there isn't."""
    for at, line in body(plan):
        if match := re.search(r"(?<![\d年—\-])(\d{1,2})月底前", line):
            day = rng.choice(["2月30日前", "9月31日前", "6月31日前"])
            yield changed(plan, at, line.replace(match[0], day, 1))


@kind("DP411")
def wrong_weekday(plan: Plan, rng: Random) -> Seeded:
    """A date with the weekday after its own."""
    from datetime import date

    for at, line in body(plan):
        if line.endswith("。") and ITEM.match(line):
            month, day = rng.randint(3, 6), rng.randint(1, 28)
            wrong = "一二三四五六日"[(date(plan.year, month, day).weekday() + 1) % 7]
            yield changed(
                plan, at, f"{line}{plan.year}年{month}月{day}日（星期{wrong}）召开部署会。"
            )


@kind("DP412")
def months_swapped(plan: Plan, rng: Random) -> Seeded:
    """Two months that stand in each other's place."""
    for (_, a, b), (_, c, d) in pairwise(_months(plan)):
        if b == c:
            lines = [*plan.lines[:a], *plan.lines[c:d], *plan.lines[a:b], *plan.lines[d:]]
            yield lines, [a, a + d - c]


@kind("DP413", "DP412", "DP414")
def month_twice(plan: Plan, rng: Random) -> Seeded:
    """A month with the label of the one before it."""
    for (_, a, _), (_, c, _) in pairwise(_months(plan)):
        first, second = _MONTH_LABEL.match(plan.lines[a]), _MONTH_LABEL.match(plan.lines[c])
        assert first and second
        lines, places = changed(plan, c, first[0] + plan.lines[c][second.end() :])
        yield lines, [a, *places]


@kind("DP414")
def month_missing(plan: Plan, rng: Random) -> Seeded:
    """A month left out, none in which schools are closed."""
    months = _months(plan)
    if len(months) >= 6:
        for (_, before, _), (month, at, end), _ in zip(
            months, months[1:], months[2:], strict=False
        ):
            if month not in (1, 2, 7, 8):
                yield without(plan, at, end), [before, at]


@kind("DP416", "DP310")
def deadline_too_late(plan: Plan, rng: Random) -> Seeded:
    """A deadline after the year of the plan."""
    for at, line in body(plan):
        building = re.search("竣工|通水|建成|投用", line)  # may well be ready in the year after
        match = re.search(r"(?<![\d年—\-])(\d{1,2})月底前", line)
        if match and not building:
            late = f"{plan.year + 1}年{match[0]}"
            yield changed(plan, at, line.replace(match[0], late, 1))


@kind("DP417")
def backward_range(plan: Plan, rng: Random) -> Seeded:
    """Days and months that run backwards."""
    for at, line in body(plan):
        if line.endswith("。") and ITEM.match(line):
            said = rng.choice(["5月20日至10日集中开展检查。", "6月至4月集中开展检查。"])
            yield changed(plan, at, line + said)


@kind("DP418")
def work_in_the_holidays(plan: Plan, rng: Random) -> Seeded:
    """Lessons visited when there are none."""
    if _is_schools(plan) and plan.lines[0][-1:] not in "曆":
        for month, at, _ in _months(plan):
            line = plan.lines[at]
            if month == 8 and "|" not in line and line.endswith("。"):
                yield changed(plan, at, f"{line[:-1]}；8月5日进校随堂听课。")


@kind("DP419")
def other_month_below(plan: Plan, rng: Random) -> Seeded:
    """A day of another month below a month."""
    for month, at, _ in _months(plan):
        line = plan.lines[at]
        if "|" not in line and line.endswith("。"):
            other = (month + 5) % 12 + 1
            yield changed(plan, at, f"{line[:-1]}；{other}月15日召开推进会。")


# --- structure ----------------------------------------------------------------------------------


@kind("DP201")
def item_lost(plan: Plan, rng: Random) -> Seeded:
    """A numbered item of which the number is missing in the list."""
    spans = [span for mark in (ITEM, SUBHEAD, HEAD) for span in _spans(plan, mark)]
    for at, after, number in spans:
        following = next(
            (
                mark.match(plan.lines[after])
                for mark in (ITEM, SUBHEAD, HEAD)
                if mark.match(plan.lines[after])
            ),
            None,
        )
        before = any(value == _previous(number) for _, _, value in spans)
        if following and before and following[1] == _next(number) and number not in "1一":
            yield without(plan, at, after), [at]


@kind("DP202", "DP201")
def number_twice(plan: Plan, rng: Random) -> Seeded:
    """An item with the number of the one before it."""
    for mark in (ITEM, SUBHEAD):
        for _at, after, number in _spans(plan, mark):
            line = plan.lines[after]
            match = mark.match(line)
            if match and match[1] == _next(number):
                yield changed(plan, after, line.replace(match[1], number, 1))


def _next(number: str) -> str:
    if number.isdigit():
        return str(int(number) + 1)
    return _MONTHS[_MONTHS.index(number) + 1 : _MONTHS.index(number) + 2]


def _previous(number: str) -> str:
    if number.isdigit():
        return str(int(number) - 1)
    return _MONTHS[_MONTHS.index(number) - 1] if number != "一" else ""


@kind("DP204")
def other_mark(plan: Plan, rng: Random) -> Seeded:
    """One item whose mark is unlike those of the others."""
    for at, line in enumerate(plan.lines):
        if (match := ITEM.match(line)) and match[1] not in "1" and match[1] in "23":
            mark = {".": "、", "、": ".", "．": "、"}[match[2]]
            alike = sum(bool(ITEM.match(each)) for each in plan.lines)
            if alike > 6:
                yield changed(plan, at, f"{match[1]}{mark}{line[match.end() :]}")


@kind("DP205", "DP206")
def heading_without_text(plan: Plan, rng: Random) -> Seeded:
    """A heading whose content was deleted; the others have theirs."""
    for at, after, _ in _spans(plan, SUBHEAD):
        if after - at >= 3 and all(ITEM.match(line) for line in plan.lines[at + 1 : after]):
            yield without(plan, at + 1, after), [at]


@kind("DP207", "DP310")
def title_differs(plan: Plan, rng: Random) -> Seeded:
    """The title in the notice isn't the plan's."""
    for at, line in enumerate(plan.lines[:10]):
        if (match := re.search(r"印发《([^》]+)》", line)) and match[1] in plan.lines:
            words = match[1].replace("工作", "", 1) if "工作" in match[1] else match[1][1:]
            lines, places = changed(plan, at, line.replace(match[1], words))
            yield lines, [*places, plan.lines.index(match[1])]


# --- content ------------------------------------------------------------------------------------


@kind("DP325")
def unit_forgotten(plan: Plan, rng: Random) -> Seeded:
    """A task without the unit in charge that all others have."""
    units = [at for at, line in enumerate(plan.lines) if UNIT.search(line)]
    items = [at for at, line in enumerate(plan.lines) if ITEM.match(line)]
    if len(units) >= 8 and len(units) >= 0.9 * len(items):
        for at in units:
            yield changed(plan, at, UNIT.sub("", plan.lines[at]))


@kind("DP328")
def task_twice(plan: Plan, rng: Random) -> Seeded:
    """A task that was pasted twice under the next number."""
    for at, after, number in _spans(plan, ITEM):
        line, following = plan.lines[at], plan.lines[after]
        match = ITEM.match(following)
        if after == at + 1 and match and match[1] == _next(number) and len(line) > 15:
            mark = ITEM.match(line)
            assert mark
            lines, places = changed(plan, after, following[: match.end()] + line[mark.end() :])
            yield lines, [at, *places]


@kind("DP327")
def wording_slips(plan: Plan, rng: Random) -> Seeded:
    """An item that stands in a later month too, with a character wrong."""
    months = _months(plan)
    for _month, at, end in months[:-1]:
        line, (_, target, stop) = plan.lines[at], months[-1]
        if "|" in line or end - at > 1 or stop - target > 1:
            continue
        items = [part for part in re.split(r"[：:；;。]", line)[1:] if len(part) > 9]
        for item in items[:1]:
            at_char = len(item) // 2
            slip = f"{item[:at_char]}{'某' if item[at_char] != '某' else '该'}{item[at_char + 1 :]}"
            lines, places = changed(plan, target, f"{plan.lines[target].rstrip('。')}；{slip}。")
            yield lines, [at, *places]


@kind("DP320", "DP201", "DP322")
def goals_deleted(plan: Plan, rng: Random) -> Seeded:
    """The goals are gone, their heading with them."""
    for at, after, _ in _spans(plan, HEAD):
        if "目标" in plan.lines[at] or "目標" in plan.lines[at]:
            yield without(plan, at, after), range(at + 1)


@kind("DP321", "DP201", "DP322")
def schedule_deleted(plan: Plan, rng: Random) -> Seeded:
    """The schedule is gone, its heading with it."""
    for at, after, _ in _spans(plan, HEAD):
        above_months = _MONTH_LABEL.match(plan.lines[at + 1]) and plan.lines[at][-1] != "。"
        if above_months or "安排" in plan.lines[at]:
            yield without(plan, at, after), range(at + 1)


# --- leftovers, script and typing ---------------------------------------------------------------


@kind("DP330")
def placeholder_left(plan: Plan, rng: Random) -> Seeded:
    """What a template wanted to be filled in."""
    for at, line in body(plan):
        if match := re.search(r"\d{1,2}月", line):
            left = rng.choice(["X月", "××月", "**月"])
            yield changed(plan, at, line.replace(match[0], left, 1))
        elif line.endswith("。"):
            yield changed(plan, at, f"{line[:-1]}，联系人***。")


@kind("DP340")
def other_script(plan: Plan, rng: Random) -> Seeded:
    """A few characters in the other script."""
    pairs = {"学": "學", "区": "區", "开": "開", "导": "導", "务": "務", "组": "組", "训": "訓"}
    for at, line in body(plan):
        for one, other in [*pairs.items(), *((b, a) for a, b in pairs.items())]:
            if one in line:
                yield changed(plan, at, line.replace(one, other, 1))
                break


@kind("DP341")
def pinyin_left(plan: Plan, rng: Random) -> Seeded:
    """A note on pronunciation, pasted from a web page."""
    sounds = {"工": "gōng", "作": "zuò", "学": "xué", "學": "xué", "全": "quán", "开": "kāi"}
    for at, line in body(plan):
        for char, sound in sounds.items():
            if char in line:
                yield changed(plan, at, line.replace(char, f"{char}({sound})", 1))
                break


@kind("DP342")
def halfwidth_mark(plan: Plan, rng: Random) -> Seeded:
    """A comma or colon of Latin text between Chinese characters."""
    for at, line in body(plan):
        for mark, half in (("，", ","), ("；", ";"), ("：", ":")):
            if re.search(rf"[\u4e00-\u9fff]{mark}[\u4e00-\u9fff]", line):
                place = re.search(rf"[\u4e00-\u9fff]{mark}[\u4e00-\u9fff]", line)
                assert place
                cut = place.start() + 1
                yield changed(plan, at, line[:cut] + half + line[cut + 1 :])
                break


@kind("DP343")
def pair_broken(plan: Plan, rng: Random) -> Seeded:
    """A mark of a pair that went missing."""
    for at, line in body(plan):
        for mark in "》”）《“":
            place = line.rfind(mark)
            if place > 6:
                yield changed(plan, at, line[:place] + line[place + 1 :])
                break


@kind("DP344")
def mark_twice(plan: Plan, rng: Random) -> Seeded:
    """A mark typed twice, or two that can't follow each other."""
    for at, line in body(plan):
        if "，" in line:
            yield changed(plan, at, line.replace("，", rng.choice(["，，", "，、", "、，"]), 1))
        elif line.endswith("。"):
            yield changed(plan, at, f"{line}。")


@kind("DP345")
def space_inside(plan: Plan, rng: Random) -> Seeded:
    """A space inside a word of a sentence."""
    for at, line in body(plan):
        words = [match for match in _WORDS.finditer(line) if match.start() > 8]
        # In titles and signatures a space parts the office from the rest.
        if words and re.search("[，。]", line):
            cut = words[0].start() + 3
            yield changed(plan, at, f"{line[:cut]} {line[cut:]}")


@kind("DP346")
def wrong_zero(plan: Plan, rng: Random) -> Seeded:
    """A letter or a circle for 〇 in the year of the signature."""
    digits = dict(zip("0123456789", "○一二三四五六七八九", strict=True))
    for at, line in enumerate(plan.lines):
        if match := re.fullmatch(rf"(\s*){plan.year}年(\d{{1,2}})月(\d{{1,2}})日\s*", line):
            year = "".join(digits[char] for char in str(plan.year))
            yield changed(plan, at, f"{match[1]}{year}年{match[2]}月{match[3]}日")
