"""Values with places → the published form, or every way in which they break it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import ValidationError

from duplan.diagnostics import Diagnostic, Edit, Fix
from duplan.plan import Document
from duplan.planfiles import kinds, model, words
from duplan.planfiles.lines import Lines
from duplan.planfiles.mending import mended, nearest
from duplan.planfiles.repair import repaired
from duplan.planfiles.tree import Listing, Mapping, Scalar, Value, descend, plain
from duplan.planfiles.words import Allowed
from duplan.source import Span

MOST = 50  # findings of a file about its form, and as many about keys that stand twice
_REPAIRED = 10_000  # errors; a file with more is no plan
_ROUNDS = 8  # of taking out what is wrong: a required value takes what holds it along
_SHOWN = 40  # characters of a key that a finding quotes

Loc = tuple[str | int, ...]


class Error(NamedTuple):
    """One of pydantic's errors."""

    kind: str
    loc: Loc


def validate(root: Value, lines: Lines) -> tuple[Document | None, list[Diagnostic]]:
    """The document of a tree, and what is wrong with its form, by place.

    What is wrong is taken out of ``root``, missing keys get empty values, and the rest makes the
    document; where that can't be, there is none.
    """
    document, errors = _document(root)
    twice = list(_twice(root, lines))
    found = [*twice[:MOST], *_Form(root, lines).diagnostics(errors[:MOST])]
    found.sort(key=lambda each: each.span or (0, 0, 0))
    more = max(len(twice) - MOST, 0) + max(len(errors) - MOST, 0)
    if more:
        found.append(Diagnostic(kinds.MORE, None, {"count": more}))
    for _ in range(_ROUNDS if len(errors) <= _REPAIRED else 0):
        if document is not None or not repaired(root, [each.loc for each in errors]):
            break
        document, errors = _document(root)
    return document, found


def _document(root: Value) -> tuple[Document | None, list[Error]]:
    """Strict, as the schema is: ``"2020"`` is no number. JSON is what pydantic is strict about."""
    try:
        return Document.model_validate_json(json.dumps(plain(root)), strict=True), []
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False, include_context=False)
        return None, [Error(each["type"], each["loc"]) for each in wrong]


def _twice(value: Value, lines: Lines) -> Iterator[Diagnostic]:
    """Keys that stand twice in one mapping."""
    if isinstance(value, Listing):
        for item in value.items:
            yield from _twice(item, lines)
    elif isinstance(value, Mapping):
        first: dict[str, Scalar] = {}
        for key, each in value.entries:
            name = str(key.value)
            before = first.setdefault(name, key)
            if before is not key:
                yield Diagnostic(
                    kinds.DUPLICATE_KEY,
                    lines.span(key.start, key.end),
                    {"key": _short(name)},
                    related=(lines.span(before.start, before.end),),
                )
            yield from _twice(each, lines)


