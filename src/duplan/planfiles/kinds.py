"""The findings about the form of plan files; each is a rule in ``rules/planfile`` too."""

from __future__ import annotations

from duplan.diagnostics import Kind

SYNTAX = Kind(
    "DP130",
    "plan-file-syntax",
    "error",
    "no {format} of a plan: {en}",
    "不是有效的 {format} 计划文件：{zh}",
)
UNKNOWN_KEY = Kind(
    "DP131", "unknown-key", "error", "no such key: {key}{en}", "没有名为 {key} 的键{zh}"
)
MISSING_KEY = Kind("DP132", "missing-key", "error", "{key} is missing{en}", "缺少 {key}{zh}")
WRONG_VALUE = Kind("DP133", "wrong-value", "error", "{key} has to be {en}", "{key} 应为{zh}")
DUPLICATE_KEY = Kind(
    "DP134",
    "duplicate-key",
    "error",
    "{key} stands here a second time; the first value would be lost",
    "{key} 重复出现，前一个值会丢失",
)
MORE = Kind(
    "DP137",
    "more-form-errors",
    "error",
    "{count} more findings about the form of this file are not listed",
    "本文件还有 {count} 处格式问题，未逐一列出",
)

FORM = (SYNTAX, UNKNOWN_KEY, MISSING_KEY, WRONG_VALUE, DUPLICATE_KEY, MORE)
