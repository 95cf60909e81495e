"""Styles and looks."""

from __future__ import annotations

import pytest
from packages import p, r, read_docx, style, tbl, tc, tr

from duplan.source import Layout


def layouts(body: str, **parts: str) -> list[Layout]:
    """The layout of every paragraph."""
    return [block.layout for block in read_docx(body, **parts)[0].blocks]


STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='21'/></w:rPr></w:rPrDefault></w:docDefaults>"
    + style("a", '<w:pPr><w:jc w:val="both"/></w:pPr>', default=True)
    + style(
        "h",
        '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>',
    )
    + style("d", '<w:basedOn w:val="h"/><w:pPr><w:jc w:val="center"/></w:pPr>')
    + style("strong", "<w:rPr><w:b/></w:rPr>", "character")
    + style("loop", '<w:basedOn w:val="pool"/>')
    + style("pool", '<w:basedOn w:val="loop"/><w:rPr><w:sz w:val="20"/></w:rPr>')
)


def styled(style_id: str, text: str = "文", more: str = "") -> str:
    """A paragraph of a style."""
    return p(text, f'<w:pStyle w:val="{style_id}"/>{more}')


def test_the_name_of_a_style_not_its_id() -> None:
    found = layouts(styled("h") + p("文") + styled("unknown"), styles=STYLES)
    assert [layout.style for layout in found] == ["h/name", "a/name", "a/name"]


def test_inheritance_and_defaults() -> None:
    assert layouts(styled("d") + p("文"), styles=STYLES) == [
        Layout("d/name", 0, "center", bold=True, size=16),
        Layout("a/name", None, "both", bold=False, size=10.5),
    ]


def test_styles_in_a_circle() -> None:
    assert layouts(styled("loop"), styles=STYLES)[0].size == 10


def test_without_styles() -> None:
    assert layouts(p("文")) == [Layout()]


@pytest.mark.parametrize(
    ("value", "align"),
    [
        ("start", "left"), ("left", "left"), ("center", "center"), ("end", "right"),
        ("right", "right"), ("both", "both"), ("distribute", "both"), ("odd", ""),
    ],
)  # fmt: skip
def test_alignment(value: str, align: str) -> None:
    assert layouts(p("文", f'<w:jc w:val="{value}"/>'))[0].align == align


@pytest.mark.parametrize(("value", "level"), [("0", 0), ("8", 8), ("9", None), ("x", None)])
def test_outline_level(value: str, level: int | None) -> None:
    assert layouts(p("文", f'<w:outlineLvl w:val="{value}"/>'))[0].outline_level == level


def test_body_text_level_overrides_a_style() -> None:
    body = styled("h", more='<w:outlineLvl w:val="9"/>')
    assert layouts(body, styles=STYLES)[0].outline_level is None


BOLD = "<w:b/>"


@pytest.mark.parametrize(
    ("runs", "bold"),
    [
        (r("甲", BOLD) + r("乙", BOLD), True),
        (r("甲", BOLD) + r("乙"), False),
        (r("甲", BOLD) + r("  ") + r("乙", "<w:b w:val='1'/>"), True),
        (r("甲", BOLD) + r("藏", "<w:vanish/>"), True),
        (r("甲", "<w:b w:val='0'/>"), False),
        (r("甲", '<w:rStyle w:val="strong"/>'), True),
        ("", False),
    ],
)
def test_bold_is_every_visible_character(runs: str, bold: bool) -> None:
    assert layouts(p(runs), styles=STYLES)[0].bold is bold


def test_bold_in_both_styles_is_not_bold() -> None:
    assert not layouts(styled("h", r("甲", '<w:rStyle w:val="strong"/>')), styles=STYLES)[0].bold


def test_size_is_that_of_the_first_visible_run() -> None:
    runs = r("藏", "<w:vanish/><w:sz w:val='8'/>") + r("甲", "<w:sz w:val='44'/>") + r("乙")
    assert layouts(p(runs), styles=STYLES)[0].size == 22


def breaks(body: str, **parts: str) -> list[bool]:
    """Which paragraphs begin a page."""
    return [layout.page_break_before for layout in layouts(body, **parts)]


PAGE = '<w:br w:type="page"/>'


def test_page_breaks() -> None:
    assert breaks(p("甲", "<w:pageBreakBefore/>") + p("乙")) == [True, False]
    assert breaks(p("甲") + p(r("乙", inside=PAGE)) + p("丙") + p("丁")) == [
        False, False, True, False,
    ]  # fmt: skip
    assert breaks(p(r(inside=PAGE) + r("甲")) + p("乙")) == [True, False]
    assert breaks(p(r(inside=PAGE)) + p("甲")) == [False, True]
    assert breaks(p(r("甲", inside='<w:br w:type="column"/>')) + p("乙")) == [False, True]
    assert breaks(p("甲", "<w:pageBreakBefore w:val='0'/>")) == [False]


def test_what_follows_a_page_break_is_a_line_of_its_own() -> None:
    source, _ = read_docx(p(r("甲", inside=PAGE + "<w:t>乙</w:t>")) + p(r("丙", inside=PAGE)))
    assert [block.text for block in source.blocks] == ["甲\n乙", "丙"]


def test_paragraphs_in_cells_have_looks() -> None:
    assert layouts(tbl(tr(tc(styled("d")))), styles=STYLES)[0].align == "center"
