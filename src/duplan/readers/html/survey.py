"""What the parts of a page hold, counted before the page is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from duplan.diagnostics import UnreadableError
from duplan.readers.html.look import Look, Looks
from duplan.readers.html.tags import CONTROLS, NEVER

MAX_ELEMENTS = 100_000
SPOKEN = 6  # characters from which on a heading is more than a label

_TITLE = re.compile(
    r".{3,60}(?:计划|計[划劃畫]|要[点點]|总结|總結|方案|安排|思路|打算|规划|規劃|行事[历曆]|校[历曆]|分解表|清单|清單|通知)"
    r"(?:[（(][^（）()]{1,20}[）)])?"
    r"|.{2,30}文件|.{0,30}[〔\[【（(]\d{4}[〕\]】）)]第?\d{1,4}[号號].{0,20}"
    r"|(?:索引号|发文字号|发文机[构关]|成文日期|发布机构)(?:[：:].{0,40})?"
)
_IMPRINT = re.compile(
    r"ICP备|ICP備|公网安备|网站标识码|版权所有|版權所有|著作權|Copyright|©|技术支持[：:]",
    re.IGNORECASE,
)
_BETWEEN_LINKS = re.compile(r"[\W_]*(?:\d{2,4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\W_]*|[\W_]+")
_DOCUMENT = re.compile(
    r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|rtf|txt|zip|rar|odt)$", re.IGNORECASE
)


@dataclass(slots=True)
class Count:
    """What an element holds, in visible characters but for the last six."""

    plain: int = 0  # in no link; dates and marks that stand alone are not counted
    linked: int = 0  # in links to other pages
    hidden: int = 0
    links: int = 0
    title: bool = False  # a text outside links such as documents have above their running text
    imprint: bool = False  # what every page of a site ends with
    tables: bool = False
    lines: int = 0  # blocks and line breaks
    width: int = 0  # of a table: the most cells in a row; of a row: its cells


@dataclass(slots=True)
class Survey:
    """Every element of a page in document order, with its look and what it holds."""

    elements: list[etree._Element]
    looks: dict[etree._Element, Look]
    counts: dict[etree._Element, Count]

    def of(self, element: etree._Element) -> Count:
        """What an element holds."""
        return self.counts.get(element, _NOTHING)


_NOTHING = Count()


def survey(root: etree._Element, looks: Looks) -> Survey:
    """Counts what a page holds. Raises UnreadableError: "too-complex"."""
    elements = list(islice(root.iter(etree.Element), MAX_ELEMENTS + 1))
    if len(elements) > MAX_ELEMENTS:
        raise UnreadableError("too-complex")
    shown: dict[etree._Element, Look] = {}
    counts = {each: Count() for each in elements}
    for each in elements:
        parent = each.getparent()
        above = shown[parent] if parent is not None else Look()
        look = looks.of(each, above)
        shown[each] = replace(look, gone=True) if above.gone else look
    for each in reversed(elements):
        _close(each, shown[each], counts)
    return Survey(elements, shown, counts)


def _close(element: etree._Element, look: Look, counts: dict[etree._Element, Count]) -> None:
    """Ends the count of an element, all within it being counted, and adds it to its parent's."""
    count, tag = counts[element], element.tag
    _add_text(count, element.text)
    if look.gone or look.unseen or tag in CONTROLS:
        hidden = 0 if tag in NEVER or tag in CONTROLS else count.hidden + count.plain + count.linked
        count = counts[element] = Count(hidden=hidden)
    elif tag == "h1" and count.plain >= SPOKEN:
        count.title = True
    elif tag == "a" and _leads_away(element.get("href", "")):
        count.linked += count.plain
        count.plain, count.links = 0, count.links + 1
        count.title = False
    count.lines += look.block or tag == "br"
    parent = element.getparent()
    if parent is None:
        return
    above = counts[parent]
    _add_text(above, element.tail)
    above.plain += count.plain
    above.linked += count.linked
    above.hidden += count.hidden
    above.links += count.links
    above.title |= count.title
    above.imprint |= count.imprint
    above.tables |= count.tables or tag == "table"
    above.lines += count.lines
    if tag in ("td", "th"):
        above.width += 1
    elif tag in ("tr", "tbody", "thead", "tfoot"):
        above.width = max(above.width, count.width)


def _add_text(count: Count, text: str | None) -> None:
    if text and not text.isspace():
        bare = "".join(text.split())
        if len(bare) <= 20 and _BETWEEN_LINKS.fullmatch(bare):
            return
        count.plain += len(bare)
        if len(bare) <= 90:
            count.title = count.title or _TITLE.fullmatch(bare) is not None
            count.imprint = count.imprint or _IMPRINT.search(bare) is not None


def _leads_away(address: str) -> bool:
    """Whether a link leads to another page: neither to a place in this one nor to a file to load."""
    if not address or address.startswith("#"):
        return False
    return _DOCUMENT.search(address.partition("?")[0]) is None
