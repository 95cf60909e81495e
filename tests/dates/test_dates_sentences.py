import pytest
from dates_table import rows

from duplan.dates import find_periods


def numbers(printed: str) -> list[int]:
    first, dash, last = printed.partition("-")
    return list(range(int(first), int(last) + 1)) if dash else [int(n) for n in printed.split()]


@pytest.mark.parametrize(("sentence", "expected"), rows("sentences.tsv", 2))
def test_times_in_sentences(sentence: str, expected: str) -> None:
    times = [item.split("=") for item in expected.split("；") if item]
    found = [(period.raw, period.month_numbers) for _, _, period in find_periods(sentence, 2022)]
    assert found == [(raw, numbers(months)) for raw, months in times]


def test_a_title_hides_its_times_even_from_a_range() -> None:
    assert [p.raw for _, _, p in find_periods("3月至《4月》和5月")] == ["3月", "5月"]
