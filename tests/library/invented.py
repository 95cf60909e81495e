"""Plans of invented places in a folder."""

from __future__ import annotations

from pathlib import Path

MONTHS = ("三月", "九月", "十月")


def plan_text(place: str = "槐安区", year: int = 2020, work: str = "开展开学工作督导") -> str:
    """A plan with a goal, a task that is due in June, and two pieces of work in each of three months."""
    lines = [f"{place}教育局{year}年工作计划", "一、工作目标", "1.督导覆盖率达到100%。"]
    lines += ["二、重点工作", "（一）完善督导机制", "6月底前完成责任区调整。", "三、逐月安排"]
    for month in MONTHS:
        lines += [month, f"1.{work}（责任单位：督导室）", f"2.召开{month[0]}号例会"]
    return "\n".join(lines) + "\n"


def make_folder(root: Path) -> Path:
    """A folder of three plans, one of them in a subfolder."""
    folder = root / "plans"
    (folder / "学校").mkdir(parents=True)
    (folder / "a 2019.txt").write_text(plan_text(year=2019), "utf-8")
    (folder / "b.txt").write_text(plan_text(), "utf-8")
    (folder / "学校" / "c.md").write_text(plan_text("柳溪县"), "utf-8")
    return folder
