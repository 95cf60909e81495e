"""What of a paragraph's markup is text: runs, breaks, fields, changes, hidden text, text boxes."""

from __future__ import annotations

import pytest
from packages import codes, p, r, read_docx, style, tbl, tc, texts, tr

from duplan.source import Span


def test_a_paragraph_is_its_runs_joined() -> None:
    assert texts(p(r("槐安区2031年") + r("工作计划")) + p()) == ["槐安区2031年工作计划", ""]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r("一月", inside="<w:tab/><w:t>开学</w:t>"), "一月\t开学"),
        (r("一月", inside="<w:br/><w:t>开学</w:t>"), "一月\n开学"),
        (r("一月", inside='<w:br w:type="textWrapping"/><w:t>开学</w:t>'), "一月\n开学"),
        (r("一月", inside="<w:cr/><w:t>开学</w:t>"), "一月\n开学"),
        (r("1", inside="<w:noBreakHyphen/><w:t>2月</w:t>"), "1-2月"),
        (r("监", inside="<w:softHyphen/><w:t>测</w:t>"), "监测"),
        (r(inside='<w:sym w:font="Wingdings" w:char="F0FC"/>'), "✓"),
        (r(inside='<w:sym w:font="Symbol" w:char="F061"/>'), "α"),
        (r(inside='<w:sym w:font="Unknown" w:char="F061"/>'), "\uf061"),
        (r(inside='<w:sym w:font="Wingdings" w:char="zz"/>'), ""),
        ("<w:r><w:t>a\n  b</w:t></w:r>", "a   b"),
        ("<w:r><w:t>督<!-- a comment -->导</w:t></w:r>", "督导"),
        ('<w:hyperlink r:id="rId9">' + r("附件") + "</w:hyperlink>", "附件"),
        ('<w:smartTag w:element="date"><w:smartTagPr/>' + r("3月6日") + "</w:smartTag>", "3月6日"),
        ("<w:customXml>" + r("甲") + "</w:customXml>", "甲"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + r("乙") + "</w:sdtContent></w:sdt>", "乙"),
        ('<w:fldSimple w:instr="DATE">' + r("2031年") + "</w:fldSimple>", "2031年"),
        ("<m:oMath><m:r><m:rPr/><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (r(inside='<w:footnoteReference w:id="1"/>'), ""),
        (r("甲") + '<w:proofErr w:type="spellStart"/>' + r("乙"), "甲乙"),
        ('<w:bdo w:val="ltr">' + r("丙") + "</w:bdo>", "丙"),
    ],
)
def test_markup_in_a_paragraph(inside: str, text: str) -> None:
    assert texts(p(inside)) == [text]


def test_ruby_keeps_the_base_and_is_counted() -> None:
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{r('tīng')}</w:rt><w:rubyBase>{r('汀')}</w:rubyBase></w:ruby>"
    source, diagnostics = read_docx(p(r(inside=ruby) + r("兰")))
    assert source.blocks[0].text == "汀兰"
    assert [(d.code, d.values) for d in diagnostics] == [("DP109", {"count": 1})]


def mark(kind: str) -> str:
    """A run with a field mark."""
    return r(inside=f'<w:fldChar w:fldCharType="{kind}"/>')


def code(text: str) -> str:
    """A run with field code."""
    return r(inside=f"<w:instrText>{text}</w:instrText>")


def test_a_complex_field_shows_its_result() -> None:
    field = mark("begin") + code(" REF x ") + mark("separate") + r("第三章") + mark("end")
    assert texts(p(r("见") + field + r("。"))) == ["见第三章。"]


def test_a_field_in_field_code_is_not_shown_but_named() -> None:
    inner = mark("begin") + code("PAGE") + mark("separate") + r("7") + mark("end")
    outer = mark("begin") + code("IF ") + inner + mark("separate") + r("是") + mark("end")
    source, diagnostics = read_docx(p(outer))
    assert source.blocks[0].text == "是"
    assert [d.values for d in diagnostics] == [{"text": "7"}]


def test_a_field_runs_over_paragraphs() -> None:
    body = p(mark("begin") + code("TOC") + mark("separate") + r("一")) + p(r("二") + mark("end"))
    assert texts(body) == ["一", "二"]


@pytest.mark.parametrize("marks", [["begin"], ["end"], ["separate"], ["begin", "separate"]])
def test_a_broken_field_loses_nothing(marks: list[str]) -> None:
    assert texts(p(r("甲") + "".join(map(mark, marks)) + r("乙")) + p("丙")) == ["甲乙", "丙"]


CHANGED = (
    r("保留")
    + f"<w:ins>{r('加入')}</w:ins>"
    + "<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
    + f"<w:moveFrom>{r('移走')}</w:moveFrom><w:moveTo>{r('移来')}</w:moveTo>"
)


