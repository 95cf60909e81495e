"""Further kinds of errors: those of what a plan says, of its parts, and of typing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from random import Random

from mutations import HEAD, ITEM, Plan, Seeded, body, changed, kind

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff])\d{2,4}(?=[\u4e00-\u9fff])")
_FIVES = {2019: "十四五", 2020: "十四五", 2021: "十三五", 2022: "十三五", 2023: "十三五"}


@kind("DP314")
def other_five_years(plan: Plan, rng: Random) -> Seeded:
    """The five-year plan before, or the next, as the present one."""
    name = _FIVES.get(plan.year, "十三五")
    for at, line in body(plan):
        if ITEM.match(line) and line.endswith("。"):
            said = f"{plan.year}年是“{name}”规划的开局之年。"
            yield changed(plan, at, line + said)


@kind("DP317")
def broken_school_year(plan: Plan, rng: Random) -> Seeded:
    """A school year of three years."""
    for at, line in body(plan):
        if ITEM.match(line) and line.endswith("。"):
            said = f"做好{plan.year}—{plan.year + 2}学年招生工作。"
            yield changed(plan, at, line + said)


@kind("DP420")
def meeting_on_a_holiday(plan: Plan, rng: Random) -> Seeded:
    """A meeting on a day off."""
    for at, line in body(plan):
        if ITEM.match(line) and line.endswith("。"):
            yield changed(plan, at, f"{line}1月1日召开部门例会。")


@kind("DP421")
def feast_on_another_day(plan: Plan, rng: Random) -> Seeded:
    """A feast with a date that isn't its own."""
    for at, line in body(plan):
        if ITEM.match(line) and line.endswith("。"):
            day = rng.choice(["3月13日（植树节）", "6月3日（儿童节）", "12月14日（国家宪法日）"])
            yield changed(plan, at, f"{line}{day}开展主题活动。")


@kind("DP329")
def wrong_count(plan: Plan, rng: Random) -> Seeded:
    """An announced number that isn't that of the items below."""
    for at, line in enumerate(plan.lines[:-1]):
        listed = _listed(plan.lines[at + 1 :])
        if HEAD.match(line) and listed > 1 and ITEM.match(plan.lines[at + 1]):
            said = f"重点抓好以下{'二三四五六七八九十'[listed - 1]}项工作："
            yield [*plan.lines[: at + 1], said, *plan.lines[at + 1 :]], [at + 1]


def _listed(lines: Iterable[str]) -> int:
    count = 0
    for line in lines:
        match = ITEM.match(line)
        if match is None or int(match[1]) != count + 1:
            break
        count += 1
    return count if count < 9 else 0


@kind("DP209", "DP208")
def attachment_not_there(plan: Plan, rng: Random) -> Seeded:
    """A reference to an attachment that the document neither names nor holds."""
    if not any("附" in line for line in plan.lines):
        for at, line in body(plan):
            if ITEM.match(line) and line.endswith("。"):
                yield changed(plan, at, f"{line[:-1]}（评分标准见附件3）。")


@kind("DP347")
def word_twice(plan: Plan, rng: Random) -> Seeded:
    """A word that was typed twice."""
    for at, line in body(plan):
        if match := re.search("(?:开展|組織|组织|落实|检查|工作|活動|培训|辦理|完成)", line):
            yield changed(plan, at, line[: match.end()] + match[0] + line[match.end() :])


@kind("DP349")
def wide_digits(plan: Plan, rng: Random) -> Seeded:
    """Full-width digits among half-width ones."""
    for at, line in body(plan):
        if match := _NUMBER.search(line):
            wide = match[0].translate(_FULL_WIDTH)
            yield changed(plan, at, line[: match.start()] + wide + line[match.end() :])


@kind("DP348")
def comma_at_the_end(plan: Plan, rng: Random) -> Seeded:
    """An item that ends in a comma before the next one."""
    for at, line in body(plan):
        following = plan.lines[at + 1 : at + 2]
        if ITEM.match(line) and line.endswith("。") and following and ITEM.match(following[0]):
            yield changed(plan, at, f"{line[:-1]}，")


@kind("DP326")
def goal_without_measure(plan: Plan, rng: Random) -> Seeded:
    """One goal of at least four that says nothing that could be measured."""
    for at, line in enumerate(plan.lines[:-1]):
        below = plan.lines[at + 1 : at + 5]
        if HEAD.match(line) and re.search("目[标標]", line):
            numbers = [re.match(r"（[一二三四]）|\d[.、]", each) for each in below]
            counted = all(re.search(r"\d", each[3:]) for each in below)
            if len(below) == 4 and all(numbers) and counted:
                for place, label in enumerate(numbers[1:], at + 2):
                    assert label
                    yield changed(plan, place, f"{label[0]}进一步提升各项工作的水平。")


@kind("DP206", "DP201")
def row_emptied(plan: Plan, rng: Random) -> Seeded:
    """A row of a table with nothing but its first cell."""
    for at, line in enumerate(plan.lines):
        cells = line.split("|")
        if re.match(r"\| ?(?:\d+|[一二三四五六七八九十]+月) ?\|", line) and len(cells) > 4:
            yield changed(plan, at, "|".join([*cells[:2], *["  "] * (len(cells) - 3), ""]))


@kind("DP415", "DP412", "DP310", "DP416")
def entry_of_last_year(plan: Plan, rng: Random) -> Seeded:
    """An entry of the schedule that stands under a month of the year before."""
    for at, line in enumerate(plan.lines):
        if match := re.match(r"(\d{1,2})月：", line):
            year = plan.year - 1
            yield changed(plan, at, f"{year}年{match[1]}月：{line[match.end() :]}")


@kind("DP325")
def stroke_for_a_unit(plan: Plan, rng: Random) -> Seeded:
    """A cell with a stroke where all others of its column name a unit."""
    for at, line in enumerate(plan.lines):
        header = next((row for row in plan.lines[:at] if "责任单位" in row and "|" in row), None)
        cells = line.split("|")
        if header is None or len(cells) < 5 or not cells[1].strip().isdecimal():
            continue
        names = [cell.strip() for cell in header.split("|")]
        column = names.index("责任单位")
        yield changed(plan, at, "|".join([*cells[:column], " — ", *cells[column + 1 :]]))


@kind("DP201", "DP202")
def attachments_misnumbered(plan: Plan, rng: Random) -> Seeded:
    """A second attachment with a number that doesn't follow."""
    for at, line in enumerate(plan.lines):
        if match := re.match("附件：(?:1[.．])?(?=.)", line):
            first = f"附件：1.{line[match.end() :]}"
            for label in ("1.", "3."):
                lines = [*plan.lines[:at], first, f"{label}任务一览表", *plan.lines[at + 1 :]]
                yield lines, [at + 1]
