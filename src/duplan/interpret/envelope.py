"""What stands around the plans: the covering notice, the index box, titles, signatures, attachments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from duplan.dates import read_date
from duplan.interpret.account import Account
from duplan.interpret.vocabulary import (
    ATTACHMENT,
    BOX_KEYS,
    COPY_LINE,
    DOCUMENT_NUMBER,
    NOTICE_BODY,
    NOTICE_HEADING,
    ORG_LINE,
    PLACEHOLDER,
    PUBLICITY,
    TITLE_END,
    UNIT_MARK,
)
from duplan.outline.grids import Grid
from duplan.outline.paragraphs import Paragraph
from duplan.text.normal import Text, join

Item = Paragraph | Grid
_YEAR = re.compile(
    r"[12]\d{3}|[〇○零一二三四五六七八九]{4}年|\d{2,3}学年|20[xX×_*＊]{1,2}|学年|学期"
)
# A signature or date whose words were blanked out: 20xx年2月*日, ***小学
_BLANK_SIGNATURE = re.compile(
    r"(?:20[xX×_*＊]{1,2}|[xX×_*＊]{2,4}|\d{4})年.{0,6}月.{0,4}日?|[xX×*＊某_]+[\u4e00-\u9fff]{2,16}|[\u4e00-\u9fff]{0,6}[xX×*＊_]{2,}[\u4e00-\u9fff]{2,14}"
)
_DATE_TAIL = re.compile(
    r"(.*?)\s*((?:[12]\d{3}|二[〇○零OＯ０0][〇○零一二三四五六七八九OＯ０0]{2})\s*[年.\-/]\.?.{2,9}?[日号]?)$"
)


@dataclass(slots=True)
class Signature:
    """The line that signs and its date; either may be missing."""

    issuer: Text | None = None
    issued: Text | None = None


@dataclass(slots=True)
class NoticeParts:
    """The covering notice, taken apart."""

    heading: Text | None = None
    issuer: Text | None = None
    number: Text | None = None
    recipients: Text | None = None
    signature: Signature = field(default_factory=Signature)
    attachments: list[Text] = field(default_factory=list)
    text: list[Text] = field(default_factory=list)


@dataclass(slots=True)
class Unit:
    """A titled unit: what will be one plan."""

    title: Text | None
    items: list[Item] = field(default_factory=list)
    signature: Signature = field(default_factory=Signature)
    number: Text | None = None
    recipients: Text | None = None
    attachments: list[Text] = field(default_factory=list)
    box: dict[str, Text] = field(default_factory=dict)


@dataclass(slots=True)
class Envelope:
    """A document's units and what comes before them."""

    units: list[Unit]
    notice: NoticeParts | None = None
    box: dict[str, Text] = field(default_factory=dict)


def open_envelope(items: Sequence[Item], account: Account) -> Envelope:
    """Parts the notice, the box and each titled unit; books everything but the units' own items."""
    box = _box(items, account)
    items = [item for item in items if id(item) not in box.seen]
    notice_end, notice = _notice(items, account)
    starts = _titles(items, notice_end, notice is not None)
    units: list[Unit] = []
    for k, (start, body, title) in enumerate(starts):
        end = starts[k + 1][0] if k + 1 < len(starts) else len(items)
        unit = Unit(title, list(items[body:end]), box=box.fields)
        for item in items[start:body]:
            account.plan = k
            account.hold(item, "title", "title", "title-ends-in-kind-word")
        account.plan = k
        _close_unit(unit, account)
        units.append(unit)
    first = starts[0][0] if starts else len(items)
    account.plan = None
    if notice is None:
        _before(items[:first], units, account)
    return Envelope(units, notice, box.fields)


# --- the index box ------------------------------------------------------------------------------


@dataclass(slots=True)
class _Box:
    fields: dict[str, Text] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)


_KEYED = re.compile(r"([\u4e00-\u9fff]{2,8})[：:](.*)")


def box_field(key: str) -> str | None:
    """The field that an index box's key names; "" for one that tells nothing; None for no key."""
    key = key.rstrip("：: ")
    return next((name for name, pattern in BOX_KEYS if pattern.fullmatch(key)), None)


