"""云岭区 in the signature of a plan of 青禾区."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.plan import Plan
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.source import Span

_LEAD = re.compile(
    r"(?:关于|印发|转发|下达|《|中共|中国|国营|[\d〇零一二三四五六七八九]{4}(?:[—\-]\d{4})?(?:学?年度?)?|\s)*"
)
_PLACE = re.compile(
    r"([\u4e00-\u9fff]{2,5}?)(省|市|区|县|旗|镇|乡|街道)(?!长|级|直|委书|管会|政协)"
)
_NO_PLACE = re.compile(
    r"(?:责任|开发|新|学|校|社|示范|小|保护|特|自治|管理|服务|高新|第.|全|我|本|各|该)$"
    r"|教育|督导|工作|学校|公司|中心|关于|建设|文明|创建|为|的"
)
_NO_DISTRICT = re.compile("(?:园|城|景|库|片|林|牧|矿|灌)$")  # 林区 is a forest, 林县 is none
_LEVELS = {"旗": "县", "乡": "镇"}  # of one rank


def check(subject: Subject) -> Iterator[Hit]:
    """Issuers that aren't the office, or whose place isn't the one of the title."""
    for plan in subject.plans:
        span = subject.place(plan, "issuer")
        if plan.issuer is None or span is None:
            continue
        if subject.office.names:
            if not any(_is_same(plan.issuer, name) for name in subject.office.names):
                yield _hit(
                    plan.issuer, span, Words("the office is", "本单位名称"), subject.office.names[0]
                )
            continue
        yield from _against_title(subject, plan, plan.issuer, span)


def _against_title(subject: Subject, plan: Plan, issuer: str, span: Span) -> Iterator[Hit]:
    """A place of the signature that differs from the one of the title or the notice's heading."""
    signed = places(issuer)
    notice = subject.document.notice
    heads = [(plan.title, subject.place(plan))]
    if notice is not None:
        heads.append((notice.title, subject.place(notice)))
    for title, at in heads:
        if title is None or at is None or at.block == span.block:
            continue
        other = places(title)
        for level, name in signed.items():
            if level in other and not _agree(other[level], name):
                named = Words("the title names", "标题中的")
                yield _hit(issuer, span, named, other[level] + level, at)
                return


def _hit(issuer: str, span: Span, named: Words, right: str, *related: Span) -> Hit:
    values: dict[str, str | int] = {"issuer": issuer, "office": right}
    return Hit(span, {**values, "named": named.en, "named_zh": named.zh}, related=related)


def places(name: str) -> dict[str, str]:
    """The places that an office's name or a title begins with, by level: 重庆 市, 沙坪坝 区."""
    found: dict[str, str] = {}
    lead = _LEAD.match(name)
    at = lead.end() if lead else 0
    while (match := _PLACE.match(name, at)) and not _NO_PLACE.search(match[1]):
        if match[2] == "区" and _NO_DISTRICT.search(match[1]):
            break
        found.setdefault(_LEVELS.get(match[2], match[2]), match[1])
        at = match.end()
    return found


def _agree(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _is_same(issuer: str, name: str) -> bool:
    """Whether an issuer is an office of that name, a part of it, or one of the same place."""
    if issuer in name or name in issuer:
        return True
    theirs, ours = places(issuer), places(name)
    shared = theirs.keys() & ours.keys()
    return bool(shared) and all(_agree(theirs[level], ours[level]) for level in shared)


RULE = Rule(
    Kind(
        "DP316",
        "foreign-issuer",
        "warning",
        "{issuer} signs, but {named} {office}",
        "署名“{issuer}”与{named_zh}“{office}”不符",
    ),
    since="0.1.0",
    finds=Words(
        "An issuer that is none of the office's own names (where they are set), or whose place isn't the one"
        " in the title.",
        "署名机关不是本单位（已设置单位名称时），或署名中的地名与标题中的不一致。",
    ),
    why=Words(
        "The plan was mostly copied from another office. With the wrong name below it nobody knows who"
        " answers for it, and it is embarrassing where it was published.",
        "多半是照搬了别的单位的稿子。署名有误，文件由谁负责就说不清，公开出去也有损本单位的形象。",
    ),
    mend=Words(
        "Write the name of the office that issues the plan, everywhere.", "全文改为本单位的名称。"
    ),
    check=check,
)
