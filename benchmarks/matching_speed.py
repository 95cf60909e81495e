"""How much of the processor comparing takes and what memory, by the number of tasks, in one run.

    matching_speed.py [--runs 3]

Two plans of 200 tasks and 300 pieces of scheduled work each are compared in process, jieba loaded; then
plans of 50 to 1,000 tasks in one part, of three kinds: varied (titles of many objects and deeds), alike
(they differ by one rare word and a number) and equal (every title the same). Half of the new plan's
titles are reworded or changed. The exponent is that of time over the number of tasks between two lines.
Memory is the peak of a process of its own, less that of a process that compares two tasks.

Exits with 1 where the first takes more than 0.5 s, 1,000 tasks take more than a minute, or time grows
faster than with the cube.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from math import log
from random import Random
from statistics import median

from duplan.comparison.compare import diff
from duplan.comparison.folding import fold
from duplan.comparison.terms import read
from duplan.plan import Plan, ScheduleEntry, ScheduleItem, Task
from duplan.segmentation import words

SIZES = (50, 100, 200, 400, 1000)
MOST_SECONDS = 60.0
MOST_FOR_TWO_PLANS = 0.5
MOST_EXPONENT = 3.0
TOO_SHORT = 0.02  # seconds below which an exponent tells nothing
_VERBS = (
    "开展",
    "组织",
    "加强",
    "推进",
    "完善",
    "落实",
    "抓好",
    "做好",
    "规范",
    "启动",
    "完成",
    "检查",
)
_WHOSE = (
    *("小学", "初中", "幼儿园", "高中", "职业学校", "社区", "村", "企业", "医院", "图书馆", "车站"),
    *("码头", "公园", "食堂", "宿舍", "实验室", "体育馆", "培训机构", "养老院", "农贸市场"),
)
_WHAT = (
    *(
        "消防",
        "食品",
        "用电",
        "燃气",
        "档案",
        "财务",
        "采购",
        "招生",
        "收费",
        "课程",
        "作业",
        "阅读",
    ),
    *(
        "体育",
        "美育",
        "劳动",
        "心理",
        "防汛",
        "防溺水",
        "网络",
        "信息化",
        "绿化",
        "节能",
        "物资",
        "设备",
    ),
    *(
        "人事",
        "职称",
        "党建",
        "工会",
        "志愿",
        "宣传",
        "普法",
        "信访",
        "统计",
        "审计",
        "科研",
        "合同",
    ),
)
_DEEDS = (
    "检查",
    "培训",
    "评估",
    "演练",
    "整治",
    "调研",
    "评选",
    "建设",
    "督导",
    "管理",
    "公示",
    "验收",
)


def varied(rng: Random) -> str:
    """A title of thousands."""
    return rng.choice(_VERBS) + rng.choice(_WHOSE) + rng.choice(_WHAT) + rng.choice(_DEEDS)


def alike(rng: Random) -> str:
    """A title of a plan in which all titles say nearly the same."""
    return f"对{rng.choice(_WHOSE)}开展安全专项督导检查{rng.randint(2, 99)}次"


def equal(_: Random) -> str:
    """The title of a plan that says one thing only."""
    return "开展校园安全专项督导检查"


KINDS: dict[str, Callable[[Random], str]] = {"varied": varied, "alike": alike, "equal": equal}


def titles(kind: str, count: int) -> tuple[list[str], list[str]]:
    """The titles of an old and of a new plan."""
    rng = Random(f"{kind} {count}")  # noqa: S311
    make = KINDS[kind]
    old = [make(rng) for _ in range(count)]
    new = [_another(rng, title, make) for title in old]
    rng.shuffle(new)
    return old, new


def _another(rng: Random, title: str, make: Callable[[Random], str]) -> str:
    return rng.choice(
        (
            title,
            title,
            f"认真{title}",
            f"{title}工作",
            f"{title}，全年{rng.randint(2, 9)}次",
            make(rng),
        )
    )


def plan(tasks: list[str], items: list[str] = []) -> Plan:  # noqa: B006
    """A plan with these tasks, and with this work spread over the months."""
    return Plan(
        title="工作计划",
        key_tasks=[
            Task(id=f"s1.n{at}", path=[1, at], title=title) for at, title in enumerate(tasks)
        ],
        monthly_schedule=[
            ScheduleEntry(
                id=f"s2.m{month}",
                label=f"{month}月",
                months=[month],
                items=[
                    ScheduleItem(id=f"s2.m{month}.{at}", text=text)
                    for at, text in enumerate(items)
                    if at % 12 + 1 == month
                ],
            )
            for month in range(1, 13 if items else 1)
        ],
    )


def seconds(old: Plan, new: Plan, runs: int) -> float:
    """Of the processor: the median of several comparisons, none of which remembers another."""
    took = []
    for _ in range(runs):
        fold.cache_clear()
        read.cache_clear()
        start = time.process_time()
        diff(old, new)
        took.append(time.process_time() - start)
    return median(took)


def memory(kind: str, count: int) -> float:
    """Megabytes at the peak of a process that compares so many tasks."""
    run = subprocess.run(
        [sys.executable, __file__, "--peak", kind, str(count)], check=True, capture_output=True
    )
    return float(run.stdout)


def peak(kind: str, count: int) -> float:
    """Megabytes at the peak of this process after one comparison."""
    import resource

    old, new = titles(kind, count)
    diff(plan(old), plan(new))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1e6 if sys.platform == "darwin" else 1e3)


def two_plans(runs: int) -> float:
    """Seconds for 200 tasks and 300 pieces of scheduled work."""
    tasks, work = titles("varied", 200), titles("varied", 300)
    return seconds(plan(tasks[0], work[0]), plan(tasks[1], work[1]), runs)


def growth(kind: str, runs: int) -> bool:
    """Prints a line for each size; whether all bounds are kept."""
    kept, before = True, (0, 0.0)
    least = memory(kind, 2)
    for count in SIZES:
        old, new = titles(kind, count)
        took = seconds(plan(old), plan(new), 1 if count > SIZES[2] else runs)
        exponent = 0.0
        if before[1] > TOO_SHORT:
            exponent = log(took / before[1]) / log(count / before[0])
        kept = kept and took <= MOST_SECONDS and exponent <= MOST_EXPONENT
        more = memory(kind, count) - least
        print(f"{kind:8}{count:>6} tasks{took:>9.3f} s{exponent:>7.2f}{more:>9.1f} MB")
        before = count, took
    return kept


def main() -> int:
    """Prints the figures."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--peak", nargs=2, metavar=("KIND", "COUNT"), help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.peak:
        print(peak(options.peak[0], int(options.peak[1])))
        return 0
    words("加载词典")
    both = two_plans(options.runs)
    print(f"200 tasks and 300 pieces of scheduled work: {both:.3f} s")
    kept = [both <= MOST_FOR_TWO_PLANS, *(growth(kind, options.runs) for kind in KINDS)]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
