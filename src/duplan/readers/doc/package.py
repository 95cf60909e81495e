"""A Word binary file as the parts of a docx package."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from duplan.readers.doc.binary import Binary, Part, plc
from duplan.readers.doc.lists import font_names, numbering
from duplan.readers.doc.markup import style_sheet
from duplan.readers.doc.stories import Boxes, Stories, box_markup
from duplan.readers.doc.styles import Styles
from duplan.readers.docx.names import RELATIONSHIPS, WORD

_NOTES = (  # with the bytes of an entry of their places
    ("footnote", Part.FOOTNOTES, Part.FOOTNOTE_PLACES, 2),
    ("endnote", Part.ENDNOTES, Part.ENDNOTE_PLACES, 2),
    ("comment", Part.COMMENTS, Part.COMMENT_PLACES, 30),
)
_SECTION, _SHAPE, _BOX = 12, 26, 22  # bytes of an entry
_SEPARATORS = 6  # stories of footnotes before those of headers (2.3.3)
_KINDS = ("header", "header", "footer", "footer", "header", "footer")
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def parts(binary: Binary) -> Iterator[tuple[str, str]]:
    """(name, content) of every part."""
    styles, fonts = Styles(binary.part(Part.STYLES)), font_names(binary.part(Part.FONTS))
    ends, _ = plc(binary.part(Part.SECTIONS), _SECTION)
    stories = Stories(
        binary, styles, fonts, frozenset(end - 1 for end in ends), _references(binary)
    )
    boxes = _boxes(binary, stories, "body", Part.SHAPES, Part.BOXES)
    body = stories.markup(binary.stories["body"], boxes) + _left(boxes)
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
        _root("document", f"<w:body>{body}<w:sectPr>{references}</w:sectPr></w:body>"),
    )
    yield "word/styles.xml", _root("styles", style_sheet(styles))
    start, size = binary.extent(Part.LISTS)
    lists = numbering(
        binary.part(Part.LISTS), binary.table[start + size :], binary.part(Part.OVERRIDES), fonts
    )
    yield "word/numbering.xml", _root("numbering", lists)
    for at, (kind, content) in enumerate(margins):
        yield f"word/{kind}{at}.xml", _root("hdr" if kind == "header" else "ftr", content)
    for kind, part, _, _ in _NOTES:
        notes = "".join(
            f'<w:{kind} w:id="{at}">{stories.markup(note, {})}</w:{kind}>'
            for at, note in _notes(binary, kind, part)
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


def _references(binary: Binary) -> dict[int, str]:
    """What refers to notes and comments, by its position."""
    return {
        position: f'<w:{kind}Reference w:id="{at}"/>'
        for kind, _, part, size in _NOTES
        for at, position in enumerate(plc(binary.part(part), size)[0][:-1])
    }


def _notes(binary: Binary, story: str, part: Part) -> Iterator[tuple[int, range]]:
    """The ranges of notes with their numbers: the last of their positions is of no use."""
    positions, _ = plc(binary.part(part), 0)
    for at, note in enumerate(_ranges(binary.stories[story], positions[:-1])):
        if note:
            yield at, note


def _margins(binary: Binary, stories: Stories) -> Iterator[tuple[str, str]]:
    """Kind and content of every header and footer; a section without its own has no range."""
    boxes = _boxes(binary, stories, "header", Part.HEADER_SHAPES, Part.HEADER_BOXES)
    positions, _ = plc(binary.part(Part.HEADERS), 0)
    for at, margin in enumerate(_ranges(binary.stories["header"], positions[:-1])):
        shown = margin[:-1]  # a guard mark ends it
        if at >= _SEPARATORS and binary.text[shown.start : shown.stop].strip():
            yield _KINDS[at % len(_KINDS)], stories.markup(shown, boxes)
    if rest := _left(boxes):
        yield "header", rest


def _boxes(binary: Binary, stories: Stories, around: str, shapes: Part, boxes: Part) -> Boxes:
    """The text boxes of the body or the headers by the position that they are drawn at.

    Those of groups name no position of their own: they stand with the box before them.
    """
    start = binary.stories[around].start
    drawn, shape_entries = plc(binary.part(shapes), _SHAPE)
    at_shape = {
        entry[:4]: start + position for position, entry in zip(drawn, shape_entries, strict=False)
    }
    place = next(iter(at_shape.values()), -1)
    positions, entries = plc(binary.part(boxes), _BOX)
    found: Boxes = {}
    story = binary.stories["box" if around == "body" else "header box"]
    for shown, entry in zip(_ranges(story, positions), entries, strict=True):
        text = binary.text[shown.start : shown.stop]
        reusable = any(entry[8:10])
        if reusable or not text.strip():
            continue
        guards = len(text) - len(text.rstrip("\r")) - 1
        place = at_shape.get(entry[14:18], place)
        content = stories.markup(shown[: len(shown) - max(0, guards)], {})
        found.setdefault(place, []).append(content)
    return found


def _left(boxes: Boxes) -> str:
    """The text boxes that no place has shown."""
    return "".join(f"<w:p><w:r>{box_markup(box)}</w:r></w:p>" for box in boxes.values())