@dataclass(slots=True)
class _Form:
    """Pydantic's errors, said in words of our own at their places in the file."""

    root: Value
    lines: Lines

    def diagnostics(self, errors: Sequence[Error]) -> Iterator[Diagnostic]:
        """One for each, but for keys that are only missing because they are misspelt."""
        renamed = set()
        for error in errors:
            if error.kind in _EXTRA:
                yield (diagnostic := self._unknown(error.loc))
                if diagnostic.fix:
                    renamed.add((*error.loc[:-1], diagnostic.fix.edits[0].text))
        for error in errors:
            if error.kind in _EXTRA or error.loc in renamed:
                continue
            yield self._missing(error.loc) if error.kind in _MISSING else self._wrong(error)

    def _unknown(self, loc: Loc) -> Diagnostic:
        *_, above, (key, _) = descend(self.root, loc)
        assert key is not None
        name, known = str(loc[-1]), model.keys(loc[:-1])
        present = above.value.named() if isinstance(above.value, Mapping) else {}
        free = [each for each in known if each not in present]
        meant = nearest(name, free)
        hint = (
            words.nearest(meant)
            if meant
            else words.known([each for each in known if each != "provenance"])
        )
        fix = None
        if meant:
            quotes = len(key.style)
            place = self.lines.span(key.start + quotes, key.end - quotes)
            fix = Fix((Edit(place, meant),))
        values: dict[str, str | int] = {"key": _short(name), "en": hint.en, "zh": hint.zh}
        return Diagnostic(kinds.UNKNOWN_KEY, self.lines.span(key.start, key.end), values, fix)

    def _missing(self, loc: Loc) -> Diagnostic:
        hint = words.SOURCE if loc == ("source",) else words.nearest(None)
        values: dict[str, str | int] = {"key": str(loc[-1]), "en": hint.en, "zh": hint.zh}
        return Diagnostic(kinds.MISSING_KEY, self._head(loc[:-1]), values)

    def _wrong(self, error: Error) -> Diagnostic:
        steps = descend(self.root, error.loc)
        value = steps[-1].value
        if isinstance(value, Scalar) and value.start < value.end:
            span = self.lines.span(value.start, value.end)
        else:
            span = self._head(error.loc)
        allowed = _allowed(error, value)
        values: dict[str, str | int] = {
            "key": _named(error.loc),
            "en": allowed.en,
            "zh": allowed.zh,
        }
        fix = None
        if isinstance(value, Scalar):
            raw = self.lines.text[value.start : value.end]
            fix = mended(error.kind, error.loc, value, raw, span)
        return Diagnostic(kinds.WRONG_VALUE, span, values, fix)

    def _head(self, loc: Loc) -> Span:
        """Where a mapping, a list or nothing at all begins: its key, the hyphen before it, or its
        first key."""
        key, value = descend(self.root, loc)[-1]
        if key is not None:
            return self.lines.span(key.start, key.end)
        text = self.lines.text
        before = text.rfind("\n", 0, value.start) + 1
        hyphen = text[before : value.start].rstrip(" ")
        if loc and hyphen.endswith("-"):
            return self.lines.span(before + len(hyphen) - 1, before + len(hyphen))
        if (
            isinstance(value, Mapping)
            and value.entries
            and value.entries[0][0].start == value.start
        ):
            return self.lines.span(value.start, value.entries[0][0].end)
        return self.lines.span(value.start, min(value.start + 1, max(value.end, value.start)))


_EXTRA = frozenset({"extra_forbidden", "unexpected_keyword_argument"})
_MISSING = frozenset({"missing", "missing_argument"})
_ALLOWED = {
    "int_type": words.NUMBER,
    "int_from_float": words.NUMBER,
    "greater_than_equal": words.MONTH,
    "less_than_equal": words.MONTH,
    "list_type": words.LIST,
    "tuple_type": words.LIST,
    "model_type": words.MAPPING,
    "model_attributes_type": words.MAPPING,
    "dataclass_type": words.MAPPING,
    "dict_type": words.MAPPING,
}


def _allowed(error: Error, value: Value) -> Allowed:
    texts = model.choices(error.loc)
    if texts:
        return words.choices(texts)
    if error.kind in ("string_type", "string_pattern_mismatch"):
        if model.is_date(error.loc):
            return words.DATE
        if model.is_month(error.loc):
            return words.YEAR_MONTH
        empty = isinstance(value, Scalar) and value.value is None
        return words.TEXT_NOT_NULL if empty else words.TEXT
    return _ALLOWED.get(error.kind) or words.other(error.kind)


def _named(loc: Loc) -> str:
    """The key of a value; of a value in a list, ``key_tasks[2]``."""
    at = max((at for at, each in enumerate(loc) if isinstance(each, str)), default=0)
    return _short(str(loc[at])) + "".join(f"[{each}]" for each in loc[at + 1 :])


def _short(name: str) -> str:
    shown = "".join(each if each.isprintable() else "\ufffd" for each in name[:_SHOWN])
    return shown if len(name) <= _SHOWN else f"{shown}…"
