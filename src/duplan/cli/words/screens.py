"""What is shown: plans, calendars, comparisons, libraries, what was found.

Each key has an English and a Chinese text, ``str.format`` templates.
"""

from __future__ import annotations

SCREENS: dict[str, tuple[str, str]] = {
    # show
    "show.issuer": ("Issuer", "发文机关"),
    "show.number": ("Number", "发文字号"),
    "show.issued": ("Issued", "成文日期"),
    "show.period": ("Period", "计划期间"),
    "show.year": ("Year", "年度"),
    "show.recipients": ("To", "主送机关"),
    "show.attachments": ("Attachments", "附件"),
    "show.sections": ("Also holds", "另有部分"),
    "show.source": ("Read from", "来源"),
    "show.goals": ("Goals", "工作目标"),
    "show.tasks": ("Key tasks", "重点任务"),
    "show.schedule": ("Schedule", "逐月安排"),
    "show.time": ("Time", "时间"),
    "show.work": ("Work", "工作"),
    "show.remark": ("Remark", "备注"),
    "show.untitled": ("(no title)", "（无标题）"),
    "show.nothing": ("no plan was found in {name}", "{name} 中没有找到计划"),
    "show.months": ("{start} to {end}", "{start} 至 {end}"),
    "duty.lead": ("led by", "牵头"),
    "duty.support": ("with", "配合"),
    "duty.responsible": ("by", "责任"),
    "role.overview": ("overview", "总述"),
    "role.goals": ("goals", "目标"),
    "role.tasks": ("tasks", "任务"),
    "role.schedule": ("schedule", "安排"),
    "role.measures": ("measures", "措施"),
    "role.review": ("review", "回顾"),
    "role.other": ("other", "其他"),
    # searching
    "metavar.words": ("WORD...", "词..."),
    "metavar.parts": ("LIST", "部分"),
    "search.words": (
        "what a passage has to hold, all of it; a term is found in its words too,"
        " 督学培训 as 督学 and 培训, but not in quotes: '“督学培训”'",
        "要找的词，须全部出现在同一处；督学培训也按督学、培训分开查找，"
        "加引号（'“督学培训”'）则照原样查找",
    ),
    "search.parts": (
        "only these, with commas between: goal, task, entry",
        "只查这些部分，用逗号分隔：goal（目标）、task（任务）、entry（逐月安排）",
    ),
    "search.max": (
        "show at most so many; else 20 in a terminal, all elsewhere",
        "最多显示的条数；不写则在终端里显示 20 条，否则全部给出",
    ),
    "search.to": ("text, json or jsonl; else text", "text、json 或 jsonl；不写则为 text"),
    "search.indexing": (
        "preparing the search: {done} of {total} files",
        "正在建立检索：{total} 个文件，已完成 {done} 个",
    ),
    "search.nothing": (
        "nothing in the library holds this; try other words, or drop the filters",
        "计划库中没有这样的内容；请换个词或放宽条件",
    ),
    "search.nothing-together": (
        "nothing in the library holds all of this together ({words}); try fewer words",
        "计划库中没有同时含有这些词的内容（{words}）；请减少词语",
    ),
    "search.alone": ("{word}: {count}", "{word} {count} 条"),
    "search.more": (
        "{count} found, the first {most} shown; -n {count} shows all",
        "共找到 {count} 条，显示了前 {most} 条；用 -n {count} 显示全部",
    ),
    "part.goal": ("goal", "目标"),
    "part.task": ("task", "任务"),
    "part.entry": ("schedule", "安排"),
    "terms.nothing": (
        "there is nothing to search for; give words of letters, digits or Chinese characters",
        "没有可检索的内容；请给出汉字、字母或数字",
    ),
    "terms.long": (
        "this is too much to search for; give at most 128 characters",
        "要找的内容太长；请不要超过 128 个字",
    ),
    "no-fts5": (
        "this Python's SQLite was built without FTS5, which searching needs; use another Python",
        "这个 Python 的 SQLite 不带 FTS5，无法检索；请换用其他 Python",
    ),
    # the library
    "cache.rebuilt": (
        "the cache was damaged and is made anew ({reason})",
        "缓存已损坏，现重新建立（{reason}）",
    ),
    "cache.without": (
        "plans are read without a cache ({reason})",
        "不使用缓存，直接读取计划（{reason}）",
    ),
    "list.year": ("year", "年份"),
    "list.kind": ("kind", "种类"),
    "list.goals": ("goals", "目标"),
    "list.tasks": ("tasks", "任务"),
    "list.entries": ("dated", "安排"),
    "list.findings": ("found", "问题"),
    "list.plan": ("plan", "计划"),
    "list.nothing": ("There are no such plans in the library.", "计划库中没有这样的计划。"),
    "calendar.empty": ("Nothing is due, in no month.", "没有任何有时间的工作。"),
    "calendar.empty-month": (
        "Nothing is due in {asked}; the nearest months: {months}.",
        "{asked}没有安排；最近有安排的月份：{months}。",
    ),
    "calendar.asked-year": ("{year}", "{year}年"),
    "calendar.near": ("{month} ({count})", "{month}（{count} 项）"),
    "calendar.undated": (
        "left out, because the year of their plans isn't known: {count}",
        "所属计划年份不详，未写入：{count} 项",
    ),
    "calendar.moved": (
        "moved from a holiday to a working day: {count}",
        "遇节假日顺延到工作日：{count} 项",
    ),
    "calendar.unknown-holidays": (
        "the holidays of {years} aren't known; nothing in them was moved",
        "{years}年的节假日安排尚不清楚，这些年份的日期未作顺延",
    ),
    # the views of a calendar
    "calendar.months": (
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    ),
    "calendar.year-month": ("{month} {year}", "{year}年{month}"),
    "calendar.year": ("{year}", "{year}年"),
    "calendar.no-year": ("year unknown", "年份不详"),
    "calendar.month-no-year": ("{month} (year unknown)", "{month}（年份不详）"),
    "calendar.day": ("{day} {month}", "{month}{day}日"),
    "calendar.days": ("{start}-{end} {month}", "{month}{start}-{end}日"),
    "calendar.part.early": ("early", "上旬"),
    "calendar.part.mid": ("mid-month", "中旬"),
    "calendar.part.late": ("late", "下旬"),
    "calendar.part.first-half": ("first half", "上半月"),
    "calendar.part.second-half": ("2nd half", "下半月"),
    "calendar.whole": ("all month", "全月"),
    "calendar.due": ("due {time}", "截止 {time}"),
    "calendar.due-day": ("{day} {month}", "{month}/{day}"),
    "calendar.count": ("{count} due", "{count} 项"),
    "calendar.due-count": ("deadlines: {count}", "截止 {count}"),
    "calendar.nothing": ("nothing due", "没有安排"),
    "calendar.total": ("total", "合计"),
    "calendar.time": ("Time", "时间"),
    "calendar.source": ("From", "来源"),
    "calendar.work": ("Work", "工作"),
    "calendar.units": ("By", "责任"),
    "calendar.remark": ("Remark: {remark}", "备注：{remark}"),
    "calendar.from.schedule": ("schedule", "安排"),
    "calendar.from.task": ("task", "任务"),
    "calendar.from.goal": ("goal", "目标"),
    "calendar.dated": ("time known", "具体时间"),
    "calendar.at-some-time": ("at some time in it, or regularly", "期间内或经常性"),
    "calendar.deadline": ("due", "截止"),
    # a comparison
    "diff.no-plan": (
        "no plan was found in it; name another file",
        "其中没有找到计划；请换一个文件",
    ),
    "diff.no-export": (
        "this is no plan that duplan parse wrote ({reason}); correct it or name the document",
        "这不是 duplan parse 输出的计划（{reason}）；请改正，或改用原文档",
    ),
    "diff.goals": ("goal", "目标"),
    "diff.key_tasks": ("task", "任务"),
    "diff.monthly_schedule": ("schedule", "安排"),
    "diff.total": ("total", "合计"),
    "diff.old": ("old", "旧"),
    "diff.new": ("new", "新"),
    "diff.what": ("what differs", "变化"),
    "diff.more": ("more sentences: {count}", "另有 {count} 处增删改"),
    "diff.above": (" ({title})", "（{title}）"),
    "diff.semicolon": ("; ", "；"),
    "diff.same": (
        "Both plans say the same; wording, order, numbering and years don't count.",
        "两份计划内容一致（表述、顺序、编号和年份的不同不算）。",
    ),
    # explain
    "explain.heading.line": ("line", "行"),
    "explain.heading.role": ("taken for", "识别为"),
    "explain.heading.part": ("part", "位置"),
    "explain.heading.why": ("because", "理由"),
    "explain.heading.text": ("text", "原文"),
}
