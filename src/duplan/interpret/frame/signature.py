"""The lines around a plan's body that sign, date, address or publish it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duplan.dates import read_date, read_year
from duplan.interpret.account import SHOWN, Account
from duplan.interpret.frame.attachments import announced, announcement
from duplan.interpret.frame.units import Item, Signature, Unit
from duplan.interpret.vocabulary import (
    ATTACHMENT,
    CLOSING_REMARK,
    COPY_LINE,
    DOCUMENT_NUMBER,
    FORM_KEY,
    ORG_LINE,
    PUBLICITY,
    TITLE_END,
)
from duplan.outline.grids import Grid
from duplan.outline.paragraphs import Paragraph
from duplan.text.normal import Text, join

# A signature or date whose words were blanked out: 20xx年2月*日, ***小学
_BLANK_SIGNATURE = re.compile(
    r"(?:20[xX×_*＊]{1,2}|[xX×_*＊]{2,4}|\d{4})年.{0,6}月.{0,4}日?|[xX×*＊某_]+[\u4e00-\u9fff]{2,16}|[\u4e00-\u9fff]{0,6}[xX×*＊_]{2,}[\u4e00-\u9fff]{2,14}"
)
# 中华民国114年1月20日校务会议通过: when and by whom a plan was passed
_APPROVAL = re.compile(
    r"[（(]?[^。]{0,8}\d{2,4}[年.]\d{1,2}[月.]\d{1,2}日?[^。，]{0,20}(?:通过|核定|核准|修订|修正|审定)[）)]?"
)
_DATE_TAIL = re.compile(
    r"(.*?)\s*((?:[12]\d{3}|二[〇○零OＯ０0][〇○零一二三四五六七八九OＯ０0]{2})\s*[年.\-/]\.?.{2,9}?[日号]?)$"
)

_FORM = 6  # lines between a title and the body
_FORM_LINE = 90  # characters of one that is a form's
_CLOSING_LINES = 10  # lines at the end, the signature's included
_MOST_BELOW = 4  # lines below a signature that aren't known
_SHORT = 40  # characters of one of these


def trim_unit(unit: Unit, account: Account) -> None:
    """Takes the signature, publicity lines and attachment pointers from a unit's end, and what
    stands between title and body (a date in brackets, recipients) from its start."""
    _open_body(unit, account)
    _leave_out(_below_signature(unit.items), unit, account)
    items = unit.items
    tail, listed = _tail(items)
    if not _signs(tail):
        opened = next((at for at, item in enumerate(items) if at and _announces(item)), 0)
        inner, more = _tail(items[:opened])
        if _signs(inner):
            tail, listed = inner + tail, more + listed
    signed = last_signature(tail)
    if not _signs(tail):
        tail = [item for item in tail if _tells_by_itself(item.whole.text)]
    lists = {id(item) for item in listed}
    for item in (*tail, *listed):
        text = item.whole.text
        if _announces(item) or id(item) in lists:
            unit.attachments += announced(item)
            account.hold(item, "attachment", "attachments", "announces-an-attachment")
        elif PUBLICITY.fullmatch(text) or COPY_LINE.match(text):
            account.hold(item, "publicity", "", "publicity-or-copies")
        else:
            account.hold(item, "signature", "issuer", "signature-at-the-end")
    unit.signature = Signature(
        signed.issuer or unit.signature.issuer, signed.issued or unit.signature.issued
    )
    kept = {id(item) for item in (*tail, *listed)}
    unit.items = [item for item in items if id(item) not in kept]


def _leave_out(below: Sequence[Paragraph], unit: Unit, account: Account) -> None:
    for item in below:
        account.hold(item, "outside", "", "below-the-signature")
        account.report("DP302", item.whole, text=item.whole.text[:SHOWN])
    seen = {id(item) for item in below}
    unit.items = [item for item in unit.items if id(item) not in seen]


def _below_signature(items: Sequence[Item]) -> list[Paragraph]:
    """A few short lines at the end that nothing tells of, where a signature with a date stands
    above them: 标签：…, 2条评论. They are the page's; sentences too where the date stands at the
    right margin, which no time of a schedule does."""
    below: list[Paragraph] = []
    for at in range(len(items) - 1, 0, -1):
        item = items[at]
        if not isinstance(item, Paragraph) or len(items) - at > _CLOSING_LINES:
            return []
        if _is_dated(item):
            sure = item.line.layout.align == "right"
            told = all(line.whole.text[-1:] not in "。；;，," for line in below)
            return below if below and (sure or (told and _signs_there(items, at))) else []
        if _closes(item):
            continue
        if len(below) == _MOST_BELOW or not _may_stand_below(item):
            return []
        below.append(item)
    return []


def _is_dated(item: Paragraph) -> bool:
    return read_date(item.whole.text) is not None or _split_signature(item.whole) is not None


def _signs_there(items: Sequence[Item], at: int) -> bool:
    """Whether a dated line signs: it or the line above names an office, else it is the body's only
    such line and stands below a sentence."""
    item, above = items[at], items[at - 1]
    assert isinstance(item, Paragraph)
    if _split_signature(item.whole) is not None:
        return True
    if not isinstance(above, Paragraph):
        return False
    if _is_org(above):
        return True
    dated = (other for other in items[:at] if isinstance(other, Paragraph))
    return above.whole.text[-1:] in "。！" and not any(map(_is_dated, dated))


def _may_stand_below(item: Paragraph) -> bool:
    text = item.whole.text
    return item.marker is None and len(text) <= _SHORT and not _is_remark(item)


def _tail(items: Sequence[Item]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The closing lines at the end of the items, and the lines that list attachments among them."""
    end = len(items)
    tail: list[Paragraph] = []
    listed: list[Paragraph] = []
    while end and len(tail) < 8:
        start = announcement(items, end)
        listed += [item for item in items[start:end] if isinstance(item, Paragraph)]
        if start < end:
            end = start
            continue
        item = items[end - 1]
        if not tail and isinstance(item, Paragraph) and _is_remark(item) and len(items) - end < 3:
            end -= 1
            continue
        if not isinstance(item, Paragraph) or not _closes(item):
            break
        tail.insert(0, item)
        end -= 1
    return tail, listed


