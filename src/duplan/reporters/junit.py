"""Findings as JUnit XML, which most CI systems show as tests that failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from duplan.checking.report import FileReport, Result
from duplan.diagnostics import Language
from duplan.reporters.places import path_of, sentence, where
from duplan.rules.rule import Rule
from duplan.writers.visible import visible

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def dump(files: Sequence[FileReport], rules: Sequence[Rule], language: Language) -> str:  # noqa: ARG001
    """A test suite a file, a test case a finding; a file without findings is a test that passes.

    Errors and warnings are failures, what can't be read is an error, ``info`` passes with a note.
    """
    from lxml import etree

    root = etree.Element("testsuites", name="duplan")
    for file in files:
        _suite(root, file, language)
    _count(root)
    written: str = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}'


def _suite(root: Element, file: FileReport, language: Language) -> None:
    from lxml.etree import SubElement

    path = visible(path_of(file))
    suite = SubElement(root, "testsuite", name=path)
    seen: Counter[str] = Counter()
    for result in file.results:
        seen[result.code] += 1
        name = f"{result.code} {result.kind.name}"
        if seen[result.code] > 1:  # a history goes by the names
            name += f" ({seen[result.code]})"
        case = SubElement(suite, "testcase", name=name, classname=path, file=path)
        _result(case, file, result, language)
    if not file.results:
        SubElement(suite, "testcase", name="duplan check", classname=path, file=path)
    _count(suite)


def _result(case: Element, file: FileReport, result: Result, language: Language) -> None:
    from lxml.etree import SubElement

    if file.lined and result.place is not None:
        case.set("line", str(result.place.line))
    text = visible(_text(file, result, language))
    if result.severity == "info":
        SubElement(case, "system-out").text = text
        return
    verdict = "failure" if file.format else "error"
    message = visible(sentence(file, result, language).partition("\n")[0])
    SubElement(case, verdict, message=message, type=result.severity).text = text


def _text(file: FileReport, result: Result, language: Language) -> str:
    """The sentence, and below it the place and its line."""
    said = sentence(file, result, language)
    if not file.lined or result.place is None:
        return said
    return f"{said}\n{where(result.place, True, language)}\n{result.place.text}"


def _count(suite: Element) -> None:
    """How many cases there are in a suite, or in all of them."""
    found = {name: len(suite.findall(f".//{name}")) for name in ("testcase", "failure", "error")}
    suite.set("tests", str(found["testcase"]))
    suite.set("failures", str(found["failure"]))
    suite.set("errors", str(found["error"]))
