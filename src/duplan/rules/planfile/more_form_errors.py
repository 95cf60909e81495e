"""More wrong in the form of a file than is listed."""

from __future__ import annotations

from duplan.planfiles.kinds import MORE
from duplan.rules.rule import Rule, Words

RULE = Rule(
    MORE,
    since="0.1.0",
    finds=Words(
        "How many findings about the form of a file are not listed, where there are very many.",
        "格式问题过多时，未逐一列出的数目。",
    ),
    why=Words(
        "A file with so many is mostly no plan at all, or one key high up is wrong; the list"
        " would hide that.",
        "问题如此之多，往往说明文件根本不是计划，或上层某个键写错；逐条列出反而看不清。",
    ),
    mend=Words(
        "Mend the first findings and check again.",
        "先改正前面几处，再重新检查。",
    ),
)
