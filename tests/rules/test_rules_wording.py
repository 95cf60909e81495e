"""What the rules of typing share: habits told once, marks outside of prose, scripts, long texts."""

from __future__ import annotations

import json

import pytest

from duplan import check, parse
from duplan.diagnostics import Diagnostic
from duplan.planfiles.document import read
from duplan.readers.file import File
from duplan.rules.habit import MANY
from duplan.rules.prose import foreign
from duplan.rules.subject import Subject

TITLE = "2020年督导工作计划\n"


def found(code: str, text: str) -> list[Diagnostic]:
    return check(parse(TITLE + text), codes={code})


def test_a_few_slips_are_told_one_by_one() -> None:
    text = "一、加强领导，落实责任，完成任务，及时总结。\n" * 3 + "二、督查,回访,总结。\n"
    assert [each.values["count"] for each in found("DP342", text)] == [1, 1]


def test_many_slips_are_told_once_with_all_edits() -> None:
    number = MANY + 1
    text = "一、加强领导，落实责任，完成任务，及时总结。\n" * 20 + "二、督查,回访。\n" * number
    (only,) = found("DP342", text)
    assert only.values["count"] == number
    assert only.fix is not None
    assert only.fix.safe
    assert len(only.fix.edits) == number
    assert only.related


def test_a_habit_is_told_once_however_few_it_has() -> None:
    (only,) = found("DP342", "一、督查,回访,总结\n")
    assert only.values["count"] == 2


def test_a_point_between_characters_may_be_one_of_a_name() -> None:
    text = "一、学习卡尔.马克思，落实责任，及时总结。\n"
    (only,) = found("DP342", text)
    assert only.fix is not None
    assert not only.fix.safe


@pytest.mark.parametrize(
    "text", ["https://a.cn/b,c", "www.a.cn/督导,1", "a,b@c.cn", "`甲,乙`", "<b 甲,乙>", "$甲,乙$"]
)
def test_what_is_no_prose_has_no_marks_of_prose(text: str) -> None:
    place = text.index("@") if "@" in text else text.index(",")
    document = parse(text)
    assert document.evidence
    outside = foreign(Subject(document, document.evidence))
    assert outside.hold(place)
    assert not outside.hold(len(text))


def test_a_citation_in_the_other_script_keeps_it_and_a_mixed_one_does_not() -> None:
    cited = "一、落实责任，学习《臺灣教育史》。\n"
    mixed = "一、落实责任，学习《从一节课看一所學校》。\n"
    assert not found("DP340", cited)
    (only,) = found("DP340", mixed)
    assert only.values == {"text": "學", "right": "学", "count": 1, "times": ""}


def test_pinyin_without_a_tone_counts_in_brackets_only() -> None:
    (only,) = found("DP341", "一、他们(men)使用督导(app)和的de平台。\n")
    assert only.values["text"] == "(men)"


def test_half_a_label_is_a_slip_only_among_whole_ones() -> None:
    alone = "一）学习\n二）落实\n三）总结\n"
    among = "（一）学习\n二）落实\n（三）总结\n"
    assert not found("DP343", alone)
    assert [each.values["text"] for each in found("DP343", among)] == ["）"]


def test_a_document_that_names_nobody_may_keep_its_crosses() -> None:
    named = "一、在XX小学召开现场会。\n"
    assert len(found("DP330", named)) == 1
    assert not found("DP330", named + "二、由XX同志和XX中学负责。\n")


def test_markdown_stars_are_no_placeholder() -> None:
    document = parse(TITLE + "一、**重点工作**：开展督查。\n二、在**县开会。\n")
    assert [each.values["text"] for each in check(document, codes={"DP330"})] == ["**"]


@pytest.mark.parametrize("length", [2, 3, 4, 5, 6])
def test_words_of_two_to_six_characters_are_seen_twice(length: int) -> None:
    word = "市教育督导室"[-length:]
    (only,) = found("DP347", f"一、由{word}{word}负责。\n")
    assert only.values["right"] == word


def test_words_are_found_behind_characters_of_further_planes() -> None:
    (only,) = found("DP347", "一、由𠮷𠮷同志落实落实。\n")
    assert only.values["right"] == "落实"


def test_a_gap_in_a_cell_or_heading_needs_the_word_elsewhere() -> None:
    heading = "一、督导 要点\n"
    assert not found("DP345", heading)
    known = "二、督导要点已发，落实督导要点。\n"
    assert len(found("DP345", heading + known)) == 1


def test_other_scripts_are_not_asked_for_chinese_typing() -> None:
    text = "שלום רב, ברוב בתי המלון.\nΚαλημέρα, κόσμε κόσμε (ένα).\n"
    every = {"DP342", "DP345", "DP347", "DP348"}
    assert not check(parse(text), codes=every)


def test_many_notes_are_taken_out_at_their_places() -> None:
    lines = ["督(dū)导，" * 5, "落实责(zé)任。", "\u3000重(zhòng)点，督dū导，" * 3]
    text = "\n".join(lines)
    (only,) = found("DP341", text)
    document = parse(TITLE + text)
    assert document.evidence
    assert only.fix
    assert only.span == only.fix.edits[0].span
    blocks = document.evidence.source.blocks
    taken = [blocks[block].text[start:end] for (block, start, end), _ in only.fix.edits]
    assert taken == ["(dū)"] * 5 + ["(zé)"] + ["(zhòng)", "dū"] * 3
    assert only.values["count"] == len(taken) == MANY + 4


def test_spans_are_those_of_each_place() -> None:
    escaped = json.dumps({"plans": [{"title": "2020年督导计划"}]})
    described = read(File(escaped.encode(), "a.json"))
    for document in (described, parse("2020年督导计划\n一、督导学校。\n二、走访。\n")):
        assert document.evidence
        subject = Subject(document, document.evidence)
        places = [
            (start + at, start + end)
            for start, passage in zip(subject.starts, subject.passages, strict=True)
            for end in range(len(passage.text) + 1)
            for at in {0, end // 2, end}
        ]
        assert list(subject.spans(places)) == [subject.span(*place) for place in places]
