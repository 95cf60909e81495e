"""A comment that suppresses a code which doesn't exist."""

from __future__ import annotations

from duplan.diagnostics import Kind
from duplan.rules.rule import Rule, Words

RULE = Rule(
    Kind(
        "DP902",
        "unknown-code",
        "warning",
        "no such code or name: {name}{en}",
        "没有这个代码或名称：{name}{zh}",
    ),
    since="0.1.0",
    finds=Words(
        "A comment # duplan: ignore with a code or name that no rule has.",
        "“# duplan: ignore”注释中写了不存在的代码或名称。",
    ),
    why=Words(
        "It suppresses nothing, while whoever wrote it believes that the finding was looked at"
        " and settled.",
        "它不起作用，写的人却以为提示已经处理过了。",
    ),
    mend=Words(
        "Correct the code; duplan rule --all lists them.",
        "改正代码；duplan rule --all 列出全部代码。",
    ),
)
