"""What calendars say to people beside the texts of plans, in English and Chinese."""

from __future__ import annotations

from duplan.writers.calendar.manner import Language

# key: (English, Chinese)
_WORDS: dict[str, tuple[str, str]] = {
    "calendar": ("Work calendar", "工作日历"),
    "ledger": ("Ledger", "台账"),
    "overview": ("Overview", "一览"),
    "empty": ("Nothing is due.", "没有安排。"),
    "month": ("Month", "月份"),
    "work": ("Work", "工作"),
    "units": ("Responsible", "责任单位"),
    "due": ("Due", "时限"),
    "when": ("Time", "时间"),
    "remark": ("Remark", "备注"),
    "plan": ("Plan", "计划"),
    "source": ("Source", "来源"),
    "place": ("Place", "出处"),
    "state": ("Done?", "完成情况"),
    "total": ("Total", "合计"),
    "title": ("Of", "所属"),
    "raw": ("In the plan", "原文"),
    "not-started": ("not started", "未开始"),
    "under-way": ("under way", "进行中"),
    "done": ("done", "已完成"),
    "lead": ("lead: ", "牵头："),
    "support": ("support: ", "配合："),
    "responsible": ("", ""),
    "schedule": ("schedule", "安排"),
    "task": ("task", "任务"),
    "goal": ("goal", "目标"),
    "paragraph": ("paragraph {line}", "第{line}段"),
    "untitled": ("(no title)", "（无标题）"),
    "pages": ("Page &P of &N", "第 &P 页，共 &N 页"),
    "colon": (": ", "："),
    "comma": (", ", "、"),
    "semicolon": ("; ", "；"),
    "issued-by": ("{title} ({issuer})", "{title}（{issuer}）"),
    "to": (" to ", " 至 "),
    "by": ("by {day}", "{day} 前"),
    "year-unknown": ("unknown", "年份不详"),
    "year": ("Year", "年份"),
    "month-number": ("{month}", "{month}月"),
    "month-of-year": ("{year}-{month:02}", "{year}年{month}月"),
    "month-alone": ("--{month:02} (year unknown)", "{month}月（年份不详）"),
}


def say(language: Language, key: str, **values: object) -> str:
    """The words of a key, with these values in them."""
    english, chinese = _WORDS[key]
    return (chinese if language == "zh" else english).format(**values)
