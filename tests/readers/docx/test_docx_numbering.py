"""The labels that Word prints."""

from __future__ import annotations

import pytest
from packages import abstract, labels, level, num, numbered, p, style

CHINESE = abstract(
    0,
    level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3."),
)


def at(*levels: int, num_id: int = 1) -> str:
    """Paragraphs on these levels of a list."""
    return "".join(p("文", numbered(num_id, index)) for index in levels)


def test_levels_count_and_deeper_ones_restart() -> None:
    found = labels(at(0, 1, 1, 2, 2, 1, 2, 0, 1), numbering=CHINESE + num(1, 0))
    assert found == ["一、", "（一）", "（二）", "1.", "2.", "（三）", "1.", "二、", "（一）"]


def test_a_list_goes_on_over_other_paragraphs() -> None:
    assert labels(at(0) + p("间") + at(0), numbering=CHINESE + num(1, 0)) == ["一、", "", "二、"]


def test_empty_paragraphs_are_numbered_too() -> None:
    found = labels(p("", numbered(1)) + at(0), numbering=CHINESE + num(1, 0))
    assert found == ["一、", "二、"]


def test_lists_of_one_definition_share_their_counters() -> None:
    body = at(0, 0) + at(0, num_id=2) + at(0)
    assert labels(body, numbering=CHINESE + num(1, 0) + num(2, 0)) == [
        "一、", "二、", "三、", "四、",
    ]  # fmt: skip


def test_start_override_restarts_once_and_the_first_list_goes_on_from_it() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>'
    body = at(0, 0) + at(0, 0, num_id=2) + at(0) + at(0, num_id=2)
    found = labels(body, numbering=CHINESE + num(1, 0) + num(2, 0, restart))
    assert found == ["一、", "二、", "九、", "十、", "十一、", "十二、"]


def test_a_whole_level_can_be_overridden() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条", start=3)}</w:lvlOverride>'
    assert labels(at(0, 0), numbering=CHINESE + num(1, 0, override)) == ["第3条", "第4条"]


def test_a_start_other_than_one() -> None:
    numbering = abstract(0, level(0, "chineseCountingThousand", "第%1条", start=9)) + num(1, 0)
    assert labels(at(0, 0), numbering=numbering) == ["第九条", "第十条"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        (0, ["1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.3"]),
        (1, ["1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.1"]),
        (2, ["1.1", "1.1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1"]),
    ],
)
def test_level_restart(restart: int, expected: list[str]) -> None:
    numbering = abstract(
        0,
        level(0, "decimal", "%1")
        + level(1, "decimal", "%1.%2")
        + level(2, "decimal", "%1.%2.%3", f'<w:lvlRestart w:val="{restart}"/>'),
    )
    assert labels(at(1, 2, 1, 2, 0, 1, 2), numbering=numbering + num(1, 0)) == expected


def test_legal_levels_are_decimal_but_keep_leading_zeros() -> None:
    numbering = abstract(
        0,
        level(0, "upperRoman", "第%1章")
        + level(1, "decimalZero", "%1.%2", "<w:isLgl/>")
        + level(2, "upperLetter", "%1.%2.%3"),
    )
    assert labels(at(0, 0, 1, 2), numbering=numbering + num(1, 0)) == [
        "第I章", "第II章", "2.01", "II.01.A",
    ]  # fmt: skip


def test_zero_cancels_and_unknown_lists_print_nothing() -> None:
    styles = style("h", f"<w:pPr>{numbered(1)}</w:pPr>")
    styled = '<w:pStyle w:val="h"/>'
    body = p("甲", styled) + p("乙", styled + numbered(0)) + p("丙", numbered(7)) + p("丁", styled)
    assert labels(body, styles=styles, numbering=CHINESE + num(1, 0)) == ["一、", "", "", "二、"]


def test_numbering_by_style_finds_the_level_by_style() -> None:
    styles = (
        style("h1", f"<w:pPr>{numbered(1, None)}</w:pPr>")
        + style("h2", f'<w:basedOn w:val="h1"/><w:pPr>{numbered(1, None)}</w:pPr>')
        + style("own", '<w:basedOn w:val="h2"/>')
        + style("none", f'<w:basedOn w:val="h2"/><w:pPr>{numbered(0, None)}</w:pPr>')
    )
    numbering = abstract(
        0,
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>')
        + level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>'),
    )
    body = "".join(p("文", f'<w:pStyle w:val="{name}"/>') for name in ("h1", "h2", "own", "none"))
    assert labels(body, styles=styles, numbering=numbering + num(1, 0)) == [
        "一、", "（一）", "（二）", "",
    ]  # fmt: skip


