"""Trees from marks: lists that change their form, run on, restart, or count wrong."""

from __future__ import annotations

from textwrap import dedent

import pytest
from drawing import drawn, read

from duplan.outline.tree import grow, numbering

# Each is a tree as it should come out; its lines without indentation are the text it comes from.
TREES = {
    "the usual marks": """
        一、 总体要求
          . 坚持。
        二、 重点
          （一） 机制
            1. 制度
              （1） 甲
                ① 子
                ② 丑
              （2） 乙
            2. 台账
          （二） 队伍
        三、 保障
        """,
    "a list that loses its form: 一、二、3、四、": """
        一、 思想
        二、 目标
        3、 安排
          3.1 甲项
          3.2 乙项
        四、 保障
        """,
    "a list that changes its form: 1、…5、六、": """
        1、 甲
        2、 乙
        3、 丙
        4、 丁
        5、 戊
        六、 己
        七、 庚
        """,
    "numbers that run on over sections": """
        一、 甲
          1. 子
          2. 丑
        二、 乙
          3. 寅
          4. 卯
        三、 丙
          5. 辰
        """,
    "numbers that restart in each section": """
        一、 甲
          1. 子
          2. 丑
        二、 乙
          1. 寅
          2. 卯
        """,
    "a gap": """
        一、 甲
        二、 乙
        四、 丙
        """,
    "a repeated number": """
        1. 甲
        2. 乙
        2. 丙
        3. 丁
        """,
    "a list that does not begin at one": """
        二、 甲
        三、 乙
        """,
    "decimals below what has their number": """
        1. 总则
          1.1 目的
            1.1.1 甲项
            1.1.2 乙项
          1.2 依据
        2. 职责
          2.1 丙项
        """,
    "lists that restart under months": """
        一、 逐月安排
          一月
            1. 甲
            2. 乙
          二月
            1. 丙
            2. 丁
        二、 保障
        """,
    "months without a section": """
        三月份：
          1. 甲
          2. 乙
        四月份：
          1. 丙
        """,
    "（一） below 1.": """
        1. 甲
          （一） 子
          （二） 丑
        2. 乙
        """,
    "1） below 1.": """
        1. 甲
          1） 子
          2） 丑
        2. 乙
        """,
    "bullets": """
        一、 甲
          ● 子
          ● 丑
        二、 乙
          - 寅
          - 卯
        """,
    "bullets below bullets": """
        ● 甲
          ○ 子
          ○ 丑
        ● 乙
        """,
    "parts above 一、": """
        第一部分 回顾
          一、 成效
        第二部分 打算
          一、 思路
          二、 重点
        """,
    "壹、 above 一、": """
        壹、 依据
          一、 甲
            （一） 子
          二、 乙
        贰、 目标
        """,
    "一是 above （一）": """
        一是 健全机制
          （一） 甲
          （二） 乙
        二是 压实责任
          （一） 丙
          （二） 丁
        """,
    "commas after numbers, in a sequence": """
        1， 甲
        2， 乙
        3， 丙
        """,
    "a comma after a number, alone": """
        . 1，甲乙丙丁
        """,
    "a fraction is no mark": """
        一、 甲
          . 3.5亿元投资到位。
        二、 乙
        """,
    "a time of the day is no mark": """
        一、 甲
          . 10:30召开会议。
        二、 乙
        """,
    "two grades are no mark": """
        一、 甲
          . 一、二年级开展活动。
        二、 乙
        """,
    "a table belongs to what is open": """
        一、 甲
          （一） 子
            . 序号|任务 ‖ 1|丑
        二、 乙
        """,
}


def source(tree: str) -> str:
    """The text that a drawn tree comes from."""
    rows = []
    for line in tree.splitlines():
        bare = line.strip().removeprefix(". ")
        if "‖" in bare:
            rows += [f"| {row.replace('|', ' | ')} |" for row in bare.split(" ‖ ")]
        else:
            label, space, rest = bare.partition(" ")
            keeps = label.endswith(("分", "月")) or (label[-1:].isdigit() and "." not in label)
            rows.append(bare if keeps else label + space.strip() + rest)
    return "\n".join(rows)


@pytest.mark.parametrize("name", TREES)
def test_trees(name: str) -> None:
    tree = dedent(TREES[name]).strip()
    assert drawn(source(tree)) == tree


def test_headings_without_a_mark_hold_what_follows() -> None:
    text = "总体要求\n坚持并重。\n重点工作\n机制建设\n1.甲\n2.乙"
    assert drawn(text, {0: 0, 2: 0, 3: 1}).splitlines() == [
        "总体要求",
        "  . 坚持并重。",
        "重点工作",
        "  机制建设",
        "    1. 甲",
        "    2. 乙",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一、甲\n二、乙\n三、丙", []),
        ("一、甲\n二、乙\n四、丙", [("DP201", "四、", "二、")]),
        ("1.甲\n2.乙\n2.丙\n3.丁", [("DP202", "2.", "2.")]),
        ("8.甲\n9.乙\n8.丙", [("DP202", "8.", "9.")]),
        ("一、甲\n1.子\n3.丑\n二、乙", [("DP201", "3.", "1.")]),
        ("一、甲\n1.子\n二、乙\n2.丑", []),
        ("●甲\n●乙", []),
        ("首先，甲\n最后，乙", []),
    ],
)
def test_gaps_and_repeats_are_named(text: str, found: list[tuple[str, str, str]]) -> None:
    named = numbering(grow(read(text).items))
    assert [(one.code, one.values["label"], one.values["previous"]) for one in named] == found
    for one in named:
        assert one.span is not None
        line = text.splitlines()[one.span.block]
        assert line[one.span.start : one.span.end].startswith(str(one.values["label"]))


@pytest.mark.parametrize("text", ["5.12防灾减灾日活动", "11.9消防日活动", "12.5兆瓦机组投产"])
def test_days_and_quantities_are_no_decimal_labels(text: str) -> None:
    assert drawn(f"1.安全\n{text}\n2.后勤").splitlines()[::2] == ["1. 安全", "2. 后勤"]


@pytest.mark.xfail(reason="a number and a gap (1 总则) are no mark")
def test_a_number_and_a_gap_are_a_mark() -> None:
    assert drawn("1 总则\n1.1 目的\n2 职责").splitlines() == ["1 总则", "  1.1 目的", "2 职责"]


@pytest.mark.xfail(reason="章 and 条 are one family: no levels, and wrong findings")
def test_articles_stand_below_chapters() -> None:
    text = "第一章 总则\n第一条 甲\n第二条 乙\n第二章 分则\n第三条 丙"
    assert drawn(text).splitlines() == [
        "第一章 总则",
        "  第一条 甲",
        "  第二条 乙",
        "第二章 分则",
        "  第三条 丙",
    ]
    assert numbering(grow(read(text).items)) == []
