"""From a chart's declaration to the quantities it shows: which rows of the ledger, in which order."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from aibrief_report.errors import ChartError, Fault
from aibrief_report.inputs.brief import Selection
from aibrief_report.ledger import derive
from aibrief_report.ledger.facts import Fact, fact, fact_of_row
from aibrief_report.ledger.ledger import LATEST, Ledger
from aibrief_report.ledger.periods import Period, read_period
from aibrief_report.ledger.quantities import Quantity
from aibrief_report.ledger.records import Observation
from aibrief_report.ledger.sources import source_name


class Shown(Struct, frozen=True):
    """One value to be drawn: its quantity, and the row that it is or best represents it."""

    quantity: Quantity
    row: Observation

    @property
    def indicator(self) -> str:
        """The key of what is measured."""
        return self.row.indicator

    @property
    def area(self) -> str:
        """The key of where."""
        return self.row.area

    @property
    def period(self) -> Period:
        """When."""
        return self.row.period


class Gap(Struct, frozen=True):
    """A value that a chart asks for and the ledger does not have."""

    indicator: str
    area: str
    period: Period


class Selector(Struct, frozen=True):
    """Selects rows of the ledger, as the brief prefers them."""

    ledger: Ledger
    prefer: Mapping[str, str]

    def select(self, entry: Selection) -> tuple[Shown, ...]:
        """Return what a selection names, in its own order.

        Raises `LedgerError` for rows that are not there, `ChartError` where sources differ undecided.
        """
        if entry.rows:
            return tuple(self._shown(fact_of_row(self.ledger, self._row(key))) for key in entry.rows)
        if not entry.indicator or not entry.areas or not entry.periods:
            hint = "name an indicator, areas and periods; or rows; or a contest"
            raise ChartError(Fault("the chart does not say what it shows", hint=hint))
        return tuple(
            self._decided(indicator, area, period, entry)
            for indicator in entry.indicator
            for area in entry.areas
            for period in entry.periods
        )

    def select_with_gaps(self, entry: Selection) -> tuple[Shown | Gap, ...]:
        """Return what a selection names in its own order, with a gap for each value that is not there.

        Raises as `select` does, and `ChartError` where nothing is there at all.
        """
        if entry.rows or not (entry.indicator and entry.areas and entry.periods):
            return self.select(entry)
        found = tuple(
            self._gap(indicator, area, period, entry) or self._decided(indicator, area, period, entry)
            for indicator in entry.indicator
            for area in entry.areas
            for period in entry.periods
        )
        if all(isinstance(one, Gap) for one in found):
            raise ChartError(Fault("the chart has no value at all", hint="look at areas: and periods:"))
        return found

    def every(self, entry: Selection) -> tuple[Shown, ...]:
        """Return each source's own figure: the rows of a contest, or all rows of one fact."""
        rows = tuple(entry.rows)
        if entry.contest:
            rows = self.ledger.contest(entry.contest).rows
        elif not rows:
            found = self.ledger.rows_of(
                entry.indicator[0] if entry.indicator else "",
                entry.areas[0] if entry.areas else "",
                entry.periods[0] if entry.periods else "",
                entry.counterpart,
                entry.status,
            )
            rows = tuple(row.id for row in found)
        return tuple(self._shown(fact_of_row(self.ledger, self._row(key))) for key in rows)

    def producer(self, row: Observation) -> str:
        """Return who produced a row, as a label."""
        return source_name(self.ledger.sources[row.producer])

    def _gap(self, indicator: str, area: str, period: str, entry: Selection) -> Gap | None:
        """Return the gap where no row is, else `None`. Raises `LedgerError` for unknown keys."""
        self.ledger.indicator(indicator)
        self.ledger.area(area)
        wanted = (indicator, area, entry.counterpart, period)
        held = self.ledger.observations.values()
        if period == LATEST or any(
            (row.indicator, row.area, row.counterpart, row.period.text) == wanted
            and entry.status in ("", row.status)
            for row in held
        ):
            return None
        return Gap(indicator, area, read_period(period))

    def _decided(self, indicator: str, area: str, period: str, entry: Selection) -> Shown:
        rows = self.ledger.rows_of(indicator, area, period, entry.counterpart, entry.status)
        found = fact(self.ledger, rows, self.prefer)
        if found.chosen is None:
            told = "; ".join(f"{one.row.id} = {one.row.value}" for one in found.candidates)
            hint = "draw a range-dot chart, or choose one under prefer: with the reason"
            raise ChartError(Fault(f"sources differ on {indicator}, {area}, {period}: {told}", hint=hint))
        return self._shown(found)

    def _shown(self, found: Fact) -> Shown:
        return Shown(derive.observed(self.ledger, found), found.preferred.row)

    def _row(self, key: str) -> Observation:
        return self.ledger.observation(key)
