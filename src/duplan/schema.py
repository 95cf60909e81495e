"""The JSON Schemas of the published forms, made from the models."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from duplan.calendar.model import Calendar
from duplan.comparison.model import PlanDiff
from duplan.plan import SCHEMA_VERSION, Document

_FIRST = ("title", "description", "type", "required", "properties")
_VERSION = {"const": SCHEMA_VERSION, "type": "string"}
_TEXT = {"type": "string"}
_PLACES = {
    "description": "The words that the other plan doesn't have: start and end in `title`.",
    "items": {"items": {"type": "integer"}, "maxItems": 2, "minItems": 2, "type": "array"},
    "type": "array",
}


class _Generator(GenerateJsonSchema):
    """Leaves out the titles that only repeat the names of the fields."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False


def schema(form: str = "plan") -> dict[str, Any]:
    """The schema of one of ``SCHEMAS`` as data: draft 2020-12, with nothing in it that draft-07
    editors misread. Raises ``KeyError`` where there is no such form."""
    made = SCHEMAS[form]()
    definitions = made.pop("$defs")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:duplan:{form}:{SCHEMA_VERSION}",
        **_ordered(made),
        "$defs": {name: _ordered(definitions[name]) for name in sorted(definitions)},
    }


def text(form: str = "plan") -> str:
    """The schema as the file in ``schemas/`` holds it. Raises ``KeyError`` as ``schema`` does."""
    return json.dumps(schema(form), ensure_ascii=False, indent=2).replace("``", "`") + "\n"


def _plan() -> dict[str, Any]:
    return Document.model_json_schema(schema_generator=_Generator) | {
        "title": f"duplan plan document {SCHEMA_VERSION}",
        "description": "One document as `duplan parse` writes it, in JSON or YAML.",
    }


def _calendar() -> dict[str, Any]:
    made = _written(Calendar)
    entry = made["$defs"]["Entry"]["properties"]
    made["$defs"]["Entry"]["properties"] = {
        name.rstrip("_"): field for name, field in entry.items()
    }
    made["properties"] = {"schema_version": _VERSION} | made["properties"]
    return _closed(made) | {
        "title": f"duplan calendar {SCHEMA_VERSION}",
        "description": "What is due, as `duplan calendar --to json` writes it.",
    }


def _diff() -> dict[str, Any]:
    made = _written(PlanDiff)
    reason = made["$defs"]["Reason"]["properties"]
    del reason["what"]
    reason["text"] = _TEXT | {"description": "The reason as a sentence, in Chinese."}
    made["$defs"]["Side"]["properties"]["words"] = _PLACES
    changes = made["$defs"]["Change"]["properties"]["verdict"]["enum"]
    made["properties"]["summary"] = {
        "description": "How many changes there are of each verdict.",
        "properties": {verdict: {"type": "integer"} for verdict in changes},
        "required": changes,
        "additionalProperties": False,
        "type": "object",
    }
    made["properties"]["schema_version"] = _VERSION
    return _closed(made) | {
        "title": f"duplan diff {SCHEMA_VERSION}",
        "description": "A comparison of two plans, as `duplan diff --to json` writes it.",
    }


def _check() -> dict[str, Any]:
    from duplan.reporters.form import Check

    made = _written(Check)
    made["properties"] = {"schema_version": _VERSION} | made["properties"]
    return _closed(made) | {
        "title": f"duplan check {SCHEMA_VERSION}",
        "description": "What is wrong in files, as `duplan check --output-format json` writes it.",
    }


def _written(form: type) -> dict[str, Any]:
    """The schema of a dataclass as it is written: nothing left out, so without defaults."""
    made = TypeAdapter(form).json_schema(schema_generator=_Generator)
    for each in (made, *made["$defs"].values()):
        for field in each.get("properties", {}).values():
            field.pop("default", None)
    return made


def _closed(made: dict[str, Any]) -> dict[str, Any]:
    """Every object with all its keys and no others."""
    for each in (made, *made["$defs"].values()):
        if "properties" in each:
            each["required"] = [*each["properties"]]
            each["additionalProperties"] = False
    return made


def _ordered(made: dict[str, Any]) -> dict[str, Any]:
    """The keys in one order, whatever the version of pydantic."""
    return {key: made[key] for key in _FIRST if key in made} | made


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "plan": _plan,
    "calendar": _calendar,
    "diff": _diff,
    "check": _check,
}
