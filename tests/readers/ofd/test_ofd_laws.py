"""Laws: every input ends in a Source or an UnreadableError, and no character is lost."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from ofds import document, lines, ofd, package, page, part, ruled, text

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File
from duplan.readers.ofd import read

ENTRY = part("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>")
SAMPLE = ofd(lines("  一、总体要求") + ruled((30, 80, 180), (60, 72, 84)) + text("九月", 35, 68, 4))


def check(data: bytes) -> None:
    """Reads bytes that may be anything."""
    try:
        source, diagnostics = read(File(data))
    except UnreadableError as error:
        assert error.message("en")
        assert error.message("zh")
        return
    assert [block.index for block in source.blocks] == list(range(len(source.blocks)))
    for diagnostic in diagnostics:
        assert diagnostic.message("en")
        assert diagnostic.message("zh")


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04"]))
def test_any_bytes(data: bytes, start: bytes) -> None:
    check(start + data)


@given(st.integers(0, len(SAMPLE)))
def test_truncated_files(length: int) -> None:
    check(SAMPLE[:length])


@given(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255))
def test_flipped_bytes(at: int, value: int) -> None:
    check(SAMPLE[:at] + bytes((value,)) + SAMPLE[at + 1 :])


@given(st.binary(max_size=200))
def test_any_bytes_as_a_part(content: bytes) -> None:
    parts = {"OFD.xml": ENTRY, **document([page(lines("  一"))])}
    for name in parts:
        check(package(parts | {name: content}))


NAMES = (
    "Layer", "PageBlock", "TextObject", "TextCode", "PathObject", "AbbreviatedData", "ImageObject",
    "CompositeObject", "FillColor", "CGTransform", "Template", "Area", "PhysicalBox", "PageRes",
    "Content", "Annot", "Appearance", "Pages", "Page", "CommonData", "TemplatePage", "DocumentRes",
    "CompositeGraphicUnit", "Font", "Annotations", "Attachments", "FileLoc",
)  # fmt: skip
VALUES = st.sampled_from(
    [
        "0",
        "1",
        "-5",
        "99999999999",
        "nan",
        "true",
        "false",
        "M 0 0 L 9 9",
        "1 0 0 1 5 5",
        "g 9 1",
        "",
    ]
)


@st.composite
def elements(draw: st.DrawFn) -> str:
    """Any nesting of the vocabulary, well-formed and otherwise wild."""
    opened: list[str] = []
    written: list[str] = []
    for _ in range(draw(st.integers(0, 25))):
        if bool(opened) and draw(st.booleans()):
            written.append(f"</ofd:{opened.pop()}>")
        else:
            name, value = draw(st.sampled_from(NAMES)), draw(VALUES)
            attributes = " ".join(
                f'{attribute}="{value}"'
                for attribute in (
                    "Boundary", "CTM", "Size", "X", "Y", "DeltaX", "DeltaY", "ID", "TemplateID",
                    "ResourceID", "BaseLoc", "PageID", "HScale", "ReadDirection", "Weight", "Value",
                    "Visible", "Alpha", "Fill", "Stroke",
                )
            )  # fmt: skip
            written.append(f"<ofd:{name} {attributes}>{value}")
            opened.append(name)
    return "".join(written) + "".join(f"</ofd:{name}>" for name in reversed(opened))


@settings(max_examples=300)
@given(elements(), elements())
def test_any_markup(content: str, common: str) -> None:
    check(ofd(content, common=common))
    check(package({"OFD.xml": ENTRY, "Doc_0/Document.xml": part("Document", common)}))


WORDS = st.text("甲乙丙丁戊己，。（）", min_size=1, max_size=12)


@settings(max_examples=200)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=3), st.booleans())
def test_no_character_is_lost(pages: list[list[str]], tabled: bool) -> None:
    grid = ruled((20, 105, 190), (60, 100, 200)) if tabled else ""
    contents = [
        grid
        + "".join(text(words, 25 + 90 * (at % 2), 70 + 15 * at, 4) for at, words in enumerate(held))
        for held in pages
    ]
    source, diagnostics = read(File(ofd(*contents)))
    shown = Counter("".join(block.text for block in source.blocks))
    for each in diagnostics:  # what a table's header row repeats
        shown.update("".join(str(each.values["text"]).split()) if each.code == "DP108" else "")
    expected = Counter("".join("".join(held) for held in pages))
    shown.pop("\t", None)
    assert shown == expected


def test_the_same_bytes_give_the_same_source() -> None:
    assert read(File(SAMPLE)) == read(File(SAMPLE))
