"""Fixes are made whole or not at all, and touch nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan.checking.fixing import Examined, Mended, mend, mend_once
from duplan.diagnostics import Diagnostic, Edit, Fix, Kind
from duplan.readers import text
from duplan.readers.file import File
from duplan.source import Span

KIND = Kind("DP000", "made-up", "warning", "x", "x")
PLAN = "2020年计划\n一、督导,检查\n二、培训。。\n"


def found(*edits: tuple[int, int, int, str], safe: bool = True) -> Diagnostic:
    """A finding that edits blocks: (block, start, end, text)."""
    made = tuple(Edit(Span(block, start, end), new) for block, start, end, new in edits)
    return Diagnostic(KIND, made[0].span, {}, Fix(made, safe))


def fixed(data: bytes, *findings: Diagnostic, unsafe: bool = False) -> Mended:
    source, _ = text.read(File(data))
    return mend_once(data, source, findings, unsafe=unsafe)


COMMA = found((1, 4, 5, "，"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_the_place_changes(encoding: str, end: str) -> None:
    words = PLAN.translate(str.maketrans("计划导检查训", "計劃導檢查訓")) * 3
    data = words.replace("\n", end).encode(encoding)
    mended = words.replace(",", "，", 1).replace("\n", end).encode(encoding)
    assert fixed(data, COMMA).data == mended


def test_a_fix_that_may_change_the_meaning_is_asked_for() -> None:
    guess = found((0, 0, 4, "2021"), safe=False)
    assert fixed(PLAN.encode(), guess).data == PLAN.encode()
    assert fixed(PLAN.encode(), guess, unsafe=True).data.startswith("2021年".encode())


def test_of_fixes_in_each_others_way_the_first_is_made() -> None:
    other = found((1, 2, 5, "监督"), (0, 0, 4, "2021"))
    mended = fixed(PLAN.encode(), COMMA, other)
    assert mended.made == (COMMA,)
    assert mended.data.startswith("2020年".encode())


def test_two_insertions_at_one_place_are_in_each_others_way() -> None:
    first, second = found((1, 2, 2, "甲")), found((1, 2, 2, "乙"))
    assert fixed(PLAN.encode(), first, second).made == (first,)


def test_a_line_with_dropped_characters_is_left_alone() -> None:
    data = PLAN.replace("督导", "督\x01导").encode()
    assert fixed(data, COMMA).data == data


def test_bytes_that_are_no_text_of_the_encoding_are_left_alone() -> None:
    data = PLAN.encode() + b"\xff\xfe\n" + PLAN.encode() * 9
    assert fixed(data, COMMA).data == data


def test_a_character_that_the_encoding_lacks_leaves_the_file_alone() -> None:
    data = ("2020年工作計劃\n一、督導,檢查學校\n" * 9).encode("big5")
    assert fixed(data, found((1, 4, 5, "𠮷\U0001f600"))).data == data


def test_rounds_go_on_until_nothing_is_found() -> None:
    def examine(data: bytes) -> Examined:
        source, _ = text.read(File(data))
        at = source.blocks[2].text.find("。。")
        return Examined(source, [found((2, at, at + 2, "。"))] if at >= 0 else [])

    mended = mend(PLAN.replace("。。", "。。。。").encode(), examine)
    assert mended.data == PLAN.replace("。。", "。").encode()
    assert len(mended.made) == 3


def test_a_fix_that_breaks_the_form_is_not_made() -> None:
    def examine(data: bytes) -> Examined:
        source, _ = text.read(File(data))
        words = data.decode()
        findings = [found((1, 4, 5, '"')), found((2, 4, 6, "。"))]
        left = [each for each in findings if "," in words or each is findings[1]]
        return Examined(source, left if "。。" in words else left[:1], words.count('"'))

    mended = mend(PLAN.encode(), examine)
    assert mended.data == PLAN.replace("。。", "。").encode()


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1),
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 5), st.text("甲乙", max_size=2))),
)
def test_whatever_the_edits_what_is_between_them_stays(
    line: str, edits: list[tuple[int, int, str]]
) -> None:
    data = f"计{line}".encode()
    source, _ = text.read(File(data))
    size = len(source.blocks[0].text)
    findings = [found((0, min(at, size), min(at + length, size), new)) for at, length, new in edits]
    mended = mend_once(data, source, findings)
    kept = source.blocks[0].text
    for each in sorted(mended.made, key=lambda made: made.span or (), reverse=True):
        assert each.fix
        [edit] = each.fix.edits
        kept = kept[: edit.span.start] + edit.text + kept[edit.span.end :]
    assert mended.data.decode().startswith(kept)
