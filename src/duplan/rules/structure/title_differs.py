"""The notice issues 《…工作计划》, and below it stands …工作要点."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from duplan.diagnostics import Kind
from duplan.plan import Notice, Plan
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.source import Span

_NAMED = re.compile(r"《([^《》]{4,60})》")
_ISSUES = re.compile(r"(?:现[将予]|印发|下发|转发|下达|报送|发布|公布)")
_ISSUED = re.compile(r"(?:印发|下发|转发|下达|报送|发布|公布)(.+?)的?(?:通知|函)")
_ASIDE = re.compile(r"[（(\[【〔][^）)\]】〕]*[）)\]】〕]|[\s《》“”\"：:、，]")
_YEAR = re.compile(
    r"(?:[12]\d{3}|[二一][〇零○OＯ0-9九一二三四五六七八]{3})(?:[—－–\-~～至][\d]{2,4})?学?年?度?"
)

_WORD = 2  # characters


def check(subject: Subject) -> Iterator[Hit]:
    """The title of the plan below a notice against the names that the notice gives it.

    Years are left to DP310. A name may leave out words of the other's, as the office or the field, but
    not within what stands behind the year.
    """
    notice = subject.document.notice
    if notice is None or not subject.plans:
        return
    names = _names(notice)
    if not names:
        return
    titles = [plan.title for plan in subject.plans if plan.title]
    if len(names) > 1 and len(subject.plans) == 1 and not _agree(*names):
        right = any(_agree(names[0], title) for title in titles)
        span = (_quoted(subject, names[1]) if right else None) or subject.place(notice)
        if span is not None:
            title, name = reversed(names) if right else names
            yield _hit(span, title, name, ())
            return
    if not any(_agree(name, title) for name in names for title in titles):
        yield from _of_plan(subject, notice, names[0], subject.plans[0])
    elif len(titles) == 1:
        yield from _of_attachments(subject, notice, titles[0])


def _of_attachments(subject: Subject, notice: Notice, title: str) -> Iterator[Hit]:
    """The plan in the notice's list of attachments, under a name of which a word is another."""
    if any(_agree(each.title, title) for each in notice.attachments):
        return
    for each in notice.attachments:
        span = subject.place(each)
        if span is not None and _is_slip(_core(each.title), _core(title)):
            yield _hit(span, each.title, title, ())


def _is_slip(one: str, other: str) -> bool:
    """Whether two names are of one length and differ in a word."""
    if len(one) != len(other):
        return False
    return 0 < sum(a != b for a, b in zip(one, other, strict=True)) <= _WORD < len(one) / 4


def _quoted(subject: Subject, name: str) -> Span | None:
    """Where a name that the notice's body quotes stands."""
    spans = [
        subject.span(*each.match.span(1)) for each in subject.find(_NAMED) if each.match[1] == name
    ]
    return spans[0] if spans else None


def _of_plan(subject: Subject, notice: Notice, name: str, plan: Plan) -> Iterator[Hit]:
    span, other = subject.place(plan), subject.place(notice)
    if span is not None and plan.title is not None:
        yield _hit(span, plan.title, name, (other,) if other else ())


def _hit(span: Span, title: str, name: str, related: tuple[Span, ...]) -> Hit:
    return Hit(span, {"title": title, "name": name}, related=related)


def _names(notice: Notice) -> list[str]:
    """What the notice's heading and its body call the plan."""
    named = []
    if notice.title:
        name = _NAMED.search(notice.title) or _ISSUED.search(notice.title)
        if name:
            named.append(name[1])
    for line in notice.text.split("\n")[:3]:
        issues = _ISSUES.search(line)
        quoted = _NAMED.search(line, issues.start() if line.startswith("现") and issues else 0)
        if issues and quoted:
            named.append(quoted[1])
            break
    return named


def _core(name: str) -> str:
    folded = normalize("NFKC", name)
    return _ASIDE.sub("", _YEAR.sub("", folded)).removeprefix("关于").removesuffix("的通知")


def _agree(one: str, other: str) -> bool:
    """Whether the characters of the shorter name all stand in the longer, in order, and what is behind
    their years ends alike."""
    if one == other:
        return True
    short, long = sorted((_core(one), _core(other)), key=len)
    letters = iter(long)
    if not all(char in letters for char in short):
        return False
    tails = [_core(name[year.end() :]) for name in (one, other) if (year := _YEAR.search(name))]
    return len(tails) < 2 or tails[0].endswith(tails[1]) or tails[1].endswith(tails[0])


RULE = Rule(
    Kind(
        "DP207",
        "title-differs",
        "warning",
        "the title {title} isn't the one of the notice: {name}",
        "标题“{title}”与通知中的“{name}”不一致",
    ),
    since="0.1.0",
    finds=Words(
        "A plan whose title is another than the covering notice says, or a notice that names it in two ways.",
        "正文标题与印发通知所称的不一致，或通知前后的名称不一致。",
    ),
    why=Words(
        "The notice gives force to the document that it names. If that isn't the one attached, people ask"
        " which is in force, and neither is found by the other's name.",
        "通知印发的是它点名的文件。名称对不上，收文单位会问究竟以哪个为准，检索时也找不到。",
    ),
    mend=Words("Write one title in all places.", "各处标题统一。"),
    check=check,
)
