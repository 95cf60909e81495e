"""The labels that LibreOffice prints; each case was seen there."""

from __future__ import annotations

import pytest
from odts import h, item, labels, level, list_style, listed, p, style

CHINESE = list_style(
    "A",
    level(1, "一, 二, 三, ...", "、"),
    level(2, "一, 二, 三, ...", "）", 'style:num-prefix="（"'),
    level(3, "1", ".", 'text:display-levels="3"'),
)
PLAIN = list_style("B", level(1, "1", "."), level(2, "", "]", 'style:num-prefix="["'))
ONE = item(p("文"))


def of(body: str, automatic: str = CHINESE + PLAIN, **parts: str) -> list[str]:
    """The labels in a body with these list styles."""
    return labels(body, automatic=automatic, **parts)


def inside(*items: str, more: str = "") -> str:
    """An item that holds nothing but a list."""
    return item(listed("", *items, more=more))


def test_levels_count_and_deeper_ones_restart() -> None:
    deep = item(p("文"), listed("", ONE, item(p("文"), listed("", ONE, ONE))))
    found = of(listed("A", ONE, deep, item(p("文"), listed("", ONE))))
    assert found == ["一、", "二、", "（一）", "（二）", "二.二.1.", "二.二.2.", "三、", "（一）"]


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ("一, 二, 三, ...", "一百零一"),
        ("壹, 貳, 參, ...", "壹佰零壹"),
        ("甲, 乙, 丙, ...", "101"),
        ("①, ②, ③, ...", "101"),
        ("１, ２, ３, ...", "１０１"),
        ("001, 002, 003, ...", "101"),
        ("a", "cw"),
        ("I", "CI"),
        ("unknown", "101"),
        ("", ""),
    ],
)
def test_formats(sample: str, expected: str) -> None:
    numbering = list_style("C", level(1, sample, more='text:start-value="101"'))
    assert of(listed("C", ONE), numbering) == [expected]


@pytest.mark.parametrize(("start", "first"), [("0", "0"), ("-1", "0"), ("x", "1")])
def test_where_a_level_starts(start: str, first: str) -> None:
    numbering = list_style("C", level(1, "1", more=f'text:start-value="{start}"'))
    assert of(listed("C", ONE), numbering) == [first]


def test_letters_repeat_where_the_style_says_so() -> None:
    more = 'style:num-letter-sync="true" text:start-value="27"'
    assert of(listed("C", ONE, ONE), list_style("C", level(1, "a", ")", more))) == ["aa)", "bb)"]


def test_only_the_first_paragraph_of_an_item_has_a_label() -> None:
    found = of(listed("A", item(p("一"), p("二"), listed("", ONE), p("三")), ONE))
    assert found == ["一、", "", "（一）", "", "二、"]


def test_a_header_of_a_list_has_none() -> None:
    header = f"<text:list-header>{p('题')}</text:list-header>"
    assert of(listed("A", header, ONE, header, ONE)) == ["", "一、", "", "二、"]


def test_a_list_begins_anew_or_goes_on() -> None:
    goes_on = 'text:continue-numbering="true"'
    body = listed("A", ONE) + listed("A", ONE) + listed("A", ONE, more=goes_on)
    assert of(body) == ["一、", "一、", "二、"]
    body = listed("A", ONE) + listed("B", ONE) + listed("A", ONE, more=goes_on)
    assert of(body) == ["一、", "1.", "一、"]


def test_a_list_goes_on_with_another_one_by_its_id() -> None:
    body = (
        listed("A", ONE, ONE, more='xml:id="l1"')
        + listed("B", ONE, more='xml:id="l2"')
        + listed("A", ONE, more='xml:id="l3" text:continue-list="l1"')
        + listed("A", inside(ONE), more='text:continue-list="l3" xml:id="l4"')
        + listed("A", inside(ONE), more='text:continue-list="l4"')
    )
    assert of(body) == ["一、", "二、", "1.", "三、", "（一）", "（二）"]


