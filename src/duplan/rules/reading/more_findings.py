"""More findings of one rule in one file than anybody reads."""

from __future__ import annotations

from duplan.diagnostics import Kind
from duplan.rules.rule import Rule, Words

RULE = Rule(
    Kind(
        "DP903",
        "more-findings",
        "warning",
        "{count} more finding(s) of {code} in this file are not listed",
        "本文件还有 {count} 处 {code}，未逐一列出",
    ),
    since="0.1.0",
    finds=Words(
        "That one rule has found more in one file than is listed.",
        "同一条规则在一个文件中查出的问题太多，没有全部列出。",
    ),
    why=Words(
        "A report of a hundred thousand lines helps nobody, and one that stops in silence misleads.",
        "报告太长没有人看，不加说明就截断又会使人误以为只有这些。",
    ),
    mend=Words(
        "Mend what is listed, or leave the rule out for this file, and check again.",
        "改好已列出的，或对该文件不用这条规则，然后再查。",
    ),
)
