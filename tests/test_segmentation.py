"""Words of Chinese text: whole terms, nothing lost, no file in a shared folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan import segmentation
from duplan.segmentation import TERMS, search_words, words


@pytest.mark.parametrize("term", TERMS)
def test_a_term_stays_whole(term: str) -> None:
    assert term in words(f"继续做好{term}有关事项")


@given(st.text())
def test_words_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text


def test_searching_finds_the_words_inside_words() -> None:
    assert {"义务教育", "教育", "义务"} <= set(search_words("义务教育"))


def test_a_long_text_is_cut_as_its_sentences_are() -> None:
    sentence = "继续做好义务教育优质均衡督导，"
    assert words(sentence * 200) == words(sentence) * 200


def test_jieba_is_never_given_much_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []

    class Tokenizer:
        def lcut(self, text: str) -> list[str]:
            given.append(text)
            return [text]

    monkeypatch.setattr(segmentation, "_tokenizer", Tokenizer)
    text = "龘" * 1200 + "。" + "教育，" * 400 + "\n"
    assert "".join(words(text)) == text
    assert max(map(len, given)) == 200
    assert len(given) <= 14


def test_nothing_is_written_or_said(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from duplan.segmentation import words; print(words('全年工作'))"],
        env={"TMPDIR": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    assert run.stderr == b""
    assert list(tmp_path.iterdir()) == []
