"""The monthly schedule as published, from its entries as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from duplan.dates import Period, read_time_label
from duplan.interpret.account import SHOWN, Account
from duplan.interpret.brackets import column_names, keyed_value, responsible, timings
from duplan.interpret.context import Ids
from duplan.interpret.frame.metadata import entry_months
from duplan.interpret.schedule.entries import RawEntry, RawItem
from duplan.plan import Plan, Responsible, ScheduleEntry, ScheduleItem
from duplan.text.normal import Text

_DUTIES: dict[str, Literal["lead", "support", "responsible"]] = {
    "lead": "lead",
    "support": "support",
    "responsible": "responsible",
}


@dataclass(slots=True)
class Monthly:
    """Adds the entries of one section to a plan; ``every`` are those of all its sections."""

    account: Account
    plan: Plan
    section: str
    every: Sequence[RawEntry]
    ids: Ids = field(default_factory=lambda: Ids(set()))

    def add(self, raw: RawEntry) -> bool:
        """Publishes an entry; one without anything under its time is left alone: False."""
        if not raw.filled:
            return False
        months = entry_months(raw, self.every, self.plan.year)
        id_ = self.ids.new(f"{self.section}.m{_ends(months)}")
        for held in raw.held:
            self.account.hold(held, "schedule", id_, "stands-under-a-time")
        if not months and raw.label:
            self.account.report("DP401", raw.label, text=raw.label.text[:SHOWN])
        year = months[0][0] if months else None
        period = dated(raw.time.period, year)
        remarks = [*raw.remarks, *(keyed_value(item.bracket) for item in raw.items if item.bracket)]
        places = {
            "label": self.account.origins(raw.label),
            "remark": self.account.origins(*remarks),
        }
        self.plan.monthly_schedule.append(
            ScheduleEntry.model_construct(
                id=id_,
                label=raw.label.shown.rstrip("：:"),
                precision=period.precision,
                months=[month for _, month in months],
                year=year,
                start=period.start.isoformat() if period.start else None,
                end=period.end.isoformat() if period.end else None,
                items=self._items(raw, id_, year or self.plan.year),
                remark=_joined(remarks),
                details=[name + text.shown for name, text in raw.details],
                provenance={name: place for name, place in places.items() if place},
            )
        )
        return True

    def _items(self, raw: RawEntry, above: str, year: int | None) -> list[ScheduleItem]:
        shared = [
            duty
            for use, names in raw.duties
            for duty in column_names(names, _DUTIES[use], self.account)
        ]
        return [
            self._item(item, f"{above}.{at}", year, shared) for at, item in enumerate(raw.items, 1)
        ]

    def _item(
        self, item: RawItem, id_: str, year: int | None, shared: list[Responsible]
    ) -> ScheduleItem:
        own = responsible(item.bracket, self.account) if item.bracket else []
        return ScheduleItem.model_construct(
            id=id_,
            label=item.label,
            text=item.text.shown,
            responsible=own + shared,
            timing=timings([item.text], year, self.account),
            provenance={"text": self.account.origins(item.text)},
        )


def _ends(months: Sequence[tuple[int | None, int]]) -> str:
    """The first and the last month for an id: 09, 01-12, nothing where there are none."""
    numbers = [month for _, month in months]
    return "-".join(f"{month:02}" for month in dict.fromkeys([*numbers[:1], *numbers[-1:]]))


def dated(period: Period, year: int | None) -> Period:
    """The period with its days, where the year is known."""
    known = read_time_label(period.raw, year) if year is not None else None
    return known.period if known is not None else period


def _joined(remarks: Sequence[Text]) -> str | None:
    return "；".join(dict.fromkeys(text.shown for text in remarks if text)) or None