def _signs(tail: Sequence[Paragraph]) -> bool:
    signed = last_signature(tail)
    return signed.issuer is not None or signed.issued is not None


def _announces(item: Item) -> bool:
    return isinstance(item, Paragraph) and ATTACHMENT.match(item.whole.text) is not None


def _tells_by_itself(text: str) -> bool:
    """Whether a line closes a document though nothing near it is a signature."""
    return (
        PUBLICITY.fullmatch(text) is not None
        or _BLANK_SIGNATURE.fullmatch(text) is not None
        or COPY_LINE.match(text) is not None
        or ATTACHMENT.match(text) is not None
    )


def _is_remark(item: Paragraph) -> bool:
    """Whether a line below the signature is a remark (注：…), which stays in the plan."""
    text = item.whole.text
    bracketed = text[:1] in "（(" and text[-1:] in "）)"
    return item.marker is None and (bracketed or CLOSING_REMARK.match(text) is not None)


def _open_body(unit: Unit, account: Account) -> None:
    for _ in range(_FORM):
        item = unit.items[0] if unit.items else None
        if not isinstance(item, Paragraph):
            return
        text = item.whole.text
        if item.marker is not None and not _APPROVAL.fullmatch(text):
            return
        if unit.title is not None and text == unit.title.text:
            account.hold(item, "title", "title", "title-printed-again")
            unit.items.pop(0)
            continue
        bracketed = re.fullmatch(r"[（(\[【](.{2,40})[）)\]】]", text)
        date = read_date(bracketed.group(1)) if bracketed else read_date(text)
        if DOCUMENT_NUMBER.fullmatch(text.strip("（）()")):
            unit.number = unit.number or item.whole.strip("（）()")
            account.hold(item, "document-number", "document_number", "document-number")
        elif date is not None:
            if unit.signature.issued is None:
                unit.signature.issued = item.whole.strip("（）()[]【】")
            account.hold(item, "signature", "issued", "date-below-the-title")
        elif _APPROVAL.fullmatch(text):
            account.hold(item, "note", "", "approval-below-the-title")
        elif bracketed and unit.title is not None and _dates(bracketed.group(1), unit.title):
            unit.title = join([unit.title, item.whole])
            account.hold(item, "title", "title", "title-ends-in-kind-word")
        elif bracketed and not ORG_LINE.fullmatch(bracketed.group(1)):
            account.hold(item, "note", "", "bracket-below-the-title")
        elif ORG_LINE.fullmatch(text) and len(text) <= 30 and len(unit.items) > 1:
            unit.signature.issuer = item.whole
            account.hold(item, "signature", "issuer", "organisation-below-the-title")
        elif _is_form(item.whole) and any(isinstance(it, Grid) for it in unit.items[1:_FORM]):
            _read_form(item.whole, unit.signature)
            account.hold(item, "note", "", "form-lines-above-a-table")
        elif _is_recipients(text) and len(unit.items) > 1:
            unit.recipients = item.whole.rstrip("：:")
            account.hold(item, "recipients", "recipients", "ends-in-a-colon-after-the-title")
        else:
            return
        unit.items.pop(0)


