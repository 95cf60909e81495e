"""What characters a page shows, and which it hides."""

from __future__ import annotations

import pytest
from papers import LEFT, Paper, hand_made, source_of, stream, texts
from reportlab.lib.colors import black, white

from duplan.diagnostics import Diagnostic


def hidden(found: list[Diagnostic]) -> list[str | int]:
    """What DP104 names."""
    return [each.values["text"] for each in found if each.code == "DP104"]


def test_text_that_cannot_be_seen_is_left_out_and_named() -> None:
    paper = Paper()
    paper.line("公开内容")
    paper.canvas.setFillColor(white)
    paper.line("白色")
    paper.canvas.setFillColor(black)
    paper.put("页外", 900, 200)
    paper.put("极小", LEFT, 300, 0.5)
    faint = paper.canvas.beginText(LEFT, 400)
    faint.setFont("STSong-Light", 16)
    faint.setTextRenderMode(3)
    faint.textLine("不画")
    paper.canvas.drawText(faint)
    source, found = source_of(paper)
    assert [block.text for block in source.blocks] == ["公开内容"]
    assert hidden(found) == ["白色页外极小不画"]


def test_white_text_on_a_dark_ground_is_seen() -> None:
    paper = Paper()
    paper.canvas.rect(60, 842 - 110, 400, 40, stroke=0, fill=1)
    paper.canvas.setFillColor(white)
    paper.line("工作计划")
    assert texts(paper) == ["工作计划"]


def test_watermarks_are_left_out_and_named() -> None:
    paper = Paper()
    paper.line("工作计划")
    paper.canvas.saveState()
    paper.canvas.translate(200, 300)
    paper.canvas.rotate(45)
    paper.canvas.setFont("STSong-Light", 60)
    paper.canvas.drawString(0, 0, "内部资料")
    paper.canvas.restoreState()
    source, found = source_of(paper)
    assert [block.text for block in source.blocks] == ["工作计划"]
    assert [each.values["text"] for each in found if each.code == "DP108"] == ["内部资料"]


def mapped(text: str) -> bytes:
    """A page with a word whose font says itself what its codes mean."""
    pairs = b"".join(
        b"<%02x> <%s>\n" % (at, char.encode("utf-16-be").hex().encode())
        for at, char in enumerate(text, 65)
    )
    codes = b"<%s>" % b"".join(b"%02x" % at for at in range(65, 65 + len(text)))
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        b"1 begincodespacerange <00> <ff> endcodespacerange\n%d beginbfchar\n%sendbfchar\n"
        b"endcmap end end" % (len(text), pairs)
    )
    widths = b" ".join([b"1000"] * len(text))
    font = (
        b"<</Type/Font/Subtype/TrueType/BaseFont/Song/FirstChar 65/LastChar %d/Widths[%s]"
        b"/ToUnicode 6 0 R>>" % (64 + len(text), widths)
    )
    content = b"BT /F 16 Tf 75 700 Td %s Tj ET" % codes
    return hand_made(content, font, (stream(b"", cmap),))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("⼯作⽂件", "工作文件"),  # radicals of the Kangxi dictionary
        ("⻓期⻅习⺠办", "长期见习民办"),  # of the supplement
        ("督\uf967", "督不"),  # compatibility ideograph
        ("计划\U00020000", "计划\U00020000"),
        ("ab\u00ad", "ab-"),
    ],
)
def test_look_alikes_become_the_usual_characters(printed: str, read: str) -> None:
    assert texts(mapped(printed)) == [read]


def test_characters_without_a_key_are_replaced_and_counted() -> None:
    descendant = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 7 0 R>>"
    )
    descriptor = (
        b"<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0"
        b"/Ascent 800/Descent -200/CapHeight 700/StemV 80>>"
    )
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    content = (
        b"BT /F 16 Tf 75 700 Td <00410042> Tj ET BT /G 16 Tf 75 650 Td (plan of the year) Tj ET"
    )
    data = hand_made(content, font, (descendant, descriptor))
    data = data.replace(
        b"/Font<</F 5 0 R>>", b"/Font<</F 5 0 R/G<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    )
    source, found = source_of(data)
    assert [block.text for block in source.blocks] == ["\ufffd\ufffd", "plan of the year"]
    assert [each.values for each in found if each.code == "DP114"] == [{"count": 2, "page": 1}]


def test_ligatures_are_letters() -> None:
    assert texts(mapped("ﬁn")) == ["fin"]
