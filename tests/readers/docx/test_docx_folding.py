"""Plain paragraphs read without a tree are read as with one."""

from __future__ import annotations

import zipfile
from io import BytesIO
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packages import abstract, docx, level, num, numbered, p, package, part, r, style, tbl, tc, tr

from duplan.diagnostics import UnreadableError
from duplan.readers.docx import read
from duplan.readers.docx.folding import Folding
from duplan.readers.file import File

STYLES = (
    style("a", '<w:rPr><w:sz w:val="32"/></w:rPr>', default=True)
    + style("h", f"<w:pPr>{numbered(1)}</w:pPr><w:rPr><w:b/></w:rPr>")
    + style("v", "<w:rPr><w:vanish/></w:rPr>")
    + style("c", "<w:rPr><w:b/></w:rPr>", "character")
)
NUMBERING = abstract(0, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")) + num(1, 0)


def with_tree(data: bytes) -> object:
    """What is read of a file where nothing is folded."""
    with patch.object(Folding, "fold", lambda _, content: content):
        return outcome(data)


def outcome(data: bytes) -> object:
    """Source and findings, or the refusal."""
    try:
        return read(File(data))
    except UnreadableError as error:
        return str(error)


def folds(content: str | bytes) -> bool:
    """Whether anything of a part is folded."""
    raw = content if isinstance(content, bytes) else content.encode()
    return Folding().fold(raw) is not raw


PLAIN_LOOK = '<w:jc w:val="right"/>'


def replaced(data: bytes, name: str, content: bytes) -> bytes:
    """The package with another content of one part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    return package(parts | {name: content})


PROPERTIES = st.sampled_from(
    [
        "",
        '<w:pStyle w:val="h"/>',
        '<w:pStyle w:val="v"/>',
        numbered(1, 1),
        '<w:jc w:val="center"/>',
        "<w:pageBreakBefore/>",
        "<w:rPr><w:b/></w:rPr>",
        "<w:rPr><w:del/></w:rPr>",
        "<w:rPr><w:vanish/></w:rPr>",
        "<w:sectPr/>",
        '<w:pPrChange><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>',
    ]
)
LOOKS = st.sampled_from(
    [
        "",
        "<w:b/>",
        "<w:vanish/>",
        '<w:sz w:val="20"/>',
        '<w:rStyle w:val="c"/>',
        '<w:lang w:val="a"/>',
    ]
)
INSIDES = st.sampled_from(
    ["", "", "", '<w:br w:type="page"/>', "<w:tab/>", '<w:fldChar w:fldCharType="begin"/>',
     '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>',
     "<w:pict><w:txbxContent>" + p("框") + "</w:txbxContent></w:pict>"]
)  # fmt: skip
TEXTS = st.sampled_from(["", " ", "督导", "甲&amp;乙", "3\t4", "评\n估", "x"])


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A paragraph of a few runs, often a plain one."""
    runs = [r(draw(TEXTS), draw(LOOKS), draw(INSIDES)) for _ in range(draw(st.integers(0, 3)))]
    return p("".join(runs), draw(PROPERTIES))


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Paragraphs, some of them in cells, one of these covered by a merge."""
    parts = draw(st.lists(paragraphs(), max_size=6))
    cells = [tc(draw(paragraphs()), '<w:vMerge w:val="restart"/>'), tc(draw(paragraphs()))]
    below = [tc(draw(paragraphs()), "<w:vMerge/>"), tc(draw(paragraphs()))]
    return "".join([*parts, tbl(tr(*cells), tr(*below)), *draw(st.lists(paragraphs(), max_size=3))])


@settings(max_examples=400)
@given(bodies(), paragraphs())
def test_folding_changes_nothing(body: str, note: str) -> None:
    data = docx(
        body,
        styles=STYLES,
        numbering=NUMBERING,
        footnotes=f'<w:footnote w:id="1">{note}</w:footnote>',
    )
    assert outcome(data) == with_tree(data)


@pytest.mark.parametrize(
    "content",
    [
        part("document", f"<w:body>{p('正文')}</w:body>"),
        part(
            "document", p() + p(r("甲", "<w:b/>") + '<w:proofErr w:type="spellStart"/>' + r("乙"))
        ),
        part("document", tbl(tr(tc(p("甲"))))),
    ],
)
def test_plain_paragraphs_are_folded(content: str) -> None:
    assert folds(content)


BODY = f"<w:body>{p('正文')}</w:body>"


@pytest.mark.parametrize(
    "content",
    [
        part("document", f"<w:body><!-- {p('注')} -->{p('正文')}</w:body>"),
        part("document", f"<w:body><![CDATA[{p('注')}]]>{p('正文')}</w:body>"),
        part("document", f'<w:body>{p("正文")}<w:plain n="0"/></w:body>'),
        part("document", BODY)
        .replace("xmlns:w", 'xmlns:x="urn:x" xmlns:w', 1)
        .replace("/2006/main", "/x"),
        part("document", f'<w:body><a xmlns:w="urn:x">{p("正文")}</a></w:body>'),
        part("document", f"<w:body>{p('正' + chr(7) + '文')}</w:body>"),
        part("document", f"<w:body><?x {p('注')}?>{p('正文')}</w:body>"),
        part("document", BODY).encode("gb18030"),
        part("document", ""),
        part("document", "<w:body/>"),
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
    ],
)
def test_unusual_markup_is_left_alone(content: str | bytes) -> None:
    assert not folds(content)
    data = package({"word/document.xml": content})
    assert outcome(data) == with_tree(data)


@pytest.mark.parametrize(
    "paragraph",
    [
        p(r("甲&amp;乙")),
        p(r("甲", inside="<w:br/>")),
        p(f"<w:ins>{r('甲')}</w:ins>"),
        p(f"<w:hyperlink>{r('甲')}</w:hyperlink>"),
        p("甲", "<w:sectPr/>"),
        "<w:p/>",
        '<w:p w:rsidR="00"/>',
        "<w:p><w:r><w:t>甲</w:t></w:p></w:r>",
        "<w:p><w:r><w:t>甲</w:t><w:t>乙</w:t></w:r></w:p>",
        "<w:p>甲</w:p>",
    ],
)
def test_what_is_not_plain_stays_for_the_tree(paragraph: str) -> None:
    assert not folds(part("document", f"<w:body>{paragraph}</w:body>"))


def test_neighbours_are_folded_together() -> None:
    folded = Folding().fold(
        part("document", f"<w:body>{p('甲') * 3}<w:p/>{p('乙')}</w:body>").encode()
    )
    assert folded.count(b"<w:plain n=") == 2


def test_a_part_cut_off_is_damaged_all_the_same() -> None:
    data = package({"word/document.xml": part("document", BODY)[:-9]})
    assert outcome(data) == with_tree(data)
    assert isinstance(outcome(data), str)


def test_a_damaged_part_leaves_the_others_whole() -> None:
    data = docx(
        p("正文", '<w:jc w:val="center"/>'),
        footnotes=f'<w:footnote w:id="1">{p(r("注", "<w:b/>"), PLAIN_LOOK)}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{p(r("尾", "<w:b/>"), PLAIN_LOOK)}</w:endnote>',
    )
    for broken in ("<a", "\udcff"):
        notes = part(
            "footnotes", f'<w:footnote w:id="1">{p(r("注", "<w:b/>"), PLAIN_LOOK)}{broken}'
        )
        hurt = replaced(data, "word/footnotes.xml", notes.encode("utf-8", "surrogateescape"))
        assert outcome(hurt) == with_tree(hurt)
