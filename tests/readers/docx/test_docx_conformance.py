"""The features of Word that plans use, each in a small document and as Word shows it.

They are those that readers of docx were compared by: numbering (N), tracked changes (T), tables (B)
and what else stands in text (X).
"""

from __future__ import annotations

import pytest
from packages import abstract, docx, level, num, numbered, p, r, style, tbl, tc, tr

from duplan.readers.docx import read
from duplan.readers.file import File
from duplan.transcript import transcript

Case = tuple[str, dict[str, str], str]


def field(code: str, result: str) -> str:
    """A complex field: its code, then the result that the file holds."""
    begin, separate, end = (
        r(inside=f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")
    )
    return begin + r(inside=f"<w:instrText>{code}</w:instrText>") + separate + r(result) + end


def listed(*levels: str, overrides: str = "") -> str:
    """A numbering part whose list 1 has these levels."""
    return abstract(0, "".join(levels)) + num(1, 0, overrides)


CHINESE = listed(
    level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="h1"/>'),
    level(1, "chineseCountingThousand", "（%2）", '<w:pStyle w:val="h2"/>'),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)
BY_STYLE = style("h1", f"<w:pPr>{numbered(1, None)}</w:pPr>") + style(
    "h2", f'<w:basedOn w:val="h1"/><w:pPr>{numbered(1, 1)}</w:pPr>'
)
H1, H2 = '<w:pStyle w:val="h1"/>', '<w:pStyle w:val="h2"/>'
BOX = "<w:txbxContent>" + p("框内") + "</w:txbxContent>"
DRAWN = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing>'
    "</mc:Choice>{1}</mc:AlternateContent>"
)
FALLBACK = "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback>"


def numbers(number_format: str, text: str, start: int = 1) -> dict[str, str]:
    """The part for a list of one level."""
    return {"numbering": listed(level(0, number_format, text, start=start))}


def one(number_format: str, text: str, shown: str, start: int = 1) -> Case:
    """A paragraph of a list and how it is shown."""
    return p("督导", numbered(1)), numbers(number_format, text, start), shown


