"""The East Asian fonts of a theme, which styles refer to (ECMA-376 Part 1, 20.1.4.1.16)."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

_SIMPLIFIED = "Hans"


class Theme:
    """The theme of a document; its part is read when a font is first asked for."""

    def __init__(self, load: Callable[[], etree._Element | None]) -> None:
        self._load = load
        self._fonts: dict[str, str] | None = None

    def font(self, name: str) -> str | None:
        """The font of ``minorEastAsia`` or ``majorEastAsia``, None where the theme has none.

        Where the theme has one for each script, that of simplified Chinese.
        """
        if self._fonts is None:
            root = self._load()
            self._fonts = {} if root is None else dict(_fonts(root))
        return self._fonts.get(name)


def _fonts(root: etree._Element) -> list[tuple[str, str]]:
    found = []
    for kind in ("major", "minor"):
        fonts = root.find(f".//{{*}}{kind}Font")
        if fonts is None:
            continue
        general = fonts.find("{*}ea")
        name = "" if general is None else general.get("typeface", "")
        for font in fonts.iterfind("{*}font") if not name else ():
            if font.get("script") == _SIMPLIFIED:
                name = font.get("typeface", "")
                break
        if name:
            found.append((f"{kind}EastAsia", name))
    return found