def _box(items: Sequence[Item], account: Account) -> _Box:
    box = _Box()
    for item in items[:40]:
        if isinstance(item, Grid):
            cells = [cell for row in item.rows for cell in row if cell.lines]
            keys = [box_field(cell.text) for cell in cells]
            if sum(key is not None for key in keys) < 2 or keys[0] is None:
                continue
            for row in item.rows:
                for at, cell in enumerate(row[:-1]):
                    name = box_field(cell.text)
                    if name and row[at + 1].lines and box_field(row[at + 1].text) is None:
                        box.fields.setdefault(name, join(ln.text for ln in row[at + 1].lines))
            account.hold(item, "index-box", "", "keys-of-an-index-box")
            box.seen.add(id(item))
        elif item.marker is None and len(item.whole) <= 60:
            match = _KEYED.fullmatch(item.whole.text)
            name = box_field(match.group(1)) if match else None
            if match and name is not None:
                value = item.whole.cut(match.start(2))
                if name and value:
                    box.fields.setdefault(name, value)
                account.hold(item, "index-box", "", "keys-of-an-index-box")
                box.seen.add(id(item))
    return box


# --- the covering notice ------------------------------------------------------------------------


def _notice(items: Sequence[Item], account: Account) -> tuple[int, NoticeParts | None]:
    body = next(
        (
            i
            for i, item in enumerate(items[:40])
            if isinstance(item, Paragraph)
            and item.marker is None
            and len(item.text) < 400
            and NOTICE_BODY.search(item.text.text)
            and not NOTICE_HEADING.search(item.text.text)
        ),
        None,
    )
    if body is None:
        return 0, None
    notice = NoticeParts()
    title = _title_after_notice(items, body)
    for item in items[:title]:
        account.hold(item, "notice", "notice", "covering-notice")
    head = [item for item in items[:body] if isinstance(item, Paragraph)]
    for at, item in enumerate(head):
        text = item.whole.text
        if DOCUMENT_NUMBER.fullmatch(text):
            notice.number = notice.number or item.whole
        elif text.endswith(("：", ":")) and not ATTACHMENT.match(text):
            notice.recipients = item.whole.rstrip("：:")
        elif NOTICE_HEADING.search(text) and notice.heading is None:
            _read_heading(head, at, notice)
    after = [item for item in items[body + 1 : title] if isinstance(item, Paragraph)]
    notice.signature = _signature(after)
    for item in items[body:title]:
        if isinstance(item, Paragraph):
            if ATTACHMENT.match(item.whole.text):
                notice.attachments += _attachments(item)
            notice.text.append(item.whole)
    return title, notice


def _read_heading(head: Sequence[Paragraph], at: int, notice: NoticeParts) -> None:
    """The heading from 关于 on, and the organisation that stands before it."""
    start = at
    while start > 0 and at - start < 4 and "关于" not in head[start].whole.text:
        start -= 1
    if "关于" not in head[start].whole.text:
        start = at
    whole = join(item.whole for item in head[start : at + 1])
    cut = max(whole.text.find("关于"), 0)
    notice.heading = whole.cut(cut)
    issuer = whole.cut(0, cut) if cut else None
    above = head[start - 1].whole if start else None
    if not issuer and above is not None and ORG_LINE.fullmatch(above.text):
        issuer = above
    elif not issuer and start > 1 and DOCUMENT_NUMBER.fullmatch(head[start - 1].whole.text):
        issuer = head[start - 2].whole
    if issuer is not None and issuer:
        text = issuer.text
        notice.issuer = issuer.cut(0, len(text) - 2) if text.endswith("文件") else issuer


