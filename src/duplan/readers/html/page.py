"""Bytes of an HTML page → its tree, whatever its encoding and however broken it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from duplan.diagnostics import KINDS, Diagnostic, UnreadableError
from duplan.readers.encodings import CONTROL, decode_markup, named
from duplan.readers.file import File
from duplan.readers.findings import damaged
from duplan.readers.xml import MAX_DEPTH

MAX_MARKUP = 600_000  # tags and quotes: a bound for the nodes of the tree
MAX_TAG = 1 << 16  # characters of one tag, pictures within it left out
MAX_ATTRIBUTES = 500

_HEAD = 1 << 16  # bytes in which a page declares its encoding
_DECLARED = re.compile(
    rb"<meta\b[^<>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})"
    rb"|^\s{0,99}<\?xml\b[^<>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"(?<=data:)[^\s\"'<>()]{256,}+")
_LONG_TAG = re.compile(r"<[a-zA-Z/][^<>]{2000,}+")
_VALUE = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_END = re.compile(r"</(?:html|body)\s*+>", re.IGNORECASE)  # text after it is shown all the same
_DECORATION = re.compile(
    r"</?(?:font|b|i|u|s|em|strong|big|small|tt|nobr)\b[^<>]*+>", re.IGNORECASE
)
_REVEALED = re.compile(r"<!\[(if[^<>\]]{0,200}|endif)\]>")  # <![if …]>, of which all is shown


class Page(NamedTuple):
    """The tree of a page, the encoding that it was read in, and what was noticed on the way."""

    root: etree._Element
    encoding: str
    diagnostics: list[Diagnostic]


def open_page(file: File, charset: str = "") -> Page:
    """The page in a file's bytes; ``charset`` is what stands outside the page for its encoding.

    Raises UnreadableError: "binary", "empty", "too-large", "too-complex".
    """
    if len(file.data) > file.limits.text:
        raise file.limits.exceeded("text")
    declared = charset or _declaration(file.data)
    text, encoding, bad, guessed = decode_markup(file.data, declared)
    text, dropped = CONTROL.subn("", text)
    diagnostics = []
    if declared and named(declared) != encoding.removesuffix("-sig") and not text.isascii():
        values: dict[str, str | int] = {"declared": declared, "encoding": encoding}
        diagnostics.append(Diagnostic(KINDS["DP116"], None, values))
    elif guessed:
        diagnostics.append(Diagnostic(KINDS["DP101"], None, {"encoding": encoding}))
    diagnostics += damaged(bad, encoding, dropped)
    return Page(parse(text), encoding, diagnostics)


def parse(text: str) -> etree._Element:
    """The root of a page's tree. Raises UnreadableError: "empty", "too-complex"."""
    if "data:" in text:
        text = _PICTURE.sub("", text)
    if "<![" in text:
        text = _REVEALED.sub(r"<!--[\1]-->", text)
    marks = text.count("<") + text.count('"') + text.count("'")
    if marks > MAX_MARKUP or any(map(_is_flooded, _LONG_TAG.findall(text))):
        raise UnreadableError("too-complex")
    text = _END.sub("", text)
    for without in (None, _DECORATION):  # of broken pages, <font> is what piles up
        root = _tree(text if without is None else without.sub("", text))
        if root is not None:
            return root
    raise UnreadableError("too-complex")


def _tree(text: str) -> etree._Element | None:
    """The root, None where elements are nested too deep. Raises UnreadableError: "empty"."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,  # lifts libxml2's depth from 256 to 2,048
        no_network=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("empty") from error
    if root is None:
        raise UnreadableError("empty")
    cut_off = any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log)
    return None if cut_off or _is_deep(root) else root


def _is_deep(root: etree._Element) -> bool:
    """Whether elements are nested beyond ``MAX_DEPTH``, which libxml2 before 2.14 allows."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            return True
    return False


def _is_flooded(tag: str) -> bool:
    return len(tag) > MAX_TAG or len(_VALUE.sub("", tag).split()) > MAX_ATTRIBUTES


def _declaration(data: bytes) -> str:
    found = _DECLARED.search(data, 0, _HEAD)
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""
