"""Rules as SARIF declares them (2.1.0, 3.49)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from duplan.diagnostics import Language, Severity
from duplan.reporters.places import NAMED
from duplan.rules import FAMILIES
from duplan.rules.rule import Rule, Words

_FINDS = Words("What it finds", "查什么")
_WHY = Words("Why", "为什么要查")
_MEND = Words("What to do", "怎样改")
_EXAMPLE = Words("`duplan rule {}` shows an example.", "`duplan rule {}` 有例子。")
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")
# GitHub sorts by these
_PROBLEMS: dict[Severity, str] = {
    "error": "error",
    "warning": "warning",
    "info": "recommendation",
}


def descriptor(rule: Rule, levels: Mapping[Severity, str], language: Language) -> dict[str, Any]:
    """What a rule is; ``levels`` are SARIF's names of the severities."""
    severity = rule.kind.severity
    parts = [
        (heading.of(language), text.of(language))
        for heading, text in ((_FINDS, rule.finds), (_WHY, rule.why), (_MEND, rule.mend))
    ]
    plain = "\n\n".join(NAMED.of(language).format(*part) for part in parts)
    marked = "\n\n".join(f"**{heading}**\n\n{_quoted(text)}" for heading, text in parts)
    example = _EXAMPLE.of(language).format(rule.code)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": message(rule.finds.of(language)),
        "fullDescription": message(rule.why.of(language)),
        "help": {
            "text": _literal(f"{plain}\n\n{example}"),
            "markdown": _braced(f"{marked}\n\n{example}"),
        },
        "defaultConfiguration": {"enabled": rule.standard, "level": levels[severity]},
        "properties": {"problem.severity": _PROBLEMS[severity], "tags": _tags(rule)},
    }


def message(text: str) -> dict[str, str]:
    """A message that says exactly this text."""
    return {"text": _literal(text)}


def _literal(text: str) -> str:
    """Without links (3.11.6), which words of a document could make: ``[here](address)``."""
    return _braced(text).replace("](", "\\](")


def _braced(text: str) -> str:
    """Without placeholders (3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")


def _quoted(text: str) -> str:
    """Text as Markdown that shows it."""
    return _MARKUP.sub(r"\\\1", text)


def _tags(rule: Rule) -> list[str]:
    """The family that the rule belongs to."""
    return [each.__name__.rpartition(".")[2] for each in FAMILIES if rule in each.RULES]
