"""Laws: every input ends in a Source or an UnreadableError, and no character is lost."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from packages import abstract, docx, level, num, numbered, p, package, part, r, tbl, tc, tr

from duplan.diagnostics import UnreadableError
from duplan.readers.docx import read
from duplan.readers.file import File
from duplan.source import Block, Source, Table

SAMPLE = docx(
    p("一、总体思路", numbered(1))
    + tbl(tr(tc(p("九月")), tc(p("开学督导"))))
    + p(r("甲", "<w:b/>")),
    numbering=abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0),
)


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


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    check(data)


@given(
    st.binary(max_size=300), st.sampled_from([b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"])
)
def test_any_bytes_after_a_magic_number(data: bytes, magic: bytes) -> None:
    check(magic + data)


@given(st.integers(0, len(SAMPLE)))
def test_truncated_packages(length: int) -> None:
    check(SAMPLE[:length])


@given(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255))
def test_flipped_bytes(at: int, value: int) -> None:
    check(SAMPLE[:at] + bytes((value,)) + SAMPLE[at + 1 :])


@given(st.binary(max_size=200))
def test_any_bytes_as_a_part(content: bytes) -> None:
    main = part("document", "<w:body/>")
    for name in ("word/styles.xml", "word/numbering.xml", "_rels/.rels", "[Content_Types].xml"):
        check(package({"word/document.xml": main, name: content}))
    check(package({"word/document.xml": content}))


NAMES = (
    "p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "moveFrom", "moveTo",
    "pPr", "rPr", "vanish", "b", "sz", "numPr", "numId", "ilvl", "fldChar", "instrText",
    "fldSimple", "hyperlink", "ruby", "rt", "rubyBase", "drawing", "pict", "txbxContent", "tcPr",
    "gridSpan", "vMerge", "trPr", "gridBefore", "sectPr", "headerReference", "br", "tab", "sym",
    "pStyle", "rStyle", "jc", "outlineLvl",
)  # fmt: skip
VALUES = st.sampled_from(["0", "1", "-5", "99999999999", "restart", "begin", "end", "separate", ""])


@st.composite
def elements(draw: st.DrawFn) -> str:
    """Any nesting of the vocabulary, well-formed and otherwise wild."""
    opened: list[str] = []
    written: list[str] = []
    for _ in range(draw(st.integers(0, 25))):
        if bool(opened) and draw(st.booleans()):
            written.append(f"</w:{opened.pop()}>")
        else:
            name, value = draw(st.sampled_from(NAMES)), draw(VALUES)
            attributes = f'w:val="{value}" w:fldCharType="{value}" w:type="page" w:char="{value}"'
            written.append(f"<w:{name} {attributes}>{'文' * (name == 't')}")
            opened.append(name)
    return "".join(written) + "".join(f"</w:{name}>" for name in reversed(opened))


@settings(max_examples=300)
@given(elements(), elements(), elements())
def test_any_markup(body: str, styles: str, numbering: str) -> None:
    check(docx(body, styles=styles, numbering=numbering))


def blocks_in(content: tuple[Block | Table, ...]) -> Iterator[Block]:
    """The paragraphs of a story in reading order."""
    for each in content:
        if isinstance(each, Block):
            yield each
        else:
            yield from each.blocks()


WORDS = st.text("甲乙丙 12ab、（", min_size=1, max_size=6)


WRAPPERS = st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:smartTag>{}</w:smartTag>"])
Written = tuple[str, str]  # XML, its text in reading order


def joined(parts: list[Written]) -> Written:
    """Parts one after the other."""
    return "".join(xml for xml, _ in parts), "".join(text for _, text in parts)


@st.composite
def paragraphs(draw: st.DrawFn) -> Written:
    """A paragraph of wrapped runs whose mark may be deleted."""
    words = draw(st.lists(WORDS, max_size=3))
    runs = "".join(draw(WRAPPERS).format(r(word)) for word in words)
    mark = "<w:rPr><w:del/></w:rPr>" * draw(st.booleans())
    return p(runs or "<w:bookmarkStart/>", mark), "".join(words)


@st.composite
def stories(draw: st.DrawFn, depth: int = 3) -> Written:
    """Paragraphs and one-row tables of stories."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.booleans()):
            cells = draw(st.lists(stories(depth - 1), min_size=1, max_size=3))
            parts.append((tbl(tr(*(tc(xml) for xml, _ in cells))), joined(cells)[1]))
        else:
            parts.append(draw(paragraphs()))
    return joined(parts)


@settings(max_examples=200)
@given(stories())
def test_no_character_is_lost_and_order_is_kept(story: tuple[str, str]) -> None:
    body, text = story
    source, _ = read(File(docx(body)))
    assert "".join(block.text for block in source.blocks) == text
    assert tuple(blocks_in(source.content)) == source.blocks


def test_the_same_bytes_give_the_same_source() -> None:
    first: tuple[Source, object] = read(File(SAMPLE))
    assert read(File(SAMPLE)) == first
