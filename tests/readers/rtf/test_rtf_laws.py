"""Laws: every input ends in a Source or an UnreadableError, and no character is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from richtext import rtf

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File, Limits
from duplan.readers.rtf import read

SAMPLE = rtf(
    r"{\listtext 一、}\b 目标\par\trowd\clvmgf\cellx99\pard\intbl 甲\cell\row\pard"
    r"{\footnote 注}{\field{\*\fldinst PAGE}{\fldrslt 1}}\u20000?\par"
)


def check(data: bytes) -> None:
    """Reads bytes that may be anything."""
    try:
        source, diagnostics = read(File(data))
    except UnreadableError as error:
        assert error.message("en")
        assert error.message("zh")
        return
    assert [block.index for block in source.blocks] == list(range(len(source.blocks)))
    for diagnostic in diagnostics:
        assert diagnostic.message("en")
        assert diagnostic.message("zh")


@given(st.binary(max_size=300), st.sampled_from([b"", b"{\\rtf1", SAMPLE[:-1]]))
def test_any_bytes(data: bytes, before: bytes) -> None:
    check(before + data)


@given(st.integers(0, len(SAMPLE)))
def test_truncated_files(length: int) -> None:
    check(SAMPLE[:length])


VOCABULARY = r"""
\par \cell \row \trowd \cellx5 \cellx-5 \intbl \itap0 \itap3 \nestcell \nestrow \clmgf \clmrg \clvmgf
\clvmrg \pard \plain \u20000 \u-99999 \uc0 \uc-3 \uc9 \'d6 \'2 \* \b \fs0 \v \deleted \revised \page
\sect \bin2 \bin-2 \s9 \outlinelevel99 \ftnalt \dbch \af3 \f3 { } {\footnote {\header {\*\annotation
{\shptxt {\listtext {\field {\*\fldinst {\fldrslt {\*\nesttableprops {\stylesheet {\fonttbl
{\*\shpinst {\upr {\*\ud PAGE 甲 ; \ansicpg999999 \ansicpg65001 \fcharset2 \ls1 \sbasedon1
"""
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=400)
@given(st.lists(WORDS, max_size=40))
def test_any_words(words: list[str]) -> None:
    check(rtf(" ".join(words)))


TEXTS = st.text("甲乙丙ab12、（", max_size=6)


@st.composite
def parts(draw: st.DrawFn) -> tuple[str, str]:
    """A paragraph or a row, and its text."""
    given = draw(st.lists(TEXTS, min_size=1, max_size=3))
    written = [
        draw(st.sampled_from(["{}", "{{\\b {}}}", "{{\\fs40{{{}}}}}"])).format(each)
        for each in given
    ]
    if draw(st.booleans()):
        edges = "".join(f"\\cellx{at}000" for at in range(1, len(given) + 1))
        cells = "".join(f"{each}\\cell " for each in written)
        return f"\\trowd{edges}\\pard\\intbl {cells}\\row ", "".join(given)
    return f"\\pard {''.join(written)}\\par ", "".join(given)


@settings(max_examples=200)
@given(st.lists(parts(), max_size=6))
def test_no_character_is_lost_and_order_is_kept(given_parts: list[tuple[str, str]]) -> None:
    source, _ = read(File(rtf("".join(written for written, _ in given_parts))))
    assert "".join(block.text for block in source.blocks) == "".join(
        text for _, text in given_parts
    )


def test_the_same_bytes_give_the_same_source() -> None:
    assert read(File(SAMPLE)) == read(File(SAMPLE))


def refusal(data: bytes, limits: Limits | None = None) -> str:
    """The kind of the refusal."""
    with pytest.raises(UnreadableError) as caught:
        read(File(data, "a.rtf", limits or Limits()))
    return caught.value.kind


def test_refusals_and_limits() -> None:
    assert refusal(b"rtf") == "damaged"
    assert refusal(b"{\\rtf1" + b"{" * 3_000) == "too-complex"
    assert refusal(rtf(r"\par" * 6), Limits(paragraphs=5)) == "too-large"
    assert refusal(rtf("a" * 60), Limits(text=50)) == "too-large"
    notes = r"{\footnote a}" * 6
    assert refusal(rtf(notes), Limits(paragraphs=5)) == "too-large"


@pytest.mark.parametrize(
    "body",
    [
        "{}" * 50_000,
        "\\pard" * 50_000,
        r"\itap24 x\par\itap0 x\par" * 5_000,
        "\\trowd" + "".join(f"\\cellx{at}" for at in range(1_000)) + "\\intbl\\cell\\row" * 5_000,
        r"{\footnote a}" * 5_000,
        r"{\*\fldinst EQ \\o" + "(" * 200_000,
        r"{\shptxt " * 1_500,
    ],
)
def test_hostile_files_end_soon(body: str) -> None:
    data = rtf(body)
    started = time.perf_counter()
    check(data)
    assert time.perf_counter() - started < 5
