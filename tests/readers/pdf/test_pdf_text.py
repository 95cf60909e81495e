"""Lines become paragraphs again."""

from __future__ import annotations

from papers import LEFT, RIGHT, WIDE, Paper, source_of, texts

from duplan.source import Block

LONG = "坚持问题导向和目标导向相结合，完善督政督学评估监测三位一体的工作体系，把各项任务落到实处。"


def test_wrapped_text_is_one_paragraph_without_spaces() -> None:
    paper = Paper()
    paper.paragraph(LONG)
    paper.paragraph("加强队伍建设。")
    assert texts(paper) == [LONG, "加强队伍建设。"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    paper = Paper()
    paper.paragraph(LONG * 2)
    at = LONG * 2
    rest = Paper()
    for start in (0, 26, 54):
        rest.line(at[start : start + (26 if start == 0 else 28)], LEFT + 32 * (start == 0))
    rest.page()
    rest.line(at[82:], LEFT)
    assert texts(rest) == texts(paper) == [at]


def test_a_full_line_before_an_indented_one_ends_its_paragraph() -> None:
    paper = Paper()
    full = LONG[:26]
    paper.paragraph(LONG)
    paper.line(full, LEFT + 32)
    paper.paragraph(LONG)
    assert texts(paper) == [LONG, full, LONG]


def test_marks_begin_paragraphs_that_are_not_indented() -> None:
    paper = Paper()
    first = "1.完成全区中小学校发展规划评估并形成分校分项问题清单和整改清单"[:28]
    assert len(first) == 28
    paper.line(first)
    paper.line("2.开展专项督导。")
    paper.line("（三）做好监测")
    assert texts(paper) == [first, "2.开展专项督导。", "（三）做好监测"]


def test_a_number_inside_a_sentence_is_no_mark() -> None:
    paper = Paper()
    text = "全年对辖区内各级各类学校和幼儿园开展督导检查，计划安排经费2.5万元，覆盖率达到百分之百。"
    paper.paragraph(text)
    paper.paragraph(LONG)
    assert texts(paper) == [text, LONG]


def test_latin_words_keep_their_spaces_and_hyphens_are_taken_back() -> None:
    paper = Paper()
    text = (
        "The district office will review the plans of its schools twice a year and publish the "
        "reports of the visiting inspectors before the end of the spring term. Schools answer "
        "within a month, and what they promise is looked at again in the autumn by the inspector."
    )
    paper.words(text.replace("inspectors", "inspec-tors"))
    assert texts(paper) == [text]


def test_titles_are_centred_and_large() -> None:
    paper = Paper()
    paper.centred("槐安区督导工作计划")
    paper.paragraph(LONG)
    source, _ = source_of(paper)
    title, body = source.blocks
    assert (title.layout.align, title.layout.size) == ("center", 22)
    assert (body.layout.align, body.layout.size) == ("", 16)


def test_a_title_broken_over_two_lines_is_one() -> None:
    paper = Paper()
    first = "槐安区人民政府教育督导室关于印发二〇二〇"
    paper.line(first, (WIDE - 22 * len(first)) / 2, 22, step=34)
    paper.centred("年督导工作要点的通知")
    paper.paragraph(LONG)
    paper.paragraph(LONG)
    assert texts(paper)[0] == first + "年督导工作要点的通知"


def test_signature_and_date_stay_apart_and_right() -> None:
    paper = Paper()
    paper.paragraph(LONG)
    paper.line("槐安区教育督导室", RIGHT - 8 * 16)
    paper.line("二〇二〇年三月一日", RIGHT - 9 * 16)
    source, _ = source_of(paper)
    assert [block.text for block in source.blocks[1:]] == ["槐安区教育督导室", "二〇二〇年三月一日"]
    assert {block.layout.align for block in source.blocks[1:]} == {"right"}


def test_a_date_far_right_ends_its_paragraph() -> None:
    paper = Paper()
    for _ in range(4):
        paper.paragraph(LONG, size=12, right=RIGHT - 96)
    paper.line("二〇二〇年三月一日", RIGHT - 9 * 12, 12)
    paper.line("分享到朋友圈", size=12)
    assert texts(paper)[-2:] == ["二〇二〇年三月一日", "分享到朋友圈"]


def test_bold_is_told_by_the_font() -> None:
    paper = Paper()
    paper.line("Plan of the year", font="Helvetica-Bold")
    paper.line("Review", font="Helvetica")
    source, _ = source_of(paper)
    assert [block.layout.bold for block in source.blocks] == [True, False]


def test_letters_printed_twice_are_read_once() -> None:
    paper = Paper()
    paper.put("工作计划", LEFT, 100)
    paper.put("工作计划", LEFT + 0.4, 100)
    assert texts(paper) == ["工作计划"]


def test_wide_gaps_are_tabs() -> None:
    paper = Paper()
    paper.put("三月", LEFT, 100)
    paper.put("开学督导", LEFT + 120, 100)
    assert texts(paper) == ["三月\t开学督导"]


def test_order_of_drawing_does_not_matter() -> None:
    paper = Paper()
    paper.put("第二行。", LEFT, 150)
    paper.put("第一行。", LEFT, 100)
    assert texts(paper) == ["第一行。", "第二行。"]


def test_columns_are_read_one_after_the_other() -> None:
    paper = Paper()
    paper.centred("简报")
    words = [f"第{number}条内容完成全部督导任务" for number in "一二三四五六七八九十"]
    for at, word in enumerate(words):
        paper.put(word + "甲" * (3 if at % 2 else 2), LEFT, 160 + 24 * at, 12)
        paper.put(word + "乙" * (3 if at % 2 else 2), LEFT + 260, 164 + 24 * at, 12)
    text = "".join(texts(paper))
    assert text.index("第十条内容完成全部督导任务甲") < text.index("第一条内容完成全部督导任务乙")


def test_turned_pages_are_read_level() -> None:
    paper = Paper()
    paper.canvas.setPageRotation(90)
    paper.canvas.rotate(90)
    paper.canvas.setFont("STSong-Light", 16)
    paper.canvas.drawString(100, -100, "安排如下")
    paper.canvas.drawString(100, -130, "三月开学督导")
    assert texts(paper) == ["安排如下", "三月开学督导"]


def test_a_new_page_after_a_short_one() -> None:
    paper = Paper()
    paper.paragraph(LONG)
    paper.page()
    paper.paragraph(LONG)
    source, _ = source_of(paper)
    assert [block.layout.page_break_before for block in source.blocks] == [False, True]


def test_places_name_pages() -> None:
    paper = Paper()
    paper.paragraph("甲。")
    paper.paragraph("乙。")
    paper.page()
    paper.paragraph("丙。")
    source, _ = source_of(paper)
    assert [block.path for block in source.blocks] == [
        "page[1]/p[1]",
        "page[1]/p[2]",
        "page[2]/p[1]",
    ]
    assert all(isinstance(part, Block) for part in source.content)
