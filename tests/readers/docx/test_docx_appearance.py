"""What a Word file shows beyond words: fonts, measures, paper, highlights, places of changes."""

from __future__ import annotations

import pytest
from packages import p, package, part, r, read_docx, relations, style

from duplan.diagnostics import Diagnostic
from duplan.readers.docx import read
from duplan.readers.file import File
from duplan.source import Measures, Page, Source, Span

A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def fonts(name: str) -> str:
    """Character properties that name an East Asian font."""
    return f'<w:rFonts w:ascii="Arial" w:eastAsia="{name}"/>'


STYLES = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts('宋体')}</w:rPr></w:rPrDefault>"
    '<w:pPrDefault><w:pPr><w:spacing w:line="360"/></w:pPr></w:pPrDefault></w:docDefaults>'
    + style("a", '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr>')
    + style(
        "b",
        '<w:basedOn w:val="a"/><w:pPr><w:ind w:firstLineChars="200"/></w:pPr>'
        f"<w:rPr>{fonts('仿宋')}</w:rPr>",
    )
    + style("c", f"<w:rPr>{fonts('楷体')}</w:rPr>", "character")
)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (p("文"), ("宋体",)),
        (p("文", '<w:pStyle w:val="b"/>'), ("仿宋",)),
        (p(r("文", '<w:rStyle w:val="c"/>')), ("楷体",)),
        (p(r("文", fonts("黑体"))), ("黑体",)),
        (p(r("一", fonts("黑体")) + r("二", fonts("仿宋")) + r("三", fonts("黑体"))), ("黑体", "仿宋")),
        (p(r("一", fonts("黑体")) + r("2020", fonts("仿宋"))), ("黑体",)),
        (p(r("一", fonts("黑体")) + r("\u3000", fonts("仿宋"))), ("黑体",)),
        (p(r("一", fonts("黑体"), "<w:br/>") + r("二", fonts("仿宋"))), ("黑体", "仿宋")),
        (p("2020"), ()),
        (p(""), ()),
    ],
)  # fmt: skip
def test_fonts_of_visible_east_asian_text(paragraph: str, expected: tuple[str, ...]) -> None:
    [block] = read_docx(paragraph, styles=STYLES)[0].blocks
    assert block.layout.fonts == expected


@pytest.mark.parametrize(
    ("ea", "script", "expected"),
    [("等线", "宋体", ("等线",)), ("", "宋体", ("宋体",)), ("", "", ())],
)
def test_fonts_of_the_theme(ea: str, script: str, expected: tuple[str, ...]) -> None:
    theme = (
        f'<a:theme xmlns:a="{A}"><a:themeElements><a:fontScheme><a:minorFont>'
        f'<a:ea typeface="{ea}"/><a:font script="Hans" typeface="{script}"/>'
        "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )
    body = p(r("文", '<w:rFonts w:eastAsia="黑体" w:eastAsiaTheme="minorEastAsia"/>'))
    source, found = themed(body, theme)
    assert source.blocks[0].layout.fonts == expected
    assert not found


def test_a_damaged_theme_is_no_matter() -> None:
    body = p(r("文", '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>'))
    source, found = themed(body, "<a")
    assert source.blocks[0].layout.fonts == ()
    assert not found


def themed(body: str, theme: str) -> tuple[Source, list[Diagnostic]]:
    """A document with a theme, read."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(("t", "theme", "theme/theme1.xml")),
        "word/theme/theme1.xml": theme,
    }
    return read(File(package(parts), "a.docx"))


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", Measures(lines=1.5)),
        ('<w:pStyle w:val="a"/>', Measures(pitch=28)),
        ('<w:pStyle w:val="b"/>', Measures(pitch=28, first_line=2)),
        ('<w:pStyle w:val="a"/><w:spacing w:line="600"/>', Measures(pitch=30)),
        ('<w:spacing w:line="240" w:lineRule="auto"/><w:snapToGrid w:val="0"/>', Measures(on_grid=False)),
        ('<w:spacing w:line="400" w:lineRule="atLeast"/>', Measures()),
        ('<w:ind w:firstLine="640"/>', Measures(lines=1.5, first_line=2)),
        ('<w:ind w:firstLineChars="0" w:firstLine="640"/>', Measures(lines=1.5, first_line=2)),
        ('<w:ind w:left="640" w:hanging="320"/>', Measures(lines=1.5, first_line=1)),
        ('<w:ind w:start="640" w:rightChars="400"/>', Measures(lines=1.5, first_line=2, right=4)),
        ('<w:ind w:firstLine="many"/>', Measures(lines=1.5)),
    ],
)  # fmt: skip
def test_measures(properties: str, expected: Measures) -> None:
    [block] = read_docx(p(r("文", '<w:sz w:val="32"/>'), properties), styles=STYLES)[0].blocks
    assert block.layout.measure() == expected


PAPER = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1304" w:gutter="283"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
)


def test_pages() -> None:
    source, _ = read_docx(p("文", PAPER) + p("章") + PAPER.replace(' w:type="lines"', ""))
    assert source.pages == (
        Page(1, 210, 297, 37, 35, 28, 26, 28.95),
        Page(2, 210, 297, 37, 35, 28, 26, None),
    )


def test_a_section_that_states_no_paper_has_no_page() -> None:
    assert read_docx(p("文") + "<w:sectPr/>")[0].pages == ()


@pytest.mark.parametrize(
    ("properties", "marked"),
    [
        ('<w:highlight w:val="yellow"/>', True),
        ('<w:highlight w:val="none"/>', False),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', True),
        ('<w:shd w:val="clear" w:fill="auto"/>', False),
        ('<w:shd w:val="clear" w:fill="FFFFFF"/>', False),
        ('<w:shd w:val="pct15" w:fill="D9D9D9"/>', False),
    ],
)
def test_highlights(properties: str, marked: bool) -> None:
    source, _ = read_docx(
        p("文") + p(r("一") + r("待定", properties) + r("章", properties) + r("二"))
    )
    assert source.highlights == ((Span(1, 1, 4),) if marked else ())


def test_highlights_in_cells_and_beside_breaks() -> None:
    mark = '<w:highlight w:val="green"/>'
    row = f"<w:tbl><w:tr><w:tc>{p(r('格', mark))}</w:tc></w:tr></w:tbl>"
    source, _ = read_docx(row + p(r("一", mark, "<w:br/>") + r("二")))
    assert source.highlights == (Span(0, 0, 1), Span(1, 0, 1))


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        (p(r("一") + f"<w:ins>{r('二')}{r('三')}</w:ins>" + r("四")), Span(1, 1, 3)),
        (
            p(r("一") + "<w:del><w:r><w:delText>二</w:delText></w:r></w:del>" + r("三")),
            Span(1, 1, 1),
        ),
        (p("一", "<w:rPr><w:ins/></w:rPr>") + p("二"), Span(1, 0, 0)),
    ],
)
def test_the_place_of_the_first_change(paragraph: str, place: Span) -> None:
    _, found = read_docx(p("首") + paragraph + p(f"<w:ins>{r('末')}</w:ins>"))
    assert [each.span for each in found if each.code == "DP105"] == [place]


def test_a_change_after_the_last_paragraph_has_no_place() -> None:
    deleted = p("", "<w:rPr><w:del/></w:rPr>")
    _, found = read_docx(p("首") + deleted)
    assert [each.span for each in found if each.code == "DP105"] == [None]
