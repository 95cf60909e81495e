"""What stands around the plans, parted from them: index box, notice, titles, signatures."""

from __future__ import annotations

from collections.abc import Sequence

from duplan.interpret.account import SHOWN, Account
from duplan.interpret.frame.box import read_box
from duplan.interpret.frame.notice import read_notice
from duplan.interpret.frame.signature import trim_unit
from duplan.interpret.frame.titles import find_titles
from duplan.interpret.frame.units import Envelope, Item, Unit, typed
from duplan.interpret.vocabulary import DOCUMENT_NUMBER, ORG_LINE, TITLE_END
from duplan.outline.paragraphs import Paragraph
from duplan.text.normal import Text


def open_envelope(items: Sequence[Item], account: Account) -> Envelope:
    """Parts the notice, the box and each titled unit; books everything but the units' own items."""
    box = read_box(items, account)
    items = [item for item in items if id(item) not in box.seen]
    notice_end, notice = read_notice(items, account)
    starts = find_titles(items, notice_end, notice is not None)
    if len(starts) == 1 and starts[0][1] >= len(items) and not _is_title(starts[0][2]):
        starts = []  # a line or two that no kind word makes a plan
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
    """Books what stands above the first title: letterhead, number, and what is no part of a plan."""
    for item in items:
        text = typed(item)
        if units and DOCUMENT_NUMBER.fullmatch(text) and isinstance(item, Paragraph):
            units[0].number = units[0].number or item.whole
            account.plan = 0
            account.hold(item, "document-number", "document_number", "document-number")
            account.plan = None
        elif units and ORG_LINE.fullmatch(text.removesuffix("文件")):
            account.hold(item, "letterhead", "", "organisation-above-the-title")
        else:
            account.hold(item, "outside", "", "before-the-first-title")
            where = item.whole if isinstance(item, Paragraph) else None
            account.report("DP302", where, text=text[:SHOWN])


def _is_title(title: Text | None) -> bool:
    return title is not None and TITLE_END.search(title.text) is not None
