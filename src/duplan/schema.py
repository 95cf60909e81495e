"""The JSON Schema of the published form, made from the models."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from duplan.plan import SCHEMA_VERSION, Document

ID = f"urn:duplan:plan:{SCHEMA_VERSION}"
_FIRST = ("title", "description", "type", "required", "properties")


class _Generator(GenerateJsonSchema):
    """Leaves out the titles that only repeat the names of the fields."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False


def schema() -> dict[str, Any]:
    """The schema as data: draft 2020-12, with nothing in it that draft-07 editors misread."""
    made = Document.model_json_schema(schema_generator=_Generator)
    definitions = made.pop("$defs")
    made["title"] = f"duplan plan document {SCHEMA_VERSION}"
    made["description"] = "One document as `duplan parse` writes it, in JSON or YAML."
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        **_ordered(made),
        "$defs": {name: _ordered(definitions[name]) for name in sorted(definitions)},
    }


def text() -> str:
    """The schema as the file in ``schemas/`` holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2).replace("``", "`") + "\n"


def _ordered(made: dict[str, Any]) -> dict[str, Any]:
    """The keys in one order, whatever the version of pydantic."""
    return {key: made[key] for key in _FIRST if key in made} | made
