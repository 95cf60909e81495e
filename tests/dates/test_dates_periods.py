from datetime import date

import pytest
from dates_table import rows

from duplan.dates import Period, read_period

YEAR = 2022


def months(printed: str) -> list[tuple[int | None, int]]:
    """``21/12 1`` is December 2021 and January of the plan's year."""
    out: list[tuple[int | None, int]] = []
    for item in printed.split():
        year, slash, month = item.rpartition("/")
        short = int(year) if slash else YEAR % 100
        out.append((short + (1900 if short > 70 else 2000), int(month)))
    return out


@pytest.mark.parametrize(("text", "expected", "precision"), rows("periods.tsv", 3))
def test_expressions(text: str, expected: str, precision: str) -> None:
    period = read_period(text, YEAR)
    if expected == "-":
        assert period is None
    else:
        assert period is not None
        assert (period.months, period.precision) == (months(expected), precision)
        assert period.deadline is (precision == "deadline" or text == "每月25日前")


@pytest.mark.parametrize(
    ("text", "start", "end", "part"),
    [
        ("9月下旬", "2022-09-21", "2022-09-30", "late"),
        ("6月中旬", "2022-06-11", "2022-06-20", "mid"),
        ("2月上旬", "2022-02-01", "2022-02-10", "early"),
        ("10月中下旬", "2022-10-11", "2022-10-31", "mid-late"),
        ("2月下旬", "2022-02-21", "2022-02-28", "late"),
        ("2024年2月下旬", "2024-02-21", "2024-02-29", "late"),
        ("3月上旬至4月中旬", "2022-03-01", "2022-04-20", ""),
        ("九月份第二周", "2022-09-08", "2022-09-14", "second-week"),
        ("2月最后一周", "2022-02-22", "2022-02-28", "last-week"),
        ("5月第五周", "2022-05-29", "2022-05-31", "fifth-week"),
        ("12月29日—1月4日", "2022-12-29", "2023-01-04", ""),
        ("第三季度", "2022-07-01", "2022-09-30", ""),
        ("9.1-9.7", "2022-09-01", "2022-09-07", ""),
        ("暑假", "2022-07-01", "2022-08-31", ""),
        ("2月30日", "2022-02-01", "2022-02-28", ""),
        ("五月三十一日", "2022-05-31", "2022-05-31", ""),
        ("2020年冬月", "2020-12-15", "2021-01-12", ""),
    ],
)
def test_days(text: str, start: str, end: str, part: str) -> None:
    period = read_period(text, YEAR)
    assert period is not None
    assert (str(period.start), str(period.end), period.part) == (start, end, part)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("8月底前", "2022-08-31"),
        ("6月15日前", "2022-06-15"),
        ("年底前", "2022-12-31"),
        ("国庆节前", "2022-09-30"),
        ("2019年春节前", "2019-02-03"),
        ("2020年春节前", "2020-01-23"),
    ],
)
def test_a_deadline_has_an_end_and_no_start(text: str, end: str) -> None:
    period = read_period(text, YEAR)
    assert period is not None
    assert (period.deadline, period.start, str(period.end)) == (True, None, end)


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("每月", "P1M"),
        ("每个月", "P1M"),
        ("一月一督查", "P1M"),
        ("月月查", "P1M"),
        ("每季度", "P3M"),
        ("一季度一检查", "P3M"),
        ("每学期", "P6M"),
        ("半年一次", "P6M"),
        ("每周", "P1W"),
        ("每两周", "P2W"),
        ("隔月", "P2M"),
        ("每两个月", "P2M"),
        ("每年9月", "P1Y"),
        ("九月", ""),
    ],
)
def test_what_recurs(text: str, every: str) -> None:
    period = read_period(text, YEAR)
    assert period is not None
    assert period.every == every


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("后三个月", [(2013, 3), (2013, 4), (2013, 5)]),
        ("三個月後", [(2013, 3), (2013, 4), (2013, 5)]),
        ("未来两个月", [(2013, 3), (2013, 4)]),
        ("本月", [(2013, 2)]),
        ("下个月", [(2013, 3)]),
        ("上月", [(2013, 1)]),
        ("明年1月", [(2014, 1)]),
        ("今年", [(2013, month) for month in range(1, 13)]),
    ],
)
def test_times_that_count_from_today(text: str, expected: list[tuple[int, int]]) -> None:
    undated = read_period(text)
    assert undated is None or undated.months == [(None, 1)]
    period = read_period(text, today=date(2013, 2, 12))
    assert period is not None
    assert period.months == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("9月下旬", [9]),
        ("11月至次年1月", [11, 12, 1]),
        ("秋季学期", [9, 10, 11, 12, 1]),
        ("元旦前", [12]),
        ("“五一”前后", [4, 5]),
        ("春节前", [1]),
        ("冬月", [12, 1]),
        ("正月", [2]),
        ("冬季", [11, 12, 1, 2]),
    ],
)
def test_without_a_year_there_are_months_and_no_days(text: str, numbers: list[int]) -> None:
    period = read_period(text)
    assert period is not None
    assert period.months == [(None, number) for number in numbers]
    assert (period.start, period.end) == (None, None)


def test_an_undated_range_takes_its_year_from_its_end() -> None:
    period = read_period("9月—2021年1月")
    assert period is not None
    assert (period.months[0], period.months[-1], period.crosses_year) == (
        (2020, 9),
        (2021, 1),
        True,
    )


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("时间从一月十日到十二日。", "一月十日到十二日"),
        ("从2016年3月1日开始的统计", "2016年3月1日"),
        ("週日, 二月十號", "二月十號"),
        ("1季度经营状况", "1季度"),
        (" ３月 ", "３月"),
    ],
)
def test_raw_is_what_is_printed(text: str, raw: str) -> None:
    period = read_period(text)
    assert period is not None
    assert period.raw == raw


def test_months_more_than_once_count_once() -> None:
    assert Period("", "month", [(2020, 12), (2021, 1), (2021, 12)]).month_numbers == [12, 1]


@pytest.mark.parametrize("year", [0, -5, 10**9])
def test_an_absurd_year_is_no_year(year: int) -> None:
    period = read_period("9月", year)
    assert period is not None
    assert period.months == [(None, 9)]
