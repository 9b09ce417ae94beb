"""Reading the ledger: every table checked once, every fault of every table told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from aibrief_report.errors import BriefError, Faults, LedgerError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.nearest import nearest
from aibrief_report.ledger import records
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.periods import UNDATED, read_period
from aibrief_report.ledger.records import Area, Contest, Event, Indicator, Observation, Source
from aibrief_report.ledger.sources import read_sources
from aibrief_report.ledger.tables import RowReader, read_table
from aibrief_report.ledger.units import Unit, read_unit

COLUMNS: dict[str, tuple[str, ...]] = {
    "observations": (
        *("id", "indicator", "area", "counterpart", "period", "period_as_stated", "value", "unit"),
        *("low", "high", "qualifier", "status", "source", "locator", "origin", "credited_to"),
        *("reading", "edition", "rank", "note"),
    ),
    "indicators": ("id", "title", "definition", "unit", "kind", "decimals", "note"),
    "areas": ("id", "name", "short", "kind", "members", "note"),
    "events": (
        *("id", "period", "period_as_stated", "type", "title", "actor", "area", "summary", "source"),
        *("locator", "origin", "credited_to", "reading", "note"),
    ),
    "contests": ("id", "title", "rows", "how", "note"),
}
"""The columns of each table of `data/`, in the order in which they are written."""

_NO_UNIT = Unit("ratio")

Record = TypeVar("Record", Indicator, Area, Observation, Event, Contest)


def read_ledger(inputs: Inputs) -> Ledger:
    """Return the ledger of a project. Raises `LedgerError` with the faults of all its tables."""
    faults = Faults(LedgerError)
    tables = _Tables(inputs, faults)
    sources = tables.attempt(lambda: read_sources(inputs)) or {}
    indicators = tables.read("indicators", _indicator)
    areas = tables.read("areas", _area)
    observations = tables.read("observations", _observation)
    events = tables.read("events", _event) if inputs.exists("data/events.csv") else {}
    contests = tables.read("contests", _contest) if inputs.exists("data/contests.csv") else {}
    if not tables.broken:
        ledger = Ledger(observations, indicators, areas, events, contests, sources)
        _check_keys(ledger, faults)
        _check_units(ledger, faults)
        faults.check()
        return ledger
    faults.check()
    raise AssertionError("a table was broken, but no fault was told")


class _Tables:
    """Reads tables one after the other, and goes on where one is broken."""

    def __init__(self, inputs: Inputs, faults: Faults) -> None:
        self.inputs, self.faults, self.broken = inputs, faults, False

    def attempt(self, work: Callable[[], Mapping[str, Source]]) -> Mapping[str, Source] | None:
        try:
            return work()
        except BriefError as error:
            self.faults.take(error)
            self.broken = True
            return None

    def read(self, name: str, make: Callable[[RowReader], Record]) -> dict[str, Record]:
        """Return the records of one table by id; what is wrong with it goes to the faults."""
        file = f"data/{name}.csv"
        try:
            table = read_table(self.inputs.text(file), file, COLUMNS[name])
        except BriefError as error:
            self.faults.take(error)
            self.broken = True
            return {}
        found: dict[str, Record] = {}
        for line, cells in table.rows:
            row = RowReader(table, line, cells, self.faults)
            record = make(row)
            self.broken = self.broken or not row.sound
            if record.id in found:
                first = found[record.id].place.line
                row.fault("id", f"the id {record.id!r} is used twice", f"line {first} has it first")
                self.broken = True
            else:
                found[record.id] = record
        return found


def _indicator(row: RowReader) -> Indicator:
    decimals = row.number("decimals")
    return Indicator(
        id=row.filled("id"),
        title=row.filled("title"),
        definition=row.filled("definition"),
        unit=row.read("unit", read_unit, _NO_UNIT),
        kind=row.one_of("kind", records.KINDS),
        decimals=int(decimals) if decimals is not None else 0,
        note=row.text("note"),
        place=row.place("id"),
    )


def _area(row: RowReader) -> Area:
    return Area(
        id=row.filled("id"),
        name=row.filled("name"),
        short=row.text("short") or row.text("name"),
        kind=row.one_of("kind", records.AREA_KINDS),
        members=tuple(row.text("members").split()),
        note=row.text("note"),
        place=row.place("id"),
    )


def _observation(row: RowReader) -> Observation:
    value = row.number("value")
    if value is None and not row.text("value"):
        row.fault("value", "value is empty", "a row without a value is an event, or not yet a row")
    low, high = row.number("low"), row.number("high")
    if low is not None and high is not None and low > high:
        row.fault("low", f"low {low} is above high {high}")
    return Observation(
        id=row.filled("id"),
        indicator=row.filled("indicator"),
        area=row.filled("area"),
        counterpart=row.text("counterpart"),
        period=row.read("period", read_period, UNDATED),
        period_as_stated=row.text("period_as_stated"),
        value=value if value is not None else Decimal(0),
        unit=row.read("unit", read_unit, _NO_UNIT),
        low=low,
        high=high,
        qualifier=row.one_of("qualifier", records.QUALIFIERS, "exact"),
        status=row.one_of("status", records.STATUSES, "normal"),
        source=row.filled("source"),
        locator=row.text("locator"),
        origin=row.text("origin"),
        credited_to=row.text("credited_to"),
        reading=row.one_of("reading", records.READINGS),
        edition=row.text("edition"),
        rank=row.one_of("rank", records.RANKS, "normal"),
        note=row.text("note"),
        place=row.place("id"),
    )


def _event(row: RowReader) -> Event:
    return Event(
        id=row.filled("id"),
        period=row.read("period", read_period, UNDATED),
        period_as_stated=row.text("period_as_stated"),
        type=row.filled("type"),
        title=row.filled("title"),
        actor=row.text("actor"),
        area=row.filled("area"),
        summary=row.text("summary"),
        source=row.filled("source"),
        locator=row.text("locator"),
        origin=row.text("origin"),
        credited_to=row.text("credited_to"),
        reading=row.one_of("reading", records.READINGS),
        note=row.text("note"),
        place=row.place("id"),
    )


def _contest(row: RowReader) -> Contest:
    return Contest(
        id=row.filled("id"),
        title=row.filled("title"),
        rows=tuple(row.filled("rows").split()),
        how=row.filled("how"),
        note=row.text("note"),
        place=row.place("id"),
    )


def _check_keys(ledger: Ledger, faults: Faults) -> None:
    for row in ledger.observations.values():
        _known(faults, row, "indicator", (row.indicator,), ledger.indicators)
        _known(faults, row, "area", (row.area, row.counterpart), ledger.areas)
        _known(faults, row, "source", (row.source, row.origin), ledger.sources)
    for event in ledger.events.values():
        _known(faults, event, "area", (event.area,), ledger.areas)
        _known(faults, event, "source", (event.source, event.origin), ledger.sources)
    for area in ledger.areas.values():
        _known(faults, area, "area", area.members, ledger.areas)
    for contest in ledger.contests.values():
        _known(faults, contest, "observation", contest.rows, ledger.observations)


def _known(
    faults: Faults,
    row: Observation | Event | Area | Contest,
    what: str,
    keys: Iterable[str],
    known: Mapping[str, object],
) -> None:
    for key in keys:
        if key and key not in known:
            faults.add(f"{row.id}: there is no {what} {key!r}", row.place, nearest(key, known))


def _check_units(ledger: Ledger, faults: Faults) -> None:
    """Add a fault where a row's unit is not of its indicator's kind: yuan are money, models no percent."""
    for row in ledger.observations.values():
        usual = ledger.indicators[row.indicator].unit if row.indicator in ledger.indicators else row.unit
        same = row.unit.kind == usual.kind
        if not same or (row.unit.kind == "count" and row.unit.measure != usual.measure):
            faults.add(
                f"{row.id}: the unit {row.unit} does not fit the indicator {row.indicator} ({usual})",
                row.place,
                "another unit measures something else: give it an indicator of its own",
            )
