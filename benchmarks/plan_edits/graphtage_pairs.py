"""Which pieces graphtage takes for each other in two YAML files of a plan.

Runs in the interpreter of an environment that has graphtage, not in duplan's:

    graphtage_pairs.py OLD NEW

prints a JSON list of pairs of ids, those of mappings that it matches with each other.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from graphtage import CompoundEdit, MappingNode, yaml  # type: ignore[import-not-found]
from graphtage.edits import Insert, Match, Remove  # type: ignore[import-not-found]


def pairs(old: Any, new: Any) -> list[tuple[str, str]]:
    """Pairs of ids in a matching that costs the least."""
    edit = old.edits(new)
    while edit.tighten_bounds():
        pass
    found: list[tuple[str, str]] = []
    waiting = [edit]
    while waiting:
        edit = waiting.pop()
        if isinstance(edit, (Insert, Remove)):
            continue
        _pair(edit.from_node, edit.to_node, found)
        if isinstance(edit, CompoundEdit):
            waiting += edit.edits()
        elif isinstance(edit, Match):
            _same(edit.from_node.to_obj(), edit.to_node.to_obj(), found)
    return list(dict.fromkeys(found))


def _pair(old: Any, new: Any, found: list[tuple[str, str]]) -> None:
    if isinstance(old, MappingNode) and isinstance(new, MappingNode):
        here, there = old.to_obj().get("id"), new.to_obj().get("id")
        if here and there:
            found.append((here, there))


def _same(old: Any, new: Any, found: list[tuple[str, str]]) -> None:
    """What stands in the same place of two equal trees."""
    if isinstance(old, dict) and isinstance(new, dict):
        if old.get("id") and new.get("id"):
            found.append((old["id"], new["id"]))
        for key in old.keys() & new.keys():
            _same(old[key], new[key], found)
    elif isinstance(old, list) and isinstance(new, list):
        for here, there in zip(old, new, strict=False):
            _same(here, there, found)


if __name__ == "__main__":
    json.dump(pairs(yaml.build_tree(sys.argv[1]), yaml.build_tree(sys.argv[2])), sys.stdout)
