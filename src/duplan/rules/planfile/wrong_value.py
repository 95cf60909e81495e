"""role: 任务, where one of a few words has to stand."""

from __future__ import annotations

from duplan.planfiles.kinds import WRONG_VALUE
from duplan.rules.rule import Rule, Words

RULE = Rule(
    WRONG_VALUE,
    since="0.1.0",
    finds=Words(
        "A value of the wrong form: a word that is none of those allowed, a date written"
        " otherwise, a number where a text has to be.",
        "值的形式不对：不在可选词语之内、日期写法不同、该写文字处写了数字等。",
    ),
    why=Words(
        "The work is filed under no section or no day: it is left out of the calendar and of"
        " the comparison with last year.",
        "这项工作归不到栏目或日期之下，行事历和与上年的对比都会漏掉它。",
    ),
    mend=Words(
        "Write one of the values that are named; put a text that looks like a number in"
        " quotation marks.",
        "改成提示中允许的写法；像数字的文字要加引号。",
    ),
)
