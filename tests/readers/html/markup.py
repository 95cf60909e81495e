"""Reads markup for the tests, and writes a document as Word saves it as a web page."""

from __future__ import annotations

import re
from html import escape

from duplan.diagnostics import Diagnostic
from duplan.readers.file import File
from duplan.readers.html import read
from duplan.source import Block, Layout, Source, Table

_HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:Author>某人</o:Author></xml><![endif]-->
<style><!--
 p.MsoNormal, li.MsoNormal {mso-style-unhide:no; text-align:justify; font-size:10.5pt;}
@page WordSection1 {size:595.3pt 841.9pt;}
@list l0:level1 {mso-level-number-format:chinese-counting;}
--></style></head><body lang=ZH-CN><div class=WordSection1>
"""


def read_html(markup: str) -> tuple[Source, list[Diagnostic]]:
    """What the reader makes of a page in UTF-8."""
    return read(File(markup.encode(), "a.html"))


def texts(markup: str) -> list[str]:
    """The text of every paragraph, those of asides included."""
    return [block.text for block in read_html(markup)[0].blocks]


def labelled(markup: str) -> list[tuple[str, str]]:
    """The label and the text of every paragraph."""
    return [(block.label, block.text) for block in read_html(markup)[0].blocks]


def layouts(markup: str) -> list[Layout]:
    """The layout of every paragraph."""
    return [block.layout for block in read_html(markup)[0].blocks]


def running(source: Source) -> list[Block]:
    """The paragraphs of the running text, those in tables included, in order."""
    found: list[Block] = []
    for part in source.content:
        found += [part] if isinstance(part, Block) else part.blocks()
    return found


def named(diagnostics: list[Diagnostic], code: str) -> list[str]:
    """The texts that findings of a code name."""
    return [str(each.values["text"]) for each in diagnostics if each.code == code]


def saved_by_word(source: Source) -> bytes:
    """A document as a web page of Word's: labels written out, lines broken anywhere, GB 2312."""
    page = _HEAD + "".join(map(_part, source.content)) + "</div></body></html>"
    return page.encode("gb18030")


def _part(part: Block | Table) -> str:
    if isinstance(part, Block):
        return _paragraph(part)
    rows = []
    for row in part.rows:
        cells = (
            f" <td colspan={cell.col_span} rowspan={cell.row_span} valign=top>"
            f"{''.join(map(_part, cell.content))}</td>\n"
            for cell in row
        )
        rows.append(f"<tr>\n{''.join(cells)}</tr>\n")
    return f"<table class=MsoTableGrid border=1>{''.join(rows)}</table>\n"


def _paragraph(block: Block) -> str:
    text = escape(block.text, quote=False).replace("  ", "&nbsp; ").replace("\n", "<br>")
    text = re.sub(r"([\u4e00-\u9fff]{30})(?=[\u4e00-\u9fff])", "\\1\n", text)
    text = text.replace("\t", "<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>")
    label = (
        "<![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>"
        f"{escape(block.label)}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"
        "</span></span><![endif]>"
        if block.label
        else ""
    )
    if not block.text.strip() and not label:
        text = "<o:p>&nbsp;</o:p>"
    return (
        f"<p class=MsoNormal>{label}<span style='font-family:仿宋'>{text}<o:p></o:p></span></p>\n"
    )
