"""Characters in their places → paragraphs, tables, running heads."""

from __future__ import annotations

import pytest
from ofds import (
    LEFT,
    PITCH,
    SIZE,
    TOP,
    cells,
    document,
    found,
    lines,
    ofd,
    package,
    page,
    paragraph,
    part,
    path,
    read_ofd,
    ruled,
    text,
    texts,
)

from duplan import readers
from duplan.readers.file import File
from duplan.source import Table

FIRST = (
    "坚持以评促建，围绕立德树人根本任务，完善督政、督学、评估监测三位一体的工作体系，"
    "推动全区学校规范办学、提高质量。"
)
SECOND = (
    "落实责任督学挂牌制度，每月入校不少于一次，发现问题当场反馈，"
    "整改情况按月汇总报送区政府教育督导室备案。"
)


def test_lines_become_paragraphs() -> None:
    body = lines("  一、总体要求", *paragraph(FIRST), "  二、重点工作", *paragraph(SECOND))
    assert texts(body) == ["一、总体要求", FIRST, "二、重点工作", SECOND]


def test_paragraphs_go_on_over_pages() -> None:
    held = paragraph(FIRST)
    pages = [lines("  一、总体要求", *paragraph(SECOND), held[0], y=200), lines(*held[1:])]
    assert texts(*pages) == ["一、总体要求", SECOND, FIRST]


def test_paths_name_page_and_paragraph() -> None:
    source, _ = read_ofd(lines("  一、总体要求", "  二、重点工作"), lines("  三、保障措施"))
    assert source.format == "ofd"
    assert [block.path for block in source.blocks] == [
        "page[1]/p[1]",
        "page[1]/p[2]",
        "page[2]/p[1]",
    ]


def test_the_format_is_told_by_the_content() -> None:
    source, diagnostics = readers.read(File(ofd(lines("一、总体要求")), "a.ofd"))
    assert source.format == "ofd"
    assert diagnostics == []


@pytest.mark.parametrize(
    "written",
    [
        text("督导工作计划", deltas="g 5 5.64"),
        text("督导工作计划", deltas="5.64 g 3 5.64 5.64"),
        text("督导工作计划", deltas=""),
        text("督导工作计划", deltas="5.64 5.64"),
        "".join(text(char, LEFT + at * SIZE) for at, char in enumerate("督导工作计划")),
        "".join(
            text(char, LEFT + at * SIZE) for at, char in reversed([*enumerate("督导工作计划")])
        ),
        text("督导工作计划") + text("督导工作计划"),
        f"<ofd:PageBlock>{text('督导工作计划')}</ofd:PageBlock>",
        text("督导工作计划").replace(
            "ofd:TextCode X", 'ofd:CGTransform CodePosition="0"/><ofd:TextCode X'
        ),
        text("督导工作计划").replace("督导工作计划<", "\n督导工作计划\n<"),
    ],
)
def test_the_ways_to_place_characters(written: str) -> None:
    assert texts(written) == ["督导工作计划"]


def test_matrices_scale_and_move() -> None:
    scaled = text("督导工作", LEFT, TOP, 1, 'CTM="5.64 0 0 5.64 10 0"')
    source, _ = read_ofd(scaled + text("计划", LEFT + 10 + 4 * SIZE, TOP - 1 + SIZE))
    assert [block.text for block in source.blocks] == ["督导工作计划"]
    assert source.blocks[0].layout.size == 16


def test_a_page_set_across_is_turned() -> None:
    turned = 'CTM="0 1 -1 0 0 0"'
    body = "".join(
        text(words, 150 - at * PITCH, 40, more=turned)
        for at, words in enumerate(("一、总体要求", "二、重点工作"))
    )
    assert texts(body) == ["一、总体要求", "二、重点工作"]


def test_watermarks_are_left_out_and_named() -> None:
    slanted = text("内部资料", 60, 150, 20, 'CTM="0.7071 -0.7071 0.7071 0.7071 0 0"')
    body = lines("  一、总体要求", "  二、重点工作")
    assert texts(body + slanted) == ["一、总体要求", "二、重点工作"]
    assert found(body + slanted) == [("DP108", {"text": "内部资料"})]


@pytest.mark.parametrize(
    ("more", "inside"),
    [
        ('Visible="false"', ""),
        ('Alpha="0"', ""),
        ("", '<ofd:FillColor Value="255 255 255"/>'),
        ("", '<ofd:FillColor Value="0 0 0" Alpha="0"/>'),
    ],
)
def test_what_cannot_be_seen_is_named(more: str, inside: str) -> None:
    hidden = text("暗", y=TOP + PITCH, more=more, inside=inside)
    body = lines("  一、总体要求") + hidden
    assert texts(body) == ["一、总体要求"]
    assert found(body) == [("DP104", {"text": "暗"})]


def test_white_text_on_a_dark_ground_is_seen() -> None:
    ground = path("M 0 0 L 100 0 L 100 20 L 0 20 C", 20, 30, 'Fill="true" Stroke="false"')
    assert texts(ground + text("重点工作", inside='<ofd:FillColor Value="255"/>')) == ["重点工作"]