def test_the_second_list_in_an_item_begins_anew() -> None:
    body = listed("A", item(p("文"), listed("", ONE), listed("", ONE)))
    assert of(body) == ["一、", "（一）", "（一）"]
    more = 'text:continue-numbering="true"'
    body = listed("A", item(p("文"), listed("", ONE), listed("", ONE, more=more)))
    assert of(body) == ["一、", "（一）", "（二）"]


def test_an_item_may_state_its_number_or_style() -> None:
    body = listed("A", ONE, item(p("文"), more='text:start-value="7"'), ONE)
    assert of(body) == ["一、", "七、", "八、"]
    body = listed("A", item(p("文"), more='text:style-override="B"'), ONE)
    assert of(body) == ["1.", "二、"]


def test_levels_left_out_count_as_begun() -> None:
    assert of(listed("A", inside(ONE, ONE), ONE)) == ["（一）", "（二）", "二、"]


def test_a_level_without_numbers_prints_its_affixes() -> None:
    assert of(listed("B", item(p("文"), listed("", ONE)))) == ["1.", "[]"]


@pytest.mark.parametrize("name", ["style", "loext"])
def test_the_label_as_a_pattern(name: str) -> None:
    numbering = list_style(
        "C",
        level(1, "1", more=f'{name}:num-list-format="第%1%条"'),
        level(2, "1", more=f'{name}:num-list-format="%1%.%2%、"'),
        level(3, "", more=f'{name}:num-list-format="%1%-%2%-%3%;"'),
        level(4, "1", more=f'{name}:num-list-format="%1%.%2%.%3%.%4%"'),
    )
    deepest = item(p("文"), listed("", ONE))
    body = listed("C", item(p("文"), listed("", item(p("文"), listed("", deepest)))))
    assert of(body, numbering) == ["第1条", "1.1、", ";", "1.1.1"]


def test_bullets() -> None:
    shown = (
        '<text:list-level-style-bullet text:level="1" text:bullet-char="{}">{}'
        "</text:list-level-style-bullet>"
    )
    font = '<style:text-properties style:font-name="Wingdings"/>'
    picture = '<text:list-level-style-image text:level="1"/>'
    for inside_style, expected in (
        (shown.format("■", ""), "■"),
        (shown.format("\uf06c", font), "●"),
        (picture, "•"),
    ):
        assert of(listed("C", ONE), list_style("C", inside_style)) == [expected]


def test_a_list_without_a_style_has_bullets() -> None:
    assert of(listed("", item(p("文"), listed("", ONE)))) == ["•", "◦"]
    assert of(listed("gone", ONE)) == ["•"]


def test_headings_are_counted_by_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-suffix="、" '
        'style:num-format="一, 二, 三, ..."/><text:outline-level-style text:level="2" '
        'style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    body = (
        h("甲") + h("乙", 2) + h("丙", 2) + h("丁") + h("戊", more='text:is-list-header="true"')
        + h("己", more='text:style-name="bare"') + h("庚", 2)
        + h("子", more='text:style-name="below"') + h("丑", more='text:style-name="other"')
        + h("辛", more='text:restart-numbering="true" text:start-value="9"')
        + listed("", item(h("壬"))) + listed("B", item(h("癸")))
    )  # fmt: skip
    bare = style("bare", more='style:list-style-name=""') + style(
        "other", more='style:list-style-name="B"'
    )
    below = style("below", more='style:parent-style-name="bare"')
    assert of(body, PLAIN + below, named=outline + bare) == [
        "一、", "一.1", "一.2", "二、", "", "", "二.1", "", "", "九、", "•", "1.",
    ]  # fmt: skip


def test_numbered_paragraphs() -> None:
    numbered = (
        '<text:numbered-paragraph text:list-id="q" text:style-name="A" text:level="{}">{}'
        "</text:numbered-paragraph>"
    )
    body = "".join(numbered.format(at, p("文")) for at in (1, 2, 2, 1))
    assert of(body) == ["一、", "（一）", "（二）", "二、"]


def test_hidden_and_empty_items_count() -> None:
    hidden = style("hid", text='text:display="none"')
    body = listed("A", ONE, item(p("暗", "hid")), item(p()), ONE)
    assert of(body, CHINESE + hidden) == ["一、", "三、", "四、"]
