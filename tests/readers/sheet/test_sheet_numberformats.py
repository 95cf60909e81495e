"""Numbers and dates are shown as Excel and WPS show them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan.readers.sheet.numberformat import BUILT_IN, general, shown_number, shown_text

DAY = 44075  # 1 September 2020, a Tuesday


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3.0, "3"),
        (-3.0, "-3"),
        (0.0, "0"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (95.5, "95.5"),
        (1 / 3, "0.333333333"),
        (1234567.891, "1234567.891"),
        (99999999999.0, "99999999999"),
        (123456789012.0, "1.23457E+11"),
        (1e-10, "1E-10"),
        (float("inf"), "#NUM!"),
        (float("nan"), "#NUM!"),
    ],
)
def test_numbers_without_a_format(value: float, shown: str) -> None:
    assert general(value) == shown
    assert shown_number(value, "General") == shown


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.95, "0%", "95%"),
        (0.95, "0.00%", "95.00%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (1234567, "#,##0", "1,234,567"),
        (12, "#,##0", "12"),
        (1234567, "#,##0,", "1,235"),
        (0.5, "0", "1"),
        (2.5, "0", "3"),
        (1.005, "0.00", "1.01"),
        (0.5, "#.##", ".5"),
        (3, "000", "003"),
        (9, '"第"0"周"', "第9周"),
        (9, '0"项"', "9项"),
        (9, "0项", "9项"),
        (5, 'G/通用格式"人"', "5人"),
        (-5, "0;(0)", "(5)"),
        (-5, "0", "-5"),
        (-0.4, "0", "0"),
        (0, '0;-0;"无"', "无"),
        (5, '[>=3]"多";"少"', "多"),
        (1, '[>=3]"多";"少"', "少"),
        (5, "[Red]0", "5"),
        (5, "[$¥-804]#,##0.00", "¥5.00"),
        (1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.50"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (12345678, "000-00000", "123-45678"),
        (12345.678, "0.00E+00", "1.23E+04"),
        (0.5, "# ?/?", "0.5"),
        (5, "", "5"),
        (5, ";;", ""),
        (5, "@", "5"),
        (21, "[DBNum1]0", "二十一"),
        (21, "[DBNum2]0", "贰拾壹"),
        (21, "[DBNum3]0", "２１"),
        (5, "0" * 300, "5"),
    ],
)
def test_number_formats(value: float, code: str, shown: str) -> None:
    assert shown_number(value, code) == shown


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (DAY, 'yyyy"年"m"月"d"日"', "2020年9月1日"),
        (DAY, "yyyy年m月d日", "2020年9月1日"),
        (DAY, "yyyy\\年m\\月", "2020年9月"),
        (DAY, 'm"月"d"日";@', "9月1日"),
        (DAY, "yyyy-mm-dd", "2020-09-01"),
        (DAY, "yyyy/m/d", "2020/9/1"),
        (DAY, "yy.mm.dd", "20.09.01"),
        (DAY, "[$-F800]dddd, mmmm dd, yyyy", "2020年9月1日"),
        (DAY, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二〇年九月一日"),
        (DAY + 30, '[DBNum1]m"月"', "十月"),
        (DAY, "[$-404]e年m月d日", "109年9月1日"),
        (DAY, "[$-404]ggge年", "中華民國109年"),
        (DAY, "e-m", "2020-9"),
        (DAY, "[$-804]aaaa", "星期二"),
        (DAY, "aaa", "二"),
        (DAY, "d-mmm-yy", "1-Sep-20"),
        (DAY, "mmmm d, yyyy dddd", "September 1, 2020 Tuesday"),
        (DAY + 0.6, "yyyy/m/d h:mm", "2020/9/1 14:24"),
        (DAY + 0.6, "h:mm:ss AM/PM", "2:24:00 PM"),
        (DAY + 0.1, '上午/下午h"时"mm"分"', "上午2时24分"),
        (0.6, "mm:ss", "24:00"),
        (1.5, "[h]:mm", "36:00"),
        (59, "yyyy/m/d", "1900/2/28"),
        (60, "yyyy/m/d", "1900/2/29"),
        (61, "yyyy/m/d", "1900/3/1"),
        (1, "yyyy/m/d", "1900/1/1"),
        (-1, "yyyy/m/d", "-1"),
        (3_000_000, "yyyy/m/d", "3000000"),
        (2_958_465.9999999, "yyyy/m/d", "2958466"),
    ],
)
def test_date_formats(value: float, code: str, shown: str) -> None:
    assert shown_number(value, code) == shown


def test_days_since_1904() -> None:
    assert shown_number(DAY - 1462, "yyyy/m/d", from_1904=True) == "2020/9/1"


def test_texts_through_formats() -> None:
    assert shown_text("三", '"第"@"周"') == "第三周"
    assert shown_text("三", "0;-0;0;[Red]@组") == "三组"
    assert shown_text("三", "0.00") == "三"
    assert shown_text("三", ";;;") == ""


@given(
    st.floats() | st.integers(-10, 3_000_000).map(float),
    st.sampled_from(sorted(BUILT_IN.values()))
    | st.text('0#?.,%@;/[]DBNum1hsmdyeag-E+"\\_*年月$804<>= 上午下', max_size=30),
)
def test_every_format_shows_every_number(value: float, code: str) -> None:
    assert isinstance(shown_number(value, code), str)
    assert isinstance(shown_text("文", code), str)
