"""Reading the ledger: every table checked once, every fault of every table told at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from aibrief_report.errors import BriefError, Faults, LedgerError
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger import records
from aibrief_report.ledger.keys import NO_UNIT, check_keys, check_units
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.periods import UNDATED, read_period
from aibrief_report.ledger.records import Area, Contest, Event, Indicator, Observation, Rate, Source
from aibrief_report.ledger.sources import read_sources
from aibrief_report.ledger.tables import RowReader, read_table
from aibrief_report.ledger.units import read_unit

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
    "rates": ("id", "from", "to", "period", "rate", "source", "locator", "origin", "reading", "note"),
}
"""The columns of each table of `data/`, in the order in which they are written."""

OPTIONAL = ("events", "contests", "rates")
"""The tables that may be missing."""

Record = TypeVar("Record", Indicator, Area, Observation, Event, Contest, Rate)


def read_ledger(inputs: Inputs) -> Ledger:
    """Return the ledger of a project. Raises `LedgerError` with the faults of all its tables."""
    faults = Faults(LedgerError)
    tables = _Tables(inputs, faults)
    sources = tables.sources()
    indicators = tables.read("indicators", _indicator)
    areas = tables.read("areas", _area)
    observations = tables.read("observations", _observation)
    events = tables.read("events", _event) if inputs.exists("data/events.csv") else {}
    contests = tables.read("contests", _contest) if inputs.exists("data/contests.csv") else {}
    rates = tables.read("rates", _rate) if inputs.exists("data/rates.csv") else {}
    ledger = Ledger(observations, indicators, areas, events, contests, sources, rates)
    check_keys(ledger, tables.columns, faults)
    check_units(ledger, tables.columns, faults)
    faults.check()
    return ledger


class _Tables:
    """Reads tables one after the other, and goes on where one is broken.

    `columns` are those of the files that could be read at all.
    """

    def __init__(self, inputs: Inputs, faults: Faults) -> None:
        self.inputs, self.faults = inputs, faults
        self.columns: dict[str, tuple[str, ...]] = {}

    def sources(self) -> Mapping[str, Source]:
        try:
            found = read_sources(self.inputs)
        except BriefError as error:
            self.faults.take(error)
            return {}
        self.columns["sources"] = ()
        return found

    def read(self, name: str, make: Callable[[RowReader], Record]) -> dict[str, Record]:
        """Return the records of one table by id; what is wrong with it goes to the faults."""
        file = f"data/{name}.csv"
        try:
            table = read_table(self.inputs.text(file), file, COLUMNS[name])
        except BriefError as error:
            self.faults.take(error)
            return {}
        self.columns[name] = table.columns
        found: dict[str, Record] = {}
        for line, cells in table.rows:
            row = RowReader(table, line, cells, self.faults)
            record = make(row)
            if record.id and record.id in found:
                first = found[record.id].place.line
                row.fault("id", f"the id {record.id!r} is used twice", f"line {first} has it first")
            else:
                found[record.id] = record
        return found


def _indicator(row: RowReader) -> Indicator:
    return Indicator(
        id=row.id(),
        title=row.filled("title"),
        definition=row.filled("definition"),
        unit=row.read("unit", read_unit, NO_UNIT),
        kind=row.one_of("kind", records.KINDS),
        decimals=row.whole("decimals") or 0,
        note=row.text("note"),
        place=row.place("id"),
    )


def _area(row: RowReader) -> Area:
    return Area(
        id=row.id(),
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
    if low is not None and value is not None and low > value:
        row.fault("low", f"low {low} is above the value {value}")
    if high is not None and value is not None and high < value:
        row.fault("high", f"high {high} is below the value {value}")
    return Observation(
        id=row.id(),
        indicator=row.filled("indicator"),
        area=row.filled("area"),
        counterpart=row.text("counterpart"),
        period=row.read("period", read_period, UNDATED),
        period_as_stated=row.text("period_as_stated"),
        value=value if value is not None else Decimal(0),
        unit=row.read("unit", read_unit, NO_UNIT),
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
        id=row.id(),
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
        id=row.id(),
        title=row.filled("title"),
        rows=tuple(row.filled("rows").split()),
        how=row.filled("how"),
        note=row.text("note"),
        place=row.place("id"),
    )


def _rate(row: RowReader) -> Rate:
    value = row.number("rate")
    if (value is not None and value <= 0) or not row.text("rate"):
        row.fault("rate", "a rate is a number above zero: how many of “to” one of “from” is")
    units = {column: row.read(column, read_unit, NO_UNIT) for column in ("from", "to")}
    for column, unit in units.items():
        if unit.scale:
            row.fault(column, f"{column} “{unit}”: a rate has no scale", f"write {unit.measure}")
    if units["from"] == units["to"] != NO_UNIT:
        row.fault("to", f"the rate leads from {units['from']} to itself")
    period = row.read("period", read_period, UNDATED)
    if not row.text("period"):
        row.fault("period", "period is empty", "a rate holds for a day, a month or a year: say for which")
    return Rate(
        id=row.id(),
        source_unit=units["from"].measure,
        target_unit=units["to"].measure,
        period=period,
        value=value if value is not None else Decimal(1),
        source=row.filled("source"),
        locator=row.text("locator"),
        origin=row.text("origin"),
        reading=row.one_of("reading", records.READINGS),
        note=row.text("note"),
        place=row.place("id"),
    )
