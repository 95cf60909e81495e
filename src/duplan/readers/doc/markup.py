"""WordprocessingML as text: what the translation of a Word binary file is written in."""

from __future__ import annotations

import re

from duplan.readers.doc.properties import Look, Run
from duplan.readers.doc.styles import Style, Styles
from duplan.readers.surrogates import joined

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_ALIGNMENTS = ("left", "center", "right", "both", "both")
_BODY_TEXT = 9  # the outline level of what is no heading


def escaped(text: str) -> str:
    """Text for an XML element; what XML can't hold is left out."""
    text = _UNWRITABLE.sub("", joined(text))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text as an XML attribute, with its quotes."""
    return '"' + escaped(text).replace('"', "&quot;") + '"'


def run_properties(run: Run, style: int, styles: Styles) -> str:
    """The ``w:rPr`` of characters in a paragraph of a style."""
    inside = []
    if run.style is not None:
        inside.append(f'<w:rStyle w:val="s{run.style}"/>')
    for name, tag in (("bold", "b"), ("hidden", "vanish")):
        state = styles.state(getattr(run, name), style, name)
        if state is not None:
            inside.append(f'<w:{tag} w:val="{int(state)}"/>')
    if run.half_points is not None:
        inside.append(f'<w:sz w:val="{run.half_points}"/>')
    return f"<w:rPr>{''.join(inside)}</w:rPr>" if inside else ""


def paragraph_properties(look: Look, mark: str = "") -> str:
    """The ``w:pPr`` of a paragraph or style; ``mark`` is what stands inside for its mark."""
    inside = [mark]
    if look.list is not None or look.level is not None:
        level = "" if look.level is None else f'<w:ilvl w:val="{look.level}"/>'
        numbers = "" if look.list is None else f'<w:numId w:val="{look.list}"/>'
        inside.append(f"<w:numPr>{level}{numbers}</w:numPr>")
    if look.outline is not None:
        inside.append(f'<w:outlineLvl w:val="{min(look.outline, _BODY_TEXT)}"/>')
    if look.align is not None and look.align < len(_ALIGNMENTS):
        inside.append(f'<w:jc w:val="{_ALIGNMENTS[look.align]}"/>')
    if look.page_break is not None:
        inside.append(f'<w:pageBreakBefore w:val="{int(look.page_break)}"/>')
    return "".join(inside)


def style_sheet(styles: Styles) -> str:
    """The inside of ``w:styles``."""
    return "".join(_style(at, style, styles) for at, style in styles.by_number.items())


def _style(at: int, style: Style, styles: Styles) -> str:
    base = "" if style.base is None else f'<w:basedOn w:val="s{style.base}"/>'
    default = ' w:default="1"' * (at == 0)
    inherited = -1 if style.base is None else style.base
    run = run_properties(style.run, inherited, styles)
    return (
        f'<w:style w:type="{style.kind}" w:styleId="s{at}"{default}>'
        f"<w:name w:val={attribute(style.name)}/>{base}"
        f"<w:pPr>{paragraph_properties(style.look)}</w:pPr>{run}</w:style>"
    )
