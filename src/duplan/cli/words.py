"""Every sentence that the command line says to people, in English and Chinese."""

from __future__ import annotations

from typing import Literal

Language = Literal["zh", "en"]

# key: (English, Chinese); the texts are ``str.format`` templates
WORDS: dict[str, tuple[str, str]] = {
    # the frame of the help
    "help.usage": ("Usage", "用法"),
    "help.commands": ("Commands", "命令"),
    "help.arguments": ("Arguments", "参数"),
    "help.options": ("Options", "选项"),
    "help.everywhere": ("With every command", "各命令通用"),
    "help.examples": ("Examples", "例子"),
    "help.more": (
        "duplan COMMAND --help tells more about a command.",
        "用 duplan 命令 --help 查看各命令的用法。",
    ),
    "help.help": ("show this help", "显示这份帮助"),
    "help.version": ("show the version", "显示版本号"),
    "help.lang": (
        "language of messages: zh or en; else DUPLAN_LANG or the locale decides",
        "提示的语言：zh 或 en；不写则由 DUPLAN_LANG 或系统区域决定",
    ),
    "help.no-color": ("no colours, as with NO_COLOR", "不用颜色（与 NO_COLOR 相同）"),
    "metavar.options": ("[OPTIONS]", "[选项]"),
    "metavar.command": ("COMMAND", "命令"),
    "metavar.file": ("FILE", "文件"),
    "metavar.files": ("FILE...", "文件..."),
    "metavar.format": ("FORMAT", "格式"),
    "metavar.target": ("FILE|DIR/", "文件|文件夹/"),
    "metavar.name": ("NAME", "名称"),
    "metavar.number": ("N", "N"),
    "metavar.form": ("FORM", "形式"),
    "metavar.plans": ("PLAN...", "计划..."),
    "metavar.folder": ("DIR", "文件夹"),
    "metavar.year": ("YEAR", "年份"),
    "metavar.issuer": ("NAME", "单位"),
    "metavar.kind": ("KIND", "种类"),
    "metavar.time": ("TIME", "时间"),
    "metavar.sources": ("LIST", "来源"),
    "metavar.view": ("VIEW", "视图"),
    "metavar.old": ("OLD", "旧计划"),
    "metavar.new": ("NEW", "新计划"),
    "metavar.verdicts": ("LIST", "变化"),
    "metavar.limit": ("NAME=N", "名称=数目"),
    # commands
    "duplan": (
        "Reads Chinese plan documents and turns them into goals, key tasks and a monthly schedule.",
        "读取中文计划文档，整理出目标、重点任务和逐月安排。",
    ),
    "parse": (
        "Read plan documents and write them as data: YAML, JSON or Markdown.",
        "读取计划文档，输出为数据：YAML、JSON 或 Markdown。",
    ),
    "show": ("Show plans in the terminal, for people.", "在终端里排版显示计划。"),
    "search": (
        "Search the goals, tasks and schedules of the library, in either script.",
        "在计划库的目标、任务和逐月安排中检索，简体、繁体都可以。",
    ),
    "text": (
        "Write documents as plain text, as Word shows them: numbers, tables, notes.",
        "输出文档的纯文本，与 Word 显示的一样：编号、表格、注释都在。",
    ),
    "explain": (
        "Say for every line of a document what it was taken for, and why.",
        "逐行说明文档的内容被识别成什么，理由是什么。",
    ),
    "schema": (
        "Print the JSON Schema of plans, calendars or comparisons.",
        "输出计划、日历或对照结果的 JSON Schema。",
    ),
    "calendar": (
        "Show what is due, in plans that are named or in the whole library.",
        "列出到期的工作：所指定的计划，或整个计划库。",
    ),
    "diff": (
        "Compare two plans: what is new, dropped, changed, moved, split, merged.",
        "比较两份计划：新增、取消、调整、改期、拆分、合并了什么。",
    ),
    "list": ("List the plans of the library.", "列出计划库中的计划。"),
    # arguments and options
    "files": (
        "documents (Word, WPS, PDF, OFD, spreadsheets, web pages, text), folders (what is called"
        " README, CHANGELOG or LICENSE in them is passed over), quoted patterns such as"
        " 'plans/**/*.docx'; - is standard input",
        "文档（Word、WPS、PDF、OFD、电子表格、网页、文本）、"
        "文件夹（其中的 README、CHANGELOG、LICENSE 略过）、"
        "加引号的通配符（如 'plans/**/*.docx'）；- 表示标准输入",
    ),
    "file": ("the document; - is standard input", "文档；- 表示标准输入"),
    "stdin-filename": (
        "the name that standard input goes by",
        "标准输入的内容按这个文件名处理",
    ),
    "keep-script": ("keep traditional characters", "保留繁体字"),
    "quiet": ("no findings on standard error", "不在标准错误输出中显示问题"),
    "verbose": (
        "also findings that only inform",
        "连同仅供参考的提示一并显示",
    ),
    "limit": (
        "allow a file to cost more, as in unzipped=200M; names: file, text, lines, members, unzipped,"
        " ratio, paragraphs, cells, pages, seconds",
        "放宽对文件的限制，如 unzipped=200M；名称：file、text、lines、members、unzipped、"
        "ratio、paragraphs、cells、pages、seconds",
    ),
    "text.normalised": (
        "what interpretation sees: simplified, without notes on pronunciation and page furniture",
        "给出识别时所用的文字：转为简体，去掉注音和版面杂项",
    ),
    "parse.to": (
        "yaml, json, jsonl or markdown; else the name of -o decides, then yaml",
        "yaml、json、jsonl 或 markdown；不写则看 -o 的扩展名，否则为 yaml",
    ),
    "parse.output": (
        "write to a file, or a file for each document into a folder (end its name with /)",
        "写入文件；或写入文件夹（名称以 / 结尾），每个文档一个文件",
    ),
    "parse.plan": ("only the Nth plan of each document", "只要每个文档的第 N 个计划"),
    "parse.provenance": (
        "every value taken from the text carries where it stands",
        "取自原文的值都注明在原文中的位置",
    ),
    "parse.strict": (
        "exit with 1 where there is a warning or an error",
        "有警告或错误时以 1 退出",
    ),
    "show.width": ("columns to use", "使用的列数"),
    "explain.line": ("only this line", "只看这一行"),
    "explain.to": ("text or json; else text", "text 或 json；不写则为 text"),
    "schema.form": ("plan, calendar or diff; else plan", "plan、calendar 或 diff；不写则为 plan"),
    "schema.output": ("write to a file", "写入文件"),
    "plans": (
        "plans by file or folder, by year (2020), by issuer and year (清溪区@2020); of a file with"
        " several, plan.docx#2; else the whole library",
        "计划：写文件或文件夹、年份（2020）、单位和年份（清溪区@2020）；"
        "一个文件有几个计划时写 计划.docx#2；不写则为整个计划库",
    ),
    "library": (
        "the folder of plans; else DUPLAN_LIBRARY, library in duplan.toml or [tool.duplan] of"
        " pyproject.toml, the current folder",
        "计划库所在文件夹；不写则看 DUPLAN_LIBRARY、duplan.toml 或 pyproject.toml 中 [tool.duplan] "
        "的 library，最后是当前文件夹",
    ),
    "list.by-year": ("only plans for this year", "只看这一年的计划"),
    "list.by-issuer": (
        "only plans of issuers with these words in their names",
        "只看名称含有这些字的单位",
    ),
    "list.by-kind": ("only plans of this kind: 计划, 要点, …", "只看这一种：计划、要点……"),
    "list.to": ("text, json or csv; else text", "text、json 或 csv；不写则为 text"),
    "calendar.month": (
        "when: 九月, 2020-09, 九月至十一月, 三季度, 下半年, 9月下旬, 本月, 下月; else all",
        "时间：九月、2020-09、九月至十一月、三季度、下半年、9月下旬、本月、下月；不写则为全部",
    ),
    "calendar.in-year": (
        "the year of the months; else those of every year",
        "月份所在的年份；不写则各年都看",
    ),
    "calendar.sources": (
        "what tells the time: schedule, task, goal, joined by commas; else all",
        "时间出自：schedule（安排）、task（任务）、goal（目标），用逗号连接；不写则为全部",
    ),
    "calendar.view": (
        "list, year (months at a glance) or gantt (bars); else list",
        "list（列表）、year（全年一览）或 gantt（横道图）；不写则为 list",
    ),
    "calendar.to": (
        "json, csv, markdown, ics, xlsx, html or mermaid; else the name of -o decides, or it is"
        " shown",
        "json、csv、markdown、ics、xlsx、html 或 mermaid；不写则看 -o 的扩展名，没有 -o 则显示出来",
    ),
    "calendar.output": ("write to a file", "写入文件"),
    "calendar.workdays": (
        "move what falls on a state holiday to the next working day",
        "遇法定节假日顺延到下一个工作日",
    ),
    "diff.old-plan": (
        "the older plan: a file (plan.docx#2 where it has several), a year (2019), issuer and year"
        " (清溪区@2019)",
        "旧计划：文件（一个文件有几个计划时写 计划.docx#2）、年份（2019）、单位和年份（清溪区@2019）",
    ),
    "diff.new-plan": ("the newer plan, named in the same way", "新计划，写法相同"),
    "diff.part": (
        "only these parts: goals, key_tasks, monthly_schedule, joined by commas",
        "只比这些部分：goals（目标）、key_tasks（任务）、monthly_schedule（安排），用逗号连接",
    ),
    "diff.only": (
        "only these changes: new, dropped, changed, moved, split, merged, continued, joined by"
        " commas; else all but continued",
        "只列这些变化：新增、取消、调整、改期、拆分、合并、延续，用逗号连接；不写则除延续外全列",
    ),
    "diff.summary": ("only how many of each there are", "只看各有多少"),
    "diff.to": (
        "text, json, markdown, html or xlsx; else the name of -o decides, or it is shown",
        "text、json、markdown、html 或 xlsx；不写则看 -o 的扩展名，没有 -o 则显示出来",
    ),
    "diff.output": ("write to a file", "写入文件"),
    # bad usage
    "usage": ("{problem}; see {command} --help", "{problem}；用法见 {command} --help"),
    "usage.guess": ("{problem}; did you mean {name}?", "{problem}；是不是要用 {name}？"),
    "usage.command": ("there is no command {name}", "没有 {name} 这个命令"),
    "usage.option": ("there is no option {name}", "没有 {name} 这个选项"),
    "usage.missing": ("{name} is missing", "缺少{name}"),
    "usage.value": ("{name} needs a value", "选项 {name} 后面要有值"),
    "usage.flag": ("{name} takes no value", "选项 {name} 后面不带值"),
    "usage.number": ("{name} takes a whole number from 1 up", "{name} 的值要是从 1 起的整数"),
    "usage.least": ("{name} takes a number from {least} up", "{name} 的值至少是 {least}"),
    "usage.year": ("{name} takes a year such as 2020", "{name} 的值要是年份，如 2020"),
    "usage.time": (
        "{value} is no time that duplan reads; write it as in 九月, 2020-09, 三季度, 本月",
        "看不懂时间 {value}；请写成九月、2020-09、三季度、本月等",
    ),
    "usage.library": (
        "there is no folder {folder} for a library; check --library, DUPLAN_LIBRARY or the settings",
        "没有作为计划库的文件夹 {folder}；请检查 --library、DUPLAN_LIBRARY 或配置文件",
    ),
    "usage.no-plan": (
        "{name} is no file, and no plan's name; write a year (2020) or issuer and year (清溪区@2020)",
        "{name} 不是文件，也不是计划的名称；请写年份（2020）或单位和年份（清溪区@2020）",
    ),
    "usage.no-plan-fits": (
        "no plan of the library fits {name}; duplan list shows them all",
        "计划库中没有 {name} 这样的计划；用 duplan list 查看全部",
    ),
    "usage.no-such-plan": (
        "{file}: plans in it: {count}; there is no plan {number}",
        "{file}：共有 {count} 个计划，没有第 {number} 个",
    ),
    "usage.several-plans": (
        "{name} fits {count} plans; name one by its file: {plans}",
        "{name} 对应 {count} 个计划；请写明文件：{plans}",
    ),
    "usage.no-format": (
        "the name {file} tells no format; say one with --to: {formats}",
        "从名称 {file} 看不出格式；请用 --to 指明：{formats}",
    ),
    "usage.bytes": (
        "{format} can't be shown; write it to a file with -o",
        "{format} 无法显示；请用 -o 写入文件",
    ),
    "config.syntax": ("{file} is no valid TOML ({detail})", "{file} 不是有效的 TOML（{detail}）"),
    "config.unknown": (
        "{file}: there is no setting {detail}; check the spelling",
        "{file}：没有 {detail} 这项设置；请检查拼写",
    ),
    "config.value": (
        "{file}: the setting {detail} needs text",
        "{file}：设置 {detail} 的值要是文字",
    ),
    "usage.extra": ("there are too many arguments", "多写了参数"),
    "usage.choice": ("{name} is one of {choices}", "{name} 的值只能是 {choices}"),
    "usage.limit": (
        "{value} is no limit; write NAME=N with one of {names}",
        "{value} 不是限制；请写成 名称=数目，名称只能是 {names}",
    ),
    "usage.several": (
        "JSON holds one document; for several use --to jsonl, or -o DIR/ for a file each",
        "一份 JSON 只容一个文档；多个文档请用 --to jsonl，或用 -o 文件夹/ 各写一个文件",
    ),
    "usage.same-target": (
        "{first} and {second} would both be written to {target}; take them one by one",
        "{first} 和 {second} 都会写到 {target}；请分开处理",
    ),
    "usage.onto-input": (
        "{target} is one of the documents to read; name another file or folder with -o",
        "{target} 正是要读取的文档；请用 -o 另指定文件或文件夹",
    ),
    "usage.no-folder": (
        "{target} is a file and can't hold others; name a folder with -o",
        "{target} 是文件，里面不能再放文件；请用 -o 指定文件夹",
    ),
    "usage.markdown-provenance": (
        "Markdown can't carry --provenance; use yaml or json",
        "Markdown 不能带 --provenance；请用 yaml 或 json",
    ),
    "usage.one-file": (
        "{name} stands for {count} documents; name one",
        "{name} 包含 {count} 个文档；请指定其中一个",
    ),
    # what can go wrong with one document
    "no-such-plan": (
        "there are {count} plan(s) in it, no plan {number}; choose another with --plan",
        "其中有 {count} 个计划，没有第 {number} 个；请用 --plan 另选",
    ),
    "cannot-read": ("can't be read ({reason}); check the file", "无法读取（{reason}）；请检查文件"),
    "cannot-write": (
        "can't be written ({reason}); check the folder and its permissions",
        "无法写入（{reason}）；请检查文件夹及其权限",
    ),
    "defect": (
        "duplan failed on it ({reason}); please report this with the file",
        "duplan 处理出错（{reason}）；请连同文件反馈给我们",
    ),
    "defect.run": (
        "duplan failed ({reason}); please report this",
        "duplan 出错（{reason}）；请反馈给我们",
    ),
    "no-line": ("there is nothing on line {line}", "第 {line} 行没有内容"),
    "system": (
        "{reason}; check the names of files and folders",
        "{reason}；请检查文件和文件夹的名称",
    ),
    "stdout": (
        "standard output can't be written ({reason}); check where it goes",
        "无法写到标准输出（{reason}）；请检查输出去向",
    ),
    "severity.error": ("error", "错误"),
    "severity.warning": ("warning", "警告"),
    "severity.info": ("info", "提示"),
    "comma": (", ", "、"),
    "colon": (": ", "："),
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
    "calendar.of-title": ("{title}: {text}", "{title}：{text}"),
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


def say(language: Language, key: str, **values: object) -> str:
    """The sentence ``key`` in the language, with the values put in."""
    return choose(language, WORDS[key]).format(**values)


def choose(language: Language, pair: tuple[str, str]) -> str:
    """The one of an English and a Chinese text."""
    english, chinese = pair
    return chinese if language == "zh" else english
