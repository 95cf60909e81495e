"""Characters, fields, changes and what is hidden."""

from __future__ import annotations

import pytest
from odts import fodt, found, h, item, listed, odt, p, read_odt, style, tbl, tc, texts, tr

from duplan.readers.file import File
from duplan.readers.odt import read

HIDDEN = style("hid", text='text:display="none"')
HIDDEN_RUN = style("run", text='text:display="none"', family="text")


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("一、总体思路", "一、总体思路"),
        ("甲<text:s/>乙<text:s text:c='3'/>丙", "甲 乙   丙"),
        ("甲<text:tab/>乙<text:line-break/>丙", "甲\t乙\n丙"),
        ("甲<text:soft-page-break/>乙", "甲乙"),
        ("  甲 \n\t 乙  <text:span> 丙</text:span>", "甲 乙 丙"),
        ("<text:s/> 甲", "  甲"),
        ("甲<text:span>乙<text:a xlink:href='x'>丙</text:a>丁</text:span>戊", "甲乙丙丁戊"),
        ("甲<text:bookmark-start text:name='x'/>乙<text:bookmark text:name='y'/>丙", "甲乙丙"),
        (
            "<text:date>2024年</text:date><text:conditional-text>是</text:conditional-text>",
            "2024年是",
        ),
        ("<text:placeholder text:placeholder-type='text'>&lt;名&gt;</text:placeholder>", "<名>"),
        ("甲<text:variable-set text:display='none'>5</text:variable-set>", "甲"),
        ("<text:text-input>4月\t主题\n细目&#13;</text:text-input>", "4月\t主题\n细目"),
        ("<text:drop-down><text:label text:value='甲'/>乙</text:drop-down>", "乙"),
        ("<draw:frame><draw:image/><svg:title>图</svg:title></draw:frame>甲", "甲"),
        ("甲<text:s text:c='9999999999999'/>乙", "甲 乙"),
    ],
)
def test_characters(inside: str, expected: str) -> None:
    assert texts(p(inside)) == [expected]


def test_symbol_fonts() -> None:
    automatic = style("T", text='style:font-name="Wingdings"', family="text")
    assert texts(
        p('<text:span text:style-name="T">\uf0fc</text:span>办结'), automatic=automatic
    ) == ["✓办结"]


def test_ruby_is_its_base() -> None:
    ruby = "<text:ruby><text:ruby-base>督导</text:ruby-base><text:ruby-text>dū</text:ruby-text></text:ruby>"
    assert texts(p(ruby)) == ["督导"]
    assert found(p(ruby)) == [("DP109", {"count": 1})]


def test_formulas() -> None:
    math = (
        "<math:math><math:semantics><math:mrow><math:mi>S</math:mi><math:mo>=</math:mo>"
        "<math:msup><math:mi>r</math:mi><math:mn>2</math:mn></math:msup></math:mrow>"
        "<math:annotation>S = r^2</math:annotation></math:semantics></math:math>"
    )
    frame = f"<draw:frame><draw:object>{math}</draw:object></draw:frame>"
    assert texts(p(f"面积{frame}。")) == ["面积S=r2。"]
    linked = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    names = 'xmlns:math="http://www.w3.org/1998/Math/MathML"'
    part = {"Object 1__content": math.replace("<math:math>", f"<math:math {names}>", 1)}
    source, _ = read(File(odt(p(f"面积{linked}。"), **part)))
    assert source.blocks[0].text == "面积S=r2。"


def test_changes_are_accepted() -> None:
    body = (
        "<text:tracked-changes>"
        f"<text:changed-region><text:deletion>{p('旧文')}</text:deletion></text:changed-region>"
        "<text:changed-region><text:insertion/></text:changed-region>"
        "<text:changed-region><text:format-change/></text:changed-region>"
        "</text:tracked-changes>"
        + p('甲<text:change text:change-id="a"/><text:change-start text:change-id="b"/>乙')
    )
    assert texts(body) == ["甲乙"]
    assert found(body) == [("DP105", {"insertions": 1, "deletions": 1})]


