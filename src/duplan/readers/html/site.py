"""Which parts of a page belong to the site and not to the document: told by structure only."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from duplan.readers.html.survey import Count, Survey
from duplan.readers.html.tables import is_data, is_framed

MOST = 0.6  # the share of a page's running text that the part with the document holds
LEAST = 30  # characters below which so little would be left that nothing is left out
FEW = 200  # characters that a part named for the site may hold outside links
TOOLS = 60  # characters of a row of buttons
IMPRINT = 500  # the same for the foot of a page
LINKS = 3  # that make a part a list of links
LINKED = 0.75  # the share of its characters that are links

_TAGS = frozenset(("nav", "header", "footer", "aside", "search"))
_OF_ARTICLES = frozenset(("header", "footer"))  # a document may have these too
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary"))
_NAMES = re.compile(
    r"nav|navi|navbar|navigation|menu\w*|sub-?nav|side-?bar|breadcrumbs?|crumbs?|bread|dqwz|weizhi|curmb"
    r"|foot(?:er)?(?:[-_]?\w+)?|bottom|copyright|copy|header|head|topbar|top-?nav|logo|banner|search\w*|login"
    r"|share\w*|bd-?share\w*|bdsharebuttonbox|social|jiathis\w*|tools?|tool-?bar|friend-?links?|yqlj|links?"
    r"|related\w*|xglj|xgxw|xgwz|recommend\w*|hot|rank\w*|pager?|pagination|page-?nav|prev-?next"
    r"|qr-?code|ewm|erweima|wechat|weixin|go-?top|back-?top|gotop|float\w*|ads?|advert\w*",
    re.IGNORECASE,
)
_TOOLS = re.compile(
    r"share\w*|bd-?share\w*|bdsharebuttonbox|jiathis\w*|social|tools?|tool-?bar|print",
    re.IGNORECASE,
)
_SKIP = re.compile(
    r"[:：]{2,4}|(?:跳[到至过過]|移至|[略按][过過]|略過|直接前往|skip|jump)[^，。]{0,20}",
    re.IGNORECASE,
)
_CONTAINERS = """
    body div section article main form center table tbody tr td ul dl span font header
    footer aside"""
_HOLDERS = frozenset(_CONTAINERS.split())
_LISTS = frozenset(("div", "section", "ul", "ol", "dl", "table", "td", "aside", "center"))
_MAKERS = re.compile(r"microsoft|word|libreoffice|openoffice|wps|kingsoft", re.IGNORECASE)


def parts_of_the_site(found: Survey) -> frozenset[etree._Element]:
    """The topmost elements that hold navigation, links to other pages or the site's imprint.

    None where a word processor wrote the page. A part that holds most of the running text, or what
    may be a plan's title, is never among them.
    """
    body = next((each for each in found.elements if each.tag == "body"), None)
    if body is None or _is_of_a_word_processor(found):
        return frozenset()
    data = _around_data(found)
    way = _way_to_document(body, found)
    document, leading = way[-1], frozenset(way)
    parts: list[etree._Element] = []
    waiting = [body]
    while waiting:
        for child in waiting.pop():
            if not isinstance(child.tag, str):
                continue
            if child in leading:
                if child is not document:
                    waiting.append(child)
            elif _is_skip_link(child) or (
                child not in data and _is_of_the_site(child, found.of(child))
            ):
                parts.append(child)
            elif child.tag in _HOLDERS and not (child.tag == "table" and is_data(child, found)):
                waiting.append(child)
    inside = (
        each
        for each in document.iter(etree.Element)
        if each.tag == "nav" or _is_skip_link(each) or _is_tool(each, found.of(each))
    )
    every = {*parts, *inside}
    topmost = frozenset(
        part for part in every if not any(above in every for above in part.iterancestors())
    )
    left = _shown(found.of(body)) - sum(_shown(found.of(part)) for part in topmost)
    return topmost if left >= LEAST else frozenset()


def _shown(count: Count) -> int:
    return count.plain + count.linked


def _around_data(found: Survey) -> set[etree._Element]:
    """The tables that draw lines around their cells, and all that they stand in."""
    around: set[etree._Element] = set()
    for table in found.elements:
        if table.tag == "table" and is_framed(table):
            at: etree._Element | None = table
            while at is not None and at not in around:
                around.add(at)
                at = at.getparent()
    return around


def _is_of_a_word_processor(found: Survey) -> bool:
    return any(
        each.tag == "meta"
        and each.get("name", "").lower() in ("generator", "progid", "originator")
        and _MAKERS.search(each.get("content", ""))
        for each in found.elements[:60]
    )


def _way_to_document(body: etree._Element, found: Survey) -> list[etree._Element]:
    """The elements within each other that hold most of the running text, the innermost last."""
    enough = MOST * found.of(body).plain
    way = [body]
    while enough:
        inner = next(
            (
                child
                for child in way[-1]
                if child.tag in _HOLDERS and found.of(child).plain >= enough
            ),
            None,
        )
        if inner is None or (inner.tag == "table" and is_data(inner, found)):
            break
        way.append(inner)
    return way


def _is_of_the_site(element: etree._Element, count: Count) -> bool:
    shown = _shown(count)
    if not shown or count.title:
        return False
    if element.tag in _OF_ARTICLES and next(element.iterancestors("article"), None) is not None:
        return False
    if element.tag in _TAGS or element.get("role", "").lower() in _ROLES:
        return True
    if element.tag not in _LISTS:
        return False
    if count.links >= LINKS and count.linked >= LINKED * shown:
        return True
    if count.imprint and count.plain <= IMPRINT:
        return True
    return _is_named(element, _NAMES) and (count.plain <= FEW or count.linked >= count.plain)


def _is_skip_link(element: etree._Element) -> bool:
    """Whether it is a link for those who move by keyboard: 跳到主要內容, :::."""
    if element.tag != "a" or not element.get("href", "").startswith("#"):
        return False
    text = "".join(map(str, islice(element.itertext(), 4)))[:80].strip()
    return _SKIP.fullmatch(text) is not None


def _is_tool(element: etree._Element, count: Count) -> bool:
    """Whether it holds no more than buttons beside the document, to share or to print it."""
    few = _shown(count) <= TOOLS and not count.title
    return few and element.tag in _LISTS and _is_named(element, _TOOLS)


def _is_named(element: etree._Element, pattern: re.Pattern[str]) -> bool:
    """Whether its class or id is a name that sites give to such parts of theirs."""
    names = f"{element.get('class', '')} {element.get('id', '')}"[:500].split()
    return any(pattern.fullmatch(name.strip("0123456789_-")) for name in names)
