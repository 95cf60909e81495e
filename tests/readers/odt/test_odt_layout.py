"""How paragraphs look: styles with all that they inherit."""

from __future__ import annotations

import pytest
from odts import h, p, read_odt, style

from duplan.source import Layout


def layouts(body: str, automatic: str = "", named: str = "") -> list[Layout]:
    """The layout of every paragraph."""
    return [b.layout for b in read_odt(body, automatic=automatic, named=named)[0].blocks]


def test_styles_inherit_and_keep_the_name_that_a_person_chose() -> None:
    named = (
        '<style:default-style style:family="paragraph"><style:text-properties '
        'style:font-size-asian="10.5pt" fo:font-size="12pt"/></style:default-style>'
        + style("Base", 'fo:text-align="justify"', 'style:font-weight-asian="bold"')
        + style("Main_20_text", more='style:display-name="正文" style:parent-style-name="Base"')
    )
    automatic = style("P1", 'fo:break-before="page"', more='style:parent-style-name="Main_20_text"')
    assert layouts(p("甲", "P1") + p("abc", "Base"), automatic, named) == [
        Layout("正文", None, "both", True, 10.5, True),
        Layout("Base", None, "both", False, 12.0, False),
    ]


@pytest.mark.parametrize(
    ("align", "expected"),
    [("start", "left"), ("end", "right"), ("center", "center"), ("odd", "")],
)
def test_alignment(align: str, expected: str) -> None:
    assert layouts(p("甲", "P"), style("P", f'fo:text-align="{align}"'))[0].align == expected


@pytest.mark.parametrize(
    ("length", "expected"), [("16pt", 16.0), ("1in", 72.0), ("1cm", 28.35), ("odd", None)]
)
def test_sizes(length: str, expected: float | None) -> None:
    found = layouts(p("甲", "P"), style("P", text=f'style:font-size-asian="{length}"'))
    assert found[0].size == expected


def test_spans_stand_in_others() -> None:
    automatic = (
        style("B", text='style:font-weight-asian="bold"', family="text")
        + style("S", text='style:font-size-asian="200%"', family="text")
        + style("P", text='style:font-size-asian="10pt"')
    )
    inner = (
        '<text:span text:style-name="B"><text:span text:style-name="S">甲</text:span>{}</text:span>'
    )
    found = layouts(p(inner.format("乙"), "P") + p(inner.format("") + "乙", "P"), automatic)
    assert [(each.bold, each.size) for each in found] == [(True, 20.0), (False, 20.0)]


def test_headings_have_their_level() -> None:
    found = layouts(h("甲") + h("乙", 3) + h("丙", 10) + p("丁"))
    assert [each.outline_level for each in found] == [0, 2, None, None]


def test_page_breaks() -> None:
    automatic = style("after", 'fo:break-after="page"') + style(
        "page", more='style:master-page-name="X"'
    )
    found = layouts(p("甲", "page") + p("乙", "after") + p("丙") + p("丁", "page"), automatic)
    assert [each.page_break_before for each in found] == [False, False, True, True]


def test_styles_that_inherit_from_each_other() -> None:
    named = style("A", more='style:parent-style-name="B"') + style(
        "B", 'fo:text-align="center"', more='style:parent-style-name="A"'
    )
    assert layouts(p("甲", "A"), named=named)[0].align == "center"
