"""What is noticed where a file is read and interpreted; nothing is looked for again here."""

from __future__ import annotations

from duplan.rules.reading.explanations import RULES

__all__ = ["RULES"]
