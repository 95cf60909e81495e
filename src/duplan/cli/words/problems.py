"""What can't be done, and why: bad usage, files that can't be read or written.

Each key has an English and a Chinese text, ``str.format`` templates.
"""

from __future__ import annotations

PROBLEMS: dict[str, tuple[str, str]] = {
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
    "usage.view": (
        "--view is for the screen; leave it out where a format is written",
        "--view 只用于显示；输出为文件格式时请去掉",
    ),
    "usage.bytes": (
        "{format} can't be shown; write it to a file with -o",
        "{format} 无法显示；请用 -o 写入文件",
    ),
    "usage.statistics": (
        "--statistics is text; leave out --output-format",
        "--statistics 是文字；请去掉 --output-format",
    ),
    "usage.no-baseline": (
        "--write-baseline needs a file; say which with --baseline",
        "--write-baseline 要有文件；请用 --baseline 指明",
    ),
    "baseline.missing": (
        "there is no file {file} of known findings; make it with --write-baseline",
        "没有基线文件 {file}；请用 --write-baseline 生成",
    ),
    "baseline.broken": (
        "{file} is no file of known findings ({reason}); delete it and make it anew with"
        " --write-baseline",
        "{file} 不是可用的基线文件（{reason}）；请删除后用 --write-baseline 重新生成",
    ),
    "config.syntax": ("{file} is no valid TOML ({detail})", "{file} 不是有效的 TOML（{detail}）"),
    "config.unknown": (
        "{file}: there is no setting {detail}; check the spelling",
        "{file}：没有 {detail} 这项设置；请检查拼写",
    ),
    "config.unknown-guess": (
        "{file}: there is no setting {detail}; did you mean {near}?",
        "{file}：没有 {detail} 这项设置；是不是要写 {near}？",
    ),
    "config.name": (
        "{file}: there is nothing of this name: {detail}; check the spelling",
        "{file}：没有这个名称：{detail}；请检查拼写",
    ),
    "config.name-guess": (
        "{file}: there is nothing of this name: {detail}; did you mean {near}?",
        "{file}：没有这个名称：{detail}；是不是要写 {near}？",
    ),
    "config.value.text": (
        "{file}: the setting {detail} needs text",
        "{file}：设置 {detail} 的值要是文字",
    ),
    "config.value.texts": (
        "{file}: the setting {detail} needs a list of texts",
        "{file}：设置 {detail} 的值要是文字的列表",
    ),
    "config.value.table": (
        "{file}: the setting {detail} needs a table",
        "{file}：设置 {detail} 的值要是表",
    ),
    "config.value.level": (
        "{file}: the setting {detail} is one of error, warning, info",
        "{file}：设置 {detail} 的值只能是 error、warning、info",
    ),
    "config.value.terms": (
        '{file}: the setting {detail} needs first and last days, as in [["2020-02-17", "2020-07-10"]]',
        '{file}：设置 {detail} 的值要是首日和末日，如 [["2020-02-17", "2020-07-10"]]',
    ),
    "usage.extra": ("there are too many arguments", "多写了参数"),
    "usage.choice": ("{name} is one of {choices}", "{name} 的值只能是 {choices}"),
    "usage.rule": (
        "there is no rule {name}; duplan rule lists them all",
        "没有 {name} 这条规则；用 duplan rule 查看全部",
    ),
    "usage.rule-guess": (
        "there is no rule {name}; did you mean {guess}?",
        "没有 {name} 这条规则；是不是 {guess}？",
    ),
    "usage.unsafe": (
        "--unsafe goes with --fix or --diff",
        "--unsafe 要与 --fix 或 --diff 一起用",
    ),
    "usage.fix-baseline": (
        "--write-baseline can't go with --fix or --diff; run one after the other",
        "--write-baseline 不能与 --fix、--diff 一起用；请先后运行",
    ),
    "usage.fix-stdin": (
        "standard input can't be mended; use --diff to see the changes",
        "标准输入无法修正；可用 --diff 查看改动",
    ),
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
    "changed-meanwhile": (
        "the file changed while it was checked and was left alone; run the command again",
        "检查期间文件有改动，未予修正；请重新运行",
    ),
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
    "defect.rule": (
        "duplan failed in the rule {rule} ({reason}); please report this with the file",
        "duplan 的规则 {rule} 出错（{reason}）；请连同文件反馈给我们",
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
}
