"""20XX年, XX区, 〔2020〕  号: what was to be filled in and never was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duplan.diagnostics import Kind
from duplan.rules.habit import told
from duplan.rules.prose import HAN, NOTHING, Ranges, foreign
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Found, Subject
from duplan.text.remnants import emphasis

_CROSS = "XxＸｘ×✕╳"
# What can be nothing else, by words without which there is none of it. Here and below a pattern begins
# with a rare character: a search looks at nothing else.
_SURE = (
    (
        _CROSS,
        rf"[2〔{_CROSS}](?:(?<=2)0(?:[{_CROSS}]{{2}}|\d[{_CROSS}])(?=\s?[年学學]|{HAN}|[-—－.])"
        rf"|(?<=[{_CROSS}])[{_CROSS}]{{0,3}}年[{_CROSS}]{{1,2}}月(?:[{_CROSS}]{{1,2}}日)?"
        rf"|(?<=[{_CROSS}])(?<![A-Za-z\d{_CROSS}].)[{_CROSS}]?月(?:[{_CROSS}]{{1,2}}日)?"
        rf"|(?<=[\d一二三四五六七八九十]月[{_CROSS}])[{_CROSS}]?[日号]"
        rf"|(?<=[于於达達到至增减減超过過][{_CROSS}])[{_CROSS}]{{0,2}}(?=[%％]|{HAN})"
        rf"|(?<=[长長][{_CROSS}])[{_CROSS}]{{0,2}}(?=[%％])|(?<=[{_CROSS}])[{_CROSS}]{{1,2}}(?=[%％])"
        rf"|(?<=〔)\d{{4}}〕\s?[{_CROSS}]{{1,4}}\s?[号號])",
    ),
    (
        "*＊_＿",
        r"20(?:[*＊]{2}|\d?[_＿]{1,8})(?=\s?[年学學—－-])|〔\d{4}〕\s?[*＊_＿]{1,8}\s?[号號]"
        r"|(?<![*＊])[*＊]{1,3}月(?=[*＊\d底份前初中上下])",
    ),
    (("年○", "年〇"), r"(?<=年)[○〇]{1,2}月(?:[○〇]{1,2}日)?"),
    (("年 ", "年\u3000"), r"\d{4}年[ \u3000]{1,12}月(?:[ \u3000]{1,12}日)?"),
    (
        ("〔 ", "〔\u3000", "〔〕", "〔20〕", "〔20 "),
        r"〔(?:20)?[ \u3000]*〕(?=[ \u3000\d]*[号號])",
    ),
    (("〕 ", "〕\u3000"), r"〔\d{4}〕[ \u3000]{2,12}[号號]"),
    (("【】", "【 ", "【\u3000"), r"【[ \u3000]{0,8}】"),
    (("《》", "《 ", "《\u3000"), r"《[ \u3000]{0,8}》"),
    (("（）", "“”"), r"（）|“”"),
    (("TODO", "FIXME", "TBD"), r"(?<![A-Za-z])(?:TODO|FIXME|TBD)(?![A-Za-z])"),
    (
        ("单击", "点击", "點擊", "按一下"),
        r"(?:单击|点击|點擊|按一下)(?:或点击)?此[处處](?:输入|輸入|添加|新增|编辑|編輯)(?:文字|日期|内容)?",
    ),
    (
        ("【填", "【输", "【輸", "【请", "【請"),
        r"【(?:[请請])?(?:填[写寫入]?|[输輸]入)[^【】\n]{0,12}】",
    ),
    (
        ("填写", "填寫", "填入", "输入", "輸入", "补充", "補充"),
        r"[（【\[](?:请|請|此处|此處|在此)[^（）【】\[\]\n]{0,6}(?:填写|填寫|输入|輸入|补充|補充|填入)"
        r"[^（）【】\[\]\n]{0,12}[）】\]]",
    ),
)
_FIRST = "".join(sorted({needle[0] for needles, _ in _SURE for needle in needles}))
# What stands for a name; published documents write it on purpose.
_NAME = re.compile(
    rf"[{_CROSS}*＊_＿](?:(?<=[{_CROSS}])[{_CROSS}]{{1,5}}"
    rf"(?:(?={HAN})|(?<={HAN}.[{_CROSS}])|(?<={HAN}.[{_CROSS}]{{2}}))"
    rf"|(?<=[|\t\n： ][{_CROSS}])[{_CROSS}]{{1,5}}(?= ?(?:[|\t\n。，；]|\Z))"
    r"|(?<=[^\x00-\xff][*＊])[*＊]{2,5}(?=[。，；、）|\t\n]|\Z)"
    rf"|(?<={HAN}[_＿])[_＿]{{1,39}}(?={HAN})|(?<=[*＊])[*＊]{{1,5}}(?={HAN}))"
)
_SIGNS = f"{_CROSS}*＊_＿"
_ANONYMISED = 3  # names left out, from which on a document without an issuer leaves out all


def check(subject: Subject) -> Iterator[Hit]:
    """Blanks that are sure to be leftovers; crosses for a name where the others are named."""
    text = subject.text
    sure = [each for pattern in _asked(text) for each in subject.find(pattern)]
    taken = {place for each in sure for place in range(*each.match.span())}
    every = [*sure, *_names(subject, taken)]
    outside = foreign(subject) if every else NOTHING
    hits = [
        Hit(subject.span(*each.match.span()), {"text": each.match[0].strip()})
        for each in sorted(every, key=lambda each: each.match.start())
        if not outside.hold(each.match.start())
    ]
    yield from told(hits)


def _asked(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns of which a text has the words."""
    first = {sign for sign in _FIRST if sign in text}  # sooner looked for than a word
    for needles, pattern in _SURE:
        if any(needle[0] in first and needle in text for needle in needles):
            yield re.compile(pattern)


