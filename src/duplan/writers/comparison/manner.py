"""How a comparison is to be written."""

from __future__ import annotations

from dataclasses import dataclass

from duplan.comparison.model import VERDICTS, Change, PlanDiff, Verdict
from duplan.comparison.sentences import Language

# what people look for first stands first
ORDER: tuple[Verdict, ...] = ("new", "dropped", "changed", "moved", "split", "merged", "continued")


@dataclass(frozen=True, slots=True)
class Manner:
    """What a format is told beside the comparison.

    ``language`` is that of heads and reasons; texts of plans are never translated. ``verdicts`` are
    those whose changes are wanted, None for what the format usually has; the counts are always those
    of all.
    """

    language: Language = "zh"
    verdicts: frozenset[Verdict] | None = None

    def changes(self, diff: PlanDiff, usual: frozenset[Verdict] | None = None) -> list[Change]:
        """The changes that are wanted, in their order; ``usual`` verdicts where nothing was said."""
        wanted = self.verdicts if self.verdicts is not None else usual or frozenset(VERDICTS)
        return [change for change in diff.changes if change.verdict in wanted]


DIFFERENT: frozenset[Verdict] = frozenset(VERDICTS) - {"continued"}
