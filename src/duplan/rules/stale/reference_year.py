"""〔2029〕3号 in a plan of 2020; a plan whose own number is of another year than its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.stale.frames import Frame, frame_of, frames, plain
from duplan.rules.stale.stale_signature import stale_signatures
from duplan.rules.subject import Found, Subject

EARLIEST = 1949
_NUMBER = re.compile(r"[〔［\[【（(]\s?(?P<year>[12]\d{3})\s?[〕］\]】）)]\s?第?\s?\d{1,4}\s?号")
_TITLE = re.compile(r"《[^《》\n]{0,30}?(?P<year>(?<!\d)[12]\d{3})(?P<rest>年[^《》\n]{2,60})》")
_FAR = re.compile("规划|纲要|行动|议程|愿景|目标|战略|[—－–\\-~～至]")
_BASIS = re.compile(r"(?:根据|按照?|依据|依照|贯彻|落实|对照|遵照)[^，。；《》]{0,16}$")
_FARTHEST_OWN = 2


def check(subject: Subject) -> Iterator[Hit]:
    """Years of documents that can't have existed, and numbers that don't fit what they number."""
    known = frames(subject)
    own = {plan.document_number for plan in subject.plans if plan.document_number}
    for found in subject.find(_NUMBER):
        year = int(found.match["year"])
        frame = frame_of(found.passage, known)
        latest = _latest(subject, frame)
        if latest is None:
            continue
        if _is_own(subject, found, own):
            issued = _issued(subject, frame)
            if issued is not None and year != issued and not stale_signatures(subject):
                yield _hit(
                    subject, found, Words(f"the date is of {issued}", f"与成文日期的{issued}年不符")
                )
        elif year > latest or year < EARLIEST:
            yield _hit(subject, found, _beyond(latest if year > latest else EARLIEST, year))
    for found in subject.find(_TITLE):
        yield from _of_title(subject, found, known)


def _beyond(limit: int, year: int) -> Words:
    if year > limit:
        return Words(f"the plan is for {limit}", f"晚于计划年度{limit}年")
    return Words(f"no such number is older than {limit}", f"早于{limit}年，不合情理")


def _hit(subject: Subject, found: Found, reason: Words) -> Hit:
    span = subject.span(*found.match.span("year"))
    values: dict[str, str | int] = {"printed": found.match["year"]}
    return Hit(span, {**values, "reason": reason.en, "reason_zh": reason.zh})


def _is_own(subject: Subject, found: Found, own: set[str]) -> bool:
    """Whether it is the number of the plan itself, in its head or box."""
    if found.passage.role not in ("document-number", "notice", "letterhead", "index-box", "title"):
        return False
    start = found.match.start()
    squeezed = "".join(plain(subject, max(found.at, start - 20), found.match.end()).split())
    return any(squeezed.endswith("".join(number.split())) for number in own)


def _issued(subject: Subject, frame: Frame | None) -> int | None:
    issued = subject.plans[frame.plan].issued if frame is not None else None
    return int(issued[:4]) if issued else None


def _latest(subject: Subject, frame: Frame | None) -> int | None:
    """The latest year that a document may have to which the plan refers."""
    if frame is None:
        return None
    issued = _issued(subject, frame)
    if issued is None or abs(issued - frame.year) >= _FARTHEST_OWN:
        return frame.high
    return max(issued, frame.high)


def _of_title(subject: Subject, found: Found, known: dict[int, Frame]) -> Iterator[Hit]:
    """《2022年…》 in a plan of 2020; what is only to be written may be next year's."""
    frame = frame_of(found.passage, known)
    year = int(found.match["year"])
    if frame is None or year <= frame.high or _FAR.search(plain(subject, *found.match.span())):
        return
    start = found.match.start()
    before = plain(subject, max(found.at, start - 24), start)
    if year > frame.high + 1 or _BASIS.search(before):
        yield _hit(subject, found, _beyond(frame.year, year))


RULE = Rule(
    Kind(
        "DP313",
        "reference-year",
        "warning",
        "the year {printed} of the document can't be right: {reason}",
        "文件年份{printed}年{reason_zh}",
    ),
    since="0.1.0",
    finds=Words(
        "A document that is referred to and whose year lies after the plan's, and a document number of the"
        " plan itself whose year isn't that of its date.",
        "引用的文件年份晚于计划年度；或本文发文字号的年份与成文日期不一致。",
    ),
    why=Words(
        "Nobody finds the document under that number, and the plan's basis can't be checked.",
        "按这个文号、年份查不到文件，计划的依据就无从核对。",
    ),
    mend=Words(
        "Look the document up and write its number and year as they stand there.",
        "查对原文件，按原件写文号和年份。",
    ),
    check=check,
)