FIELD = "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"
ENTRIES = (("Dropdown_ListEntry", "督政科"), ("Dropdown_ListEntry", "督学科"))


@pytest.mark.parametrize(
    ("kind", "given", "shown"),
    [
        ("FORMDROPDOWN", (*ENTRIES, ("Dropdown_Selected", "1")), "督学科"),
        ("FORMDROPDOWN", ENTRIES, "督政科"),
        ("FORMDROPDOWN", (*ENTRIES, ("Dropdown_Selected", "2")), ""),
        ("FORMDROPDOWN", (*ENTRIES, ("Dropdown_Selected", "x")), ""),
        ("FORMCHECKBOX", (("Checkbox_Checked", "true"),), "☒"),
        ("FORMCHECKBOX", (("Checkbox_Checked", "false"),), "☐"),
        ("FORMCHECKBOX", (), "☐"),
        ("FORMTEXT", (), ""),
    ],
)
def test_fields_of_forms(kind: str, given: tuple[tuple[str, str], ...], shown: str) -> None:
    inside = "".join(f'<f:param f:name="{name}" f:value="{value}"/>' for name, value in given)
    field = f'<f:fieldmark xmlns:f="{FIELD}" f:type="vnd.oasis.opendocument.field.{kind}">{inside}'
    assert texts(p(f"由{field}</f:fieldmark>牵头")) == [f"由{shown}牵头"]


REGIONS = (
    '<text:tracked-changes><text:changed-region xml:id="d"><text:deletion/></text:changed-region>'
    '<text:changed-region text:id="e"><text:insertion/><text:deletion/></text:changed-region>'
    '<text:changed-region xml:id="i"><text:insertion/></text:changed-region></text:tracked-changes>'
)
START, END = '<text:change-start text:change-id="{}"/>', '<text:change-end text:change-id="{}"/>'
CUT, KEEP = START.format("d"), END.format("d")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(f"共{CUT}160{KEEP}184个"), ["共184个"]),
        (p(f"共{START.format('e')}160{END.format('e')}184个"), ["共184个"]),
        (p(f"共{START.format('i')}160{END.format('i')}个"), ["共160个"]),
        (p(f"甲{CUT}<text:span>乙<text:tab/>丙{KEEP}丁</text:span>戊"), ["甲丁戊"]),
        (p(f"甲{CUT}{START.format('e')}乙{KEEP}丙{END.format('e')}丁"), ["甲丁"]),
        (p(f"甲{CUT}乙"), ["甲乙"]),
        (p(f"甲{KEEP}乙{CUT}丙"), ["甲乙丙"]),
        (p(f"甲{CUT}乙") + p("丙") + p(f"丁{KEEP}戊<text:span>己</text:span>"), ["甲戊己"]),
        (p(f"{CUT}乙") + p(f"{KEEP}戊") + p("己"), ["戊", "己"]),
        (p(f"甲{CUT}乙") + p(f"丙{KEEP}丁{CUT}戊") + p(f"{KEEP}己"), ["甲丁己"]),
        (p(f"甲{CUT}乙") + tbl(tr(tc(p("表")))) + p(f"丁{KEEP}戊"), ["甲戊"]),
        (p("甲") + CUT + tbl(tr(tc(p("表")))) + KEEP + p("乙"), ["甲", "乙"]),
        (tbl(tr(tc(p(f"甲{CUT}乙")), tc(p(f"丙{KEEP}丁")))) + p("戊"), ["甲", "丁", "戊"]),
        (
            p(
                f"甲{CUT}乙<draw:frame><draw:text-box>{p('框')}</draw:text-box></draw:frame>{KEEP}丙"
            ),
            ["甲丙"],
        ),
        (
            p(f"甲<draw:frame><draw:text-box>{p('框')}</draw:text-box></draw:frame>{CUT}乙")
            + p(f"{KEEP}丙"),
            ["甲丙", "框"],
        ),
        (
            listed("", item(p(f"甲{CUT}乙")), item(p("丙")), item(p(f"{KEEP}丁")), item(p("戊"))),
            ["甲丁", "戊"],
        ),
    ],
)
def test_what_is_deleted_in_place_is_left_out(body: str, expected: list[str]) -> None:
    assert texts(REGIONS + body) == expected
    flat, diagnostics = read(File(fodt(REGIONS + body)))
    assert [block.text for block in flat.blocks] == expected
    assert [each.values for each in diagnostics] == [{"insertions": 2, "deletions": 2}]


