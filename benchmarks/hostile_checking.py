"""What checking hostile texts costs beside parsing them, and how both grow.

    hostile_checking.py [--lines 10000] [--times 4]

Exits with 1 where checking grows faster than the text, or takes more than twice as long as parsing and
a second for each megabyte. Seconds of the processor.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from duplan import check
from duplan.checking.examination import load
from duplan.garbage import collection_paused
from duplan.readers.file import Limits

Shape = Callable[[int], str]


def lines(line: str) -> Shape:
    """This line again and again."""
    return lambda count: f"{line}\n" * count


def row(words: str, each: int = 1) -> Shape:
    """One line of these words again and again."""
    return lambda count: words * (count * each)


def months(count: int) -> str:
    """A schedule of as many months."""
    return "".join(f"{at % 12 + 1}月\n1.开展活动。\n" for at in range(count // 2))


def tasks(count: int) -> str:
    """As many tasks, and a schedule of some of them."""
    work = "".join(f"{at}.完成第{at}项任务，检查学校{at}所。\n" for at in range(count))
    due = "".join(f"{at % 12 + 1}月：检查学校{at}所\n" for at in range(count // 10))
    return f"一、工作任务\n{work}二、时间安排\n{due}"


def different(count: int) -> str:
    """A line of as many characters, all of the plane that Chinese has."""
    return "".join(chr(0x4E00 + at * 7919 % 20_000) for at in range(count * 10))


def yaml(count: int) -> str:
    """A plan file of as many tasks."""
    each = "".join(f"  - {{id: t{at}, path: [{at}], title: 检查{at}}}\n" for at in range(count))
    return f"schema_version: '1.0'\nplans:\n- title: 2025年工作计划\n  key_tasks:\n{each}"


def json(count: int) -> str:
    """A plan file of as many plans."""
    return '{"plans":[' + ",".join(['{"title":"计划"}'] * count) + "]}"


SHAPES: dict[str, Shape] = {
    "nearly empty lines": lines("　 一"),
    "labels": lines("一、"),
    "items": lines("1.加强学习。"),
    "headings of Markdown": lines("# 加强学习"),
    "digits": lines("1234567890"),
    "open brackets": lines("（《“【"),
    "closing brackets": lines("）》”】"),
    "quotes": lines("“加强\"学习'"),
    "stars": lines("**加强**"),
    "crosses": lines("××单位×月×日"),
    "months": months,
    "dates": lines("2025年2月30日（星期三）至1月3日召开会议。"),
    "feasts": lines("3月5日学雷锋日，9月1日教师节"),
    "rows of tables": lines("|1月|开展检查|局办|"),
    "tabs": lines("\t\t1\t2\t"),
    "pinyin notes": lines("督导dǎo导学习jiāqiáng加强"),
    "half-width marks": lines("学习,加强;工作(一)."),
    "words twice": lines("加强加强学习学习的的了了，，。。"),
    "both scripts": lines("學習计劃学习国國"),
    "false zeros": lines("二O二O年二0二0年○○"),
    "tasks": tasks,
    "brackets in a line": row("（《", 3),
    "quotes in a line": row('"', 5),
    "nested brackets": lambda count: "（" * count + "）" * count,
    "dates in a line": row("2025年2月30日（星期三）至1月3日、"),
    "years in a line": row("2019年—2020年、"),
    "numbers in a line": row("1.2.3.4/5/6-7-"),
    "one digit": row("1", 10),
    "spaces": lambda count: "督" + " " * count * 10 + "导",
    "spaced characters": row("一 二　三", 2),
    "commas": row("，", 5),
    "different characters": different,
    "YAML tasks": yaml,
    "JSON plans": json,
}


def measured(name: str, text: str) -> tuple[float, float, int]:
    """Seconds of parsing, seconds of checking, findings."""
    suffix = {"YAML": ".yaml", "JSON": ".json"}.get(name[:4], ".txt")
    with collection_paused():
        start = time.process_time()
        document = load(text.encode(), f"a{suffix}", Limits())
        parsed = time.process_time()
        found = len(check(document))
        return parsed - start, time.process_time() - parsed, found


def main() -> int:
    """Prints a table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--lines", type=int, default=10_000)
    arguments.add_argument(
        "--times", type=int, default=4, help="how much longer the second text is"
    )
    asked = arguments.parse_args()
    failed = 0
    print(f"{'':24}{'KB':>7}{'parse':>8}{'check':>8}{'found':>8}{'growth':>8}")
    for name, shape in SHAPES.items():
        _, short, _ = measured(name, shape(asked.lines))
        text = shape(asked.lines * asked.times)
        parsing, checking, found = measured(name, text)
        size = len(text.encode()) / 1e6
        growth = checking / max(short, 0.01) / asked.times
        good = growth < 2 and checking < 2 * parsing + max(size, 1)
        failed += not good
        mark = "" if good else "  <<<"
        print(
            f"{name:24}{size * 1e3:>7.0f}{parsing:>8.2f}{checking:>8.2f}{found:>8}{growth:>8.2f}{mark}",
            flush=True,
        )
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
