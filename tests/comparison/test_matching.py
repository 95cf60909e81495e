"""Which task of one plan is which of the other."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from offices import plan, rows, verdicts

from duplan import diff
from duplan.comparison.assignment import assign

_gains = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.01, 1), max_size=14
)


@given(_gains)
def test_no_other_pairing_gains_more(gains: dict[tuple[int, int], float]) -> None:
    chosen = assign(gains)
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)
    best = max(
        sum(gains.get((row, column), 0) for row, column in enumerate(columns))
        for columns in permutations(range(5))
    )
    assert sum(gains[pair] for pair in chosen) == pytest.approx(best)


def test_one_to_one_and_not_each_to_its_nearest() -> None:
    old = plan("开展校园安全督导", "开展校园食堂安全督导")
    new = plan("开展校园食堂安全专项督导", "开展校园食堂安全督导检查和校园安全督导")
    assert "dropped" not in verdicts(diff(old, new))


def test_order_and_numbering_are_no_change() -> None:
    titles = ["开展春季开学督导", "组织督学培训", "排查校舍安全", "举办运动会", "召开家长会"]
    assert diff(plan(*titles), plan(*reversed(titles))).same


def test_equal_titles_go_by_their_numbers() -> None:
    old = plan("召开第一次工作会议", "召开第二次工作会议", "召开第三次工作会议")
    new = plan("召开第二次工作会议", "召开第三次工作会议", "召开第一次工作会议")
    assert diff(old, new).same


def test_the_first_of_a_series_is_the_first_whatever_is_added() -> None:
    old = plan("举办第一期督学研修班", "举办第二期督学和联络员研修班")
    new = plan("举办第二期督学研修班", "组织举办第一期督学研修班")
    found = diff(old, new)
    assert ("举办第一期督学研修班", "组织举办第一期督学研修班") in [
        (change.old[0].title, change.new[0].title) for change in found.changes
    ]
    assert sorted(verdicts(found)) == ["changed", "continued"]


def test_long_lists_are_matched_like_short_ones() -> None:
    kept = [row[1] for row in rows("pairs.tsv") if row[3] == "same"]
    titles = [
        f"{title}（{unit}责任区）" for title in kept for unit in ("城东", "城西", "临江", "北山")
    ]
    found = diff(plan(*titles), plan(*reversed(titles)))
    assert len(found.changes) == len(titles)
    assert found.same


def test_offices_with_nothing_in_common() -> None:
    old = plan(
        "排查燃气安全", "整治占道经营", schedule={3: ["植树"]}, goals=["空气质量优良率达到80%"]
    )
    new = plan("组织督学培训", "开展春季开学督导", schedule={9: ["召开家长会"]})
    found = diff(old, new)
    assert set(verdicts(found)) == {"dropped", "new"}
    assert not found.same


def test_an_empty_plan_has_nothing() -> None:
    assert diff(plan(), plan()).changes == ()
    assert verdicts(diff(plan(), plan("排查燃气安全"))) == ["new"]


def test_what_was_dropped_stands_where_it_stood() -> None:
    found = diff(
        plan("组织督学培训", "整治占道经营", "召开家长会"), plan("组织督学培训", "召开家长会")
    )
    assert verdicts(found) == ["continued", "dropped", "continued"]


def _macro_f1(truth: list[str], said: list[str]) -> float:
    labels = sorted(set(truth))
    hits = [sum(a == b == one for a, b in zip(truth, said, strict=True)) for one in labels]
    sizes = [truth.count(one) + said.count(one) for one in labels]
    return sum(2 * hit / size for hit, size in zip(hits, sizes, strict=True)) / len(labels)


def test_labelled_pairs() -> None:
    """``benchmarks/matching.py`` tells more, and how much of it was fitted."""
    truth, said = [], []
    for _, old, new, label, _ in rows("pairs.tsv"):
        changes = diff(plan(old), plan(new)).changes
        truth.append(label)
        kept = "same" if changes[0].verdict == "continued" else "changed"
        said.append(kept if len(changes) == 1 else "different")
    assert _macro_f1(truth, said) > 0.92


def test_labelled_splits() -> None:
    cases = [(one, many.split(" | ")) for one, many in rows("splits.tsv")]
    found = [diff(plan(one), plan(*many)).changes for one, many in cases]
    right = [len(changes) == 1 and changes[0].verdict == "split" for changes in found]
    assert sum(right) / len(right) > 0.85
