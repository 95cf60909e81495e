"""Word files made of their descriptions in the examples of rules."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import yaml
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def word_file(description: str) -> bytes:
    """The file that ``duplan.rules.examples`` describes."""
    described = yaml.safe_load(description)
    usual = described.get("usual", {})
    document = Document()
    _set_page(document, described.get("page", {}))
    for each in described["paragraphs"]:
        _write(document.add_paragraph(), usual | _paragraph(each), document)
    if "footer" in described:
        footer = document.sections[0].footer.paragraphs[0]
        _write(footer, _paragraph(described["footer"]), document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _paragraph(described: str | dict[str, Any]) -> dict[str, Any]:
    return {"text": described} if isinstance(described, str) else described


def _set_page(document: WordDocument, page: dict[str, Any]) -> None:
    section = document.sections[0]
    width, height = page.get("paper", (210, 297))
    section.page_width, section.page_height = Mm(width), Mm(height)
    top, right, bottom, left = page.get("margins", (37, 26, 35, 28))
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)


def _write(paragraph: Paragraph, look: dict[str, Any], document: WordDocument) -> None:
    if "align" in look:
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, look["align"].upper())
    if "line" in look:
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        paragraph.paragraph_format.line_spacing = Pt(look["line"])
    _indent(paragraph, look)
    for run in look.get("runs") or [{}]:
        _write_run(paragraph, look | run, document)


def _indent(paragraph: Paragraph, look: dict[str, Any]) -> None:
    indents = paragraph._p.get_or_add_pPr().get_or_add_ind()
    for name, key in (("firstLineChars", "indent"), ("rightChars", "right")):
        if key in look:
            indents.set(qn(f"w:{name}"), str(round(look[key] * 100)))


def _write_run(paragraph: Paragraph, look: dict[str, Any], document: WordDocument) -> None:
    before, words, after = _parted(look)
    _run(paragraph, before, look)
    middle = _run(paragraph, words, look)
    _run(paragraph, after, look)
    if "highlight" in look:
        middle.font.highlight_color = WD_COLOR_INDEX.YELLOW
    if "comment" in look:
        document.add_comment(middle, text=look["comment"], author="审核")
    if "inserted" in look:
        change = OxmlElement("w:ins")
        middle._r.addprevious(change)
        change.append(middle._r)


def _parted(look: dict[str, Any]) -> tuple[str, str, str]:
    """The text before, at and after what is highlighted, inserted or commented."""
    text: str = look["text"]
    words = look.get("highlight") or look.get("inserted") or look.get("on")
    return text.partition(words) if words else ("", text, "")


def _run(paragraph: Paragraph, text: str, look: dict[str, Any]) -> Run:
    run = paragraph.add_run(text)
    if "size" in look:
        run.font.size = Pt(look["size"])
    if "font" in look:
        run.font.name = look["font"]
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), look["font"])
    return run
