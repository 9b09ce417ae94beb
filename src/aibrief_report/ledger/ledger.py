"""`Ledger`: the validated tables, and the questions that can be put to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from msgspec import Struct, field

from aibrief_report.errors import Fault, LedgerError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.ledger.records import Area, Contest, Event, Indicator, Observation, Rate, Source

T = TypeVar("T")

LATEST = "latest"
"""The period that stands for the newest dated one."""


class Ledger(Struct, frozen=True, dict=True):
    """All records by id. Every key that one record names in another exists."""

    observations: Mapping[str, Observation]
    indicators: Mapping[str, Indicator]
    areas: Mapping[str, Area]
    events: Mapping[str, Event]
    contests: Mapping[str, Contest]
    sources: Mapping[str, Source]
    rates: Mapping[str, Rate] = field(default_factory=dict)

    @cached_property
    def _by_fact(self) -> Mapping[tuple[str, str], Sequence[Observation]]:
        # A long brief asks for thousands of rows: looking through all of them each time is slow.
        found: dict[tuple[str, str], list[Observation]] = {}
        for row in self.observations.values():
            found.setdefault((row.indicator, row.area), []).append(row)
        return found

    def observation(self, row: str) -> Observation:
        """Return the row of an id. Raises `LedgerError` where there is none."""
        return _get(self.observations, row, "observation")

    def indicator(self, key: str) -> Indicator:
        """Return the indicator of an id. Raises `LedgerError` where there is none."""
        return _get(self.indicators, key, "indicator")

    def area(self, key: str) -> Area:
        """Return the area of an id. Raises `LedgerError` where there is none."""
        return _get(self.areas, key, "area")

    def event(self, key: str) -> Event:
        """Return the event of an id. Raises `LedgerError` where there is none."""
        return _get(self.events, key, "event")

    def contest(self, key: str) -> Contest:
        """Return the contest of an id. Raises `LedgerError` where there is none."""
        return _get(self.contests, key, "contest")

    def rate(self, key: str) -> Rate:
        """Return the rate of an id. Raises `LedgerError` where there is none."""
        if not self.rates:
            hint = "declare it in data/rates.csv, with its period and source; see docs/data.md"
            raise LedgerError(Fault(f"there is no rate {key!r}, nor any other", hint=hint))
        return _get(self.rates, key, "rate")

    def row(self, key: str) -> Observation | None:
        """Return the observation of an id, or the rate of that id as a row; `None` where there is neither."""
        rate = self.rates.get(key)
        return rate.row if rate else self.observations.get(key)

    def series(self, row: Observation) -> str:
        """Return the series of who produced a row: editions of one series are not rivals."""
        return self.sources[row.producer].series

    def told_of(self, indicator: str, area: str) -> Sequence[Observation]:
        """Return every row of an indicator and area, whatever its period, in the order of the table."""
        return self._by_fact.get((indicator, area), ())

    def contests_of(self, row: str) -> tuple[str, ...]:
        """Return the ids of the contests that a row stands in."""
        return tuple(contest.id for contest in self.contests.values() if row in contest.rows)

    def rows_of(
        self, indicator: str, area: str, period: str, counterpart: str = "", status: str = ""
    ) -> tuple[Observation, ...]:
        """Return every row of one fact, in the order of the table.

        With `status` empty, normal rows are meant, or those of the only status there is. Raises
        `LedgerError` for an unknown key, for several statuses, and where there is no such row.
        """
        self.indicator(indicator)
        self.area(area)
        if counterpart:
            self.area(counterpart)
        known = [row for row in self.told_of(indicator, area) if row.counterpart == counterpart]
        wanted = self._newest(known) if period == LATEST else period
        found = [row for row in known if row.period.text == wanted]
        if status:
            found = [row for row in found if row.status == status]
        if not found:
            raise LedgerError(_no_row(indicator, area, period, status, known))
        return _of_one_status(found)

    def select(
        self,
        indicators: Sequence[str] = (),
        areas: Sequence[str] = (),
        periods: Sequence[str] = (),
        reading: Sequence[str] = (),
    ) -> tuple[Observation, ...]:
        """Return the rows that meet all criteria given; an empty criterion admits every row.

        Raises `LedgerError` for an unknown indicator or area.
        """
        for key in indicators:
            self.indicator(key)
        for key in areas:
            self.area(key)
        return tuple(
            row
            for row in self.observations.values()
            if (not indicators or row.indicator in indicators)
            and (not areas or row.area in areas)
            and (not periods or row.period.text in periods)
            and (not reading or row.reading in reading)
        )

    def _newest(self, rows: Iterable[Observation]) -> str:
        dated = [row for row in rows if row.period.last is not None and row.status != "target"]
        past = [row for row in dated if row.status != "forecast"] or dated
        newest = max(past, key=lambda row: (row.period.last, row.period.first), default=None)
        return newest.period.text if newest else ""


def _get(records: Mapping[str, T], key: str, what: str) -> T:
    try:
        return records[key]
    except (KeyError, TypeError):
        hint = nearest(str(key), records) or f"look for one with: aibrief data {what}"
        raise LedgerError(
            Fault(f"there is no {what} {key!r}" if key else f"no {what} is named", hint=hint)
        ) from None


def _no_row(indicator: str, area: str, period: str, status: str, known: Sequence[Observation]) -> Fault:
    what = f"no observation of {indicator} for {area} in {period or 'an unstated period'}"
    if status:
        what += f" with the status {status}"
    periods = sorted({row.period.text or "no period" for row in known})
    hint = (
        f"there are: {', '.join(periods)}" if periods else f"no period at all; see: aibrief data {indicator}"
    )
    return Fault(what, hint=hint)


def _of_one_status(rows: Sequence[Observation]) -> tuple[Observation, ...]:
    normal = tuple(row for row in rows if row.status == "normal")
    if normal:
        return normal
    statuses = sorted({row.status for row in rows})
    if len(statuses) > 1:
        hint = f'choose one: status="{statuses[0]}"'
        raise LedgerError(Fault(f"the rows have several statuses: {', '.join(statuses)}", hint=hint))
    return tuple(rows)
