"""Reads Markdown (CommonMark with tables): headings, lists, tables and emphasis as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

from duplan.diagnostics import Diagnostic
from duplan.readers import text
from duplan.readers.assembly import Extent, Paper, table
from duplan.readers.file import File
from duplan.readers.symbols import BULLET
from duplan.source import Block, Layout, Source, Table

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_CHARACTERS = 2_000_000  # of a text that is parsed; a longer one is read as plain text
MAX_PARAGRAPH = (
    20_000  # characters without an empty line; the parser's time grows with their square
)

_HEADING = re.compile(r" {0,3}#{1,6} +\S")
_RULE = re.compile(r" {0,3}\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:? *)?$")
_WRITTEN = re.compile(r"<!-- duplan ")
_BREAK = re.compile(r"<br */?>", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"(?<=\d)\*\*(?=年)")  # 20**年: a year to be filled in, no emphasis
_LEAVES = ("inline", "fence", "code_block", "html_block")
_WORD = re.compile(r"\w")


@dataclass(slots=True)
class _Line:
    """A line as it is shown: its text, and whether any or all of it is bold."""

    parts: list[str] = field(default_factory=list)
    plain: bool = False

    def add(self, shown: str, *, bold: bool) -> None:
        self.parts.append(shown)
        self.plain = self.plain or (bool(shown.strip()) and not bold)


@dataclass(slots=True)
class _List:
    """An open list; ``label`` stands before the next paragraph."""

    ordered: bool
    label: str = ""


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document in a Markdown file, a block for each line of a paragraph.

    A file with neither two headings nor a table in it, one that duplan wrote itself, and one that is
    nested so deep that a line would be lost is read as plain text. Raises UnreadableError as the
    reader of text does.
    """
    source, found = text.read(file)
    lines = [block.text for block in source.blocks]
    if not _is_markdown(lines):
        return source, found
    from markdown_it import MarkdownIt

    references: dict[str, Any] = {}
    parsed = "\n".join(_PLACEHOLDER.sub(r"\*\*", line) for line in lines)
    tokens = MarkdownIt("commonmark").enable("table").parse(parsed, references)
    if not _is_whole(lines, tokens, references):
        return source, found
    paper = Paper(file.limits)
    content = list(_Reader(paper, tokens).content())
    return paper.source(file, "markdown", content, source.encoding), found


def _is_markdown(lines: Sequence[str]) -> bool:
    if any(_WRITTEN.match(line) for line in lines[:1]) or sum(map(len, lines)) > MAX_CHARACTERS:
        return False
    paragraph = 0
    for line in lines:
        paragraph = paragraph + len(line) if line.strip() else 0
        if paragraph > MAX_PARAGRAPH:
            return False
    headings = sum(1 for line in lines if _HEADING.match(line))
    return headings > 1 or any(map(_RULE.match, lines))


def _is_whole(lines: Sequence[str], tokens: Sequence[Token], references: Mapping[str, Any]) -> bool:
    """Whether every line with words became part of a token: what is nested too deep does not."""
    held = set[int]()
    definitions = (each["map"] for each in references.get("references", {}).values())
    for first, end in chain(definitions, (t.map for t in tokens if t.map and t.type in _LEAVES)):
        held.update(range(first, end))
    return all(
        at in held or _RULE.match(line) or not _WORD.search(line) for at, line in enumerate(lines)
    )


class _Reader:
    """Turns the tokens of a document into blocks and tables."""

    def __init__(self, paper: Paper, tokens: Sequence[Token]) -> None:
        self._paper = paper
        self._tokens = iter(tokens)
        self._lists: list[_List] = []
        self._tables = 0

    def content(self) -> Iterator[Block | Table]:
        """What the document shows, in order."""
        level: int | None = None
        for token in self._tokens:
            match token.type:
                case "heading_open":
                    level = int(token.tag[1]) - 1
                case "heading_close":
                    level = None
                case "bullet_list_open" | "ordered_list_open":
                    self._lists.append(_List(token.type == "ordered_list_open"))
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "list_item_open":
                    ordered = self._lists[-1].ordered
                    self._lists[-1].label = f"{token.info}{token.markup}" if ordered else BULLET
                case "table_open":
                    yield self._table()
                case "inline":
                    yield from self._paragraph(token, level)
                case "fence" | "code_block" | "html_block":
                    first = (token.map or [0])[0] + (token.type == "fence")
                    for at, line in enumerate(token.content.split("\n")):
                        if line.strip():
                            yield self._block(line, first + at, Layout())

    def _paragraph(self, token: Token, level: int | None) -> Iterator[Block]:
        first = (token.map or [0])[0]
        label, depth = "", None
        if self._lists and self._lists[-1].label:
            label, depth = self._lists[-1].label, len(self._lists) - 1
            self._lists[-1].label = ""
        style = "" if level is None else f"heading {level + 1}"
        for at, line in enumerate(_lines(token)):
            bold = bool(line.parts) and not line.plain
            layout = Layout(style, level, bold=bold, list_level=depth)
            yield self._block("".join(line.parts), first + at, layout, label)
            label, depth = "", None

    def _block(self, shown: str, line: int, layout: Layout, label: str = "") -> Block:
        return self._paper.paragraph(shown, "line", label, layout, line + 1)

    def _table(self) -> Table:
        self._tables += 1
        path = f"table[{self._tables}]"
        rows: list[list[Extent]] = []
        for token in self._tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                place = f"{path}/tr[{len(rows)}]/td[{len(rows[-1]) + 1}]"
                line = (token.map or [0])[0] + 1
                shown = ["".join(each.parts) for each in _lines(token)]
                blocks = [self._paper.paragraph(each, place, line=line) for each in shown]
                rows[-1].append(Extent([*blocks]))
        return table(rows, path)


def _lines(token: Token) -> list[_Line]:
    """The lines of a paragraph without the marks of emphasis, links and code."""
    lines, strong = [_Line()], 0
    for child in _flat(token.children or ()):
        match child.type:
            case "softbreak" | "hardbreak":
                lines.append(_Line())
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "html_inline" if _BREAK.fullmatch(child.content):
                lines.append(_Line())
            case "text" | "code_inline" | "html_inline":
                lines[-1].add(child.content, bold=strong > 0)
    return lines


def _flat(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens, of a picture what is shown in its place."""
    for token in tokens:
        if token.type == "image":
            yield from token.children or ()
        else:
            yield token
