"""Running heads and feet, page numbers, footnotes, comments and readings stand outside the text."""

from __future__ import annotations

from papers import LEFT, WIDE, Paper, source_of
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString

from duplan.diagnostics import Diagnostic
from duplan.source import Source

BODY = ["一、提高认识，加强领导。", "二、突出重点，狠抓落实。", "三、严格考核，务求实效。"]


def asides(source: Source) -> list[tuple[str, str]]:
    """Story and text of each."""
    return [
        (aside.story, " ".join(block.text for block in aside.blocks)) for aside in source.asides
    ]


def named(found: list[Diagnostic]) -> list[str | int]:
    """What DP106 names."""
    return [each.values["text"] for each in found if each.code == "DP106"]


def three_pages(foot: str, head: str = "") -> Paper:
    """Pages whose foot holds their number at the place of #."""
    paper = Paper()
    for number, text in enumerate(BODY, 1):
        paper.line(text)
        if head:
            paper.put(head, LEFT, 45, 9)
        paper.put(foot.replace("#", str(number)), WIDE / 2 - 20, 790, 12)
        paper.page()
    return paper


def test_page_numbers_are_a_footer_and_not_worth_a_word() -> None:
    for foot in ("— # —", "第#页 共3页", "- # -", "#", "#/3"):
        source, found = source_of(three_pages(foot))
        assert [block.text for block in source.blocks[:3]] == BODY
        assert [story for story, _ in asides(source)] == ["footer"]
        assert not found


def test_running_heads_are_kept_once_and_named() -> None:
    source, found = source_of(three_pages("#", "槐安区督导工作计划"))
    assert [block.text for block in source.blocks[:3]] == BODY
    assert ("header", "槐安区督导工作计划") in asides(source)
    assert named(found) == ["槐安区督导工作计划"]
    assert [block.index for block in source.blocks] == list(range(len(source.blocks)))


def test_numbers_that_do_not_count_pages_are_not_lost() -> None:
    paper = Paper()
    for number, text in enumerate(BODY, 1):
        paper.put(f"附件{number}", LEFT, 70)
        paper.put(f"共{number * number}项", LEFT, 780, 9)
        paper.line(text)
        paper.page()
    source, _ = source_of(paper)
    assert [block.text for block in source.blocks if block.text[0] in "附共"] == [
        *("附件1", "附件2", "附件3", "共1项", "共4项", "共9项")
    ]


def test_the_number_of_a_single_page() -> None:
    paper = Paper()
    paper.line(BODY[0])
    paper.put("— 1 —", WIDE / 2 - 20, 790, 12)
    source, _ = source_of(paper)
    assert len(asides(source)) == 1


def test_text_in_the_margin_zone_that_says_something_stays() -> None:
    paper = Paper()
    paper.line(BODY[0])
    paper.put("联系人：王老师", LEFT, 790)
    source, _ = source_of(paper)
    assert not source.asides
    assert source.blocks[1].text == "联系人：王老师"


def test_footnotes_below_a_rule() -> None:
    paper = Paper()
    paper.line("落实“五项管理”规定")
    paper.put("1", LEFT + 9 * 16, 94, 8)
    paper.line("各校要把规定落实到每个班级。")
    paper.rule(LEFT, 700, LEFT + 140, 700)
    paper.put("1 作业、睡眠、手机、读物、体质。", LEFT, 715, 9)
    source, found = source_of(paper)
    assert asides(source) == [("footnote", "作业、睡眠、手机、读物、体质。")]
    assert "1" not in source.blocks[0].text
    assert named(found) == ["作业、睡眠、手机、读物、体质。"]


def test_raised_numbers_without_a_note_stay() -> None:
    paper = Paper()
    paper.put("建设面积10m", LEFT, 100)
    paper.put("2", LEFT + 5.6 * 16, 94, 8)
    source, _ = source_of(paper)
    assert source.blocks[0].text == "建设面积10m2"


def test_readings_above_characters() -> None:
    paper = Paper()
    paper.put("huái", LEFT, 85, 8, "Times-Roman")
    paper.put("槐安区工作计划", LEFT, 100)
    source, found = source_of(paper)
    assert [block.text for block in source.blocks] == ["槐安区工作计划"]
    assert [each.values for each in found if each.code == "DP109"] == [{"count": 1}]


def test_comments() -> None:
    paper = Paper()
    paper.line(BODY[0])
    note = PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Text"),
            "Rect": "[ 300 700 320 720 ]",
            "Contents": PDFString("请核对"),
        }
    )
    paper.canvas._addAnnotation(note)
    source, found = source_of(paper)
    assert asides(source) == [("comment", "请核对")]
    assert named(found) == ["请核对"]


def test_fields_that_are_filled_in_are_text() -> None:
    paper = Paper()
    paper.line("Issued by:", font="Helvetica")
    paper.canvas.acroForm.textfield(name="by", x=LEFT, y=600, width=200, value="Office of Plans")
    source, _ = source_of(paper)
    assert [block.text for block in source.blocks] == ["Issued by:", "Office of Plans"]


def test_what_a_browser_prints_on_a_single_page() -> None:
    paper = Paper()
    for text in BODY:
        paper.line(text, size=11)
    paper.put("11/23/26, 9:42 AM", 24, 22, 9)
    paper.put("槐安区督导工作计划", 275, 22, 9)
    paper.put("https://www.example.edu.cn/plan.html", 24, 820, 9)
    paper.put("1/1", 560, 820, 9)
    source, _ = source_of(paper)
    assert [block.text for block in source.blocks[:3]] == BODY
    assert asides(source) == [
        ("header", "11/23/26, 9:42 AM\t槐安区督导工作计划"),
        ("footer", "https://www.example.edu.cn/plan.html\t1/1"),
    ]
