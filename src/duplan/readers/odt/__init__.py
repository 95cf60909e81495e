"""Reads OpenDocument texts (odt, flat fodt) as LibreOffice would show them, changes accepted."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from duplan.diagnostics import Diagnostic
from duplan.readers.asides import name_asides
from duplan.readers.assembly import Paper
from duplan.readers.file import File
from duplan.readers.findings import accepted
from duplan.readers.odt.body import Walker
from duplan.readers.odt.lists import Numbering
from duplan.readers.odt.package import Package
from duplan.readers.odt.styles import Styles
from duplan.readers.opendocument import style, text
from duplan.source import Source, Span

_STORIES = {
    style(f"{story}{page}"): story
    for story in ("header", "footer")
    for page in ("", "-left", "-first")
}
_FIRST_PAGE = "Standard"  # where the text names no page style


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document in an OpenDocument text, with what was noticed on the way.

    Labels are LibreOffice's automatic numbers. Insertions count as accepted, deletions as gone
    (DP105); hidden text is left out and named (DP104), ruby is (DP109). Notes, comments, headers
    and footers become asides (DP106). A damaged part other than the main one is named (DP107).

    Raises UnreadableError, and nothing else, on bytes that hold no readable document: "encrypted",
    "damaged", "unknown-format", "too-large", "too-complex".
    """
    package = Package(file)
    named = list(package.named_styles())
    of_text, of_pages = package.automatic_styles()
    paper = Paper(file.limits)
    numbering = Numbering([*named, *of_pages, *of_text])
    fonts = package.fonts()
    text_styles = Styles(named, of_text, fonts)
    walker = Walker(package, text_styles, numbering, paper)
    content = walker.walk(package.text, "body", text_styles)
    page_styles = Styles(named, of_pages, fonts)
    for story, part, path in _heads(package.master_pages(), walker.pages):
        _aside(walker, paper, story, part, path, page_styles)
    _add_notes(walker, paper, text_styles)
    diagnostics = walker.diagnostics + package.diagnostics
    diagnostics += accepted(walker.insertions, walker.deletions, walker.ruby_notes)
    diagnostics += name_asides(paper.asides, walker.page_numbers)
    return paper.source(file, "odt", content), diagnostics


def _heads(
    masters: list[etree._Element], begun: dict[str, None]
) -> Iterator[tuple[str, etree._Element, str]]:
    """(story, part, path) of the headers and footers on the pages that the text has."""
    by_name = {master.get(style("name"), ""): master for master in masters}
    default = _FIRST_PAGE if _FIRST_PAGE in by_name else next(iter(by_name), "")
    waiting, seen = [*begun, default], set[str]()
    for name in waiting:
        if name in seen or name not in by_name:
            continue
        seen.add(name)
        master = by_name[name]
        waiting.append(master.get(style("next-style-name"), ""))
        for part in master:
            story = _STORIES.get(part.tag)
            if story is not None and part.get(style("display")) != "false":
                yield story, part, f"{name}/{part.tag.rpartition('}')[2]}"


def _add_notes(walker: Walker, paper: Paper, styles: Styles) -> None:
    """Takes every note and comment by itself, those that stand in notes last."""
    counts: dict[str, int] = {}
    for story, note, anchor in walker.notes:
        count = counts[story] = counts.get(story, 0) + 1
        body = note.find(text("note-body"))
        part = note if body is None else body
        _aside(walker, paper, story, part, f"{story}[{count}]", styles, anchor)


def _aside(
    walker: Walker,
    paper: Paper,
    story: str,
    part: etree._Element,
    path: str,
    styles: Styles,
    anchor: Span | None = None,
) -> None:
    first = len(paper.blocks)
    walker.walk(part, path, styles)
    paper.aside(story, paper.blocks[first:], anchor)
