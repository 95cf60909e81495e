"""A plan as the office of another place would have it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from duplan.plan import Plan

_STEM = re.compile(r"(?:^|[省市县区])(?P<stem>[\u4e00-\u9fff]{2,3})(?=[省市区县镇乡]|街道)")
PLACES = ("云台", "临沧河", "白鹭", "长宁山", "金沙湾", "石桥", "青龙", "望江")


@dataclass(frozen=True, slots=True)
class Moved:
    """The plan, and the name that stands in it for another one."""

    plan: Plan
    old: str
    new: str


def move_office(rng: Random, plan: Plan) -> Moved | None:
    """The plan with its place's name replaced wherever it stands; None where none is to be found."""
    stems = [found["stem"] for found in _STEM.finditer(plan.issuer or "")]
    said = plan.model_dump_json()
    stems = [stem for stem in stems if said.count(stem) > 1]
    if not stems:
        return None
    stem, place = stems[-1], rng.choice(PLACES)
    return Moved(Plan.model_validate_json(said.replace(stem, place)), stem, place)
