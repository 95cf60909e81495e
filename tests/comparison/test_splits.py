"""One piece of work that became several, and several that became one."""

from __future__ import annotations

from offices import plan, verdicts

from duplan import diff

ONE = "开展校舍和消防安全检查"
MANY = ("开展校舍安全检查", "开展消防安全检查")


def test_one_becomes_two() -> None:
    (change,) = diff(plan(ONE), plan(*MANY)).changes
    assert change.verdict == "split"
    assert [side.title for side in change.new] == list(MANY)


def test_two_become_one() -> None:
    (change,) = diff(plan(*MANY), plan(ONE)).changes
    assert change.verdict == "merged"
    assert [side.title for side in change.old] == list(MANY)


def test_among_other_work() -> None:
    found = diff(plan("组织督学培训", ONE, "召开家长会"), plan(*MANY, "召开家长会", "组织督学培训"))
    assert sorted(verdicts(found)) == ["continued", "continued", "split"]


def test_new_work_beside_work_that_goes_on_is_no_split() -> None:
    found = diff(plan("开展幼儿园督导"), plan("开展幼儿园督导", "开展幼儿园食品检查"))
    assert verdicts(found) == ["continued", "new"]


def test_a_piece_that_the_whole_never_held_is_new() -> None:
    found = diff(plan(ONE), plan(*MANY, "召开家长会"))
    assert sorted(verdicts(found)) == ["new", "split"]


def test_the_first_of_a_series_is_no_piece_of_the_second() -> None:
    old = plan("组织第一次交叉督导", "组织第二次交叉督导，评选督导案例")
    new = plan("组织第一次交叉督导", "组织第二次交叉督导", "评选督导案例")
    found = diff(old, new)
    assert verdicts(found) == ["continued", "split"]
    back = diff(
        plan("组织第二次交叉督导，评选督导案例"), plan("组织第一次交叉督导", "评选督导案例")
    )
    assert "split" not in verdicts(back)


def test_a_piece_is_not_given_away_to_work_that_is_little_like_it() -> None:
    old = plan("开展校舍专项检查", "开展消防专项检查")
    new = plan("开展校舍和消防专项检查", "校舍抽查：楼梯、屋面")
    assert verdicts(diff(old, new)) == ["merged", "new"]


def test_work_that_goes_on_in_other_words_is_no_piece() -> None:
    old = plan("认真组织开展中小学校素质教育督导评估")
    new = plan("组织实施学校综合督导评估", "开展中小学校素质教育督导评价")
    assert sorted(verdicts(diff(old, new))) == ["continued", "new"]