def _title_after_notice(items: Sequence[Item], body: int) -> int:
    """Where the plan begins: the first title that is no mere pointer to an attachment."""
    named = re.findall(r"《([^》]{4,60})》", _plain(items[body]))
    signed = next(
        (
            i
            for i in range(body + 1, min(len(items), body + 40))
            if read_date(_plain(items[i])) is not None
        ),
        body,
    )
    for at in range(signed + 1 if signed > body else body + 1, len(items)):
        found = _title_at(items, at)
        if found is not None and (signed > body or not _points_on(items, at)):
            return at - _attachment_lines(items, at)
        item = items[at]
        if isinstance(item, Paragraph) and any(_same(item.whole.text, name) for name in named):
            return at - _attachment_lines(items, at)
        if isinstance(item, Paragraph) and item.marker is not None and signed > body:
            break
    if signed > body:
        return min(signed + 1, len(items))
    return min(body + 1, len(items))


def _attachment_lines(items: Sequence[Item], at: int) -> int:
    before = items[at - 1] if at else None
    if isinstance(before, Paragraph) and _is_attachment_line(before):
        return 1
    return 0


def _is_attachment_line(item: Paragraph) -> bool:
    match = ATTACHMENT.match(item.whole.text)
    return match is not None and match.end() == len(item.whole)


def _points_on(items: Sequence[Item], at: int) -> bool:
    """Whether an 附件：… line only announces what comes later."""
    item = items[at]
    if not isinstance(item, Paragraph) or not ATTACHMENT.match(item.whole.text):
        return False
    title = _attachments(item)
    names = [name.text for name in title]
    return any(
        isinstance(later, Paragraph) and any(_same(later.whole.text, name) for name in names)
        for later in items[at + 1 : at + 40]
    )


def _same(a: str, b: str) -> bool:
    strip = str.maketrans("", "", " 　：:。《》")
    a, b = a.translate(strip), b.translate(strip)
    return a == b or (len(b) >= 8 and a.endswith(b)) or (len(a) >= 8 and b.endswith(a))


def _plain(item: Item) -> str:
    return item.whole.text if isinstance(item, Paragraph) else ""


def _attachments(item: Paragraph) -> list[Text]:
    """The titles that an 附件：1.… 2.… line announces."""
    match = ATTACHMENT.match(item.whole.text)
    rest = item.whole.cut(match.end()) if match else item.whole
    cuts = [m.start() for m in re.finditer(r"(?<!\d)\d{1,2}[.、．](?!\d)", rest.text)]
    if not cuts:
        return [rest.strip("：:。《》")] if rest else []
    ends = [*cuts[1:], len(rest)]
    return [
        rest.cut(a, b).strip("0123456789.、．：:。；; 《》")
        for a, b in zip(cuts, ends, strict=True)
    ]


# --- titles -------------------------------------------------------------------------------------


def _title_at(items: Sequence[Item], at: int) -> tuple[int, Text] | None:
    """The title whose first line is item ``at``: the index after it and its text."""
    lines: list[Text] = []
    for end in range(at, min(at + 4, len(items))):
        item = items[end]
        if not isinstance(item, Paragraph) or (lines and item.line.blank_before > 1):
            return None
        text = item.whole
        if end == at:
            mark = UNIT_MARK.match(text.text) or ATTACHMENT.match(text.text)
            if mark and mark.end() < len(text):
                text = text.cut(mark.end())
            elif mark:
                return None
            elif item.marker is not None and item.marker.family != "bullet":
                return None
        elif item.marker is not None or _opens_unit(text.text):
            return None
        if item.heading is not None and text.text.startswith("#"):
            text = item.text
        if not _may_be_title(text.text):
            return None
        lines.append(text)
        tail = re.search(r"\s*篇[一二三四五六七八九十\d]+$", text.text)
        if tail:
            lines[-1] = text.cut(0, tail.start())
        total = sum(len(line) for line in lines)
        if total > 60:
            return None
        if TITLE_END.search(lines[-1].text):
            return (end + 1, join(lines)) if total >= 4 else None
    return None


def _opens_unit(text: str) -> bool:
    return UNIT_MARK.match(text) is not None or ATTACHMENT.match(text) is not None


def _may_be_title(text: str) -> bool:
    if not text or len(text) > 55 or re.search(r"[。；;！？|]", text) or text[0] in "（(【[":
        return False
    if PUBLICITY.fullmatch(text) or COPY_LINE.match(text):
        return False
    if text[-1] in "：:，,、" or NOTICE_HEADING.search(text) or "关于印发" in text:
        return False
    return read_date(text) is None and DOCUMENT_NUMBER.fullmatch(text) is None


