"""What stands around the plans, parted from them: index box, notice, titles, signatures."""

from __future__ import annotations

from collections.abc import Sequence

from duplan.interpret.account import Account
from duplan.interpret.box import read_box
from duplan.interpret.notice import read_notice
from duplan.interpret.signature import trim_unit
from duplan.interpret.titles import find_titles
from duplan.interpret.units import Envelope, Item, Unit
from duplan.interpret.vocabulary import DOCUMENT_NUMBER, ORG_LINE
from duplan.outline.paragraphs import Paragraph


def open_envelope(items: Sequence[Item], account: Account) -> Envelope:
    """Parts the notice, the box and each titled unit; books everything but the units' own items."""
    box = read_box(items, account)
    items = [item for item in items if id(item) not in box.seen]
    notice_end, notice = read_notice(items, account)
    starts = find_titles(items, notice_end, notice is not None)
    units: list[Unit] = []
    for k, (start, body, title) in enumerate(starts):
        end = starts[k + 1][0] if k + 1 < len(starts) else len(items)
        unit = Unit(title, list(items[body:end]), box=box.fields)
        for item in items[start:body]:
            account.plan = k
            account.hold(item, "title", "title", "title-ends-in-kind-word")
        account.plan = k
        trim_unit(unit, account)
        units.append(unit)
    first = starts[0][0] if starts else len(items)
    account.plan = None
    if notice is None:
        _before(items[:first], units, account)
    return Envelope(units, notice, box.fields)


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
