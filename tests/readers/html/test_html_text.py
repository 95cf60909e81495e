"""Paragraphs and their lines, with white space as a browser shows it."""

from __future__ import annotations

import pytest
from markup import layouts, named, read_html, texts

from duplan.diagnostics import UnreadableError
from duplan.source import Block


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("甲<div>乙</div>丙", ["甲", "乙", "丙"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<p>甲<b>乙</b><font>丙</font></p>", ["甲乙丙"]),
        ("<p>  a \n\t b  <i> c</i> </p>", ["a b c"]),
        ("<p>甲\n   乙</p>", ["甲乙"]),
        ("<p>甲 乙</p>", ["甲 乙"]),
        ("<p>甲\n<b>乙</b></p>", ["甲乙"]),
        ("<p>甲\nb</p>", ["甲 b"]),
        ("<p>&emsp;&emsp;一、甲</p>", ["\u2003\u2003一、甲"]),
        ("<p>&nbsp;&nbsp; 一、甲</p>", ["\xa0\xa0 一、甲"]),
        ("<p>　　一、甲</p>", ["　　一、甲"]),
        ("<p>甲<br>乙<br/>丙</p>", ["甲", "乙", "丙"]),
        ("<p>甲<br><br>　　乙</p>", ["甲", "", "　　乙"]),
        ("<p>甲<br></p><p>乙</p>", ["甲", "乙"]),
        ("<p>甲</p><p><br></p><p>乙</p>", ["甲", "", "乙"]),
        ("<p>甲</p><p></p><div> </div><p>乙</p>", ["甲", "乙"]),
        ("<p>甲</p><p>&nbsp;</p><p>乙</p>", ["甲", "\xa0", "乙"]),
        ("<pre>\n  甲\n    乙\n\n丙</pre>", ["  甲", "    乙", "", "丙"]),
        ("<div style='white-space: pre-wrap'>甲\n乙</div>", ["甲", "乙"]),
        ("<dl><dt>甲</dt><dd>乙</dd></dl>", ["甲", "乙"]),
        ("<details><summary>甲</summary>乙</details>", ["甲", "乙"]),
        ("<p>甲<del>乙</del><s>丙</s><sup>①</sup></p>", ["甲乙丙①"]),
        ("<p>2 &lt; 3 &amp; 4 &hellip; &#19968;</p>", ["2 < 3 & 4 … 一"]),
        ("<p>甲<o:p>乙</o:p><w:sdt>丙</w:sdt></p>", ["甲乙丙"]),
        (
            "<span style='display:block'>甲</span><span style='display:block'>乙</span>",
            ["甲", "乙"],
        ),
        ("<p>甲<img src=a.png alt=图>乙</p>", ["甲乙"]),
        ("<p>甲</p></body></html><p>乙</p>", ["甲", "乙"]),
        (
            "<div><html><head><title>x</title></head><body><p>甲</p></body></html></div>乙",
            ["甲", "乙"],
        ),
        ("</head><foo>甲</foo><p>乙</p>", ["甲", "乙"]),
        ("<fieldset><legend>甲</legend>乙</fieldset>", ["甲", "乙"]),
    ],
)
def test_text_as_it_is_shown(markup: str, shown: list[str]) -> None:
    assert texts(f"<body>{markup}</body>") == shown


@pytest.mark.parametrize(
    ("hidden", "name"),
    [
        ("<p style='display:none'>乙</p>", "乙"),
        ("<p hidden>乙</p>", "乙"),
        ("<span style='visibility:hidden'>乙</span>", "乙"),
        ("<span style='mso-hide:all'>乙</span>", "乙"),
        ("<p class=x>乙</p>", "乙"),
        ("<div id=y><p>乙</p>丙</div>", "乙丙"),
        ("<noscript>乙</noscript>", "乙"),
        ("<template><p>乙</p></template>", "乙"),
        ("<p style='display:none'>乙<script>丙</script></p>", "乙"),
    ],
)
def test_hidden_text_is_named(hidden: str, name: str) -> None:
    source, found = read_html(
        f"<style>.x {{display: none}} #y {{display:none !important}}</style><p>甲正文</p>{hidden}"
    )
    assert [block.text for block in source.blocks] == ["甲正文"]
    assert named(found, "DP104") == [name]


def test_rules_that_do_not_hold_for_the_page() -> None:
    sheet = "@media print {p {display:none}} div p {display:none} p:hover {display:none} /* p {display:none}"
    assert texts(f"<style>{sheet}</style><p>甲</p>") == ["甲"]


