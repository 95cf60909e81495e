"""Law: marked words leave both titles as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan.comparison.changed_words import changed_words
from duplan.comparison.model import Side
from duplan.writers.comparison.marking import Run, runs, woven, woven_texts

TITLES = st.text(st.sampled_from("开展督导检查和小学3次，"), max_size=20)


def sides(old: str, new: str) -> tuple[Side, Side]:
    gone, come = changed_words(old, new)
    return Side("a", old, words=gone), Side("b", new, words=come)


def text(made: list[Run], *kinds: str) -> str:
    return "".join(run.text for run in made if run.kind in kinds)


@given(TITLES, TITLES)
def test_the_runs_of_a_side_are_its_title(old: str, new: str) -> None:
    before, after = sides(old, new)
    assert text(runs(before, "gone"), "same", "gone") == old
    assert text(runs(after, "come"), "same", "come") == new


@given(TITLES, TITLES)
def test_one_sentence_holds_both_titles(old: str, new: str) -> None:
    made = woven(*sides(old, new))
    if made is not None:
        assert text(made, "same", "gone") == old
        assert text(made, "same", "come") == new
        assert all(run.text for run in made)


def test_what_is_gone_stands_before_what_came_in_its_place() -> None:
    assert woven_texts("每学期督导3次并通报", "每学期督导5次并通报") == [
        Run("same", "每学期督导"),
        Run("gone", "3"),
        Run("come", "5"),
        Run("same", "次并通报"),
    ]


@pytest.mark.parametrize(
    ("old", "new"), [("召开座谈会", "组织校长培训"), ("开展检查", "制定学校安全检查工作制度和办法")]
)
def test_sentences_with_little_in_common_are_two(old: str, new: str) -> None:
    assert woven(*sides(old, new)) is None


def test_sides_whose_words_were_not_told_apart_are_two() -> None:
    assert woven(Side("a", "甲乙丙"), Side("b", "甲乙丁")) is None