def _is_form(text: Text) -> bool:
    """Whether a line is but keys of a form and dates: 填报单位：甲局　2025年1月20日."""
    if len(text) > _FORM_LINE:
        return False
    parts = text.at_gaps()
    keyed = [part for part in parts if FORM_KEY.match(part.text)]
    others = [part for part in parts if not FORM_KEY.match(part.text)]
    return bool(keyed) and all(read_date(part.text) is not None for part in others)


def _read_form(text: Text, signature: Signature) -> None:
    """Takes the office and date that a line of a form names."""
    for part in text.at_gaps():
        key = FORM_KEY.match(part.text)
        value = part.cut(key.end()) if key else part
        if read_date(value.text) is not None:
            signature.issued = signature.issued or value
        elif ORG_LINE.fullmatch(value.text):
            signature.issuer = signature.issuer or value


def _dates(bracket: str, title: Text) -> bool:
    """Whether a bracket below the title says for when the plan is, which the title doesn't."""
    return read_year(title.text) is None and read_year(bracket) is not None


def _is_recipients(text: str) -> bool:
    return (
        text[-1:] in "：:"
        and 4 <= len(text) <= 120
        and "。" not in text
        and re.match(
            r"(?:各|全[县市区校镇]|[^，,。]{1,12}(?:局|委|办|部门|学校|单位|社区|村|科室|处室|班级|年级组))",
            text,
        )
        is not None
        and ("、" in text or "，" in text or "," in text or text.startswith("各"))
    )


def _closes(item: Paragraph) -> bool:
    text = item.whole.text
    if item.marker is not None and not item.whole.text[:1].isdigit() and not text.startswith("二"):
        return False
    if PUBLICITY.fullmatch(text) or COPY_LINE.match(text):
        return True
    if ATTACHMENT.match(text):
        return not TITLE_END.search(text) or len(text) < 60
    if read_date(text) is not None or _split_signature(item.whole) is not None:
        return True
    return _is_org(item) or (item.marker is None and _BLANK_SIGNATURE.fullmatch(text) is not None)


def _is_org(item: Paragraph) -> bool:
    text = item.whole.text
    return (
        item.marker is None
        and 3 <= len(text) <= 40
        and ORG_LINE.fullmatch(text) is not None
        and not TITLE_END.search(text)
    )


def _split_signature(text: Text) -> tuple[Text, Text] | None:
    """An organisation and a date on one line."""
    match = _DATE_TAIL.fullmatch(text.text) if len(text) <= 60 else None
    if match is None or not match.group(1) or read_date(match.group(2).strip()) is None:
        return None
    issuer = text.cut(0, match.end(1))
    if not ORG_LINE.fullmatch(issuer.text):
        return None
    return issuer, text.cut(match.start(2))


def last_signature(items: Sequence[Paragraph]) -> Signature:
    """The last date among the lines and the organisation above it."""
    signed = Signature()
    for at, item in enumerate(items):
        both = _split_signature(item.whole)
        if both is not None:
            signed.issuer, signed.issued = both
        elif read_date(item.whole.text) is not None:
            signed.issued = item.whole
            before = items[at - 1] if at else None
            if before is not None and _is_org(before):
                signed.issuer = before.whole
        elif _is_org(item):
            signed.issuer = item.whole
    return signed
