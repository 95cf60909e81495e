"""A file among the plans that is broken, empty or no document."""

from __future__ import annotations

from duplan.diagnostics import Kind
from duplan.rules.rule import Rule, Words

RULE = Rule(
    Kind("DP100", "unreadable-file", "error", "{en}", "{zh}"),
    since="0.1.0",
    finds=Words(
        "A file that can't be read: damaged, empty, protected by a password, or no document at all.",
        "无法读取的文件：损坏、空白、有密码保护，或者根本不是文档。",
    ),
    why=Words(
        "Nobody notices a broken attachment before somebody needs it. What can't be read was not"
        " checked either.",
        "附件损坏，往往要等到有人用时才发现。读不出来的文件，也就没有检查过。",
    ),
    mend=Words(
        "Get the file again from whoever sent it, or open it in the program that wrote it and save it"
        " anew.",
        "请发送人重新提供，或用原来的软件打开后另存。",
    ),
)
