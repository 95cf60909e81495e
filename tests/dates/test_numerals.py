import pytest

from duplan.numerals import read_digits, read_number, write_chinese, write_roman


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("十二", 12),
        ("一十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("九十九", 99),
        ("一百", 100),
        ("一百零五", 105),
        ("一百一十", 110),
        ("两", 2),
        ("二〇", 20),
        ("一○五", 105),
        ("①", 1),
        ("⑳", 20),
        ("㉑", 21),
        ("❸", 3),
        ("㈠", 1),
        ("㊁", 2),
        ("⑴", 1),
        ("⒈", 1),
        ("Ⅳ", 4),
        ("ⅳ", 4),
        ("IV", 4),
        ("xii", 12),
        ("I", 1),
        ("壹", 1),
        ("贰", 2),
        ("貳", 2),
        ("叁", 3),
        ("拾壹", 11),
        ("甲", 1),
        ("癸", 10),
        ("A", 1),
        ("c", 3),
        ("", None),
        ("元", None),
        ("第三", None),
        ("一一", None),
        ("十十", None),
        ("百", None),
        ("一百五", None),
        ("½", None),
        ("²", None),
        ("Ix", None),
        ("AB", None),
        ("1" * 40, None),
    ],
)
def test_numbers(text: str, number: int | None) -> None:
    assert read_number(text) == number


def test_digits() -> None:
    assert [read_digits(t) for t in ("二〇二〇", "二OO九", "二00九", "一一", "十", "")] == [
        2020, 2009, 2009, 11, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize("number", [-1, 10_000])
def test_writing_has_bounds(number: int) -> None:
    with pytest.raises(ValueError, match="not between"):
        write_chinese(number)


def test_roman() -> None:
    written = [write_roman(number) for number in (0, 1, 4, 9, 14, 40, 90, 400, 1999)]
    assert written == ["", "I", "IV", "IX", "XIV", "XL", "XC", "CD", "MCMXCIX"]
