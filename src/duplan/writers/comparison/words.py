"""What comparisons say to people beside the texts of plans, in English and Chinese."""

from __future__ import annotations

from duplan.comparison.model import PlanDiff
from duplan.comparison.sentences import Language

# key: (English, Chinese); the texts are ``str.format`` templates
WORDS: dict[str, tuple[str, str]] = {
    "comparison": ("Two plans compared", "两份计划对照"),
    "table": ("Comparison", "对照表"),
    "overview": ("Overview", "汇总"),
    "verdict": ("Verdict", "结论"),
    "part": ("Part", "部分"),
    "months": ("Months", "月份"),
    "what": ("What differs", "变化说明"),
    "total": ("Total", "合计"),
    "title": ("Title", "标题"),
    "issuer": ("Issuer", "发文单位"),
    "source": ("File", "文件"),
    "plans": ("The plans themselves", "计划本身"),
    "old": ("Old plan", "旧计划"),
    "new": ("New plan", "新计划"),
    "of-year": ("{year}", "{year}年"),
    "goals": ("Goals", "工作目标"),
    "key_tasks": ("Key tasks", "重点任务"),
    "monthly_schedule": ("Schedule", "逐月安排"),
    "counted": ("{name} ({count})", "{name}（{count}）"),
    "belongs": ("{title} (under {above})", "{title}（属“{above}”）"),
    "untitled": ("(no title)", "（无标题）"),
    "same": (
        "Both plans say the same; wording, order, numbering and years don't count.",
        "两份计划内容一致（表述、顺序、编号和年份的不同不算）。",
    ),
    "pages": ("Page &P of &N", "第 &P 页，共 &N 页"),
    "month": ("{month}", "{month}月"),
    "names": ("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", "1 2 3 4 5 6 7 8 9 10 11 12"),
    "stretch": ("{first}–{last}", "{first}—{last}"),
    # the page
    "lang": ("en", "zh-Hans"),
    "skip": ("Skip to the comparison", "跳到对照"),
    "print": ("Print", "打印"),
    "filters": ("Show only", "只看"),
    "all": ("All: {all}", "共 {all} 项"),
    "shown": ("Shown: {shown} of {all}", "显示 {shown} 项，共 {all} 项"),
    "nothing": ("Nothing fits.", "没有这样的内容。"),
    "clear": ("Show all", "全部显示"),
    "how": (
        "Choose an item to see what became of it; arrow keys move, left and right go to its partner,"
        " Esc lets go.",
        "点选一项，查看它在另一份计划中的对应；方向键移动，左右键跳到对应项，Esc 取消。",
    ),
    "pair": ("No. {number}", "第 {number} 组"),
    "text": ("Text", "正文"),
    "chosen": ("Chosen", "所选"),
    "close": ("Close", "关闭"),
    "not-there": ("(not in it)", "（没有）"),
    "made": ("Made by duplan", "由 duplan 生成"),
    "comma": (", ", "、"),
}


def say(language: Language, key: str, **values: object) -> str:
    """The words of a key, with these values in them."""
    english, chinese = WORDS[key]
    return (chinese if language == "zh" else english).format(**values)


def side_names(diff: PlanDiff, language: Language) -> tuple[str, str]:
    """What the sides are called: their years where those tell them apart, else old and new."""
    old, new = diff.old.year, diff.new.year
    if old and new and old != new:
        return say(language, "of-year", year=old), say(language, "of-year", year=new)
    return say(language, "old"), say(language, "new")


def months(numbers: tuple[int, ...], language: Language) -> str:
    """3、9—11月; in English Mar, Sep–Nov."""
    if not numbers:
        return ""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    names = ["", *say(language, "names").split()]
    said = [
        names[run[0]]
        if len(run) == 1
        else say(language, "stretch", first=names[run[0]], last=names[run[-1]])
        for run in runs
    ]
    return say(language, "month", month=say(language, "comma").join(said))
