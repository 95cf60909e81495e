"""Reads web pages (html) as a browser shows them without scripts and without other files."""

from __future__ import annotations

import re

from lxml import etree

from duplan.diagnostics import KINDS, Diagnostic, UnreadableError
from duplan.readers.file import File
from duplan.readers.html.css import Sheet
from duplan.readers.html.look import Looks
from duplan.readers.html.page import Page, open_page
from duplan.readers.html.site import parts_of_the_site
from duplan.readers.html.survey import survey
from duplan.readers.html.walker import Walker
from duplan.readers.html.zones import cut
from duplan.source import Source

_PARTS_OF_A_TITLE = re.compile(r"\s*[-_|–—·>＞»]+\s*")


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document that a web page holds, with what was noticed on the way.

    Labels are those of lists, as a browser prints them, and the numbers of Word. Navigation, the
    imprint and controls of the site are asides (DP115), notes and headers of word processors too
    (DP106). Hidden text is left out and named (DP104), ruby is (DP109); a title that the page
    doesn't show is named (DP117), as a wrong declaration of the encoding is (DP116).

    Raises UnreadableError: "empty", "binary", "too-large", "too-complex".
    """
    return read_page(open_page(file), file, "html")


def read_page(page: Page, file: File, form: str) -> tuple[Source, list[Diagnostic]]:
    """The document in a page that is open already; ``form`` names the format of ``file``."""
    root = page.root
    sheet = Sheet(each.text or "" for each in root.iter("style"))
    looks = Looks(sheet)
    found = survey(root, looks)
    count = found.of(root)
    if count.hidden > count.plain + count.linked:  # a script would show it
        looks = Looks(sheet, reveal=True)
        found = survey(root, looks)
    walker = Walker(file.limits, found, parts_of_the_site(found))
    bodies = [each for each in found.elements if each.tag in ("body", "frameset")]
    content = walker.walk(bodies[0] if len(bodies) == 1 else root)
    if not any(block.text.strip() or block.label for block in walker.paper.blocks):
        raise UnreadableError("empty")
    diagnostics = page.diagnostics + walker.diagnostics
    if walker.ruby_notes:
        diagnostics.append(Diagnostic(KINDS["DP109"], None, {"count": walker.ruby_notes}))
    diagnostics += _unshown_title(root, walker)
    return walker.paper.source(file, form, content, page.encoding), diagnostics


def _unshown_title(root: etree._Element, walker: Walker) -> list[Diagnostic]:
    """Names the title of a page that its text doesn't hold, sections and site apart."""
    title = next((each.text or "" for each in root.iter("title")), "")
    longest = "".join(max(_PARTS_OF_A_TITLE.split(title), key=len).split())
    if not longest:
        return []
    shown = "".join("".join(block.text.split()) for block in walker.paper.blocks)
    if longest in shown:
        return []
    return [Diagnostic(KINDS["DP117"], None, {"text": cut(title)})]
