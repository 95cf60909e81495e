"""A Word binary file as the parts of a docx package."""

from __future__ import annotations

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
            f"<w:{kind}>{stories.markup(note)}</w:{kind}>" for note in _notes(binary, kind, index)
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


def _ranges(whole: range, positions: tuple[int, ...]) -> Iterator[range]:
    """The ranges of a story between positions, empty where these run back or leave the story."""
    last = 0
    for start, end in pairwise(positions):
        if last <= start <= end <= len(whole):
            last = end
            yield range(whole.start + start, whole.start + end)
        else:
            yield range(0)


def _notes(binary: Binary, story: str, index: int) -> list[range]:
    """The ranges of notes: the last of their positions is of no use."""
    positions, _ = plc(binary.part(index), 0)
    return [note for note in _ranges(binary.stories[story], positions[:-1]) if note]


def _margins(binary: Binary, stories: Stories) -> Iterator[tuple[str, str]]:
    """Kind and content of every header and footer; a section without its own has no range."""
    positions, _ = plc(binary.part(_HEADERS), 0)
    for at, margin in enumerate(_ranges(binary.stories["header"], positions[:-1])):
        shown = margin[:-1]  # a guard mark ends it
        if at >= _SEPARATORS and binary.text[shown.start : shown.stop].strip():
            yield _KINDS[at % len(_KINDS)], stories.markup(shown)


def _boxes(binary: Binary, stories: Stories) -> dict[int, str]:
    """The text boxes of the body by the position that they are drawn at.

    Those of groups name no position of their own: they stand with the box before them.
    """
    drawn, shapes = plc(binary.part(_DRAWN), _SHAPE)
    at_shape = {shape[:4]: position for position, shape in zip(drawn, shapes, strict=False)}
    positions, entries = plc(binary.part(_BOXES), _BOX)
    found: dict[int, str] = {}
    place = drawn[0] if shapes else -1
    for shown, entry in zip(_ranges(binary.stories["box"], positions), entries, strict=True):
        text = binary.text[shown.start : shown.stop]
        reusable = any(entry[8:10])
        if reusable or not text.strip():
            continue
        guards = len(text) - len(text.rstrip("\r")) - 1
        place = at_shape.get(entry[14:18], place)
        content = stories.markup(shown[: len(shown) - max(0, guards)])
        box = f"<w:pict><w:txbxContent>{content}</w:txbxContent></w:pict>"
        found[place] = found.get(place, "") + box
    return found
