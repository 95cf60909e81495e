"""A Word binary file as the parts of a docx package."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from duplan.readers.doc.binary import Binary, plc
from duplan.readers.doc.lists import font_names, numbering
from duplan.readers.doc.markup import style_sheet
from duplan.readers.doc.stories import Stories
from duplan.readers.doc.styles import Styles
from duplan.readers.docx.names import RELATIONSHIPS, WORD

_STYLES, _FONTS, _LISTS, _OVERRIDES, _SECTIONS = 1, 15, 73, 74, 6  # places in fibRgFcLcb
_HEADERS, _DRAWN, _BOXES = 11, 40, 56
_NOTES = (("footnote", 3), ("endnote", 47), ("comment", 5))
_SECTION, _SHAPE, _BOX = 12, 26, 22  # bytes of an entry
_SEPARATORS = 6  # stories of footnotes before those of headers (2.3.3)
_KINDS = ("header", "header", "footer", "footer", "header", "footer")
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def parts(binary: Binary) -> Iterator[tuple[str, str]]:
    """(name, content) of every part."""
    styles, fonts = Styles(binary.part(_STYLES)), font_names(binary.part(_FONTS))
    ends, _ = plc(binary.part(_SECTIONS), _SECTION)
    stories = Stories(binary, styles, fonts, frozenset(end - 1 for end in ends))
    boxes = _boxes(binary, stories)
    body = stories.markup(binary.stories["body"], lambda position: boxes.pop(position, ""))
    rest = "".join(f"<w:p><w:r>{box}</w:r></w:p>" for box in boxes.values())
    margins = list(_margins(binary, stories))
    references = "".join(
        f'<w:{kind}Reference r:id="r{at}"/>' for at, (kind, _) in enumerate(margins)
    )
    yield "_rels/.rels", _relations([("officeDocument", "word/document.xml")])
    yield (
        "word/_rels/document.xml.rels",
        _relations([(kind, f"{kind}{at}.xml") for at, (kind, _) in enumerate(margins)]),
    )
    yield (
        "word/document.xml",
        _root("document", f"<w:body>{body}{rest}<w:sectPr>{references}</w:sectPr></w:body>"),
    )
    yield "word/styles.xml", _root("styles", style_sheet(styles))
    start, size = binary.extent(_LISTS)
    lists = numbering(
        binary.part(_LISTS), binary.table[start + size :], binary.part(_OVERRIDES), fonts
    )
    yield "word/numbering.xml", _root("numbering", lists)
    for at, (kind, content) in enumerate(margins):
        yield f"word/{kind}{at}.xml", _root("hdr" if kind == "header" else "ftr", content)
    for kind, index in _NOTES:
        notes = "".join(
            f"<w:{kind}>{stories.markup(note)}</w:{kind}>" for note in _ranges(binary, kind, index)
        )
        yield f"word/{kind}s.xml", _root(f"{kind}s", notes)


def _root(name: str, inside: str) -> str:
    return f'<w:{name} xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}">{inside}</w:{name}>'


def _relations(targets: list[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="r{at}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'


def _ranges(binary: Binary, story: str, index: int) -> Iterator[range]:
    """The ranges of a story's parts: a list of positions whose last one is of no use."""
    whole = binary.stories[story]
    positions, _ = plc(binary.part(index), 0)
    for start, end in pairwise(positions[:-1]):
        if start < end <= len(whole):
            yield range(whole.start + start, whole.start + end)


def _margins(binary: Binary, stories: Stories) -> Iterator[tuple[str, str]]:
    """Kind and content of every header and footer; a section without its own has no range."""
    whole = binary.stories["header"]
    positions, _ = plc(binary.part(_HEADERS), 0)
    for at, (start, end) in enumerate(pairwise(positions[:-1])):
        if at >= _SEPARATORS and start < end - 1 < len(whole):
            shown = range(whole.start + start, whole.start + end - 1)  # a guard mark ends it
            if binary.text[shown.start : shown.stop].strip():
                yield _KINDS[at % len(_KINDS)], stories.markup(shown)


def _boxes(binary: Binary, stories: Stories) -> dict[int, str]:
    """The text boxes of the body by the position that they are drawn at.

    Those of groups name no position of their own: they stand with the box before them.
    """
    whole = binary.stories["box"]
    drawn, shapes = plc(binary.part(_DRAWN), _SHAPE)
    at_shape = {shape[:4]: position for position, shape in zip(drawn, shapes, strict=False)}
    positions, entries = plc(binary.part(_BOXES), _BOX)
    found: dict[int, str] = {}
    place = drawn[0] if shapes else -1
    for at, entry in enumerate(entries):
        start, end = positions[at], positions[at + 1]
        shown = range(whole.start + start, whole.start + min(end, len(whole)))
        while shown and binary.text[shown.start : shown.stop].endswith("\r\r"):
            shown = shown[:-1]  # guard marks
        (reusable,) = struct.unpack_from("<H", entry, 8)
        if reusable or not binary.text[shown.start : shown.stop].strip():
            continue
        place = at_shape.get(entry[14:18], place)
        content = stories.markup(shown)
        box = f"<w:pict><w:txbxContent>{content}</w:txbxContent></w:pict>"
        found[place] = found.get(place, "") + box
    return found
