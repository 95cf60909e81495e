"""What there is to say of a rule: the page that ``duplan rule`` prints and ``docs/rules/`` holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from duplan.checking.specimens import document_of, findings_of
from duplan.config import Office
from duplan.diagnostics import Diagnostic, Language
from duplan.rules.examples import Example, examples
from duplan.rules.rule import Rule, Words

_SUFFIXES: dict[Language, str] = {"en": ".md", "zh": ".zh.md"}
_FENCES = {"text": "text", "plan": "yaml", "paragraphs": "yaml"}
_SEVERITIES = {
    "error": Words("error", "错误"),
    "warning": Words("warning", "警告"),
    "info": Words("info", "提示"),
}
_STANDARD = {True: Words("checked by default", "默认检查"), False: Words("on request", "选用")}
_SINCE = Words("since {version}", "自 {version} 版")
_FIX = {
    True: Words("mended by `--fix`", "可用 `--fix` 修正"),
    False: Words("mended by `--fix --unsafe`", "可用 `--fix --unsafe` 修正"),
}
_RULES = Words("Rules of `duplan check`", "`duplan check` 的规则")
_COLUMNS = Words(
    "| code | name | severity | | what it finds |\n|---|---|---|---|---|",
    "| 代码 | 名称 | 程度 | | 查什么 |\n|---|---|---|---|---|",
)
_WHY = Words("Why", "为什么要查")
_MEND = Words("What to do", "怎样改")
_EXAMPLE = Words("Example", "例")
_FOUND = Words("found: {words}", "查出：{words}")
_FOUND_NOTHING = Words("found, at a place without words", "查出 1 处，该处没有文字")
_LINE = Words("line {line}: {message}", "第 {line} 行：{message}")
_FIXED = Words("Mended:", "修正后：")


def pages(rules: Sequence[Rule]) -> dict[str, str]:
    """The files of a folder that tells of the rules, by name: a list and a page each, per language."""
    files = {}
    for language, suffix in _SUFFIXES.items():
        files[f"README{suffix}"] = _index(rules, language, suffix)
        for rule in rules:
            files[f"{rule.code}{suffix}"] = page(rule, language)
    return files


def _index(rules: Sequence[Rule], language: Language, suffix: str) -> str:
    rows = [
        f"| [{rule.code}]({rule.code}{suffix}) | {rule.name} |"
        f" {_SEVERITIES[rule.kind.severity].of(language)} | {_STANDARD[rule.standard].of(language)} |"
        f" {rule.finds.of(language)} |"
        for rule in rules
    ]
    return "\n".join([f"# {_RULES.of(language)}", "", _COLUMNS.of(language), *rows]) + "\n"


def page(rule: Rule, language: Language) -> str:
    """All there is to say of a rule, as Markdown with a newline at the end."""
    try:
        example = examples(rule)[0]
    except LookupError:
        example = None
    document = document_of(example) if example else None
    found = findings_of(rule.code, example, document) if example and document else []
    parts = [
        f"# {rule.code} {rule.name}",
        " · ".join(_facts(rule, found, language)),
        rule.finds.of(language),
        f"## {_WHY.of(language)}",
        rule.why.of(language),
        f"## {_MEND.of(language)}",
        rule.mend.of(language),
        *(_shown(example, found, language) if example else ()),
    ]
    return "\n\n".join(parts) + "\n"


def _facts(rule: Rule, found: list[Diagnostic], language: Language) -> Iterator[str]:
    yield _SEVERITIES[rule.kind.severity].of(language)
    yield _STANDARD[rule.standard].of(language)
    fixes = [each.fix for each in found if each.fix]
    if fixes:
        yield _FIX[all(fix.safe for fix in fixes)].of(language)
    yield _SINCE.of(language).format(version=rule.since)


def _shown(example: Example, found: list[Diagnostic], language: Language) -> Iterator[str]:
    """The example, what is found in it, and how it looks when it is mended."""
    yield f"## {_EXAMPLE.of(language)}"
    settings = _settings(example.office)
    if settings:
        yield _fenced(settings, "toml")
    yield _fenced(example.body, _FENCES[example.form])
    yield "\n".join(f"- {line}" for line in _told(example, found, language))
    if example.fixed is not None:
        yield _FIXED.of(language)
        yield _fenced(example.fixed, _FENCES[example.form])


def _told(example: Example, found: list[Diagnostic], language: Language) -> Iterator[str]:
    """What is found, a line each: as messages where the document is a text, else as its words."""
    for each in found:
        message = each.message(language)
        if each.span is None:
            yield message
        else:
            yield _LINE.of(language).format(line=each.span.block + 1, message=message)
    if not found:
        for words in example.found:
            told = _FOUND if words else _FOUND_NOTHING
            yield told.of(language).format(words=words)


def _settings(office: Office) -> str:
    """The office's settings as ``duplan.toml`` has them; "" where there are none."""
    lines = []
    if office.names:
        lines.append(f"names = {_toml(office.names)}")
    if office.school_terms:
        terms = (_toml([day.isoformat() for day in term]) for term in office.school_terms)
        lines.append(f"school-terms = [{', '.join(terms)}]")
    if office.required_sections:
        lines.append(f"required-sections = {_toml(office.required_sections)}")
    return "\n".join(["[office]", *lines]) if lines else ""


def _toml(values: Sequence[str]) -> str:
    return json.dumps([*values], ensure_ascii=False)


def _fenced(text: str, language: str) -> str:
    """A code block; a fence longer than any in the text."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"
