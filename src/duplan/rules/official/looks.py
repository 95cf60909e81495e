"""How the text of a Word file looks: what of it is body, in which font, size and pitch."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence

from duplan.rules.official.habit import Place, by_place
from duplan.rules.official.parts import is_heading, mark, printed, running, whole
from duplan.rules.rule import Hit, Words
from duplan.rules.subject import Passage, Subject
from duplan.source import Layout, Page

UNSTATED = "?"  # a font that nothing in the file names
BODY_SIZE = 16.0  # points: 3号
TITLE_SIZE = 22.0  # points: 2号
_SIZES = {  # points: what Word and WPS call them
    42: "初号",
    36: "小初",
    26: "一号",
    24: "小一",
    22: "二号",
    18: "小二",
    16: "三号",
    15: "小三",
    14: "四号",
    12: "小四",
    10.5: "五号",
    9: "小五",
    7.5: "六号",
    6.5: "小六",
}
_SONG_TITLE, _HEI, _KAI, _FANG_SONG = (
    ("标宋", "標宋", "biaosong", "xbs"),
    ("黑体", "黑體", "simhei", "heiti"),
    ("楷", "kai"),
    ("仿宋", "fangsong"),
)


def is_title_font(font: str) -> bool:
    """Whether it is one of the 小标宋, whoever makes it."""
    return _has(font, _SONG_TITLE)


def is_hei(font: str) -> bool:
    """Whether it is one of the 黑体."""
    return _has(font, _HEI)


def is_kai(font: str) -> bool:
    """Whether it is one of the 楷体."""
    return _has(font, _KAI)


def is_fang_song(font: str) -> bool:
    """Whether it is one of the 仿宋."""
    return _has(font, _FANG_SONG)


def _has(font: str, names: Collection[str]) -> bool:
    folded = font.casefold()
    return any(name in folded for name in names)


def shown_font(font: str) -> Words:
    """A font for people."""
    return Words("no font stated", "未注明字体") if font == UNSTATED else Words(font, font)


def shown_size(size: float | None) -> Words:
    """A size for people: 小四（12 磅）."""
    if size is None:
        return Words("no size stated", "未注明字号")
    name = _SIZES.get(size)
    return Words(f"{size:g}pt", f"{name}（{size:g} 磅）" if name else f"{size:g} 磅")


def together(parts: Sequence[Words]) -> Words | None:
    """What deviates, in one; None where nothing does."""
    if not parts:
        return None
    return Words(", ".join(part.en for part in parts), "、".join(part.zh for part in parts))


def first_font(layout: Layout) -> str:
    """The font that the text begins in, "?" where the file names none."""
    return layout.fonts[0] if layout.fonts else UNSTATED


def body(subject: Subject) -> Iterator[Passage]:
    """The paragraphs of the text that aren't headings of the first two levels on their own line, nor
    by their style."""
    for passage in running(subject):
        text = printed(passage)
        begins = mark(text)
        styled = passage.layout.outline_level is not None
        if not is_heading(text) or not (styled or (begins is not None and begins.level <= 2)):
            yield passage


def judged(
    subject: Subject, passages: Iterator[Passage], deviation: Callable[[Passage], Words | None]
) -> Iterator[Hit]:
    """What deviates among passages of a Word file; ``deviation`` is None where nothing does."""
    if not subject.source.pages:
        return
    places: list[Place] = []
    seen = 0
    for passage in passages:
        seen += 1
        actual = deviation(passage)
        if actual is not None:
            places.append((whole(passage), actual))
    yield from by_place(places, seen)


def pitch(subject: Subject, passage: Passage) -> float | None:
    """Points from line to line; None where the font decides."""
    measures = passage.layout.measure()
    if measures.pitch is not None or not measures.on_grid:
        return measures.pitch
    grid = page_of(subject, passage).grid
    return None if grid is None else grid * max(1.0, measures.lines)


def page_of(subject: Subject, passage: Passage) -> Page:
    """The page that a passage stands on; the document has one."""
    pages = subject.source.pages
    at = bisect_right([page.end for page in pages], whole(passage).block)
    return pages[min(at, len(pages) - 1)]
