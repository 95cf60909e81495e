"""Lists of names: recipients, responsible units."""

from __future__ import annotations

from duplan.text.normal import Text

_MARKS = "、，,；;\n"


def split_names(text: Text) -> list[Text]:
    """The names of a list that 、 ， or ； part, not inside brackets."""
    out = []
    start = depth = 0
    for at, ch in enumerate(text.text + "、"):
        depth += ch in "（(《“"
        depth -= ch in "）)》”"
        if ch in _MARKS and depth <= 0:
            name = text.cut(start, at)
            if name:
                out.append(name)
            start = at + 1
    return out
