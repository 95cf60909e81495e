"""Which script a text is in, and simplified characters one for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan.text import script
from duplan.text.script import convert, detect, to_simplified, traditional_only


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教育视导工作计划", "hans"),
        ("教育視導工作計畫", "hant"),
        ("規范辦學行為", "hant"),  # converted from simplified: 范 remains
        ("工作安排", "hans"),  # the same in both
        ("", "hans"),
        ("参观乾隆年间的瞭望台，开展红色教育", "hans"),  # 乾, 瞭: right in simplified text too
        ("The plan 2024", "hans"),
        ("工作" * 20000 + "計畫", "hant"),  # decides late
    ],
)
def test_detect(text: str, expected: str) -> None:
    assert detect(text) == expected


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("教育視導工作計畫", "教育视导工作计划"),
        ("幼兒園後勤與總務處", "幼儿园后勤与总务处"),
        ("規范辦學于并里只后", "规范办学于并里只后"),
        ("顯著提升、著名學校、土著", "显著提升、著名学校、土著"),
        ("專著、編著、原著、執著、卓著、昭著", "专著、编著、原著、执著、卓著、昭著"),
        ("論著發表，談論著問題", "论著发表，谈论着问题"),
        ("沿著、著力、著重、著手、圍繞著、夾雜著", "沿着、着力、着重、着手、围绕着、夹杂着"),
        ("凸顯著成效", "凸显着成效"),
        ("显著、著称于世的學校", "显著、著称于世的学校"),
        ("建立台帳、工作臺賬，蚊帳、帳篷", "建立台账、工作台账，蚊帐、帐篷"),
        ("規畫、企畫、計畫、動畫", "规划、企划、计划、动画"),
        ("什麼想像、座標", "什么想象、坐标"),
        ("麼，那麼、要么", "么，那么、要么"),
        ("覆核、答覆、覆蓋", "复核、答复、覆盖"),
        ("乾隆、乾淨、瞭望、瞭解", "乾隆、干净、瞭望、了解"),
        ("裏裡説說為爲羣群綫線", "里里说说为为群群线线"),
    ],
)
def test_to_simplified(traditional: str, simplified: str) -> None:
    assert to_simplified(traditional) == simplified
    assert to_simplified(simplified) == simplified or "著" in simplified


@given(st.text())
def test_no_length_changes(text: str) -> None:
    assert len(to_simplified(text)) == len(text)


@given(st.text(st.sampled_from("".join(sorted(traditional_only())) + "著帳畫像座標麼的年\n")))
def test_converting_twice_is_converting_once(text: str) -> None:
    once = to_simplified(text)
    assert to_simplified(once) == once


def test_what_opencc_cannot_take_stays() -> None:
    assert to_simplified("計\0畫\ud800學") == "计\0画\ud800学"


def test_a_dictionary_that_lengthens_is_used_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        script, "_converter", lambda _: lambda text: text.replace("甲", "甲甲").replace("學", "学")
    )
    assert convert("甲學", "any") == "甲学"
