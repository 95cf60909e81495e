"""White space inside lines."""

from __future__ import annotations

from papers import LEFT, RIGHT, Paper, cells, tables, texts

WORD = "https://www.example.edu.cn/a/long/path/to/a/page/of/words/he"


def stretched(paper: Paper, pieces: list[str], y: float, size: float = 16) -> None:
    """A line whose pieces stand equally far apart from margin to margin."""
    widths = [paper.canvas.stringWidth(piece, "STSong-Light", size) for piece in pieces]
    gap = (RIGHT - LEFT - sum(widths)) / (len(pieces) - 1)
    x = LEFT
    for piece, width in zip(pieces, widths, strict=True):
        paper.put(piece, x, y, size)
        x += width + gap


def test_a_stretched_line_has_no_tabs() -> None:
    paper = Paper()
    stretched(paper, ["1.", *"全年达标率", "98%", *"以上。"], 100)
    paper.put("2.加强督导", LEFT, 128)
    assert texts(paper) == ["1.全年达标率98%以上。", "2.加强督导"]


def test_a_line_stretched_beside_a_long_word_goes_on() -> None:
    paper = Paper()
    before = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八"
    paper.put(before, LEFT, 100)
    paper.put(WORD, LEFT, 128)
    paper.put("及", RIGHT - 16, 128)
    paper.put("其他。", LEFT, 156)
    assert texts(paper) == [f"{before}{WORD}及其他。"]


def test_words_set_far_apart_keep_their_tabs() -> None:
    paper = Paper()
    for x, text in ((80, "科室"), (200, "责任人"), (330, "时间"), (450, "备注")):
        paper.put(text, x, 100)
    assert texts(paper) == ["科室\t责任人\t时间\t备注"]


def test_an_ideographic_space_is_kept() -> None:
    paper = Paper()
    for x, text in ((LEFT, "2月"), (LEFT + 40, "开学检查"), (LEFT + 120, "教师培训。")):
        paper.put(text, x, 100)
    assert texts(paper) == ["2月\u3000开学检查\u3000教师培训。"]


def test_letters_set_apart_have_none_between() -> None:
    paper = Paper()
    for at, char in enumerate("工作计划"):
        paper.put(char, 200 + 32 * at, 100)
    assert texts(paper) == ["工作计划"]


def test_columns_of_single_characters_are_columns() -> None:
    paper = Paper()
    for at in range(3):
        for number, char in enumerate("一二三四五"):
            paper.put(char, 100 + 70 * number, 100 + 20 * at, 12)
    assert cells(tables(paper)[0]) == [list("一二三四五")] * 3
