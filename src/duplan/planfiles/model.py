"""What the published form says of a place in a plan file, asked of the models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from duplan.plan import Date, Document, YearMonth
from duplan.planfiles.tree import Listing, Mapping, Scalar, Value


def annotation(loc: Sequence[str | int]) -> Any:
    """The type of the value at a place (``plans``, 0, ``title``), None included where it may be null;
    None where the form knows no such place."""
    found: Any = Document
    for step in loc:
        found = _below(_bare(found), step)
        if found is None:
            return None
    return found


def keys(loc: Sequence[str | int]) -> list[str]:
    """The keys that the mapping at a place can have."""
    found = _bare(annotation(loc))
    if isinstance(found, type) and issubclass(found, BaseModel):
        return list(found.model_fields)
    return [each.name for each in fields(found)] if is_dataclass(found) else []


def choices(loc: Sequence[str | int]) -> list[str]:
    """The words of which one has to stand at a place; [] where it may be any."""
    found = _bare(annotation(loc))
    return [str(each) for each in get_args(found)] if get_origin(found) is Literal else []


def is_date(loc: Sequence[str | int]) -> bool:
    """Whether a place holds a day."""
    return _pattern(annotation(loc)) == _pattern(Date)


def is_month(loc: Sequence[str | int]) -> bool:
    """Whether a place holds a month of a year."""
    return _pattern(annotation(loc)) == _pattern(YearMonth)


def stand_in(loc: Sequence[str | int], at: int) -> Value | None:
    """An empty value for a key that is missing, so that the rest can be read; None where nothing
    that says nothing would be right."""
    found = annotation(loc)
    if NoneType in get_args(found):
        return Scalar(at, at, None)
    if found is str:
        return Scalar(at, at, "")
    if get_origin(found) is list:
        return Listing(at, at, [])
    if "other" in choices(loc):
        return Scalar(at, at, "other")
    if tuple(loc) == ("source",):
        words = {"name": "", "format": "", "sha256": "", "script": "hans"}
        return Mapping(
            at, at, [(Scalar(at, at, key), Scalar(at, at, word)) for key, word in words.items()]
        )
    return None


def _bare(found: Any) -> Any:
    """The type without null and conditions."""
    if get_origin(found) is Annotated:
        return _bare(get_args(found)[0])
    options = [each for each in get_args(found) if each is not NoneType]
    return _bare(options[0]) if NoneType in get_args(found) else found


def _pattern(found: Any) -> str:
    """The pattern of a text, in whatever it is wrapped."""
    for each in (found, *get_args(found)):
        for condition in getattr(each, "__metadata__", ()):
            for rule in getattr(condition, "metadata", [condition]):
                if pattern := getattr(rule, "pattern", None):
                    return str(pattern)
    return ""


def _below(found: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return get_args(found)[0] if get_origin(found) in (list, tuple) else None
    if get_origin(found) is dict:
        return get_args(found)[1]
    if isinstance(found, type) and issubclass(found, BaseModel):
        field = found.model_fields.get(step)
        return _whole(field.annotation, field.metadata) if field else None
    if is_dataclass(found):
        return {"line": int, "start": int, "end": int}.get(step, str)
    return None


def _whole(found: Any, metadata: Sequence[Any]) -> Any:
    return Annotated[found, *metadata] if metadata else found