def test_a_style_without_a_level_of_its_own_uses_its_ilvl() -> None:
    styles = style("h", f"<w:pPr>{numbered(1, 1)}</w:pPr>")
    body = p("文", '<w:pStyle w:val="h"/>')
    assert labels(body, styles=styles, numbering=CHINESE + num(1, 0)) == ["（一）"]


def test_a_direct_level_moves_a_styled_paragraph() -> None:
    styles = style("h", f"<w:pPr>{numbered(1, 0)}</w:pPr>")
    moved = '<w:pStyle w:val="h"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'
    assert labels(p("文", moved), styles=styles, numbering=CHINESE + num(1, 0)) == ["（一）"]


def test_style_links() -> None:
    numbering = (
        abstract(0, '<w:styleLink w:val="list"/>' + level(0, "decimal", "%1．"))
        + abstract(1, '<w:numStyleLink w:val="list"/>')
        + num(1, 0)
        + num(2, 1)
    )
    styles = style("list", f"<w:pPr>{numbered(1, None)}</w:pPr>", "numbering")
    assert labels(at(0, num_id=2) + at(0), styles=styles, numbering=numbering) == ["1．", "2．"]


def test_style_links_in_a_circle_print_nothing() -> None:
    numbering = abstract(0, '<w:numStyleLink w:val="list"/>') + num(1, 0)
    styles = style("list", f"<w:pPr>{numbered(1, None)}</w:pPr>", "numbering")
    assert labels(at(0), styles=styles, numbering=numbering) == [""]


def test_the_former_numbering_of_a_tracked_change_is_not_used() -> None:
    change = f"<w:pPrChange><w:pPr>{numbered(1)}</w:pPr></w:pPrChange>"
    assert labels(p("文", change), numbering=CHINESE + num(1, 0)) == [""]


def test_a_deleted_paragraph_is_not_counted_and_a_joined_one_once() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    gone = p("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", numbered(1) + deleted)
    joined = p("前", numbered(1) + deleted) + p("后")
    found = labels(at(0) + gone + at(0) + joined + at(0), numbering=CHINESE + num(1, 0))
    assert found == ["一、", "二、", "三、", "四、"]


@pytest.mark.parametrize(
    ("text", "font", "label"),
    [
        ("\uf06c", "Wingdings", "●"),
        ("\uf06e", "Wingdings", "■"),
        ("\uf075", "Wingdings", "◆"),
        ("\uf0d8", "Wingdings", "➢"),
        ("\uf0fc", "Wingdings", "✓"),
        ("\uf0b7", "Symbol", "•"),
        ("l", "Wingdings", "●"),
        ("\uf0b7", "", "•"),
        ("\uf0ff", "Nowhere", "•"),
        ("—", "", "—"),
    ],
)
def test_bullets_are_visible(text: str, font: str, label: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    numbering = abstract(0, level(0, "bullet", text, fonts)) + num(1, 0)
    assert labels(at(0), numbering=numbering) == [label]


def test_a_level_that_shows_a_deeper_one_prints_nothing() -> None:
    numbering = abstract(0, level(0, "decimal", "%1.%2")) + num(1, 0)
    assert labels(at(0), numbering=numbering) == [""]


def test_a_hidden_number_and_no_number() -> None:
    hidden = abstract(0, level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>"))
    none = abstract(1, level(0, "none", "附件%1"))
    found = labels(at(0) + at(0, num_id=2), numbering=hidden + none + num(1, 0) + num(2, 1))
    assert found == ["", "附件"]


def test_a_custom_format_pads_with_zeros() -> None:
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"'
        ' w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/>'
    )
    numbering = abstract(0, f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{custom}</w:lvl>') + num(1, 0)
    assert labels(at(0, 0), numbering=numbering) == ["009", "010"]


def test_the_suffix_is_not_in_the_label() -> None:
    numbering = abstract(0, level(0, "decimal", "%1.", '<w:suff w:val="space"/>')) + num(1, 0)
    assert labels(at(0), numbering=numbering) == ["1."]
