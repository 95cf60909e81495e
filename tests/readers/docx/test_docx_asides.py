"""Notes, comments, headers and footers."""

from __future__ import annotations

import pytest
from packages import codes, p, r, read_docx, tbl, tc, texts, tr

from duplan.source import Table

REFERENCES = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
    '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
)
NOTE = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    '<w:footnote w:id="{}">{}</w:footnote>'
)


def field(instruction: str, result: str) -> str:
    """A complex field."""
    marks = [r(inside=f'<w:fldChar w:fldCharType="{k}"/>') for k in ("begin", "separate", "end")]
    code = r(inside=f"<w:instrText> {instruction} </w:instrText>")
    return marks[0] + code + marks[1] + r(result) + marks[2]


def test_stories_follow_the_body() -> None:
    references = "".join(reference(kind, 1) for kind in ("footnote", "endnote", "comment"))
    source, diagnostics = read_docx(
        p(r("正文") + references) + REFERENCES,
        header1=p("汀兰街道"),
        footer1=p(field("PAGE", "1")),
        footnotes=NOTE.format(1, p("注一")),
        endnotes=f'<w:endnote w:id="1">{p("尾注")}</w:endnote>',
        comments=f'<w:comment w:id="1">{p("批注")}{p("再批")}</w:comment>',
    )
    assert [(a.story, [b.text for b in a.blocks]) for a in source.asides] == [
        ("header", ["汀兰街道"]),
        ("footer", ["1"]),
        ("footnote", ["注一"]),
        ("endnote", ["尾注"]),
        ("comment", ["批注", "再批"]),
    ]
    assert [b.index for b in source.blocks] == list(range(7))
    assert source.asides[4].blocks[1] is source.blocks[6]
    assert [b.path for b in source.blocks][1:4] == [
        "header1/p[1]",
        "footer1/p[1]",
        "footnotes/footnote[1]/p[1]",
    ]
    assert [(d.code, d.values["story"], d.values["text"]) for d in diagnostics] == [
        ("DP106", "header", "汀兰街道"),
        ("DP106", "footnote", "注一"),
        ("DP106", "endnote", "尾注"),
        ("DP106", "comment", "批注 再批"),
    ]


PAGE = field("PAGE  \\* MERGEFORMAT", "1")


@pytest.mark.parametrize(
    ("footer", "found"),
    [
        (p(r("— ") + PAGE + r(" —")), []),
        (p(r("第") + PAGE + r("页 共") + field("NUMPAGES", "9") + r("页")), []),
        (p('<w:fldSimple w:instr=" PAGE ">' + r("3") + "</w:fldSimple>"), []),
        (p(), []),
        (p(r("档案馆 ") + PAGE), ["DP106"]),
        (p("12"), ["DP106"]),
    ],
)
def test_page_numbers_are_not_named(footer: str, found: list[str]) -> None:
    assert codes(p("正文") + REFERENCES, footer1=footer) == found


def test_unreferenced_headers_are_not_read_but_named() -> None:
    source, diagnostics = read_docx(p("正文"), header1=p("旧页眉"), footer1=p())
    assert [block.text for block in source.blocks] == ["正文"]
    assert [(each.code, each.values) for each in diagnostics] == [
        ("DP126", {"part": "word/header1.xml", "text": "旧页眉"})
    ]


def reference(kind: str, name: int) -> str:
    """A run that refers to a note or comment."""
    return r(inside=f'<w:{kind}Reference w:id="{name}"/>')


def test_notes_know_where_they_are_referred_to() -> None:
    source, _ = read_docx(
        p("首段") + p(r("督导") + reference("footnote", 2) + r("检查") + reference("footnote", 1)),
        footnotes=NOTE.format(1, p("注甲")) + NOTE.format(2, p("注乙")) + NOTE.format(3, p("注丙")),
    )
    assert [(a.blocks[0].text, a.anchor) for a in source.asides] == [
        ("注乙", (1, 2, 2)),
        ("注甲", (1, 4, 4)),
        ("注丙", None),
    ]
    assert source.asides[0].blocks[0].path == "footnotes/footnote[2]/p[1]"
    assert source.blocks[1].text == "督导检查"


def test_a_comment_is_anchored_at_its_reference() -> None:
    source, _ = read_docx(
        p(r("督导") + reference("comment", 1)),
        comments=f'<w:comment w:id="1">{p("批注")}</w:comment>',
    )
    assert source.asides[0].anchor == (0, 2, 2)


def test_references_of_inner_sections_count_once() -> None:
    section = p("甲", REFERENCES)
    assert texts(section + p("乙") + REFERENCES, header1=p("页眉")) == ["甲", "乙", "页眉"]


def test_tracked_changes_and_hidden_text_in_asides() -> None:
    found = codes(
        p("正文") + REFERENCES, header1=p(f"<w:ins>{r('甲')}</w:ins>" + r("乙", "<w:vanish/>"))
    )
    assert found == ["DP104", "DP105", "DP106"]


def test_references_that_are_not_shown_show_no_note() -> None:
    source, diagnostics = read_docx(
        p(
            r("督导")
            + f"<w:del>{reference('footnote', 1)}</w:del>"
            + r(properties="<w:vanish/>", inside='<w:footnoteReference w:id="2"/>')
        ),
        footnotes=NOTE.format(1, p("删")) + NOTE.format(2, p("隐")),
    )
    assert source.asides == ()
    assert [each.values["text"] for each in diagnostics if each.code == "DP126"] == ["删", "隐"]


def test_a_typed_mark_is_not_counted() -> None:
    source, _ = read_docx(
        p(r(inside='<w:footnoteReference w:id="1" w:customMarkFollows="1"/>') + r("*")),
        footnotes=NOTE.format(1, p("注")),
    )
    assert [aside.counted for aside in source.asides] == [False]


def test_headers_of_the_first_and_of_even_pages_are_shown_where_they_are_switched_on() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>'
        '<w:headerReference w:type="even" r:id="header2"/>{}</w:sectPr>'
    )
    headers = {"header1": p("首页"), "header2": p("偶数页")}
    body = p("正文")
    assert texts(body + section.format(""), **headers) == ["正文"]
    assert texts(body + section.format("<w:titlePg/>"), **headers) == ["正文", "首页"]
    even = texts(body + section.format(""), settings="<w:evenAndOddHeaders/>", **headers)
    assert even == ["正文", "偶数页"]


def test_the_table_of_a_header_stays_a_table() -> None:
    source, _ = read_docx(
        p("正文") + REFERENCES, header1=tbl(tr(tc(p("机关")), tc(p("文号")))), footer1=p()
    )
    [table] = source.asides[0].content
    assert isinstance(table, Table)
    assert [block.text for block in source.asides[0].blocks] == ["机关", "文号"]
