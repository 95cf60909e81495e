import pytest
from dates_table import rows

from duplan.dates import read_date, read_term, read_year, read_year_month


def printed(pair: tuple[int | None, int]) -> str:
    return f"{pair[0] or ''}-{pair[1]:02}"


@pytest.mark.parametrize(("title", "year", "kind", "months"), rows("titles.tsv", 4))
def test_titles(title: str, year: str, kind: str, months: str) -> None:
    assert str(read_year(title) or "-") == year
    term = read_term(title)
    if kind == "-":
        assert term is None
    else:
        assert term is not None
        assert (term.kind, term.year) == (kind, term.months[0][0])
        assert f"{printed(term.months[0])} {printed(term.months[-1])}" == months


def test_a_semester_knows_its_school_year() -> None:
    term = read_term("2019-2020学年度第二学期工作计划")
    assert term is not None
    assert (term.school_year, term.semester, term.year) == (2019, 2, 2020)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020年4月15日", "2020-04-15"),
        ("2020年 3 月 9 日", "2020-03-09"),
        ("二〇二三年二月二十日", "2023-02-20"),
        ("二○○七年元月三日", "2007-01-03"),
        ("二O二三年十月三十一日", "2023-10-31"),
        ("2020.3.27", "2020-03-27"),
        ("2020-03-27", "2020-03-27"),
        ("２０２０/3/27", "2020-03-27"),
        ("中華民國112年8月1日", "2023-08-01"),
        ("112年8月1日", "2023-08-01"),
        ("2020年2月29日", "2020-02-29"),
        ("2021年2月29日", "None"),
        ("2020年13月1日", "None"),
        ("2020.13.1", "None"),
        ("2020.3-27", "None"),
        ("20年3月2日", "None"),
        ("2020年X月X日", "None"),
        ("20xx年3月2日", "None"),
        ("2020年3月", "None"),
        ("2020年3月9日印发", "None"),
        ("于2020年3月9日", "None"),
        ("", "None"),
    ],
)
def test_signature_dates(text: str, expected: str) -> None:
    assert str(read_date(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020年3月", (2020, 3)),
        ("2020年.3月", (2020, 3)),
        ("二〇二三年 十月", (2023, 10)),
        ("2020-03", (2020, 3)),
        ("2020-13", None),
        ("2020年3月9日", None),
    ],
)
def test_a_month_of_a_year(text: str, expected: tuple[int, int] | None) -> None:
    assert read_year_month(text) == expected
