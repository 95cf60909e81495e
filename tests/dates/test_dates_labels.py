import pytest
from dates_table import rows

from duplan.dates import match_time_label, read_time_label


@pytest.mark.parametrize(("text", "months", "precision"), rows("labels.tsv", 3))
def test_labels(text: str, months: str, precision: str) -> None:
    label = read_time_label(text, 2024)
    if months == "x":
        assert label is None
    else:
        assert label is not None
        expected = [int(month) for month in months.split()]
        assert (label.period.month_numbers, label.period.precision) == (expected, precision)


@pytest.mark.parametrize("text", ["2|3月", "2\n3月", "2\n|\n3月", "2 | 3", "2 3月"])
def test_a_broken_cell(text: str) -> None:
    label = read_time_label(text)
    assert label is not None
    assert (label.period.raw, label.period.month_numbers) == (text, [2, 3])


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("3月：植树", "3月"),
        ("3月学校工作", "3月"),
        ("3月 3月5日学雷锋", "3月"),
        ("1-2月:汇总", "1-2月"),
        ("第1周（9.1-9.7）开学", "第1周（9.1-9.7）"),
        ("第一周 2月26日-3月3日 开学", "第一周 2月26日-3月3日"),
        ("（3月）植树", "（3月）"),
        ("2月 中旬 报到", "2月 中旬"),
        ("9/2（一）開學日", "9/2（一）"),
        ("9.1-9.7 报到", "9.1-9.7"),
        ("期末：考试", "期末"),
        ("全年", "全年"),
    ],
)
def test_the_label_at_the_start(text: str, raw: str) -> None:
    found = match_time_label(text, 2024)
    assert found is not None
    assert (found[0], found[1].period.raw) == (len(raw), raw)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一、工作目标",
        "3.1 健全机制",
        "三是落实",
        "期末考试",
        "长期坚持",
        "国庆节活动",
        "上学期工作",
        "一月一主题：读书",
        "2024年，我区",
        "3周岁",
        "关于3月工作的通知",
    ],
)
def test_no_label_at_the_start(text: str) -> None:
    assert match_time_label(text, 2024) is None


def test_a_week_over_new_year_has_two_years() -> None:
    label = read_time_label("第18周 12/29～1/4", 2024)
    assert label is not None
    assert label.period.months == [(2024, 12), (2025, 1)]
    assert (str(label.period.start), str(label.period.end)) == ("2024-12-29", "2025-01-04")