def control(inside: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


CASES: dict[str, Case] = {
    "N1 numbers of a style": (
        p("总则", H1) + p("分则", H1),
        {"styles": BY_STYLE, "numbering": CHINESE},
        "一、总则\n二、分则\n",
    ),
    "N2 numbers of a derived style": (
        p("总则", H1) + p("督政", H2),
        {"styles": BY_STYLE, "numbering": CHINESE},
        "一、总则\n（一）督政\n",
    ),
    "N3 decimal restarts below each heading": (
        p("督政", H2) + p("甲", numbered(1, 2)) + p("督学", H2) + p("乙", numbered(1, 2)),
        {"styles": BY_STYLE, "numbering": CHINESE},
        "（一）督政\n1. 甲\n（二）督学\n1. 乙\n",
    ),
    "N4 fourth level": (
        p("甲", numbered(1, 2)) + p("乙", numbered(1, 3)),
        {"numbering": CHINESE},
        "1. 甲\n（1）乙\n",
    ),
    "N5 enclosed": one("decimalEnclosedCircle", "%1", "① 督导\n"),
    "N6 heavenly stems": one("ideographTraditional", "%1、", "甲、督导\n"),
    "N7 a start other than one": one("chineseCountingThousand", "第%1条", "第九条督导\n", 9),
    "N8 legal numerals": one("chineseLegalSimplified", "%1、", "壹、督导\n"),
    "N9 Taiwan's counting": one("taiwaneseCountingThousand", "%1、", "一、督导\n"),
    "N10 numbers in cells": (
        tbl(tr(tc(p("甲", numbered(1)) + p("乙", numbered(1))))),
        numbers("decimal", "%1."),
        "1. 甲 / 2. 乙\n",
    ),
    "N11 a list that is cancelled": (
        p("督导", H1 + numbered(0)),
        {"styles": BY_STYLE, "numbering": CHINESE},
        "督导\n",
    ),
    "T1 insertions": (p(r("督") + f"<w:ins>{r('导')}</w:ins>"), {}, "督导\n"),
    "T2 deletions": (
        p(r("督导") + f"<w:del>{r(inside='<w:delText>组</w:delText>')}</w:del>"),
        {},
        "督导\n",
    ),
    "T3 a move, once": (
        p(r("前") + f"<w:moveFrom>{r('移')}</w:moveFrom>")
        + p(r("后") + f"<w:moveTo>{r('移')}</w:moveTo>"),
        {},
        "前\n后移\n",
    ),
    "T4 a deleted row": (
        tbl(tr(tc(p("甲"))), tr(tc(p("乙")), properties="<w:del/>")),
        {},
        "甲\n",
    ),
    "T5 a deleted paragraph mark": (
        p("督", "<w:rPr><w:del/></w:rPr>") + p("导"),
        {},
        "督导\n",
    ),
    "B1 rows and cells": (
        tbl(tr(tc(p("甲")), tc(p("乙"))), tr(tc(p("丙")), tc(p("丁")))),
        {},
        "甲 | 乙\n丙 | 丁\n",
    ),
    "B2 cells merged downwards": (
        tbl(
            tr(tc(p("九月"), '<w:vMerge w:val="restart"/>'), tc(p("甲"))),
            tr(tc(p(), "<w:vMerge/>"), tc(p("乙"))),
        ),
        {},
        "九月 | 甲\n | 乙\n",
    ),
    "B3 cells merged sideways": (
        tbl(tr(tc(p("九月"), '<w:gridSpan w:val="2"/>')), tr(tc(p("甲")), tc(p("乙")))),
        {},
        "九月\n甲 | 乙\n",
    ),
    "B4 items of a cell": (tbl(tr(tc(p("1.甲") + p("2.乙")))), {}, "1.甲 / 2.乙\n"),
    "B5 a table in a table": (
        tbl(tr(tc(p("外") + tbl(tr(tc(p("内"))))), tc(p("旁")))),
        {},
        "外 / [内] | 旁\n",
    ),
    "B6 a content control around a cell": (
        tbl(tr(tc(p("甲")), control(tc(p("乙"))))),
        {},
        "甲 | 乙\n",
    ),
    "B7 a content control around a row": (
        tbl(tr(tc(p("甲"))), control(tr(tc(p("乙"))))),
        {},
        "甲\n乙\n",
    ),
    "X1 a text box, once": (
        p(r("锚") + r(inside=DRAWN.format(BOX, FALLBACK.format(BOX)))),
        {},
        "锚\n框内\n",
    ),
    "X1 a text box of WPS, without a fallback": (
        p(r("锚") + r(inside=DRAWN.format(BOX, ""))),
        {},
        "锚\n框内\n",
    ),
    "X2 the paragraph of a text box": (
        p(r("前") + r(inside=DRAWN.format(BOX, "")) + r("后")),
        {},
        "前后\n框内\n",
    ),
    "X3 a content control around paragraphs": (
        p("甲") + control(control(p("乙"))),
        {},
        "甲\n乙\n",
    ),
    "X4 a content control in a line": (p(r("督") + control(r("导")) + r("组")), {}, "督导组\n"),
    "X5 a hyperlink": (p(r("见") + f"<w:hyperlink>{r('附件')}</w:hyperlink>"), {}, "见附件\n"),
    "X6 a simple field": (
        p(f'<w:fldSimple w:instr="DATE">{r("3月1日")}</w:fldSimple>'),
        {},
        "3月1日\n",
    ),
    "X7 a complex field": (p(r("第") + field("SEQ 表", "3") + r("项")), {}, "第3项\n"),
    "X8 a smart tag": (p(f'<w:smartTag w:element="date">{r("九月")}</w:smartTag>'), {}, "九月\n"),
    "X9 hidden text": (p(r("督导") + r("内部", "<w:vanish/>")), {}, "督导\n"),
    "X10 a footnote": (
        p(r("督导") + r(inside='<w:footnoteReference w:id="1"/>') + r("组")),
        {"footnotes": f'<w:footnote w:id="1">{p("每季一次")}</w:footnote>'},
        "督导¹组\n\n—— 脚注 footnotes ——\n¹每季一次\n",
    ),
    "X11 header and footer": (
        p("督导")
        + '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>',
        {"header1": p("汀兰街道"), "footer1": p("— " + "1 —")},
        "督导\n\n—— 页眉 header ——\n汀兰街道\n\n—— 页脚 footer ——\n— 1 —\n",
    ),
    "X12 a comment, not in the text": (
        p(r("督导") + r(inside='<w:commentReference w:id="1"/>') + r("组")),
        {"comments": f'<w:comment w:id="1">{p("待核")}</w:comment>'},
        "督导组\n\n—— 批注 comments ——\n[1] 待核\n",
    ),
    "X13 a soft break": (p(r("督", inside="<w:br/>") + r("导")), {}, "督\n导\n"),
    "X14 a tab": (p(r("督", inside="<w:tab/>") + r("导")), {}, "督\t导\n"),
    "X15 ruby": (
        p(f"<w:r><w:ruby><w:rt>{r('dū')}</w:rt><w:rubyBase>{r('督')}</w:rubyBase></w:ruby></w:r>"),
        {},
        "督\n",
    ),
    "X16 a hyphen that doesn't break": (
        p(r("3", inside="<w:noBreakHyphen/>") + r("5月")),
        {},
        "3-5月\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_as_word_shows_it(name: str) -> None:
    body, parts, shown = CASES[name]
    source, _ = read(File(docx(body, **parts)))
    assert transcript(source) == shown


def test_no_feature_is_left_out() -> None:
    kinds = {name.split()[0] for name in CASES}
    expected = {"N": 11, "T": 5, "B": 7, "X": 16}
    assert kinds == {f"{kind}{at + 1}" for kind, count in expected.items() for at in range(count)}
