"""Laws: every input ends in a Source or an UnreadableError, and no character is lost."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from odts import fodt, h, item, level, list_style, listed, odt, p, package, tbl, tc, tr

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File
from duplan.readers.odt import read
from duplan.source import Block, Source, Table

PARTS = {
    "body": listed("A", item(p("总体思路"))) + tbl(tr(tc(p("九月")), tc(p("开学督导")))) + h("甲"),
    "automatic": list_style("A", level(1, "一, 二, 三, ...", "、")),
}
SAMPLE, FLAT = odt(**PARTS), fodt(**PARTS)


def check(data: bytes) -> None:
    """Reads bytes that may be anything."""
    try:
        source, diagnostics = read(File(data))
    except UnreadableError as error:
        assert error.message("en")
        assert error.message("zh")
        return
    assert [block.index for block in source.blocks] == list(range(len(source.blocks)))
    assert (
        tuple(blocks_in(source.content))
        == source.blocks[: len(source.blocks) - aside_blocks(source)]
    )
    for diagnostic in diagnostics:
        assert diagnostic.message("en")
        assert diagnostic.message("zh")


def aside_blocks(source: Source) -> int:
    """How many paragraphs stand outside the running text."""
    return sum(len(aside.blocks) for aside in source.asides)


def blocks_in(content: tuple[Block | Table, ...]) -> Iterator[Block]:
    """The paragraphs of a story in reading order."""
    for each in content:
        if isinstance(each, Block):
            yield each
        else:
            yield from each.blocks()


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"<", b"<office:document "]))
def test_any_bytes(data: bytes, start: bytes) -> None:
    check(start + data)


@given(st.integers(0, len(SAMPLE)), st.integers(0, len(FLAT)))
def test_truncated_files(zipped: int, flat: int) -> None:
    check(SAMPLE[:zipped])
    check(FLAT[:flat])


@given(st.integers(0, len(SAMPLE) - 1), st.integers(0, len(FLAT) - 1), st.integers(0, 255))
def test_flipped_bytes(zipped: int, flat: int, value: int) -> None:
    check(SAMPLE[:zipped] + bytes((value,)) + SAMPLE[zipped + 1 :])
    check(FLAT[:flat] + bytes((value,)) + FLAT[flat + 1 :])


@given(st.binary(max_size=200))
def test_any_bytes_as_a_part(part: bytes) -> None:
    check(package({"content.xml": part}))
    check(package({"content.xml": part, "META-INF/manifest.xml": part}))


NAMES = (
    "text:p", "text:h", "text:span", "text:a", "text:s", "text:tab", "text:line-break", "text:note",
    "text:note-body", "text:note-citation", "office:annotation", "text:ruby", "text:ruby-base",
    "text:ruby-text", "text:hidden-text", "text:hidden-paragraph", "text:variable-set",
    "text:page-number", "text:list", "text:list-item", "text:list-header", "text:section",
    "text:numbered-paragraph", "text:tracked-changes", "text:changed-region", "text:deletion",
    "text:insertion", "text:table-of-content", "text:index-body", "text:text-input",
    "table:table", "table:table-header-rows", "table:table-row", "table:table-cell",
    "table:covered-table-cell", "draw:frame", "draw:text-box", "draw:g", "draw:custom-shape",
    "draw:object", "style:style", "style:paragraph-properties", "style:text-properties",
    "text:list-style", "text:list-level-style-number", "text:list-level-style-bullet",
    "text:outline-style", "text:outline-level-style", "style:master-page", "style:header",
)  # fmt: skip
VALUES = st.sampled_from(["0", "1", "2", "-5", "99999999999999", "true", "none", "A", ""])


@st.composite
def elements(draw: st.DrawFn) -> str:
    """Any nesting of the vocabulary, well-formed and otherwise wild."""
    opened: list[str] = []
    written: list[str] = []
    for _ in range(draw(st.integers(0, 25))):
        if bool(opened) and draw(st.booleans()):
            written.append(f"</{opened.pop()}>")
        else:
            name, value = draw(st.sampled_from(NAMES)), draw(VALUES)
            attributes = " ".join(
                f'{attribute}="{value}"'
                for attribute in (
                    "text:style-name", "style:name", "text:level", "text:outline-level", "text:c",
                    "text:start-value", "text:is-hidden", "text:display", "text:display-levels",
                    "text:continue-numbering", "text:continue-list", "xml:id", "style:num-format",
                    "table:number-columns-repeated", "table:number-rows-repeated", "style:family",
                    "table:number-rows-spanned", "loext:num-list-format", "xlink:href",
                    "style:parent-style-name", "fo:font-size", "style:master-page-name",
                )
            )  # fmt: skip
            written.append(f"<{name} {attributes}>文")
            opened.append(name)
    return "".join(written) + "".join(f"</{name}>" for name in reversed(opened))


@settings(max_examples=300)
@given(elements(), elements(), elements(), elements())
def test_any_markup(body: str, automatic: str, named: str, masters: str) -> None:
    check(odt(body, automatic, named, masters))


WORDS = st.text("甲乙丙12ab、（", min_size=1, max_size=6)
Written = tuple[str, str]  # XML, its text in reading order
INLINE = st.sampled_from(
    ["{}", "<text:span>{}</text:span>", "<text:a>{}</text:a>", "<text:date>{}</text:date>"]
)
BLOCKS = st.sampled_from(
    [
        "{}",
        "<text:section>{}</text:section>",
        "<text:list><text:list-item>{}</text:list-item></text:list>",
        "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>",
        "<text:p><draw:frame><draw:text-box>{}</draw:text-box></draw:frame></text:p>",
    ]
)


def joined(parts: list[Written]) -> Written:
    """Parts one after the other."""
    return "".join(xml for xml, _ in parts), "".join(text for _, text in parts)


@st.composite
def stories(draw: st.DrawFn, depth: int = 3) -> Written:
    """Paragraphs, lists, frames and one-row tables of stories."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.booleans()):
            cells = draw(st.lists(stories(depth - 1), min_size=1, max_size=3))
            parts.append((tbl(tr(*(tc(xml) for xml, _ in cells))), joined(cells)[1]))
        else:
            words = draw(st.lists(WORDS, max_size=3))
            paragraph = p("".join(draw(INLINE).format(word) for word in words))
            parts.append((draw(BLOCKS).format(paragraph), "".join(words)))
    return joined(parts)


