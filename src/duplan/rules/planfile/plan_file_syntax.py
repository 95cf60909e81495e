"""A plan file that is no YAML or JSON."""

from __future__ import annotations

from duplan.planfiles.kinds import SYNTAX
from duplan.rules.rule import Rule, Words

RULE = Rule(
    SYNTAX,
    since="0.1.0",
    finds=Words(
        "A file that can't be read as YAML or JSON, or that holds more than one document.",
        "无法按 YAML 或 JSON 读取的计划文件，或一个文件里有多个文档。",
    ),
    why=Words(
        "Nothing of such a file is checked, and no calendar or comparison can be made of it:"
        " its work is missing wherever it should appear.",
        "这样的文件无从检查，也不能生成行事历或参加对比，里面的工作会在各处悄悄缺席。",
    ),
    mend=Words(
        "Correct the place that is named: mostly indentation, a colon inside a text without"
        " quotation marks, or a bracket or quotation mark that is not closed.",
        "按提示的位置改正。多半是缩进没有对齐、文字中的冒号没有加引号，或括号、引号没有闭合。",
    ),
)
