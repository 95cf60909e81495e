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
    "text": (
        "Write documents as plain text, as Word shows them: numbers, tables, notes.",
        "输出文档的纯文本，与 Word 显示的一样：编号、表格、注释都在。",
    ),
    "explain": (
        "Say for every line of a document what it was taken for, and why.",
        "逐行说明文档的内容被识别成什么，理由是什么。",
    ),
    "schema": (
        "Print the JSON Schema of the data that parse writes.",
        "输出 parse 所写数据的 JSON Schema。",
    ),
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
    "schema.output": ("write to a file", "写入文件"),
    # bad usage
    "usage": ("{problem}; see {command} --help", "{problem}；用法见 {command} --help"),
    "usage.guess": ("{problem}; did you mean {name}?", "{problem}；是不是要用 {name}？"),
    "usage.command": ("there is no command {name}", "没有 {name} 这个命令"),
    "usage.option": ("there is no option {name}", "没有 {name} 这个选项"),
    "usage.missing": ("{name} is missing", "缺少{name}"),
    "usage.value": ("{name} needs a value", "选项 {name} 后面要有值"),
    "usage.flag": ("{name} takes no value", "选项 {name} 后面不带值"),
    "usage.number": ("{name} takes a whole number from 1 up", "{name} 的值要是从 1 起的整数"),
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
    # explain
    "explain.heading.line": ("line", "行"),
    "explain.heading.role": ("taken for", "识别为"),
    "explain.heading.part": ("part", "位置"),
    "explain.heading.why": ("because", "理由"),
    "explain.heading.text": ("text", "原文"),
}

# What `explain` calls the roles of readings and the reasons for them; a key without words stands
# for itself.
ROLES: dict[str, tuple[str, str]] = {
    "title": ("title", "标题"),
    "overview": ("overview", "总述"),
    "goals": ("goals section", "目标部分"),
    "tasks": ("tasks section", "任务部分"),
    "schedule": ("schedule", "逐月安排"),
    "measures": ("measures", "措施"),
    "review": ("review", "回顾"),
    "other": ("other section", "其他部分"),
    "goal": ("goal", "目标"),
    "task": ("task", "任务"),
    "body": ("body of a task", "任务正文"),
    "table": ("task table", "任务表"),
    "column": ("column of a table", "表格栏目"),
    "index-box": ("index box", "索引框"),
    "notice": ("covering notice", "印发通知"),
    "letterhead": ("letterhead", "版头"),
    "document-number": ("document number", "发文字号"),
    "recipients": ("recipients", "主送机关"),
    "signature": ("signature", "落款"),
    "attachment": ("attachment", "附件说明"),
    "publicity": ("imprint", "版记"),
    "note": ("note", "题注"),
    "outside": ("outside the plan", "计划之外"),
    "noise": ("left out", "已略去"),
}
REASONS: dict[str, tuple[str, str]] = {
    # the document around the plan
    "title-ends-in-kind-word": ("ends in a word such as 计划", "以“计划”一类的词结尾"),
    "keys-of-an-index-box": ("keys of an index box", "索引框的栏目名"),
    "covering-notice": ("part of the covering notice", "印发通知的内容"),
    "document-number": ("has the form of a document number", "符合发文字号的写法"),
    "organisation-above-the-title": ("an organisation above the title", "标题上方的机关名称"),
    "organisation-below-the-title": ("an organisation below the title", "标题下方的机关名称"),
    "date-below-the-title": ("a date below the title", "标题下方的日期"),
    "bracket-below-the-title": ("in brackets below the title", "标题下方的括注"),
    "approval-below-the-title": ("when it was passed, below the title", "标题下方的通过日期"),
    "before-the-goals": ("prose before the goals", "目标之前的一段说明"),
    "ends-in-a-colon-after-the-title": (
        "ends in a colon right after the title",
        "紧接标题，以冒号结尾",
    ),
    "signature-at-the-end": ("name or date at the end", "文末的署名或日期"),
    "announces-an-attachment": ("announces an attachment", "说明有附件"),
    "publicity-or-copies": ("how it is published, who gets copies", "公开方式或抄送"),
    "before-the-first-title": ("before the first title", "在第一个标题之前"),
    "below-the-signature": ("below the signature", "在落款之后"),
    "form-lines-above-a-table": ("who filled in the table below, and when", "表格上方的填报信息"),
    "title-printed-again": ("the title printed again", "标题重复印了一遍"),
    "outside-every-plan": ("no part of any plan", "不属于任何计划"),
    "page-number": ("a page number", "页码"),
    "contents": ("a line of the table of contents", "目录中的一行"),
    "web-page": ("belongs to the web page around it", "网页上的附带内容"),
    # sections
    "before-the-first-heading": ("before the first heading", "在第一个小标题之前"),
    "words-of-the-heading": ("the words of the heading", "由小标题的用词判断"),
    "substantive-heading": ("the heading itself says what to do", "小标题本身就是一项任务"),
    "keyed-by-times": ("arranged by times", "按时间排列"),
    "bare-table": ("a table without a heading", "没有小标题的表格"),
    "attachment": ("printed as an attachment", "作为附件列出"),
    "flat-list": ("a list with no levels", "不分层次的清单"),
    "review-of-the-past": ("looks back", "回顾已做的工作"),
    "measures-are-the-only-tasks": (
        "its items are the only tasks of the plan",
        "计划中只有这里列出了任务",
    ),
    "counts-on-from-a-task-section": (
        "its numbers go on from a tasks section",
        "编号接着任务部分往下排",
    ),
    "lead-in-of-the-section": ("lead-in of the section", "这一部分的引言"),
    "below-the-heading": ("stands below the heading", "在小标题之下"),
    "table-below-the-heading": ("a table below the heading", "小标题之下的表格"),
    # goals and tasks
    "labelled-item": ("an item with a number", "有编号的条目"),
    "unlabelled-heading": ("a heading without a number", "没有编号的小标题"),
    "numbered-inside-a-paragraph": ("numbered inside a paragraph", "段落中的编号"),
    "cells-of-a-task-table": ("cells of a task table", "任务表的单元格"),
    "category-cell": ("names a group of rows in a task table", "任务表中一组任务的类别"),
    "table-row": ("a row of a task table", "任务表中的一行"),
    "below-its-heading": ("stands below the task's heading", "在任务标题之下"),
    "line-that-names-a-goal": ("the line names a goal", "这一行写明了目标"),
    "paragraph-of-a-goals-section": ("a paragraph of a goals section", "目标部分的段落"),
    "item-of-a-goals-section": ("an item of a goals section", "目标部分的条目"),
    # schedule
    "table-keyed-by-times": ("a table arranged by times", "按时间排列的表格"),
    "stands-under-a-time": ("stands under a time", "列在某个时间之下"),
    "nothing-under-the-time": ("nothing stands under this time", "该时间下没有内容"),
    "no-time-above": ("no time stands above it", "上方没有时间"),
}


def say(language: Language, key: str, **values: object) -> str:
    """The sentence ``key`` in the language, with the values put in."""
    return _choose(language, WORDS[key]).format(**values)


def name_of(language: Language, table: dict[str, tuple[str, str]], key: str) -> str:
    """The words for a key of ``ROLES`` or ``REASONS``, the key itself where there are none."""
    return _choose(language, table.get(key, (key, key)))


def _choose(language: Language, pair: tuple[str, str]) -> str:
    english, chinese = pair
    return chinese if language == "zh" else english
