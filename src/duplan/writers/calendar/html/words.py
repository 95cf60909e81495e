"""Every word of the page, in English and Chinese."""

from __future__ import annotations

from duplan.writers.calendar.manner import Language

# key: (English, Chinese); the texts are ``str.format`` templates
WORDS: dict[str, tuple[str, str]] = {
    "lang": ("en", "zh-Hans"),
    "skip": ("Skip to the list", "跳到工作清单"),
    "calendar": ("Work calendar", "工作日历"),
    "parts": ("Parts of this page", "本页内容"),
    "print": ("Print", "打印"),
    "between-months": (" – ", "—"),
    "of-them": (" ({count} months of these)", "（其中 {count} 个月）"),
    "stretch": ("{first} – {last}", "{first}—{last}"),
    # the head
    "stat.plans": ("Plans", "计划"),
    "stat.months": ("Months", "月份"),
    "stat.works": ("Pieces of work", "工作事项"),
    "stat.entries": ("Entries", "条目"),
    "stat.deadlines": ("With a deadline", "限期完成"),
    "stat.nobody": ("No unit named", "未写明责任单位"),
    "plans": ("Plans ({count})", "所据计划（{count} 份）"),
    "untitled": ("(untitled)", "（无标题）"),
    "no-issuer": ("(issuer not told)", "（发文机关不详）"),
    "source": ("{file}, plan {number}", "{file}，第 {number} 份"),
    # the year
    "glance": ("The year at a glance", "年度总览"),
    "year": ("{year}", "{year}年"),
    "no-year": ("Year not told", "年份不详"),
    "month": ("{name} {year}", "{year}年{name}"),
    "month.no-year": ("{name} (year not told)", "{name}（年份不详）"),
    "load": (
        "{month}: {count} (schedule {schedule}, tasks {task}, goals {goal})",
        "{month}：{count} 条（安排 {schedule}，任务 {task}，目标 {goal}）",
    ),
    "not-asked": ("not in this calendar", "不在本日历内"),
    # filters
    "filters": ("Filters", "筛选"),
    "filter.text": ("Words", "文字"),
    "filter.text.hint": ("work, unit, source…", "工作、单位、原文……"),
    "filter.month": ("Month", "月份"),
    "filter.issuer": ("Issuer", "发文机关"),
    "filter.unit": ("Responsible unit", "责任单位"),
    "filter.from": ("Kind", "类别"),
    "any": ("all", "全部"),
    "choice": ("{name} ({count})", "{name}（{count}）"),
    "nobody": ("(none named)", "（未写明）"),
    "quick": ("Often asked for", "常用"),
    "quick.month": ("This month", "本月"),
    "quick.due": ("Deadlines", "限期完成"),
    "quick.past": ("Time is past", "时间已过"),
    "quick.nobody": ("No unit named", "未写明责任单位"),
    "clear": ("Clear filters", "清除筛选"),
    "open": ("Show all sources", "展开全部原文"),
    "close": ("Hide all sources", "收起全部原文"),
    # the list
    "list": ("Work by month", "工作清单"),
    "all": ("Entries: {all}", "共 {all} 条"),
    "count": ("{count}", "{count} 条"),
    "shown": ("Shown: {shown} of {all}", "显示 {shown} 条，共 {all} 条"),
    "nothing": ("Nothing fits these filters.", "没有符合条件的条目。"),
    "empty": ("This calendar has no entries.", "这份日历没有条目。"),
    "column.when": ("When", "时间"),
    "column.work": ("Work", "工作内容"),
    "column.units": ("Responsible", "责任单位"),
    "column.plan": ("Plan", "来源"),
    "column.done": ("Done", "完成"),
    "schedule": ("schedule", "安排"),
    "task": ("task", "任务"),
    "goal": ("goal", "目标"),
    "lead": ("{name} (leads)", "{name}（牵头）"),
    "support": ("{name} (supports)", "{name}（配合）"),
    "responsible": ("{name}", "{name}"),
    "between-units": (", ", "、"),
    "remark": ("Remark: {remark}", "备注：{remark}"),
    "under": ("Under: {title}", "所属：{title}"),
    "detail.raw": ("Source text", "原文"),
    "detail.place": ("Place", "出处"),
    "detail.when": ("Time as printed", "时间写法"),
    "detail.label": ("Printed label", "序号"),
    "detail.series": ("Series", "系列工作"),
    "detail.plan": ("Plan", "计划"),
    "place.line": ("{file}, line {line}", "{file}，第 {line} 行"),
    "place.block": ("{file}, paragraph {line} ({block})", "{file}，第 {line} 段（{block}）"),
    "place.none": ("{file}", "{file}"),
    # times inside a month
    "by-day": ("by {day}", "{day}日前"),
    "on-day": ("{day}", "{day}日"),
    "days": ("{first} – {last}", "{first}—{last}日"),
    "precision.month": ("month", "当月"),
    "precision.quarter": ("quarter", "季度内"),
    "precision.half": ("half-year", "半年内"),
    "precision.year": ("all year", "全年"),
    "precision.recurring": ("recurring", "经常"),
    # the chart
    "gantt": ("Gantt chart", "甘特图"),
    "gantt.count": ("{count} pieces of work", "{count} 项工作"),
    "gantt.long": (
        "{count} pieces of work: filter to {limit} or fewer, or open the chart here",
        "{count} 项工作：筛选到 {limit} 项以内自动展开，也可在此展开",
    ),
    "legend": ("Legend", "图例"),
    "deadline": ("deadline", "完成期限"),
    "made": ("Made by duplan", "由 duplan 生成"),
}

MONTHS: dict[Language, tuple[str, ...]] = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "zh": tuple(f"{number}月" for number in range(1, 13)),
}


class Words:
    """The words of one language: ``say("shown", shown=1, all=2)``."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._column = 0 if language == "en" else 1

    def __call__(self, key: str, **values: object) -> str:
        """The text of the key with the values in it."""
        return WORDS[key][self._column].format(**values)

    def template(self, key: str) -> str:
        """The text of the key as it is, for the page's script to fill."""
        return WORDS[key][self._column]

    def month(self, number: int) -> str:
        """9月, Sep."""
        return MONTHS[self.language][number - 1]
