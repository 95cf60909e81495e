"""Documents as plain text: a paragraph a line, labels printed, cells and items kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from duplan.pipeline import normal
from duplan.readers import File, read
from duplan.source import Aside, Block, Cell, Source, Span, Table
from duplan.transcript import normal_transcript, transcript

SAMPLES = Path(__file__).parents[1] / "samples"


class Page:
    """Makes the parts of a source; paragraphs are numbered as they come."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def block(self, text: str, label: str = "") -> Block:
        at = len(self.blocks)
        self.blocks.append(Block(at, text, "p", at + 1, label))
        return self.blocks[-1]

    def cell(self, *texts: str, column: int = 0, rows: int = 1, columns: int = 1) -> Cell:
        return Cell(tuple(map(self.block, texts)), column, rows, columns)

    def text(self, *content: Block | Table, asides: tuple[Aside, ...] = ()) -> str:
        return transcript(Source("", "docx", "", content, tuple(self.blocks), None, asides))


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.mark.parametrize(
    ("label", "text", "line"),
    [
        ("一、", "总体要求", "一、总体要求"),
        ("（一）", "督政", "（一）督政"),
        ("1.", "自评", "1. 自评"),
        ("①", "自评", "① 自评"),
        ("1.", "", "1."),
        ("", " 缩进", " 缩进"),
        ("一、", "上行\n下行", "一、上行\n下行"),
    ],
)
def test_a_paragraph_is_a_line(page: Page, label: str, text: str, line: str) -> None:
    assert page.text(page.block(text, label), page.block(""), page.block("末")) == f"{line}\n\n末\n"


def test_cells_and_their_items_are_kept_apart(page: Page) -> None:
    rows = (
        (page.cell("月份"), page.cell("工作", column=1), page.cell("备注", column=2)),
        (page.cell("九月"), page.cell("检查", "", "督导\n回访", column=1), page.cell("", column=2)),
    )
    assert page.text(Table(rows, "")) == "月份 | 工作 | 备注\n九月 | 检查 / 督导 / 回访 |\n"


def test_labels_are_printed_in_cells(page: Page) -> None:
    cell = Cell((page.block("检查", "1."), page.block("督导", "2.")), 0)
    assert page.text(Table(((cell,),), "")) == "1. 检查 / 2. 督导\n"


def test_merged_cells_are_printed_once(page: Page) -> None:
    rows = (
        (page.cell("安排", columns=3),),
        (page.cell("九月", rows=2), page.cell("检查", column=1), page.cell("甲科", column=2)),
        (page.cell("督导", column=1), page.cell("乙科", column=2)),
        (page.cell("十月"), page.cell("回访", column=1), page.cell("丙科", column=2)),
    )
    assert page.text(Table(rows, "")).splitlines() == [
        "安排",
        "九月 | 检查 | 甲科",
        " | 督导 | 乙科",
        "十月 | 回访 | 丙科",
    ]


def test_a_table_in_a_cell_stands_in_brackets(page: Page) -> None:
    inner = Table(((page.cell("甲"), page.cell("乙", column=1)), (page.cell("丙"),)), "")
    outer = Table(((Cell((page.block("见表"), inner), 0), page.cell("丁", column=1)),), "")
    assert page.text(outer) == "见表 / [甲 | 乙 / 丙] | 丁\n"


def test_what_stands_beside_the_text_follows_it(page: Page) -> None:
    body = page.block("督导检查")
    notes = (
        Aside("comment", (page.block("待核"),), Span(0, 4, 4)),
        Aside("footnote", (page.block("注一"), page.block("续")), Span(0, 2, 2)),
        Aside("footnote", (page.block("注二"),), Span(0, 4, 4)),
        Aside("footnote", (page.block("没有引用"),)),
        Aside("endnote", (page.block("尾注"),), Span(0, 4, 4)),
        Aside("header", (page.block(""), page.block("汀兰街道"))),
        Aside("footer", (page.block(" "),)),
    )
    assert page.text(body, asides=notes).splitlines() == [
        "督导¹检查²ⁱ",
        "",
        "—— 页眉 header ——",
        "汀兰街道",
        "",
        "—— 脚注 footnotes ——",
        "¹注一",
        "续",
        "²注二",
        "没有引用",
        "",
        "—— 尾注 endnotes ——",
        "ⁱ尾注",
        "",
        "—— 批注 comments ——",
        "[1] 待核",
    ]


def test_marks_at_one_place_keep_their_order(page: Page) -> None:
    body = page.block("甲乙")
    notes = tuple(Aside("footnote", (page.block(f"注{at}"),), Span(0, 1, 1)) for at in range(11))
    typed = Aside("footnote", (page.block("星注"),), Span(0, 2, 2), counted=False)
    lines = page.text(body, asides=(*notes, typed)).splitlines()
    assert lines[0] == "甲¹²³⁴⁵⁶⁷⁸⁹¹⁰¹¹乙"
    assert lines[-2:] == ["¹¹注10", "星注"]


def test_columns_without_a_cell_are_empty(page: Page) -> None:
    rows = (
        (page.cell("一月"), page.cell("二月", column=1), page.cell("三月", column=2)),
        (page.cell("检查", column=2),),
        (page.cell("督导"), page.cell("回访", column=2)),
    )
    assert page.text(Table(rows, "")).splitlines() == [
        "一月 | 二月 | 三月",
        " |  | 检查",
        "督导 |  | 回访",
    ]


def test_a_web_page_has_its_site_at_the_end() -> None:
    body = "<h1>槐安区2024年工作计划</h1><p>一、指导思想</p><p>督政、督学并重，抓好落实。</p>"
    page = f"<html><body><nav>首页 新闻 服务</nav>{body * 3}</body></html>"
    source, _ = read(File(page.encode()))
    assert transcript(source).splitlines()[-2:] == ["—— 网站 site ——", "首页 新闻 服务"]


def test_what_interpretation_sees() -> None:
    text = "汀蘭區2020年工作計劃\n\n第 1 页\n一、检查\n"
    source, found = read(File(text.encode()))
    assert transcript(source) == text
    seen, _ = normal(source, found)
    assert normal_transcript(seen) == "汀兰区2020年工作计划\n一、检查\n"


def test_no_character_of_a_sample_is_missing() -> None:
    for path in SAMPLES.glob("*计划*.docx"):
        source, _ = read(File(path.read_bytes(), path.name))
        shown = "".join(transcript(source).split())
        for block in source.blocks:
            for line in block.text.split("\n"):
                assert "".join(line.split()) in shown