@settings(max_examples=200)
@given(stories())
def test_no_character_is_lost_and_order_is_kept(story: Written) -> None:
    body, text = story
    source, _ = read(File(odt(body)))
    assert "".join(block.text for block in source.blocks) == text
    assert tuple(blocks_in(source.content)) == source.blocks


def test_the_same_bytes_give_the_same_source() -> None:
    assert read(File(SAMPLE)) == read(File(SAMPLE))


MARKS = {
    "[": '<text:change-start text:change-id="d"/>',
    "]": '<text:change-end text:change-id="d"/>',
    "|": "</text:p><text:p>",
    "/": "</text:p></text:section><text:section><text:p>",
}


def kept(body: str) -> str:
    """The characters outside deletions; one that has no end deletes nothing."""
    shown, is_open = "", False
    for at, char in enumerate(body):
        if char == "[":
            is_open = is_open or "]" in body[at:]
        elif char == "]":
            is_open = False
        elif char not in MARKS and not is_open:
            shown += char
    return shown


@given(st.text("甲乙丙[]|/", max_size=30))
def test_deletions_take_what_they_span_and_no_more(body: str) -> None:
    inside = "".join(MARKS.get(char, char) for char in body)
    regions = (
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion/>'
        "</text:changed-region></text:tracked-changes>"
    )
    data = fodt(f"{regions}<text:section>{p(inside)}</text:section>")
    assert "".join(block.text for block in read(File(data))[0].blocks) == kept(body)