def _titles(
    items: Sequence[Item], start: int, after_notice: bool
) -> list[tuple[int, int, Text | None]]:
    """For each unit: where it starts, where its body starts, its title."""
    found: list[tuple[int, int, Text | None]] = []
    at = start
    if after_notice and at < len(items):
        first = items[at]
        if isinstance(first, Paragraph) and _is_attachment_line(first):
            at += 1
        title = _title_at(items, at)
        if title is not None:
            found.append((start, title[0], title[1]))
            at = title[0]
        elif at < len(items) and isinstance(items[at], Paragraph):
            line = items[at]
            assert isinstance(line, Paragraph)
            if line.marker is None and len(line.whole) <= 50:
                found.append((start, at + 1, line.whole))
                at += 1
            else:
                found.append((start, at, None))
    while at < len(items):
        unit = _unit_at(items, at, found)
        if unit is None:
            at += 1
            continue
        if not (found and unit[2] and found[-1][2] and _repeats(found[-1], unit, at)):
            found.append(unit)
        at = max(unit[1], at + 1)
    if not found and items:
        found.append(_untitled(items))
    return found


def _repeats(
    last: tuple[int, int, Text | None], unit: tuple[int, int, Text | None], at: int
) -> bool:
    assert last[2] is not None and unit[2] is not None
    return last[2].text == unit[2].text and at - last[1] <= 2


def _unit_at(
    items: Sequence[Item], at: int, found: Sequence[tuple[int, int, Text | None]]
) -> tuple[int, int, Text | None] | None:
    item = items[at]
    if not isinstance(item, Paragraph):
        return None
    mark = UNIT_MARK.match(item.whole.text)
    if mark is not None and (mark.end() < len(item.whole) or len(items) > at + 1):
        inner = _title_at(items, at if mark.end() < len(item.whole) else at + 1)
        if inner is not None:
            return at, inner[0], inner[1]
        if mark.end() < len(item.whole) and len(item.whole) <= 50:
            return at, at + 1, item.whole.cut(mark.end())
    title = _title_at(items, at)
    if title is None:
        return None
    if not found:
        return at, title[0], title[1]
    if ATTACHMENT.match(item.whole.text) or (
        at and isinstance(items[at - 1], Paragraph) and _is_attachment_line(items[at - 1])  # type: ignore[arg-type]
    ):
        return None
    if at - found[-1][1] < 2 or not _stands_alone(items, at, title):
        return None
    return at, title[0], title[1]


def _stands_alone(items: Sequence[Item], at: int, title: tuple[int, Text]) -> bool:
    """Whether a later title opens a new unit: it names a year or office, and counting begins anew."""
    text = title[1].text
    names = _YEAR.search(text) or PLACEHOLDER.search(text) or ORG_LINE.match(text)
    if len(text) < 8 or not names or "《" in text:
        return False
    before = items[at - 1]
    if isinstance(before, Paragraph):
        last = before.whole.text[-1:]
        dated = read_date(before.whole.text) is not None
        if last not in "。；！？）”》" and not dated and not items_blank(items[at]):
            return False
    nested = next(
        (
            item.marker.ordinal
            for item in items[title[0] : title[0] + 30]
            if isinstance(item, Paragraph)
            and item.marker is not None
            and item.marker.ordinal is not None
            and not item.marker.weak
        ),
        1,
    )
    return nested == 1


def items_blank(item: Item) -> bool:
    """Whether an empty line or a page break stands before the item."""
    return isinstance(item, Paragraph) and (
        item.line.blank_before > 0 or item.line.layout.page_break_before
    )


def _untitled(items: Sequence[Item]) -> tuple[int, int, Text | None]:
    first = items[0]
    if (
        isinstance(first, Paragraph)
        and first.marker is None
        and len(first.whole) <= 40
        and first.whole.text[-1:] not in "。；：:，"
    ):
        return 0, 1, first.whole
    return 0, 0, None


# --- what stands before and after ---------------------------------------------------------------


