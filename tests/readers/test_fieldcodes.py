"""Fields that show what their code says."""

from __future__ import annotations

import time

import pytest

from duplan.readers.fieldcodes import Shown, shown


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (" EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(dú),读)", Shown("读", ruby=True)),
        ("eq \\o\\ac(○,20)", Shown("⑳")),
        ("EQ \\o\\ac(○,21)", Shown("○21")),
        ("EQ \\o\\ac(□,✓)", Shown("□✓")),
        ("EQ \\o(甲;乙", Shown("甲")),
        ("EQ \\f(1,2)", Shown("")),
        ('SYMBOL 183 \\f "Symbol" \\s 10', Shown("•")),
        ("SYMBOL 65", Shown("A")),
        ("SYMBOL 7", Shown("")),
        ("SYMBOL 55296", Shown("")),
        (" PAGE ", Shown("")),
        ("HYPERLINK \\o(甲)", Shown("")),
    ],
)
def test_codes(code: str, expected: Shown) -> None:
    assert shown(code) == expected


@pytest.mark.parametrize(
    "code", ["EQ \\o" + "(" * 900, "SYMBOL 1" + "\\f " * 300, "EQ " + "\\o " * 300]
)
def test_hostile_codes_end_soon(code: str) -> None:
    started = time.perf_counter()
    shown(code)
    assert time.perf_counter() - started < 0.5
