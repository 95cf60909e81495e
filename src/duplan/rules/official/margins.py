"""Margins that leave another text area than 156 × 225 mm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.source import Page

_TOP, _LEFT, _WIDTH, _HEIGHT = 37.0, 28.0, 156.0, 225.0  # millimetres
_TOLERANCE = 1.05


def check(subject: Subject) -> Iterator[Hit]:
    """The first upright section with other margins; tables on turned paper have their own."""
    for page in subject.source.pages:
        if page.height > page.width and _deviates(page):
            margins = (page.top, page.right, page.bottom, page.left)
            yield Hit(None, _shown(margins))
            return


def _shown(margins: Sequence[float]) -> dict[str, str | int]:
    words = [f"{margin:g}" for margin in margins]
    return {"actual": ", ".join(words), "actual_zh": "、".join(words)}


def _deviates(page: Page) -> bool:
    width = page.width - page.left - page.right
    height = page.height - page.top - page.bottom
    given = ((page.top, _TOP), (page.left, _LEFT), (width, _WIDTH), (height, _HEIGHT))
    return any(abs(actual - proper) > _TOLERANCE for actual, proper in given)


RULE = Rule(
    Kind(
        "DP511",
        "margins",
        "info",
        "the margins (top, right, bottom, left) are {actual} mm, not 37, 26, 35, 28",
        "页边距（上、右、下、左）为 {actual_zh} mm，应为 37、26、35、28 mm",
    ),
    since="0.1.0",
    finds=Words(
        "Upright pages whose head or binding margin is not 37 and 28 mm, or whose text area is not"
        " 156 × 225 mm (GB/T 9704-2012, 5.2.1; tolerance 1 mm). Some provinces have margins of their own.",
        "竖排页面的天头、订口不是 37 mm、28 mm，或者版心不是 156 mm × 225 mm（GB/T 9704-2012"
        " 第 5.2.1 条，允许相差 1 mm）。有的地方另有规定。",
    ),
    why=Words(
        "Red letterheads and bindings are made for these margins: with others, text runs into them.",
        "红头套印和装订都按这个版心留位置，边距不对会压住红线或被装订掉。",
    ),
    mend=Words(
        "Set the margins in the page setup: top 37, bottom 35, left 28, right 26 mm.",
        "在页面设置中将页边距设为上 37、下 35、左 28、右 26 mm。",
    ),
    check=check,
    standard=False,
)
