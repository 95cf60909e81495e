"""Places in files in words: as an editor goes to them, or as a user of Word or Excel looks for them."""

from __future__ import annotations

import re

from duplan.checking.report import FileReport, Place
from duplan.cli.console import Console, clean

_CELL = re.compile(r"(?:.*!)?([A-Z]{1,3}\d+)(?:/.*)?")  # of a spreadsheet
_PAGE = re.compile(r"page\[(\d+)\]")
_STORY = re.compile(r"(?:.*/)?(header|footer|footnote|endnote|comment)s?\d*(?![a-z])")
_IN_TABLE = re.compile(r".*\b(?:tbl|table)\[(\d+)\]/tr\[(\d+)\]/t[cdh]\[(\d+)\]")


def whereabouts(console: Console, report: FileReport, place: Place | None) -> str:
    """The path and the place in it, ready to stand before what is said of it.

    ``plan.txt:12:5: `` for files of lines, ``plan.docx, paragraph 12: `` for others. Safe to print.
    """
    path = clean(report.path)
    if place is None or not report.format:
        return f"{path}: "
    if report.lined:
        return f"{path}:{place.line}:{place.column}: "
    return f"{path}{console.say('check.in')}{spot(console, place)}{console.say('colon')}"


def spot(console: Console, place: Place, *, lined: bool = False) -> str:
    """The place without the path: a line, a paragraph, a cell, a row of a table."""
    say = console.say
    if lined:
        return say("check.line", number=place.line)
    if cell := _CELL.fullmatch(place.block):
        return say("check.cell", cell=cell[1])
    parts = []
    if page := _PAGE.match(place.block):
        parts.append(say("check.page", page=page[1]))
    if story := _STORY.match(place.block):
        parts.append(say(f"check.story.{story[1]}"))
    if row := _IN_TABLE.match(place.block):
        table, number, column = row.groups()
        parts.append(say("check.row", table=table, row=number, column=column))
    return say("check.apart").join(parts) or say("check.paragraph", number=place.line)
