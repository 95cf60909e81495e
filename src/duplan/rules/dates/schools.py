"""Whether a plan is one of schools, or of an office that inspects them."""

from __future__ import annotations

import re

from duplan.plan import Plan

_SCHOOLS = re.compile("[学學]|教育|[园園]务|督[导導]|教研")


def is_of_schools(plan: Plan) -> bool:
    """Whether the school year shapes the plan's own year."""
    return _SCHOOLS.search(f"{plan.title} {plan.issuer}") is not None