def test_tracked_changes_are_accepted_and_counted_once() -> None:
    source, diagnostics = read_docx(p(CHANGED) + p(f"<w:ins>{r('又')}</w:ins>"))
    assert [b.text for b in source.blocks] == ["保留加入移来", "又"]
    assert [(d.code, d.values) for d in diagnostics] == [
        ("DP105", {"insertions": 3, "deletions": 2})
    ]


def test_what_was_deleted_before_an_insertion_was_deleted_stays_gone() -> None:
    nested = f"<w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del>{r('y')}</w:ins>"
    assert texts(p(nested)) == ["y"]


DELETED_MARK = "<w:rPr><w:del/></w:rPr>"
CENTERED = '<w:jc w:val="center"/>'
RIGHT = '<w:jc w:val="right"/>'


def test_a_deleted_mark_joins_and_the_first_paragraph_gives_the_looks() -> None:
    source, diagnostics = read_docx(p("甲，", CENTERED + DELETED_MARK) + p("乙。", RIGHT) + p("丙"))
    assert [(b.text, b.layout.align) for b in source.blocks] == [("甲，乙。", "center"), ("丙", "")]
    assert diagnostics[0].values == {"insertions": 0, "deletions": 1}


def test_a_paragraph_deleted_with_its_mark_leaves_the_next_as_it_is() -> None:
    gone = p("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", CENTERED + DELETED_MARK)
    source, _ = read_docx(gone + p("新", RIGHT))
    assert [(b.text, b.layout.align) for b in source.blocks] == [("新", "right")]


def test_three_paragraphs_join() -> None:
    assert texts(p("甲", DELETED_MARK) + p("乙", DELETED_MARK) + p("丙")) == ["甲乙丙"]


def test_a_deleted_mark_at_the_end_of_a_cell_or_body_loses_nothing() -> None:
    cell = tbl(tr(tc(p("甲", DELETED_MARK)), tc(p("乙"))))
    assert texts(p("前", DELETED_MARK) + cell + p("后", DELETED_MARK)) == ["前", "甲", "乙", "后"]


def test_an_inserted_mark_is_a_mark() -> None:
    assert texts(p("甲", "<w:rPr><w:ins/></w:rPr>") + p("乙")) == ["甲", "乙"]


HIDDEN = "<w:vanish/>"


def test_hidden_text_is_left_out_and_named_in_its_place() -> None:
    source, diagnostics = read_docx(p(r("公开") + r("内部" * 30, HIDDEN) + r("文字")))
    assert source.blocks[0].text == "公开文字"
    assert [(d.code, d.values, d.span) for d in diagnostics] == [
        ("DP104", {"text": "内部" * 20}, Span(0, 4, 4))
    ]


@pytest.mark.parametrize("value", ["0", "false", "off"])
def test_hidden_switched_off_is_visible(value: str) -> None:
    body = p(r("可见", f'<w:vanish w:val="{value}"/>'))
    assert texts(body) == ["可见"]
    assert codes(body) == []


def test_an_old_hidden_property_in_a_tracked_format_is_visible() -> None:
    assert texts(p(r("可见", f"<w:rPrChange><w:rPr>{HIDDEN}</w:rPr></w:rPrChange>"))) == ["可见"]


