"""The covering notice 关于印发…的通知: where it ends, who wrote it to whom, under which number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duplan.dates import read_date
from duplan.interpret.account import Account
from duplan.interpret.frame.attachments import announced, goes_on, is_attachment_line
from duplan.interpret.frame.signature import last_signature
from duplan.interpret.frame.titles import title_at
from duplan.interpret.frame.units import Item, NoticeParts, typed
from duplan.interpret.vocabulary import (
    ATTACHMENT,
    DOCUMENT_NUMBER,
    NOTICE_BODY,
    NOTICE_HEADING,
    ORG_LINE,
)
from duplan.outline.paragraphs import Paragraph
from duplan.text.normal import Text, join

FULL_LINE = 18  # characters of a line at least that the next one goes on


def read_notice(items: Sequence[Item], account: Account) -> tuple[int, NoticeParts | None]:
    """The notice at the start of a document and the index after it; 0 and None where there is none."""
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
    if body is None or _is_of_a_plan(items[:body]):
        return 0, None
    notice = NoticeParts()
    title = _title_after_notice(items, body)
    for item in items[:title]:
        account.hold(item, "notice", "notice", "covering-notice")
    head = [item for item in items[:body] if isinstance(item, Paragraph)]
    for at, item in enumerate(head):
        text = item.whole.text
        number = DOCUMENT_NUMBER.match(text)
        if number and (number.end() == len(text) or number.end() in item.whole.gaps):
            notice.number = notice.number or item.whole.cut(0, number.end())
        elif text.endswith(("：", ":")) and not ATTACHMENT.match(text):
            notice.recipients = _recipients(head[: at + 1])
        elif NOTICE_HEADING.search(text) and notice.heading is None:
            _read_heading(head, at, notice)
    after = [item for item in items[body + 1 : title] if isinstance(item, Paragraph)]
    notice.signature = last_signature(after)
    listing = False
    for item in items[body:title]:
        if isinstance(item, Paragraph):
            opens = ATTACHMENT.match(item.whole.text) is not None
            if opens or (listing and goes_on(item, len(notice.attachments))):
                notice.attachments += announced(item)
                listing = True
            else:
                listing = False
            notice.text.append(item.printed)
    return title, notice


def _is_of_a_plan(head: Sequence[Item]) -> bool:
    """Whether a plan's own title stands above 现将…公布如下, and no notice's."""
    texts = [item.whole.text for item in head if isinstance(item, Paragraph)]
    if any(NOTICE_HEADING.search(text) or DOCUMENT_NUMBER.match(text) for text in texts):
        return False
    return any(title_at(head, at) is not None for at in range(len(head)))


def _recipients(head: Sequence[Paragraph]) -> Text:
    """The recipients that end in the last line's colon, from as many full lines as list them."""
    start = len(head) - 1
    while start and re.search("[、，,]", head[start - 1].whole.text):
        line = head[start - 1]
        text = line.whole.text
        if line.marker or NOTICE_HEADING.search(text) or text[-1] in "。；：:":
            break
        if len(text) < FULL_LINE:
            break
        start -= 1
    return join(item.whole for item in head[start:]).rstrip("：:")


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
    named = re.findall(r"《([^》]{4,60})》", typed(items[body]))
    signed = next(
        (
            i
            for i in range(body + 1, min(len(items), body + 40))
            if read_date(typed(items[i])) is not None
        ),
        body,
    )
    for at in range(signed + 1 if signed > body else body + 1, len(items)):
        found = title_at(items, at)
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
    if isinstance(before, Paragraph) and is_attachment_line(before):
        return 1
    return 0


def _points_on(items: Sequence[Item], at: int) -> bool:
    """Whether an 附件：… line only announces what comes later."""
    item = items[at]
    if not isinstance(item, Paragraph) or not ATTACHMENT.match(item.whole.text):
        return False
    title = announced(item)
    names = [name.text for _, name in title]
    return any(
        isinstance(later, Paragraph) and any(_same(later.whole.text, name) for name in names)
        for later in items[at + 1 : at + 40]
    )


def _same(a: str, b: str) -> bool:
    strip = str.maketrans("", "", " 　：:。《》")
    a, b = a.translate(strip), b.translate(strip)
    return a == b or (len(b) >= 8 and a.endswith(b)) or (len(a) >= 8 and b.endswith(a))
