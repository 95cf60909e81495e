"""What holds at a place of an RTF file: properties, and what the group is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

SKIPPED, SHOWN, LABEL, CODE, FONTS, STYLES, SHAPE, FORM, ENTRY = (
    "skipped", "shown", "label", "code", "fonts", "styles", "shape", "form", "entry",
)  # fmt: skip
MAX_TABLES = 24  # inside each other; deeper ones are read as this one


class State(NamedTuple):
    """Properties of characters and of the paragraph, as in force in one group."""

    purpose: str = SHOWN
    # of characters
    font: int = -1
    asian_font: int = -1
    bold: bool = False
    half_points: int = 24
    hidden: bool = False
    inserted: bool = False
    deleted: bool = False
    asian: bool = False  # what follows of associated properties is about Chinese characters
    fallback: int = 1  # characters that stand for one in Unicode, after it
    # of the paragraph
    style: int = 0
    outline: int | None = None
    align: str = ""
    page_break: bool = False
    in_table: bool = False
    tables: int | None = None  # that the paragraph stands in
    numbered: bool = False

    @property
    def text_font(self) -> int:
        """The font of text that follows."""
        return self.asian_font if self.asian and self.asian_font >= 0 else self.font

    @property
    def depth(self) -> int:
        """How many tables the paragraph stands in."""
        depth = int(self.in_table) if self.tables is None else self.tables
        return min(max(depth, 0), MAX_TABLES)


def _plain(state: State, _: int | None) -> State:
    return state._replace(bold=False, half_points=24, hidden=False, inserted=False, deleted=False)


def _paragraph(state: State, _: int | None) -> State:
    return state._replace(
        style=0, outline=None, align="", page_break=False, in_table=False, tables=None,
        numbered=False,
    )  # fmt: skip


def _on(name: str) -> Callable[[State, int | None], State]:
    """A toggle: on alone or with a number, off with 0."""
    return lambda state, number: _with(state, {name: number != 0})


def _set(name: str, default: int) -> Callable[[State, int | None], State]:
    return lambda state, number: _with(state, {name: default if number is None else number})


def _with(state: State, changes: dict[str, Any]) -> State:
    return state._replace(**changes)


def _font(state: State, number: int | None) -> State:
    font = -1 if number is None else number
    return state._replace(font=font, asian_font=font if state.asian else state.asian_font)


def _of(asian: bool) -> Callable[[State, int | None], State]:
    return lambda state, _: state._replace(asian=asian)


def _associated(
    change: Callable[[State, int | None], State],
) -> Callable[[State, int | None], State]:
    """An associated property: it counts where it is about Chinese characters."""
    return lambda state, number: change(state, number) if state.asian else state


def _align(value: str) -> Callable[[State, int | None], State]:
    return lambda state, _: state._replace(align=value)


def _outline(state: State, number: int | None) -> State:
    level = number or 0
    return state._replace(outline=level if 0 <= level < 9 else None)


PROPERTIES: dict[str, Callable[[State, int | None], State]] = {
    "plain": _plain,
    "pard": _paragraph,
    "f": _font,
    "af": _associated(_set("asian_font", -1)),
    "b": _on("bold"),
    "fs": _set("half_points", 24),
    "ab": _associated(_on("bold")),
    "afs": _associated(_set("half_points", 24)),
    "dbch": _of(True),
    **dict.fromkeys(("loch", "hich", "rtlch", "ltrch"), _of(False)),
    "v": _on("hidden"),
    "revised": _on("inserted"),
    "deleted": _on("deleted"),
    "uc": _set("fallback", 1),
    "s": _set("style", 0),
    "outlinelevel": _outline,
    "ql": _align("left"),
    "qc": _align("center"),
    "qr": _align("right"),
    "qj": _align("both"),
    "qd": _align("both"),
    "pagebb": _on("page_break"),
    "intbl": _on("in_table"),
    "itap": _set("tables", 1),
    "ls": lambda state, number: state._replace(numbered=bool(number)),
}

# What groups are for, by the word that begins them; those of notes and pages are stories of their own.
PURPOSES = {
    "fonttbl": FONTS, "stylesheet": STYLES, "listtext": LABEL, "pntext": LABEL, "fldinst": CODE,
    "shpinst": SHAPE, "do": SHAPE, "upr": SHAPE,
    "formfield": FORM,
    **dict.fromkeys(("ud", "moMath", "moMathPara", "nesttableprops"), SHOWN),
    **dict.fromkeys(
        (
            "colortbl", "filetbl", "info", "pict", "shprslt", "nonshppict", "nonesttables", "tc",
            "xe", "txe", "rxe", "bkmkstart", "bkmkend", "ftnsep", "ftnsepc", "ftncn", "aftnsep",
            "aftnsepc", "aftncn", "objdata", "objclass", "objname", "sp", "revtbl", "listtable",
            "listoverridetable", "rsidtbl", "generator", "themedata", "datastore", "falt",
            "panose", "fname", "pgdsctbl", "userprops", "atnid", "atnauthor", "atndate", "atnref",
            "atnparent", "atntime", "atnicn", "atrfstart", "atrfend", "pntxta", "pntxtb",
        ),
        SKIPPED,
    ),
}  # fmt: skip
STORIES = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "header"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "footer"),
    "footnote": "footnote",
    "annotation": "comment",
}
NOTES = ("footnote", "comment")  # have a place in the text
BOXES = ("shptxt", "dptxbxtext")

# Characters that have a word, and those that have a symbol.
WORDS = {
    "tab": "\t", "line": "\n", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "emdash": "—", "endash": "–", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "_": "-", "\t": "\t"}