def test_hidden_by_styles() -> None:
    styles = (
        style("note", f"<w:rPr>{HIDDEN}</w:rPr>", "character")
        + style("base", f"<w:rPr>{HIDDEN}</w:rPr>")
        + style("derived", '<w:basedOn w:val="base"/>')
    )
    body = (
        p(r("甲") + r("乙", '<w:rStyle w:val="note"/>'))
        + p("丙", '<w:pStyle w:val="derived"/>')
        + p(r("丁", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="derived"/>')
        # Toggles of a paragraph's and a character's style cancel each other.
        + p(r("戊", '<w:rStyle w:val="note"/>'), '<w:pStyle w:val="base"/>')
    )
    source, diagnostics = read_docx(body, styles=styles)
    assert [b.text for b in source.blocks] == ["甲", "丁", "戊"]
    assert [d.values["text"] for d in diagnostics] == ["乙", "丙"]


def test_a_hidden_paragraph_is_no_block() -> None:
    hidden = p(r("附表另发", HIDDEN), f"<w:rPr>{HIDDEN}</w:rPr>")
    source, diagnostics = read_docx(p("甲") + hidden + p("乙"))
    assert [b.text for b in source.blocks] == ["甲", "乙"]
    assert [d.values for d in diagnostics] == [{"text": "附表另发"}]


def test_a_run_in_heading_stays_a_paragraph() -> None:
    separator = f"<w:rPr>{HIDDEN}<w:specVanish/></w:rPr>"
    assert texts(p("标题", separator) + p("正文")) == ["标题", "正文"]


def box(*paragraphs: str) -> str:
    """A text box, old and new drawing of it in alternatives."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    choice = f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"
    fallback = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def test_a_text_box_comes_once_after_its_anchor() -> None:
    source, _ = read_docx(p(r("锚", inside=box(p("框一"), p("框二"))) + r("后")) + p("下"))
    assert [b.text for b in source.blocks] == ["锚后", "框一", "框二", "下"]
    assert [b.path for b in source.blocks] == [
        "body/p[1]",
        "body/txbx[1]/p[1]",
        "body/txbx[1]/p[2]",
        "body/p[2]",
    ]
    assert source.content == source.blocks


def test_a_text_box_in_a_text_box() -> None:
    assert texts(p(r("外", inside=box(p(r("中", inside=box(p("内")))))))) == ["外", "中", "内"]


def test_an_old_text_box_alone() -> None:
    old = f"<w:pict><v:textbox><w:txbxContent>{p('日期')}</w:txbxContent></v:textbox></w:pict>"
    assert texts(p(r(inside=old))) == ["", "日期"]


@pytest.mark.parametrize(
    ("alternatives", "text"),
    [
        ('<mc:Choice Requires="wps">甲</mc:Choice><mc:Fallback>乙</mc:Fallback>', "甲"),
        ('<mc:Choice Requires="zz">甲</mc:Choice><mc:Fallback>乙</mc:Fallback>', "乙"),
        ('<mc:Choice Requires="zz">甲</mc:Choice><mc:Choice Requires="w14">丙</mc:Choice>', "丙"),
        ('<mc:Choice Requires="zz">甲</mc:Choice>', "甲"),
        ("<mc:Fallback>乙</mc:Fallback>", "乙"),
        ("", ""),
    ],
)
def test_alternatives(alternatives: str, text: str) -> None:
    for word in "甲乙丙":
        alternatives = alternatives.replace(word, r(word))
    assert texts(p(f"<mc:AlternateContent>{alternatives}</mc:AlternateContent>")) == [text]


def test_block_content_controls_are_transparent() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('乙')}{p('丙')}</w:sdtContent></w:sdt>"
    source, _ = read_docx(p("甲") + control)
    assert [b.path for b in source.blocks] == ["body/p[1]", "body/p[2]", "body/p[3]"]


def test_text_outside_runs_and_paragraphs_is_kept() -> None:
    assert texts("<w:t>游离</w:t>" + p("<w:t>无运行</w:t>")) == ["游离无运行"]


def test_a_paragraph_in_a_paragraph_follows_it() -> None:
    assert texts(p(r("外") + p("内") + r("后"))) == ["外后", "内"]


def test_blocks_are_numbered_in_reading_order() -> None:
    source, _ = read_docx(p("甲") + p() + p("乙"))
    assert [(b.index, b.line) for b in source.blocks] == [(0, 1), (1, 2), (2, 3)]
    assert (source.name, source.format) == ("a.docx", "docx")
    assert source.encoding is None


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', "●检查"),
        ('<w:rFonts w:hAnsi="Symbol"/>', "•检查"),
        ("", "●检查"),
    ],
)
def test_characters_of_a_symbol_font_in_text(properties: str, shown: str) -> None:
    code = "\uf0b7" if "Symbol" in properties else "\uf06c"
    assert texts(p(r(f"{code}检查", properties))) == [shown]


def test_other_private_characters_stay() -> None:
    assert texts(p(r("\ue863\uf0ff人\uf200"))) == ["\ue863•人\uf200"]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (r"EQ \o\ac(○,3)", "③"),
        (r"EQ \o(汉,字)", "汉字"),
        ('SYMBOL 254 \\f "Wingdings"', "☑"),
        ("MACROBUTTON none 点这里", "点这里"),
        ("DATE", ""),
    ],
)
def test_a_field_without_a_result_shows_what_its_code_says(code: str, shown: str) -> None:
    marks = (r(inside=f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "end"))
    begin, end = marks
    coded = begin + r(inside=f"<w:instrText>{code}</w:instrText>") + end
    assert texts(p(r("前") + coded + r("后"))) == [f"前{shown}后"]
    simple = code.replace('"', "&quot;")
    assert texts(p(f'<w:fldSimple w:instr="{simple}"/>' + r("后"))) == [f"{shown}后"]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ("<w:checkBox/>", "☐"),
        (
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList>',
            "乙",
        ),
        ('<w:ddList><w:listEntry w:val="甲"/></w:ddList>', "甲"),
        ('<w:ddList><w:result w:val="9"/><w:listEntry w:val="甲"/></w:ddList>', ""),
    ],
)
def test_form_fields_show_their_choice(form: str, shown: str) -> None:
    begin = r(inside=f'<w:fldChar w:fldCharType="begin"><w:ffData>{form}</w:ffData></w:fldChar>')
    assert texts(p(begin + r(inside='<w:fldChar w:fldCharType="end"/>') + r("科"))) == [
        f"{shown}科"
    ]


def test_a_fraction_has_a_stroke() -> None:
    two, three = (f"<m:r><m:t>{number}</m:t></m:r>" for number in (2, 3))
    fraction = f"<m:f><m:num>{two}</m:num><m:den>{three}</m:den></m:f>"
    assert texts(p(r("不低于") + f"<m:oMath>{fraction}</m:oMath>")) == ["不低于2/3"]
