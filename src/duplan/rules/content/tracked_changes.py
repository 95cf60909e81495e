"""Tracked changes left in a file; found where the file is read."""

from __future__ import annotations

from duplan.diagnostics import KINDS
from duplan.rules.rule import Rule, Words

RULE = Rule(
    KINDS["DP105"],
    since="0.1.0",
    finds=Words(
        "Insertions or deletions that nobody has accepted or rejected yet.",
        "文件里还留着没有接受或拒绝的修订。",
    ),
    why=Words(
        "Whoever opens the file sees what was struck out, and who did it. Two readers may print two"
        " different plans from one file.",
        "收文单位打开文件就能看到删去的内容和修改人；同一份文件，不同的人可能打印出不同的文本。",
    ),
    mend=Words(
        "Have the changes accepted or rejected in Word or WPS, all of them, and save the file.",
        "在 Word 或 WPS 的“审阅”中逐条接受或拒绝全部修订，再保存。",
    ),
)