def test_bold_and_sizes() -> None:
    font = '<ofd:Font ID="{}" FontName="某体" Bold="{}"/>'
    fonts = part("Res", f"<ofd:Fonts>{font.format(1, 'true')}{font.format(2, 'false')}</ofd:Fonts>")
    plain = text("二、重点工作", y=TOP + 20).replace('Font="1"', 'Font="2"')
    source, _ = read_ofd(
        text("工作计划", size=7.76) + plain,
        common="<ofd:PublicRes>Res.xml</ofd:PublicRes>",
        Res=fonts,
    )
    assert [(b.layout.bold, b.layout.size) for b in source.blocks] == [(True, 22), (False, 16)]
    heavy, _ = read_ofd(text("工作计划", more='Weight="700"'))
    assert heavy.blocks[0].layout.bold


def table_at(top: float) -> str:
    """A table of two columns and two rows."""
    return ruled((30, 80, 180), (top, top + 12, top + 24)) + "".join(
        text(words, x, top + y, 4)
        for words, x, y in (
            ("月份", 35, 8),
            ("工作", 85, 8),
            ("九月", 35, 20),
            ("开学督导", 85, 20),
        )
    )


def test_ruled_tables() -> None:
    source, _ = read_ofd(lines("  附件如下。") + table_at(60) + text("注：按月调整。", y=100))
    kinds = [type(part) is Table for part in source.content]
    assert kinds == [False, True, False]
    table = source.content[1]
    assert isinstance(table, Table)
    assert cells(table) == [
        [("月份", 0, 1, 1), ("工作", 1, 1, 1)],
        [("九月", 0, 1, 1), ("开学督导", 1, 1, 1)],
    ]
    assert next(table.blocks()).path == "page[1]/tbl[1]/tr[1]/tc[1]/p[1]"


def test_merged_cells_and_thin_areas_as_rules() -> None:
    xs, ys = (30, 80, 180), (60, 72, 84)
    level = [(30, 180, y) if y != 72 else (80, 180, y) for y in ys]
    thin = "".join(
        path(
            f"M 0 0 L {end - start} 0 L {end - start} 0.2 L 0 0.2 C",
            start,
            y,
            'Fill="true" Stroke="false"',
        )
        for start, end, y in level
    )
    upright = "".join(path("M 0 0 L 0 24", x, 60) for x in xs)
    words = text("九月", 35, 74, 4) + text("甲", 85, 68, 4) + text("乙", 85, 80, 4)
    source, _ = read_ofd(thin + upright + words)
    (table,) = source.content
    assert isinstance(table, Table)
    assert cells(table) == [[("九月", 0, 2, 1), ("甲", 1, 1, 1)], [("乙", 1, 1, 1)]]


def test_running_heads_and_page_numbers_are_asides() -> None:
    pages = [
        text("槐荫区教育督导室", 80, 20, 4) + lines("  一、总体要求", *paragraph(FIRST), y=60)
        + text(f"— {number} —", 100, 280, 4)
        for number in (1, 2, 3)
    ]  # fmt: skip
    source, diagnostics = read_ofd(*pages)
    assert [(a.story, [b.text for b in a.blocks]) for a in source.asides] == [
        ("header", ["槐荫区教育督导室"]),
        ("footer", ["— 1 —"]),
    ]
    assert [each.values["text"] for each in diagnostics] == ["槐荫区教育督导室"]


def test_templates_lie_below_pages() -> None:
    template = part(
        "Page", f"<ofd:Content><ofd:Layer>{text('红头文件', y=60)}</ofd:Layer></ofd:Content>"
    )
    common = '<ofd:TemplatePage ID="7" BaseLoc="Tpls/T.xml"/>'
    used = page(lines("  一、总体要求", y=90), '<ofd:Template TemplateID="7" ZOrder="Background"/>')
    parts = document([used], common) | {"Doc_0/Tpls/T.xml": template}
    entry = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    data = package({"OFD.xml": part("OFD", entry), **parts})
    assert [b.text for b in readers.read(File(data))[0].blocks] == ["红头文件", "一、总体要求"]


def test_compositions() -> None:
    unit = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5" Width="100" Height="20">'
        f"<ofd:Content>{text('组合文字', 0, SIZE)}"
        '<ofd:CompositeObject ResourceID="5" Boundary="0 0 1 1"/></ofd:Content>'
        "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )
    placed = '<ofd:CompositeObject ID="9" ResourceID="5" Boundary="28 60 100 20"/>'
    common = "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>"
    assert texts(lines("  一、总体要求") + placed, common=common, Res=part("Res", unit)) == [
        "一、总体要求",
        "组合文字",
    ]


def test_upright_text_without_steps() -> None:
    upright = (
        text("督导", 100, 60, deltas="")
        .replace(' DeltaX=""', "")
        .replace("Size=", 'ReadDirection="90" Size=')
    )
    assert "".join(texts(upright)) == "督导"
