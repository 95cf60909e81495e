"""20XX年, XX区, 〔2020〕  号: what was to be filled in and never was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Found, Subject
from duplan.rules.wording.habit import told
from duplan.rules.wording.prose import HAN, foreign
from duplan.text.remnants import emphasis

_CROSS = "XxＸｘ×✕╳"
# What can be nothing else, by its first characters.
_SURE = re.compile(
    rf"20(?:[{_CROSS}]{{2}}|\d[{_CROSS}]|[*＊]{{2}}|\d?[_＿]{{1,8}})(?=\s?[年学學]|[{HAN}]|[-—－.])"
    rf"|[{_CROSS}]{{1,4}}(?:年[{_CROSS}]{{1,2}}月|月[{_CROSS}]{{1,2}}日)(?:[{_CROSS}]{{1,2}}日)?"
    r"|\d{4}年[ \u3000]{1,12}月(?:[ \u3000]{1,12}日)?"
    r"|[〔［\[【][ \u3000]*(?:20[ \u3000]*)?[〕］】](?=[ \u3000\d]*号|[ \u3000\d]*號)"
    rf"|〔\d{{4}}〕[ \u3000]*(?:[ \u3000]{{2}}|[{_CROSS}*＊_＿]{{1,4}})[ \u3000]*[号號]"
    r"|【[ \u3000]{0,8}】|《[ \u3000]{0,8}》|（）|“”"
    r"|(?<![A-Za-z])(?:TODO|FIXME|TBD)(?![A-Za-z])"
    r"|(?:单击|點擊|点击|单击或点击|按一下)此处?處?(?:输入|輸入|添加|新增|编辑|編輯)[文日][字期]?"
    r"|[（(【\[［](?:请|請|此处|此處|在此)[^（()）【】\[\]［］\n]{0,4}(?:填写|填寫|输入|輸入|补充|補充|填入)"
    r"[^（()）【】\[\]［］\n]{0,12}[）)】\]］]"
)
# What stands for a name; published documents write it on purpose.
_NAME = re.compile(
    rf"[{_CROSS}]{{2,6}}(?:(?=[{HAN}])|(?<=[{HAN}].[{_CROSS}])|(?<=[{HAN}].[{_CROSS}]{{2}}))"
    rf"|(?<=[{HAN}])[_＿]{{2,40}}(?=[{HAN}])|[*＊]{{2,6}}(?=[{HAN}])"
)
_ANONYMISED = 3  # names left out, from which on a document without an issuer leaves out all


def check(subject: Subject) -> Iterator[Hit]:
    """Blanks that are sure to be leftovers; crosses for a name where the others are named."""
    text = subject.text
    sure = list(subject.find(_SURE))
    names = [each for each in subject.find(_NAME) if not _is_markup(each)]
    if len(names) >= _ANONYMISED and not _names_its_office(subject):
        names = []
    taken = {place for each in sure for place in range(*each.match.span())}
    outside = foreign(text)
    every = [*sure, *(each for each in names if each.match.start() not in taken)]
    hits = [
        Hit(subject.span(*each.match.span()), {"text": each.match[0].strip()})
        for each in sorted(every, key=lambda each: each.match.start())
        if not outside.hold(each.match.start())
    ]
    yield from told(hits)


def _names_its_office(subject: Subject) -> bool:
    """Whether a plan says whose it is, in words."""
    crosses = re.compile(f"[{_CROSS}*＊_＿某○]")
    return any(plan.issuer and not crosses.search(plan.issuer) for plan in subject.plans)


def _is_markup(found: Found) -> bool:
    """Whether the stars are Markdown's."""
    if found.match[0][0] != "*":
        return False
    at = found.match.start() - found.at
    text = found.passage.text.text
    return at == 0 and len(found.match[0]) != 2 or any(start <= at < end for start, end, _ in emphasis(text))


RULE = Rule(
    Kind(
        "DP330",
        "placeholder",
        "warning",
        "a placeholder was left over: {text}, {count} time(s)",
        "留有未填写的占位内容：{text}（共 {count} 处）",
    ),
    since="0.2.0",
    finds=Words(
        "What a template leaves to be filled in: 20XX年, XX区, ***, a blank number or date, an empty"
        " 【】. A document that leaves out all names, as published examples do, may keep its crosses.",
        "模板里留待填写的内容：20XX年、XX区、***、空着的文号和日期、空的【】等。"
        "全文隐去名称的范文、公开件，其中的叉号不算。",
    ),
    why=Words(
        "A signed document with a blank in it says to every reader that nobody read it, and nobody"
        " knows which year or which office is meant.",
        "正式印发的文件里留着空白，说明无人核对，读的人也不知道说的是哪一年、哪个单位。",
    ),
    mend=Words("Fill in what is meant.", "填写应有的内容。"),
    check=check,
)
