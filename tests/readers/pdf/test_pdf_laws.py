"""Laws: every input ends in a Source or an UnreadableError, and no character is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from papers import LEFT, Paper, hand_made, source_of

from duplan.diagnostics import UnreadableError

SAMPLE = hand_made(b"BT /F 16 Tf 75 700 Td (1. Plan of the year) Tj 0 -30 Td (2. Review) Tj ET")
FEW = settings(max_examples=25, deadline=None)  # each example starts a process


def check(data: bytes) -> None:
    """Reads bytes that may be anything."""
    try:
        source, diagnostics = source_of(data)
    except UnreadableError as error:
        assert error.message("en")
        assert error.message("zh")
        return
    assert [block.index for block in source.blocks] == list(range(len(source.blocks)))
    for diagnostic in diagnostics:
        assert diagnostic.message("en")
        assert diagnostic.message("zh")


@FEW
@given(st.binary(max_size=300))
def test_any_bytes_after_the_magic_number(data: bytes) -> None:
    check(b"%PDF-1.4\n" + data)


@FEW
@given(st.integers(0, len(SAMPLE)))
def test_truncated_files(length: int) -> None:
    check(SAMPLE[:length])


@FEW
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), max_size=4))
def test_flipped_bytes(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLE)
    for at, value in changes:
        data[at] = value
    check(bytes(data))


WORDS = st.text(
    st.sampled_from("一二三督导评估工作计划，。（）1234567890、—·"), min_size=1, max_size=40
)
PLACES = st.tuples(st.integers(20, 400), st.integers(30, 800), st.sampled_from([9, 12, 16, 22]))


@FEW
@given(
    st.lists(st.tuples(WORDS, PLACES), min_size=1, max_size=12, unique_by=lambda each: each[1][1]),
    st.booleans(),
)
def test_no_character_is_lost(lines: list[tuple[str, tuple[int, int, int]]], ruled: bool) -> None:
    paper = Paper()
    if ruled:
        paper.grid([LEFT, 200, 500], [100, 300, 700])
    drawn = []
    for at, (text, (x, _, size)) in enumerate(lines):
        y = 60 + 60 * at
        shown = text[: max(1, int((590 - x) / size))]
        paper.put(shown, x, y, size)
        drawn.append(shown)
    source, found = source_of(paper)
    assert not found or {each.code for each in found} <= {"DP106"}
    assert sorted("".join(drawn)) == sorted(
        "".join("".join(block.text.split()) for block in source.blocks)
    )
