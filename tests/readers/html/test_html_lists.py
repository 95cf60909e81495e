"""What a browser prints before items."""

from __future__ import annotations

import pytest
from markup import labelled

from duplan.readers.html.lists import marker


@pytest.mark.parametrize(
    ("markup", "labels"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.", "2."]),
        ("<ol start=3><li>甲<li>乙</ol>", ["3.", "4."]),
        ("<ol><li>甲<li value=7>乙<li>丙</ol>", ["1.", "7.", "8."]),
        ("<ol reversed><li>甲<li>乙<li>丙</ol>", ["3.", "2.", "1."]),
        ("<ol type=a start=26><li>甲<li>乙</ol>", ["z.", "aa."]),
        ("<ol type=I><li>甲<li>乙</ol>", ["I.", "II."]),
        ("<ol type=1><li type=A>甲<li>乙</ol>", ["A.", "2."]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、", "二、"]),
        ("<ol style='list-style: simp-chinese-formal inside'><li>甲</ol>", ["壹、"]),
        ("<style>ol.n {list-style-type:none}</style><ol class=n><li>甲</ol>", [""]),
        ("<ul><li>甲<ul><li>乙<ul><li>丙</ul></ul></ul>", ["•", "◦", "▪"]),
        ("<ul type=square><li>甲</ul>", ["▪"]),
        ("<ul style='list-style:none'><li>甲</ul>", [""]),
        ("<ol><li><p>甲</p><p>乙</p></li></ol>", ["1.", ""]),
        ("<ol><li>甲<br>乙</li></ol>", ["1.", ""]),
        ("<ol><li>甲<ol><li>乙<li>丙</ol><li>丁</ol>", ["1.", "1.", "2.", "2."]),
        ("<ol><li></li><li>甲</ol>", ["1.", "2."]),
        ("<ol><li><ol><li>甲</ol></ol>", ["1.", "1."]),
        ("<ol><li>一、甲<li>二、乙</ol>", ["", ""]),
        ("<ul><li>（一）甲</ul>", [""]),
        ("<ul><li>索引号：0001</ul>", [""]),
        ("<ol><li>目标：甲</ol>", ["1."]),
        ("<li>甲", ["•"]),
        ("<ol start=x><li value=y>甲</ol>", ["1."]),
        ("<ol start=99999999999999><li>甲</ol>", ["2147483648."]),
    ],
)
def test_labels(markup: str, labels: list[str]) -> None:
    assert [label for label, _ in labelled(markup)] == labels


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        ("cjk-ideographic", {0: "零、", 10: "十、", 11: "十一、", 20: "二十、", 101: "一百零一、"}),
        ("trad-chinese-informal", {110: "一百一十、", 1000: "一千、"}),
        ("simp-chinese-formal", {10: "壹拾、", 21: "贰拾壹、"}),
        ("trad-chinese-formal", {2: "貳、", 101: "壹佰零壹、"}),
        ("cjk-earthly-branch", {1: "子、", 12: "亥、", 13: "一三、"}),
        ("cjk-heavenly-stem", {1: "甲、", 10: "癸、"}),
        ("cjk-decimal", {10: "一〇、"}),
        ("lower-alpha", {1: "a.", 27: "aa.", 0: "0."}),
        ("upper-roman", {4: "IV.", 3999: "MMMCMXCIX.", 4000: "4000."}),
        ("decimal-leading-zero", {1: "01.", 12: "12."}),
        ("lower-greek", {1: "α.", 25: "αα."}),
        ("disc", {5: "•"}),
        ("none", {1: ""}),
        ("'- '", {1: "-"}),
        ("unheard-of", {3: "3."}),
    ],
)
def test_markers(kind: str, numbers: dict[int, str]) -> None:
    assert {number: marker(number, kind) for number in numbers} == numbers
