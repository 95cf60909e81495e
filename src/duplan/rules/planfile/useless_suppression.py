"""A comment that suppresses a finding which isn't there."""

from __future__ import annotations

from duplan.diagnostics import Kind
from duplan.rules.rule import Rule, Words

RULE = Rule(
    Kind(
        "DP901",
        "useless-suppression",
        "warning",
        "this suppresses nothing: {names}",
        "这里没有可忽略的提示：{names}",
    ),
    since="0.1.0",
    finds=Words(
        "A comment # duplan: ignore that suppresses nothing.",
        "没有对应提示的“# duplan: ignore”注释。",
    ),
    why=Words(
        "What was wrong has been mended, and the comment stayed. It would hide the next mistake"
        " on that line.",
        "问题已改正，注释却留着；这一行以后再出错，就不会有提示了。",
    ),
    mend=Words(
        "Take the code out, or the whole comment.",
        "删去该代码或整条注释。",
    ),
)
