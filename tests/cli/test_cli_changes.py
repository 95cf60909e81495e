"""How a comparison looks in a terminal; the screens were read before they were kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from comparisons import (
    ADDED,
    CONTINUED,
    DROPPED,
    GOAL,
    HOSTILE,
    ISSUER,
    MERGED,
    MOVED,
    REWRITTEN,
    SPLIT,
    comparison,
    hostile,
)
from duplan.cli.changes import changes
from duplan.cli.console import Console
from duplan.cli.layout import cells
from duplan.comparison.model import Change, PlanDiff, PlanName, Reason, Side, Verdict
from duplan.writers.comparison.manner import Manner

SCREENS = Path(__file__).with_name("screens")
ESCAPE = re.compile(r"\x1b\[[\d;]*m")


class Terminal(Console):
    """A console that shows colours."""

    @property
    def coloured(self) -> bool:
        return True


def shown(
    diff: PlanDiff,
    width: int = 80,
    *,
    console: Console | None = None,
    only: set[Verdict] | None = None,
) -> str:
    console = console or Console("en")
    verdicts = None if only is None else frozenset(only)
    return "".join(changes(diff, console, width, Manner(console.language, verdicts)))


@pytest.mark.parametrize(("language", "width"), [("zh", 60), ("zh", 80), ("zh", 120), ("en", 80)])
def test_screens(language: str, width: int) -> None:
    console = Console("zh" if language == "zh" else "en")
    kept = (SCREENS / f"diff-{language}-{width}.txt").read_text("utf-8")
    assert shown(comparison(metadata=(ISSUER,)), width, console=console) == kept


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [20, 33, 60, 80, 99, 100, 120, 200])
@pytest.mark.parametrize("diff", [comparison(), hostile()])
def test_no_line_is_wider_than_asked(diff: PlanDiff, width: int, language: str) -> None:
    console = Console("zh" if language == "zh" else "en")
    every: set[Verdict] = {"new", "dropped", "changed", "moved", "split", "merged", "continued"}
    for line in shown(diff, width, console=console, only=every).splitlines():
        assert cells(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("width", [60, 120])
def test_colours_change_nothing_but_the_marks(width: int) -> None:
    painted = shown(comparison(), width, console=Terminal("zh"))
    assert "\x1b[9;31m95%\x1b[0m" in painted
    assert "\x1b[1;32m100%\x1b[0m" in painted
    assert "[-" not in painted
    assert "{+" not in painted
    assert max(cells(ESCAPE.sub("", line)) for line in painted.splitlines()) <= width


@pytest.mark.parametrize("width", [60, 120])
def test_nothing_of_a_document_acts_on_the_terminal(width: int) -> None:
    assert not set("\x1b\u202e") & set(shown(hostile(), width))
    assert HOSTILE not in shown(hostile(), width)


def test_what_goes_on_is_counted_and_shown_where_asked_for() -> None:
    assert "加强队伍建设" not in shown(comparison(CONTINUED))
    assert "加强队伍建设" in shown(comparison(CONTINUED), only={"continued"})


def test_counts_are_of_all_whatever_is_shown() -> None:
    counts = shown(comparison(), only=set()).splitlines()[3:]
    assert counts == [
        "           new  dropped  changed  moved  split  merged  continued",
        "goal         ·        ·        1      ·      ·       ·          ·",
        "task         ·        1        1      ·      1       1          1",
        "schedule     1        ·        ·      1      ·       ·          ·",
        "total        1        1        2      1      1       1          1",
    ]


def test_plans_that_say_the_same_are_said_to() -> None:
    assert shown(comparison(CONTINUED)).endswith("numbering and years don't count.\n")
    assert "same" not in shown(comparison(CONTINUED, GOAL))


def test_plans_of_one_year_are_called_old_and_new() -> None:
    name = PlanName("甲区计划", None, 2020, "甲.docx")
    other = PlanName("乙区计划", None, 2020, "乙.docx")
    lines = shown(PlanDiff(name, other)).splitlines()
    assert lines[:2] == ["old  甲区计划  甲.docx", "new  乙区计划  乙.docx"]


def test_both_years_stand_beside_each_other_where_there_is_room() -> None:
    assert "五月 召开督学座谈会" in shown(comparison(MOVED), 100)
    assert "五月 召开督学座谈会" not in shown(comparison(MOVED), 99)


def test_new_alone_takes_the_whole_width() -> None:
    assert shown(comparison(ADDED), 120).splitlines()[-2] == "new 1 " + "─" * 114
    assert shown(comparison(DROPPED), 120).splitlines()[-2] == "dropped 1 " + "─" * 110


def test_sentences_that_share_little_stand_below_each_other() -> None:
    old = Side("a", "召开座谈会", words=((0, 5),))
    new = Side("a", "培训全体校长", words=((0, 6),))
    diff = comparison(Change("changed", "goals", (old,), (new,), 0.5))
    assert shown(diff).splitlines()[-2:] == [
        "goal      - [-召开座谈会-]",
        "          + {+培训全体校长+}",
    ]


def test_sentences_of_a_text_are_marked_or_cut_but_not_repeated() -> None:
    assert "建立健全督学[-考核办法-]{+考核和退出办法+}" in shown(comparison(REWRITTEN), 200)
    long = Reason("details", "", "逐校落实" * 40)
    added = Change("changed", "goals", GOAL.old, GOAL.new, 1.0, (long,))
    assert "…" in shown(comparison(added))


def test_of_many_sentences_the_first_are_shown_and_the_rest_counted() -> None:
    reasons = tuple(Reason("details", "", f"第{number}条要求") for number in "一二三四五")
    said = shown(comparison(Change("changed", "goals", GOAL.old, GOAL.new, 1.0, reasons)), 99)
    assert "adds: 第三条要求; more sentences: 2\n" in said


def test_sections_that_one_plan_has_stand_together() -> None:
    sections = (
        Reason("section", "甲", ""),
        Reason("section", "", "丙"),
        Reason("section", "乙", ""),
    )
    said = shown(comparison(metadata=(*sections, ISSUER)), only=set()).splitlines()
    assert said[-3:] == [
        "· issuer: 槐安区教育督导室 instead of 槐安区教育局",
        "· section dropped: 甲, 乙",
        "· new section: 丙",
    ]


def test_a_mark_stays_with_its_words() -> None:
    for width in range(20, 60):
        for line in shown(comparison(REWRITTEN, SPLIT, MERGED), width).splitlines():
            assert not line.strip().startswith(("-]", "+}"))
            assert not line.endswith(("[-", "{+"))