def _before(items: Sequence[Item], units: Sequence[Unit], account: Account) -> None:
    """Red heads, numbers and recipients above a title without a notice."""
    for item in items:
        if isinstance(item, Paragraph):
            text = item.whole.text
            if units and DOCUMENT_NUMBER.fullmatch(text):
                units[0].number = units[0].number or item.whole
                account.hold(item, "document-number", "document_number", "document-number")
                continue
            if units and ORG_LINE.fullmatch(text.removesuffix("文件")):
                account.hold(item, "letterhead", "", "organisation-above-the-title")
                continue
        account.hold(item, "outside", "", "before-the-first-title")
        for text_ in [item.whole] if isinstance(item, Paragraph) else []:
            account.report("DP302", text_, text=text_.text[:40])


def _close_unit(unit: Unit, account: Account) -> None:
    """Takes the signature, publicity lines and attachment pointers from a unit's end, and what
    stands between title and body (a date in brackets, recipients) from its start."""
    items = unit.items
    _open_body(unit, account)
    end = len(items)
    tail: list[Paragraph] = []
    while end and len(tail) < 8:
        item = items[end - 1]
        if not isinstance(item, Paragraph) or not _closes(item, unit):
            break
        tail.insert(0, item)
        end -= 1
    signed = _signature(tail)
    if signed.issuer is None and signed.issued is None:
        tail = [
            item
            for item in tail
            if PUBLICITY.fullmatch(item.whole.text)
            or _BLANK_SIGNATURE.fullmatch(item.whole.text)
            or COPY_LINE.match(item.whole.text)
            or ATTACHMENT.match(item.whole.text)
        ]
    kept = {id(item) for item in tail}
    for item in tail:
        text = item.whole
        if ATTACHMENT.match(text.text):
            unit.attachments += _attachments(item)
            account.hold(item, "attachment", "attachments", "announces-an-attachment")
        elif PUBLICITY.fullmatch(text.text) or COPY_LINE.match(text.text):
            account.hold(item, "publicity", "", "publicity-or-copies")
        else:
            account.hold(item, "signature", "issuer", "signature-at-the-end")
    unit.signature = signed
    unit.items = [item for item in items if id(item) not in kept]


def _open_body(unit: Unit, account: Account) -> None:
    for _ in range(4):
        item = unit.items[0] if unit.items else None
        if not isinstance(item, Paragraph) or item.marker is not None:
            return
        text = item.whole.text
        bracketed = re.fullmatch(r"[（(\[【](.{2,40})[）)\]】]", text)
        date = read_date(bracketed.group(1)) if bracketed else read_date(text)
        if DOCUMENT_NUMBER.fullmatch(text.strip("（）()")):
            unit.number = unit.number or item.whole.strip("（）()")
            account.hold(item, "document-number", "document_number", "document-number")
        elif date is not None:
            if unit.signature.issued is None:
                unit.signature.issued = item.whole.strip("（）()[]【】")
            account.hold(item, "signature", "issued", "date-below-the-title")
        elif bracketed and not ORG_LINE.fullmatch(bracketed.group(1)):
            account.hold(item, "note", "", "bracket-below-the-title")
        elif ORG_LINE.fullmatch(text) and len(text) <= 30 and len(unit.items) > 1:
            unit.signature.issuer = item.whole
            account.hold(item, "signature", "issuer", "organisation-below-the-title")
        elif _is_recipients(text) and len(unit.items) > 1:
            unit.recipients = item.whole.rstrip("：:")
            account.hold(item, "recipients", "recipients", "ends-in-a-colon-after-the-title")
        else:
            return
        unit.items.pop(0)


def _is_recipients(text: str) -> bool:
    return (
        text[-1:] in "：:"
        and 4 <= len(text) <= 120
        and re.match(
            r"(?:各|全[县市区校镇]|[^，。]{1,12}(?:局|委|办|部门|学校|单位|社区|村|科室|处室|班级|年级组))",
            text,
        )
        is not None
        and ("、" in text or "，" in text or "," in text or text.startswith("各"))
    )


def _closes(item: Paragraph, unit: Unit) -> bool:
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


def _signature(items: Sequence[Paragraph]) -> Signature:
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