def _names(subject: Subject, taken: set[int]) -> list[Found]:
    """Crosses for names, unless the document leaves out all names."""
    if not any(sign in subject.text for sign in _SIGNS):
        return []
    names = [each for each in subject.find(_NAME) if each.match.start() not in taken]
    names = [
        each for each, markup in zip(names, _markup(subject, names), strict=True) if not markup
    ]
    anonymised = len(names) >= _ANONYMISED and not _names_its_office(subject)
    return [] if anonymised else names


def _names_its_office(subject: Subject) -> bool:
    """Whether a plan says whose it is, in words."""
    return any(
        plan.issuer and not any(sign in plan.issuer for sign in f"{_SIGNS}某○")
        for plan in subject.plans
    )


def _markup(subject: Subject, names: Sequence[Found]) -> Iterator[bool]:
    """For each whether it is stars that are Markdown's."""
    at, marks = -1, NOTHING
    for each in names:
        if each.at != at:
            at = each.at
            marks = Ranges((start, end) for start, end, _ in emphasis(each.passage.text.text))
        star = each.match[0][0] == "*"
        markdown = subject.source.format == "markdown"
        paired = markdown and each.passage.text.text.count(each.match[0]) > 1
        yield star and (paired or marks.hold(each.match.start() - at))


RULE = Rule(
    Kind(
        "DP330",
        "placeholder",
        "warning",
        "a placeholder was left over: {text}{times}",
        "留有未填写的占位内容：{text}{times}",
    ),
    since="0.1.0",
    finds=Words(
        "What a template leaves to be filled in: 20XX年, XX区, ***, a blank number or date, an empty"
        " 【】. A document that leaves out all names, as published examples do, may keep its crosses.",
        "模板里留待填写的内容：20XX年、XX区、***、空着的文号和日期、空的【】等。"
        "全文隐去名称的范文、公开件，其中的“×”“XX”不算。",
    ),
    why=Words(
        "A signed document with a blank in it says to every reader that nobody read it, and nobody"
        " knows which year or which office is meant.",
        "正式印发的文件里留着空白，说明无人核对，读的人也不知道说的是哪一年、哪个单位。",
    ),
    mend=Words("Fill in what is meant.", "填写应有的内容。"),
    check=check,
)
