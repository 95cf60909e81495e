"""Style sheets, as far as they tell what text is shown and how: simple selectors only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

MAX_SHEET = 1 << 20  # characters of style sheets that are read
MAX_STYLE = 4_000  # characters of a style attribute that are read

_PROPERTIES = """
    display visibility text-align font-weight font-size font-family font white-space
    list-style-type list-style page-break-before break-before mso-hide mso-list mso-outline-level
    mso-element mso-tab-count"""
_WANTED = frozenset(_PROPERTIES.split())
_COMMENT = re.compile(r"/\*(?:[^*]++|\*(?!/))*+(?:\*/)?|<!--|-->")
_BRACE = re.compile(r"([{}])")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:([.#][\w\u0080-\uffff-]+))?", re.IGNORECASE)
_PART = re.compile(r"""(?:[^;"']|"[^"]*"?|'[^']*'?)++""")

Declarations = Mapping[str, str]
NONE: Declarations = {}


@lru_cache(maxsize=4096)
def declarations(style: str) -> Declarations:
    """What a style attribute declares, by property, both in small letters."""
    found = {}
    for part in _PART.findall(style[:MAX_STYLE]):
        name, _, value = part.partition(":")
        name = name.strip().lower()
        if name in _WANTED and value:
            found[name] = value.partition("!")[0].strip().lower()
    return found


class Sheet:
    """The rules of a page's own style sheets: by element, class, element with class, and id."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._rules: dict[str, dict[str, str]] = {}
        left = MAX_SHEET
        for text in texts:
            self._read(_COMMENT.sub(" ", text[:left]))
            left -= min(left, len(text))

    def of(self, tag: str, names: str, name: str) -> Declarations:
        """What the sheets declare for an element by its tag, its classes and its id."""
        rules = self._rules
        if not rules:
            return NONE
        keys = [tag]
        classes = [f".{each}" for each in names.split()[:20]] if names else []
        keys += classes
        keys += [tag + each for each in classes]
        if name:
            keys += f"#{name}", f"{tag}#{name}"
        found: dict[str, str] = {}
        for key in keys:
            if key in rules:
                found |= rules[key]
        return found

    def _read(self, text: str) -> None:
        for selectors, body in _rules(text):
            declared = declarations(body)
            if not declared:
                continue
            for selector in selectors.split(",")[:200]:
                match = _SELECTOR.fullmatch(selector.strip())
                if match is not None and match[0]:
                    key = (match[1] or "").lower() + (match[2] or "")
                    self._rules.setdefault(key, {}).update(declared)


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and bodies of the rules that hold everywhere: those in @media don't."""
    depth, before, selectors = 0, "", ""
    for part in _BRACE.split(text):
        if part == "{":
            depth += 1
            if depth == 1:
                selectors = before
        elif part == "}":
            if depth == 1 and not selectors.lstrip().startswith("@"):
                yield selectors, before
            depth = max(0, depth - 1)
        else:
            before = part