@pytest.mark.parametrize(
    ("body", "expected", "hidden"),
    [
        (p('甲<text:span text:style-name="run">暗</text:span>乙'), ["甲乙"], "暗"),
        (p("甲") + p("暗", "hid") + p("乙"), ["甲", "乙"], "暗"),
        (p("<text:hidden-paragraph text:is-hidden='true'/>暗"), [], "暗"),
        (p("<text:hidden-paragraph text:is-hidden='false'/>明"), ["明"], ""),
        (p("甲<text:hidden-text text:is-hidden='true' text:string-value='暗'/>"), ["甲"], "暗"),
        (p("甲<text:hidden-text text:is-hidden='false'>明</text:hidden-text>"), ["甲明"], ""),
        (f"<text:section text:display='none'>{p('暗')}</text:section>", [], "暗"),
        (f"<text:section text:display='condition'>{p('明')}</text:section>", ["明"], ""),
        (
            f"<text:section text:display='condition' text:is-hidden='true'>{p('暗')}</text:section>",
            [],
            "暗",
        ),
    ],
)
def test_hidden_text_is_named(body: str, expected: list[str], hidden: str) -> None:
    automatic = HIDDEN + HIDDEN_RUN
    assert texts(body, automatic=automatic) == expected
    named = [values["text"] for code, values in found(body, automatic=automatic) if code == "DP104"]
    assert named == ([hidden] if hidden else [])


def test_sections_lists_and_contents_hold_paragraphs() -> None:
    body = (
        f"<text:section>{p('一')}{listed('', item(p('二')))}</text:section>"
        "<text:table-of-content><text:table-of-content-source>"
        "<text:index-title-template>样</text:index-title-template></text:table-of-content-source>"
        f"<text:index-body><text:index-title>{p('目录')}</text:index-title>{p('一、…1')}"
        "</text:index-body></text:table-of-content>"
        f"<office:forms>{p('表单')}</office:forms>" + h("三")
    )
    assert texts(body) == ["一", "二", "目录", "一、…1", "三"]


@pytest.mark.parametrize(
    "box",
    [
        "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>",
        "<draw:custom-shape>{}</draw:custom-shape>",
        "<draw:g><draw:frame><draw:text-box>{}</draw:text-box></draw:frame><draw:rect/></draw:g>",
    ],
)
def test_text_boxes_follow_the_paragraph_that_they_are_anchored_in(box: str) -> None:
    body = p("甲" + box.format(p("框一") + p("框二")) + "乙") + p("丙")
    assert texts(body) == ["甲乙", "框一", "框二", "丙"]
    assert texts(box.format(p("框")) + p("丙")) == ["框", "丙"]


def test_boxes_in_boxes_and_lists() -> None:
    box = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"
    inner = p("外" + box.format(p("内")) + "围")
    body = listed("", item(p("项" + box.format(inner)), p("续")), item(p("末")))
    source, _ = read_odt(body)
    assert [(block.label, block.text) for block in source.blocks] == [
        ("•", "项"), ("", "外围"), ("", "内"), ("", "续"), ("•", "末"),
    ]  # fmt: skip
    assert [block.path for block in source.blocks] == [
        "body/p[1]", "body/txbx[1]/p[1]", "body/txbx[1]/txbx[1]/p[1]", "body/p[2]", "body/p[3]",
    ]  # fmt: skip
