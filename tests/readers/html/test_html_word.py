"""Pages that word processors saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from markup import labelled, named, read_html, running, saved_by_word

from duplan.readers import docx
from duplan.readers.file import File
from duplan.readers.html import read
from duplan.source import Block, Source

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.docx"))
LABEL = (
    "<span style='mso-list:Ignore'>{}"
    "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;</span></span>"
)


def skeleton(source: Source) -> list[tuple[str, str]]:
    """Labels and texts, line by line, without white space at the ends."""
    lines = []
    for block in running(source):
        first, *others = block.text.split("\n")
        lines += [(block.label, first.strip()), *(("", other.strip()) for other in others)]
    return [line for line in lines if any(line)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_documents_saved_as_pages_read_the_same(path: Path) -> None:
    source, _ = docx.read(File(path.read_bytes()))
    saved, found = read(File(saved_by_word(source)))
    assert skeleton(saved) == skeleton(source)
    kinds = [type(part) for part in source.content if not isinstance(part, Block)]
    assert [type(part) for part in saved.content if not isinstance(part, Block)] == kinds
    assert not [each.code for each in found if each.code not in ("DP117",)]


@pytest.mark.parametrize(
    ("markup", "read_as"),
    [
        (f"<p><![if !supportLists]>{LABEL.format('一、')}<![endif]>甲</p>", [("一、", "甲")]),
        (f"<p><!--[if !supportLists]-->{LABEL.format('1.')}<!--[endif]-->甲</p>", [("1.", "甲")]),
        (f"<p>{LABEL.format('（一）')}甲</p>", [("（一）", "甲")]),
        ("<p><![if !supportLists]><span>二、</span><![endif]>甲</p>", [("二、", "甲")]),
        (f"<p>{LABEL.format('3.')}<o:p>&nbsp;</o:p></p><p>甲</p>", [("3.", "\xa0"), ("", "甲")]),
        (f"<p>{LABEL.format('4.')}</p><p>甲</p>", [("4.", ""), ("", "甲")]),
        (f"<p>甲{LABEL.format('5.')}乙</p>", [("", "甲5.\xa0\xa0乙")]),
        (
            "<p><span style='font-family:Wingdings;mso-list:Ignore'>l</span>甲</p>",
            [("●", "甲")],
        ),
        ("<p><span style='font-family:Wingdings'>Ø</span>甲</p>", [("", "➢甲")]),
        (
            "<p><!--[if !supportLists]--><span>一、</span>标签没有结尾，全部文字都留在正文里，不是编号。</p>",
            [("", "一、标签没有结尾，全部文字都留在正文里，不是编号。")],
        ),
        ("<p>\uf06c甲</p>", [("", "●甲")]),
        ("<p>甲<span style='mso-tab-count:2'>&nbsp;&nbsp;&nbsp; </span>乙</p>", [("", "甲\t\t乙")]),
    ],
)
def test_labels_that_word_wrote_out(markup: str, read_as: list[tuple[str, str]]) -> None:
    assert labelled(markup) == read_as


def test_notes_and_headers_are_asides() -> None:
    source, found = read_html(
        "<div title=header><p>汀兰街道</p></div><p>正文<a href='#_ftn1'>[1]</a></p>"
        "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>"
        "<p>注一</p></div></div>"
        "<div style='mso-element:comment'><p>批注</p></div><div id=sdendnote1><p>尾注</p></div>"
    )
    assert [block.text for block in running(source)] == ["正文[1]"]
    assert [(a.story, [b.text for b in a.blocks]) for a in source.asides] == [
        ("header", ["汀兰街道"]),
        ("footnote", ["注一"]),
        ("comment", ["批注"]),
        ("endnote", ["尾注"]),
    ]
    assert named(found, "DP106") == ["汀兰街道", "注一", "批注", "尾注"]


def test_lines_of_a_table_of_contents_say_so() -> None:
    source, _ = read_html(
        "<p class=MsoToc1>一、甲&nbsp;1</p><p><a href='#_Toc123'>二、乙 2</a></p>"
        "<p><a href='#_ftn1'>三、丙</a></p><h1>一、甲</h1>"
    )
    assert [block.layout.style for block in source.blocks] == ["toc 1", "toc", "", "heading 1"]


def test_page_breaks() -> None:
    source, _ = read_html("<p>甲</p><br clear=all style='page-break-before:always'><p>乙</p>")
    shown = [(b.text, b.layout.page_break_before) for b in source.blocks if b.text]
    assert shown == [("甲", False), ("乙", True)]
