import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from duplan.dates import (
    find_periods,
    match_time_label,
    read_date,
    read_period,
    read_term,
    read_time_label,
    read_year,
)
from duplan.dates.grammar import ATOM, GUARD, fold
from duplan.numerals import read_digits, read_number, write_chinese

WORDS = (
    "一,二,三,十,十一,元,零,〇,○,1,2,9,12,31,2020,113,20,年,月,日,号,周,旬,上旬,底,初,末,中,前,后,前后,"
    "季度,半年,上,下,第,每,学期,学年度,至,到,-,～,—,、,，,和,.,/,:,：,（,）,(,),《,》,“,”,五一,春节,冬月,"
    "寒假,开学,Q,全年,年底,次年,个,截至,督导,工作,|, ,\n,\t"
)
PIECES = st.sampled_from(WORDS.split(","))
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)
YEARS = st.none() | st.integers(1900, 2100)
MONTHS = st.integers(1, 12)


@given(TEXTS, YEARS)
def test_every_text_is_read(text: str, year: int | None) -> None:
    read_period(text, year)
    read_time_label(text, year)
    read_year(text)
    read_term(text)
    read_date(text)


@given(TEXTS, YEARS)
def test_found_periods_stand_where_they_say(text: str, year: int | None) -> None:
    at = 0
    for start, end, period in find_periods(text, year):
        assert at <= start < end
        assert text[start:end] == period.raw
        assert period.months
        at = end


@given(TEXTS, YEARS)
def test_periods_are_consistent(text: str, year: int | None) -> None:
    for _, _, period in find_periods(text, year):
        assert all(1 <= month <= 12 for _, month in period.months)
        assert len(period.months) <= 200
        assert len({known is None for known, _ in period.months}) == 1
        if period.start and period.end:
            assert period.start <= period.end
        if period.end:
            assert (period.end.year, period.end.month) in period.months
        assert not (period.deadline and period.precision == "deadline" and period.start)


@given(TEXTS, YEARS)
def test_a_label_at_the_start_ends_where_it_says(text: str, year: int | None) -> None:
    found = match_time_label(text, year)
    if found:
        assert found[1].period.raw == text[: found[0]]


@given(TEXTS)
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_the_first_character_test_loses_nothing(text: str) -> None:
    unguarded = re.compile(ATOM.pattern.removeprefix(GUARD))
    folded = fold(text)
    spans = [match.span() for match in ATOM.finditer(folded)]
    assert spans == [match.span() for match in unguarded.finditer(folded)]


@given(
    MONTHS, st.sampled_from(["{}月", "{}月份", "2021年{}月", "2021年 {}月份", "{}月：", "今年{}月"])
)
def test_every_spelling_of_a_month(month: int, form: str) -> None:
    for name in (str(month), f"{month:02}", write_chinese(month), "元" if month == 1 else "十二"):
        expected = 12 if name == "十二" else month
        period = read_period(form.format(name), 2021)
        assert period is not None
        assert period.months == [(2021, expected)]


@given(MONTHS, MONTHS, st.sampled_from(["-", "—", "－", "——", "~", "～", "至", "到"]))
def test_ranges_hold_both_ends_and_all_between(first: int, last: int, to: str) -> None:
    expected = [(first + i - 1) % 12 + 1 for i in range((last - first) % 12 + 1)]
    for text in (f"{first}{to}{last}月", f"{write_chinese(first)}月{to}{last}月份"):
        period = read_period(text, 2021)
        assert period is not None
        assert period.month_numbers == expected
        assert period.crosses_year == (last < first)


@given(st.lists(MONTHS, min_size=1, max_size=6, unique=True).map(sorted))
def test_lists_hold_their_items(months: list[int]) -> None:
    for text in ("、".join(map(str, months)) + "月", "、".join(f"{month}月" for month in months)):
        period = read_period(text, 2021)
        assert period is not None
        assert period.months == [(2021, month) for month in months]


@given(MONTHS, st.integers(1, 28))
def test_a_deadline_is_due_on_its_day(month: int, day: int) -> None:
    period = read_period(f"请于{month}月{day}日前上报", 2021)
    assert period is not None
    assert (period.months, period.start) == ([(2021, month)], None)
    assert period.end is not None
    assert (period.end.month, period.end.day) == (month, day)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_dates_are_read_as_printed(day: date) -> None:
    for text in (f"{day.year}年{day.month}月{day.day}日", f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}"):
        assert read_date(text) == day


@given(st.integers(0, 9999))
def test_reading_a_number_inverts_writing_it(number: int) -> None:
    assert read_number(write_chinese(number)) == number
    assert read_number(str(number)) == number


@given(st.integers(1000, 9999))
def test_digits_one_by_one(number: int) -> None:
    for zero in "〇○零O":
        digits = "".join((zero + "一二三四五六七八九")[int(figure)] for figure in str(number))
        assert read_digits(digits) == number


@given(st.text(max_size=12))
def test_every_text_is_a_number_or_none(text: str) -> None:
    for value in (read_number(text), read_digits(text)):
        assert value is None or value >= 0
