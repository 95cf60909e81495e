"""Tables that have level rules only."""

from __future__ import annotations

from papers import LEFT, RIGHT, Paper, cells, source_of, tables, texts

XS = [80.0, 130.0, 388.0]
END = 468.0
HEAD = ["月份", "重点工作", "科室"]
LONG = "召开课程改革工作推进会议并部署全年的各项|重点任务。"


def ruled(rows: list[list[str]], ys: list[float], rules: list[float], *, middle: bool) -> Paper:
    """Rows whose cells begin at ys, or stand in the middle of them; | parts lines."""
    paper = Paper()
    for y in rules:
        for left, right in zip(XS, [*XS[1:], END], strict=True):
            paper.rule(left, y, right, y)
    for row, top, bottom in zip(rows, ys, ys[1:], strict=False):
        for x, text in zip(XS, row, strict=True):
            lines = text.split("|")
            start = (top + bottom) / 2 - 8 * len(lines) + 12 if middle else top + 16
            for at, line in enumerate(lines):
                paper.put(line, x + 5, start + 16 * at, 12)
    return paper


ROWS = [HEAD, ["1月", LONG, "基教科"], ["2月", "检查。", "人事科"], ["3月", LONG, "招考委员会|办"]]
READ = [[text.replace("|", "") for text in row] for row in ROWS]
YS = [100.0, 124.0, 164.0, 188.0, 228.0]


def test_rules_below_every_row() -> None:
    for middle in (True, False):
        assert cells(tables(ruled(ROWS, YS, YS, middle=middle))[0]) == READ


def test_three_rules() -> None:
    for middle in (True, False):
        paper = ruled(ROWS, YS, [YS[0], YS[1], YS[-1]], middle=middle)
        (table,) = tables(paper)
        assert cells(table) == READ


def test_three_rules_around_rows_that_stand_as_close_as_lines() -> None:
    ys = [100.0, 124.0, 156.0, 172.0, 188.0, 220.0]
    rows = [HEAD, ["1月", LONG, "甲科"], ["2月", "检查", "乙科"], ["3月", "评估", "丙科"]]
    paper = ruled(rows, ys, [100.0, 124.0, 192.0], middle=False)
    assert cells(tables(paper)[0])[1:] == [
        ["1月", LONG.replace("|", ""), "甲科"],
        *rows[2:],
    ]


def test_text_between_rules_is_no_table() -> None:
    paper = Paper()
    for y in (80.0, 300.0, 330.0, 360.0):
        paper.rule(LEFT, y, RIGHT, y)
    paper.paragraph("坚持问题导向和目标导向相结合，完善督政督学评估监测三位一体的工作体系。" * 2)
    paper.put("抄送：市教育局。", LEFT + 8, 320)
    paper.put("槐安区教育局办公室", LEFT + 8, 350)
    paper.put("2025年1月6日印发", 380, 350)
    assert not tables(paper)
    assert len(texts(paper)) == 3


def test_a_table_goes_on_over_the_page() -> None:
    paper = ruled(ROWS[:2], YS, YS[:3], middle=False)
    more = ruled([HEAD, ["2月", "检查学校", "督导科"]], YS, [100.0, 124.0, 164.0], middle=False)
    assert len(tables(more)) == 1
    paper.page()
    for y in (60.0, 90.0, 120.0):
        for left, right in zip(XS, [*XS[1:], END], strict=True):
            paper.rule(left, y, right, y)
    for y, row in ((80.0, HEAD), (110.0, ["2月", "检查", "人事科"])):
        for x, text in zip(XS, row, strict=True):
            paper.put(text, x + 5, y, 12)
    source, _ = source_of(paper)
    (table,) = source.content
    assert cells(table)[2] == ["2月", "检查", "人事科"]  # type: ignore[arg-type]