def test_what_is_hidden_until_a_script_runs_is_read() -> None:
    page = "<div>加载中</div><div id=a style='display:none'><p>一、指导思想</p><p>二、工作目标</p></div>"
    assert texts(page) == ["加载中", "一、指导思想", "二、工作目标"]


def test_what_a_script_makes_visible_is_read() -> None:
    page = "<h1>标题</h1><div id=js_content style='visibility: hidden; opacity: 0'><p>一、甲乙丙</p></div>"
    assert texts(page) == ["标题", "一、甲乙丙"]


def test_programs_and_comments_are_no_text() -> None:
    page = "<script>甲</script><style>p {}</style><!-- 乙 --><!--[if IE]><p>丙</p><![endif]--><p>丁</p>"
    source, found = read_html(page)
    assert [block.text for block in source.blocks] == ["丁"]
    assert not found


def test_ruby_is_left_out_and_counted() -> None:
    source, found = read_html(
        "<p><ruby>督<rp>(</rp><rt>dū</rt><rp>)</rp></ruby><ruby>导<rt>dǎo</rt></ruby></p>"
    )
    assert [block.text for block in source.blocks] == ["督导"]
    assert [each.values for each in found if each.code == "DP109"] == [{"count": 2}]


def test_layout() -> None:
    found = layouts(
        "<h2 align=center>甲</h2><p style='text-align:right;font-size:12pt'><b>乙</b></p><center>丙</center>"
        "<p><b>丁</b>戊</p><p style='page-break-before:always'><font size=5>己</font></p>"
        "<p style='mso-outline-level:1;text-align:justify'>庚</p>"
    )
    assert [each.outline_level for each in found] == [1, None, None, None, None, 0]
    assert [each.align for each in found] == ["center", "right", "center", "", "", "both"]
    assert [each.bold for each in found] == [True, True, False, False, False, False]
    assert [each.size for each in found] == [None, 12.0, None, None, 18.0, None]
    assert [each.page_break_before for each in found] == [False] * 4 + [True, False]


def test_style_sheets_give_layout() -> None:
    sheet = "h1, .t {text-align:center; font-weight:bold; font-size:16px} p.r {text-align:right}"
    found = layouts(f"<style>{sheet}</style><div class='a t'>甲</div><p class=r>乙</p>")
    assert [(each.align, each.bold, each.size) for each in found] == [
        ("center", True, 12.0),
        ("right", False, None),
    ]


def test_paths_lead_to_the_place() -> None:
    source, _ = read_html(
        "<body><p>甲</p><div><p>乙</p><font><p>丙<br>丁</p></font></div><div id=zoom><div>戊</div></div>"
        "<div><div><div><div><div><p>己</p></div></div></div></div></div></body>"
    )
    assert [block.path for block in source.blocks] == [
        "body/p[1]",
        "body/div[1]/p[1]",
        "body/div[1]/p[2]",
        "body/div[1]/p[2]/text[2]",
        "#zoom/div[1]",
        "div[1]/div[1]/div[1]/p[1]",
    ]
    assert [block.line for block in source.blocks] == [1, 2, 3, 4, 5, 6]


def test_a_title_that_the_page_does_not_show_is_named() -> None:
    assert named(read_html("<title>某局2024年工作计划</title><p>一、甲</p>")[1], "DP117") == [
        "某局2024年工作计划"
    ]
    shown = "<title>某局2024年 工作计划_某某市人民政府</title><h1>某局<br>2024年工作计划</h1>"
    assert not named(read_html(shown)[1], "DP117")


@pytest.mark.parametrize(
    "page", ["", "<html>", "<html><body><p> </p><img src=a></body></html>", "<!-- a -->"]
)
def test_pages_without_text_are_refused(page: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_html(page)
    assert caught.value.kind == "empty"


def test_documents_in_frames_are_named() -> None:
    source, found = read_html(
        "<p>甲</p><iframe src='/files/plan.pdf?x=1'></iframe><iframe src='/counter'></iframe>"
    )
    assert [block.text for block in source.blocks] == ["甲"]
    assert [each.values["part"] for each in found if each.code == "DP107"] == [
        "/files/plan.pdf?x=1"
    ]


def test_blocks_are_numbered_over_the_whole_page() -> None:
    source, _ = read_html(f"<nav>甲</nav><table border=1><tr><td>乙<td>丙</table>{'丁' * 40}")
    assert [block.index for block in source.blocks] == [0, 1, 2, 3]
    assert [aside.blocks[0].text for aside in source.asides] == ["甲"]
    assert isinstance(source.content[1], Block)
    assert source.format == "html"
    assert source.encoding == "utf-8"
