"""The reasons of a change said in words, in Chinese or English: data first, the sentence last."""

from __future__ import annotations

from typing import Literal

from duplan.comparison.model import Reason

Language = Literal["zh", "en"]

VERDICT_WORDS: dict[Language, dict[str, str]] = {
    "zh": {
        "continued": "延续",
        "changed": "调整",
        "moved": "改期",
        "new": "新增",
        "dropped": "取消",
        "split": "拆分",
        "merged": "合并",
    },
    "en": {
        "continued": "continued",
        "changed": "changed",
        "moved": "moved",
        "new": "new",
        "dropped": "dropped",
        "split": "split",
        "merged": "merged",
    },
}

# What is counted by a measure; what isn't here is 数量.
_COUNTED = {
    "次数": ("次", "遍", "场"),
    "人数": ("名", "人"),
    "比例": ("%", "％", "‰", "个百分点", "百分点"),
    "金额": ("元", "万元", "亿元", "万", "亿"),
    "时长": ("天", "日", "周", "年"),
    "分数": ("分",),
}
_NOUNS = {measure: noun for noun, measures in _COUNTED.items() for measure in measures}

# For each kind: both sides, only the new one, only the old one; a kind with another word for how it
# differs (``Reason.what``) stands by both.
_Said = tuple[str, str, str]
_SENTENCES: dict[Language, dict[str, _Said]] = {
    "zh": {
        "number": ("{noun}由{old}改为{new}", "增加要求：{new}", "不再要求：{old}"),
        "frequency": ("频次由{old}改为{new}", "频次明确为{new}", "不再写明频次（{old}）"),
        "scope": ("范围由{old}改为{new}", "范围增加{new}", "范围不再包括{old}"),
        "scope wider": ("范围由{old}扩大到{new}", "范围扩大到{new}", "范围扩大，不再限于{old}"),
        "scope narrower": ("范围由{old}缩小到{new}", "范围缩小到{new}", "范围缩小，不再写{old}"),
        "stage": ("由{old}转入{new}", "转入{new}", "不再写{old}"),
        "stage ended": ("由{old}改为{new}", "改为{new}", "不再写{old}"),
        "unit": ("责任单位由{old}改为{new}", "增加责任单位{new}", "不再写明责任单位{old}"),
        "unit lead": ("牵头单位由{old}改为{new}", "增加牵头单位{new}", "不再写明牵头单位{old}"),
        "unit support": ("配合单位由{old}改为{new}", "增加配合单位{new}", "不再写明配合单位{old}"),
        "month": ("由{old}改到{new}", "时间明确为{new}", "不再写明时间（{old}）"),
        "month earlier": ("由{old}提前到{new}", "", ""),
        "month later": ("由{old}推迟到{new}", "", ""),
        "time": ("时间由{old}改为{new}", "", ""),
        "details": ("内容由“{old}”改为“{new}”", "增加：{new}", "删去：{old}"),
        "year": ("年份由{old}改为{new}", "写明年份{new}", "不再写年份{old}"),
        "reworded": ("表述调整", "表述调整", "表述调整"),
        "issuer": ("发文单位由{old}改为{new}", "发文单位为{new}", "不再写明发文单位{old}"),
        "period": ("计划时段由{old}改为{new}", "计划时段为{new}", "不再写明计划时段{old}"),
        "section": ("部分“{old}”改为“{new}”", "新增部分：{new}", "取消部分：{old}"),
    },
    "en": {
        "number": ("{old} became {new}", "now asks for {new}", "no longer asks for {old}"),
        "frequency": ("{old} became {new}", "now {new}", "no longer says {old}"),
        "scope": ("scope: {old} became {new}", "scope: adds {new}", "scope: without {old}"),
        "scope wider": ("scope widened from {old} to {new}", "scope now {new}", "scope not {old}"),
        "scope narrower": ("scope narrowed from {old} to {new}", "scope now {new}", "scope not {old}"),
        "stage": ("from {old} on to {new}", "on to {new}", "no longer {old}"),
        "stage ended": ("{old} became {new}", "now {new}", "no longer {old}"),
        "unit": ("responsible: {new} instead of {old}", "responsible: adds {new}", "responsible: not {old}"),
        "unit lead": ("lead: {new} instead of {old}", "lead: adds {new}", "lead: not {old}"),
        "unit support": ("support: {new} instead of {old}", "support: adds {new}", "support: not {old}"),
        "month": ("moved from {old} to {new}", "time given: {new}", "time no longer given: {old}"),
        "month earlier": ("brought forward from {old} to {new}", "", ""),
        "month later": ("put off from {old} to {new}", "", ""),
        "time": ("time: {old} became {new}", "", ""),
        "details": ("“{old}” became “{new}”", "adds: {new}", "drops: {old}"),
        "year": ("year {old} became {new}", "names the year {new}", "no longer names the year {old}"),
        "reworded": ("reworded", "reworded", "reworded"),
        "issuer": ("issuer: {new} instead of {old}", "issuer: {new}", "issuer no longer named: {old}"),
        "period": ("period: {new} instead of {old}", "period: {new}", "period no longer named: {old}"),
        "section": ("section “{old}” became “{new}”", "new section: {new}", "section dropped: {old}"),
    },
}  # fmt: skip


def sentence(reason: Reason, language: Language = "zh") -> str:
    """What differs, in words: 次数由3次改为5次, 由9月提前到4月, 表述调整."""
    said = _SENTENCES[language]
    both, come, gone = said.get(f"{reason.kind} {reason.what}") or said[reason.kind]
    form = both if reason.old and reason.new else come if reason.new else gone
    return form.format(old=reason.old, new=reason.new, noun=_noun(reason))


def _noun(reason: Reason) -> str:
    return "" if reason.old.startswith("第") else _NOUNS.get(reason.what, "数量")
