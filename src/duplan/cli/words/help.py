"""What the help says: its frame, the commands, their arguments and options.

Each key has an English and a Chinese text, ``str.format`` templates.
"""

from __future__ import annotations

HELP: dict[str, tuple[str, str]] = {
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
    "metavar.codes": ("[CODE...]", "[规则...]"),
    "metavar.checked": ("[FILE|DIR|-]...", "[文件|文件夹|-]..."),
    "metavar.rules": ("RULES", "规则"),
    "metavar.level": ("LEVEL", "级别"),
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
        "Print the JSON Schema of plans, calendars, comparisons or checks.",
        "输出计划、日历、对照结果或检查结果的 JSON Schema。",
    ),
    "calendar": (
        "Show what is due, in plans that are named or in the whole library.",
        "列出到期的工作：所指定的计划，或整个计划库。",
    ),
    "diff": (
        "Compare two plans: what is new, dropped, changed, moved, split, merged.",
        "比较两份计划：新增、取消、调整、改期、拆分、合并了什么。",
    ),
    "check": (
        "Find what is wrong in plans: dates, numbers, leftovers of last year, missing parts.",
        "查找计划中的毛病：日期、编号、沿用去年的内容、缺少的部分等。",
    ),
    "rule": (
        "Tell about the rules of check: what they find, why that matters, what to do.",
        "说明 check 的各条规则：查什么、为什么要查、怎样改。",
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
    "rule.codes": (
        "codes or names of rules (DP411, weekday-mismatch); without any, a list of all rules",
        "规则的代码或名称（DP411、weekday-mismatch）；不写则列出全部规则",
    ),
    "rule.all": ("the pages of all rules", "输出全部规则的说明"),
    "schema.form": (
        "plan, calendar, diff or check; else plan",
        "plan、calendar、diff 或 check；不写则为 plan",
    ),
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
        "only plans with these words in the issuer's name or the title",
        "只看单位名称或计划标题含有这些字的",
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
    "check.files": (
        "plans: documents, plans in YAML or JSON, folders, quoted patterns; - is standard input; else"
        " the current folder",
        "计划：文档、YAML 或 JSON 形式的计划、文件夹、加引号的通配符；- 表示标准输入；不写则为当前文件夹",
    ),
    "check.select": (
        "look for these only: codes (DP411), their beginnings (DP41), names (weekday-mismatch), families"
        " (dates, official), standard, ALL, joined by commas; else what the settings say, then standard",
        "只查这些：代码（DP411）、代码开头（DP41）、名称（weekday-mismatch）、类别（dates、official）、"
        "standard、ALL，用逗号连接；不写则看配置文件，否则为 standard",
    ),
    "check.ignore": (
        "leave these out, named in the same way; of two names the narrower decides",
        "不查这些，写法相同；两处都写到时，范围小的为准",
    ),
    "check.severity": (
        "show only what is as bad as this or worse: error, warning, info; else info",
        "只列这一级及更严重的：error（错误）、warning（警告）、info（提示）；不写则为 info",
    ),
    "check.fail-level": (
        "exit with 1 where something is as bad as this; else the settings decide, then warning",
        "有这一级或更严重的问题时以 1 退出；不写则看配置文件，否则为 warning",
    ),
    "check.statistics": ("only how often each rule found something", "只列各条规则发现问题的次数"),
    "check.list-files": ("only name the files that would be checked", "只列出要检查的文件"),
    "check.exit-zero": (
        "exit with 0 whatever is found",
        "无论发现什么都以 0 退出",
    ),
    "check.output-format": (
        "text, json, sarif, github, gitlab or junit; else text",
        "text、json、sarif、github、gitlab 或 junit；不写则为 text",
    ),
    "check.output": ("write to a file", "写入文件"),
    "check.baseline": (
        "leave out the findings that this file knows",
        "不列这个文件中已记下的问题",
    ),
    "check.write-baseline": (
        "let the file of --baseline know what is found now",
        "把现在发现的问题记入 --baseline 的文件",
    ),
    "check.fix": (
        "mend text, Markdown, YAML and JSON files where that can't change what they say",
        "修正文本、Markdown、YAML、JSON 文件中的问题，只作不改变意思的改动",
    ),
    "check.unsafe": (
        "with --fix or --diff: also changes that are but probable, such as the weekday of a date",
        "与 --fix 或 --diff 一起用：连同很可能如此的改动，如日期后面的星期",
    ),
    "check.diff": (
        "show what --fix would change, and change nothing",
        "只显示 --fix 会作的改动，不写文件",
    ),
    "check.quiet": ("findings only, no summary", "只列问题，不作小结"),
}
