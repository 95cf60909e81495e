"""Texts made of the pieces that plans are made of: in any order, and in an order that makes sense."""

from __future__ import annotations

from hypothesis import strategies as st

MARKS = [
    *("一、", "二、", "三、", "十、", "（一）", "（二）", "(三)", "1.", "2、", "3．", "4)", "（1）", "（2）"),
    *("①", "②", "1.1", "1.2.3", "一是", "二是", "首先，", "第一，", "第一部分", "第二章", "壹、", "甲、"),
    *("A.", "（a）", "●", "- ", "* ", "# ", "## ", "篇一", "附件：", "附件1", "目标：", "主题：", "注："),
]  # fmt: skip
TIMES = [
    *("1月", "2月：", "3—5月", "九月份", "9月下旬", "第一季度", "上旬", "每月", "第3周", "2020年", "年底前"),
    *("2020年3月5日", "（9月底前完成）", "9:30", "上半年", "寒假", "12月至次年1月"),
]  # fmt: skip
WORDS = [
    *("2020年工作计划", "工作总结", "关于印发《某计划》的通知", "现印发给你们，请遵照执行。", "指导思想"),
    *("工作目标", "重点工作", "保障措施", "工作安排", "月份", "工作内容", "备注", "责任单位", "完成时限"),
    *("序号", "开展督导检查", "召开会议", "槐安区教育局", "各中小学：", "槐教〔2020〕3号", "发文机关"),
    *("成文日期", "其他", "抄送：", "第 1 页", "— 2 —", "字体：大 中 小", "Owner：张三", "3.5亿元"),
    *("（责任单位：办公室）", "（牵头单位：教务处；配合单位：工会）", "（试行）", "一、二年级"),
    *("學(xué)校", "計畫", "督導", "<br>", "&nbsp;", "**", "\\#"),
]  # fmt: skip
JOINTS = [
    *"。；：，、《》“”（）[]|｜",
    *("|---|", "\t", "\t\t", " ", "\u3000", "\n", "\n", "\n", "\n\n", "\n\n\n"),
]

pieces = st.lists(st.sampled_from([*MARKS, *TIMES, *WORDS, *JOINTS]), max_size=70).map("".join)
wild = st.one_of(
    pieces, st.text(max_size=120), st.lists(pieces | st.text(), max_size=3).map("".join)
)

_SENTENCES = (
    "开展春季开学督导",
    "完善责任督学挂牌制度，每月入校不少于1次",
    "召开全区教育督导工作会议；通报上年度结果",
    "9月底前完成校舍核查",
    "推进优质均衡区创建，对照《创建方案》逐项自查",
)
_sentence = st.sampled_from(_SENTENCES)
_ending = st.sampled_from(["。", "", "；", "。（责任单位：督导室）", "。（9月底前完成）"])
_item = st.tuples(_sentence, _ending).map("".join)
_body = st.sampled_from(
    [
        "",
        "\n围绕全年任务，抓好落实。",
        "\n一是健全制度，二是压实责任，三是通报结果。",
        "成立工作专班，逐月调度。",
    ]
)
_HAN = "一二三四五六七八九"


@st.composite
def _items(draw: st.DrawFn, form: str) -> str:
    count = draw(st.integers(1, 4))
    rows = [form.format(at, _HAN[at - 1]) + draw(_item) + draw(_body) for at in range(1, count + 1)]
    return "\n".join(rows)


_task_list = st.sampled_from(["（{1}）", "{0}.", "{0}、", "（{0}）"]).flatmap(_items)


@st.composite
def _months(draw: st.DrawFn) -> str:
    months = draw(st.lists(st.integers(1, 12), min_size=2, max_size=5, unique=True).map(sorted))
    work = [draw(_sentence) for _ in months]
    if draw(st.booleans()):
        rows = [f"| {m}月 | {text} |" for m, text in zip(months, work, strict=True)]
        return "\n".join(["| 月份 | 工作内容 |", "|---|---|", *rows])
    return "\n".join(f"{m}月：{text}。" for m, text in zip(months, work, strict=True))


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A plan as an office would write it."""
    parts = ["槐安区教育局2020年教育督导工作计划"]
    if draw(st.booleans()):
        parts.append("为做好全年工作，制定本计划。")
    headings = {
        "指导思想": st.just("坚持督政督学并重。"),
        "工作目标": _items("{0}."),
        "重点工作": _task_list,
        "深化督导改革": _task_list,
        "逐月安排": _months(),
        "保障措施": _items("（{1}）"),
        "其他": st.just("未尽事宜另行通知。"),
    }
    chosen = draw(st.lists(st.sampled_from([*headings]), min_size=1, max_size=5, unique=True))
    for at, heading in enumerate(chosen):
        parts += [f"{_HAN[at]}、{heading}", draw(headings[heading])]
    if draw(st.booleans()):
        parts += ["槐安区教育局", "2020年2月18日"]
    return "\n".join(parts)
