"""Pinyin notes: what is one, and in which documents."""

from __future__ import annotations

import pytest

from duplan.text.pinyin import find_notes

NOISE = "督學(xué)責(zé)任區(qū)。"


def without_notes(*lines: str) -> list[str]:
    out = []
    for line, ranges in zip(lines, find_notes(lines), strict=True):
        for start, end in reversed(ranges):
            line = line[:start] + line[end:]
        out.append(line)
    return out


@pytest.mark.parametrize(
    ("noisy", "bare"),
    [
        ("中小學(xué)開(kāi)展", "中小學開展"),
        ("綠（lǜ）色（sè）", "綠色"),
        ("責(ze\u0301)任，綠(lu\u0308\u0300)色", "責任，綠色"),  # decomposed
        ("開(k\u0251\u0304i)學，廣(\u0261uǎng)播", "開學，廣播"),  # ɑ, ɡ
        ("導(dăo)", "導"),  # a breve for the caron
        ("學 ( xué )習", "學 習"),
        ("人(rén)員和(hé)", "人員和"),  # a site that marks ordinary characters too
        ("我們(men)，什麼(me)，好的(de)", "我們，什麼，好的"),
        ("，F(xiàn)在", "，F在"),  # what is left of 。現
        ("學(xué)(xué)", "學"),
        ("單(shàn)于", "單于"),  # can't be told from noise here
    ],
)
def test_notes_of_a_noisy_document(noisy: str, bare: str) -> None:
    assert without_notes(NOISE, noisy) == ["督學責任區。", bare]


@pytest.mark.parametrize(
    "text",
    [
        "應用(app)",
        "甲類(A)",
        "病組(DRG)",
        "一百元(yuan)",
        "學校(幼兒園)",
        "甲1(xué)",
        "學(xuéxí)",
        "(xué)",
    ],
)
def test_what_stays_even_there(text: str) -> None:
    assert without_notes(NOISE, text)[1] == text


@pytest.mark.parametrize(
    "text",
    [
        "單(shàn)于、龜(qiū)茲、萬俟(qí)",  # glosses of uncommon readings
        "行(háng)业、重(chóng)复、长(zhǎng)大",
        "學(xué)責(zé)",  # too few to tell
        "學(xué)學(xué)學(xué)學(xué)",
        "我們(men)什麼(me)",
        "",
    ],
)
def test_documents_that_are_not_noisy(text: str) -> None:
    assert without_notes(text) == [text]


def test_wrapped_notes() -> None:
    lines = ["學(xué)責(zé)任區(", "qū)的督導(dǎ", "o)室人", "(rén)員"]
    assert without_notes(*lines) == ["學責任區", "的督導", "室人", "員"]
