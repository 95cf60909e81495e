"""Every role, reason and limit has words, and no words of roles and reasons are left over."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from duplan import interpret
from duplan.cli.readings import REASONS, ROLES
from duplan.cli.words import WORDS
from duplan.diagnostics import LIMITS
from duplan.plan import Role
from duplan.readers.file import Limits

TREES = [
    ast.parse(path.read_text("utf-8"), path.name)
    for path in sorted(Path(interpret.__file__).parent.rglob("*.py"))
]
NODES = [node for tree in TREES for node in ast.walk(tree)]
PASSED_ON = ("why", "role")  # what a variable or an attribute with a key in it is called


def parameters() -> dict[str, list[str]]:
    """The parameters of every function of the package that takes a key, without ``self``."""
    found = {
        node.name: [each.arg for each in node.args.args if each.arg != "self"]
        for node in NODES
        if isinstance(node, ast.FunctionDef)
    }
    return {name: names for name, names in found.items() if set(names) & set(PASSED_ON)}


def sources(key: str) -> Iterator[ast.expr]:
    """Every expression that is passed or assigned to something called ``key``."""
    takers = parameters()
    for node in NODES:
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            called = node.func.id if isinstance(node.func, ast.Name) else called
            names = takers.get(called, [])
            yield from (arg for name, arg in zip(names, node.args, strict=False) if name == key)
            yield from (each.value for each in node.keywords if each.arg == key)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = zip(target.elts, node.value.elts, strict=True)
                    yield from (value for to, value in pairs if called_of(to) == key)
                elif called_of(target) == key and not isinstance(node.value, ast.Call):
                    yield node.value  # a function that fills ``why`` has it by that name too


def called_of(node: ast.expr) -> str:
    """The last name of ``why``, ``section.why`` and ``why[id(line)]``."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=value):
            return called_of(value)
    return ""


def keys(expression: ast.expr) -> Iterator[str]:
    """The texts that an expression can be; a thing called like a key has its own sources."""
    match expression:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from keys(body)
            yield from keys(orelse)
        case ast.Name() | ast.Attribute() | ast.Subscript() if called_of(expression) in PASSED_ON:
            return
        case _:
            pytest.fail(f"line {expression.lineno}: no key: {ast.unparse(expression)}")


def test_every_reason_has_words() -> None:
    used = {key for source in sources("why") for key in keys(source)} - {""}
    assert len(used) > 30  # they were found at all
    assert used - set(REASONS) == set()
    assert set(REASONS) - used == set()


def test_every_limit_has_words() -> None:
    names = {field.name for field in fields(Limits)}
    assert set(LIMITS) == names
    assert all(name in text for name in names for text in WORDS["limit"])


def test_every_role_has_words() -> None:
    held = {key for source in booked() for key in keys(source)}
    assert {"title", "task", "noise"} <= held
    assert (held | set(get_args(Role))) - set(ROLES) == set()
    assert set(ROLES) - held - set(get_args(Role)) == set()


def booked() -> Iterator[ast.expr]:
    """The second argument of every ``hold``."""
    for node in NODES:
        match node:
            case ast.Call(func=ast.Attribute(attr="hold"), args=[_, role, *_]):
                yield role
