"""What binds the tables together: every key that one row names in another table exists, units fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from aibrief_report.errors import Faults, Place
from aibrief_report.inputs.nearest import nearest
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Area, Contest, Event, Observation, Rate
from aibrief_report.ledger.units import Unit

NO_UNIT = Unit("ratio")
"""Stands for a unit that could not be read, and was told; it fits everything."""

_OTHER_UNIT = "another unit measures something else: give it an indicator of its own"

Columns: TypeAlias = Mapping[str, tuple[str, ...]]
"""The columns of each table that could be read, by the table's name; `sources` has none."""


def check_keys(ledger: Ledger, columns: Columns, faults: Faults) -> None:
    """Add a fault for every key that leads nowhere. Keys into a table that could not be read are let be."""
    known = {
        "indicators": ledger.indicators,
        "areas": ledger.areas,
        "sources": ledger.sources,
        "observations": ledger.observations,
    }
    for row, column, table, keys in _keys(ledger):
        for key in keys if table in columns else ():
            if key and key not in known[table]:
                message = f"{row.id}: there is no {table.removesuffix('s')} {key!r}"
                hint = (
                    nearest(key, known[table])
                    or f"add it to data/{table}{'.csv' if columns[table] else '.yaml'}"
                )
                faults.add(message, _cell(row, column, columns), hint)
    others: tuple[Event | Rate, ...] = (*ledger.events.values(), *ledger.rates.values())
    for other in others:
        if other.id in ledger.observations:
            message = f"the id {other.id!r} is also that of an observation"
            faults.add(message, other.place, "what a brief prints is told apart by its id")


def _keys(
    ledger: Ledger,
) -> Iterable[tuple[Observation | Event | Area | Contest | Rate, str, str, tuple[str, ...]]]:
    """Yield each row with a column, the table that the column's keys lead to, and the keys."""
    for row in ledger.observations.values():
        yield row, "indicator", "indicators", (row.indicator,)
        yield row, "area", "areas", (row.area,)
        yield row, "counterpart", "areas", (row.counterpart,)
        yield row, "source", "sources", (row.source,)
        yield row, "origin", "sources", (row.origin,)
    for event in ledger.events.values():
        yield event, "area", "areas", (event.area,)
        yield event, "source", "sources", (event.source,)
        yield event, "origin", "sources", (event.origin,)
    for area in ledger.areas.values():
        yield area, "members", "areas", area.members
    for contest in ledger.contests.values():
        yield contest, "rows", "observations", contest.rows
    for rate in ledger.rates.values():
        yield rate, "source", "sources", (rate.source,)
        yield rate, "origin", "sources", (rate.origin,)


def check_units(ledger: Ledger, columns: Columns, faults: Faults) -> None:
    """Add a fault where a row's unit is not of its indicator's kind: yuan are money, models no percent."""
    for row in ledger.observations.values():
        usual = ledger.indicators[row.indicator].unit if row.indicator in ledger.indicators else NO_UNIT
        if row.unit is NO_UNIT or usual is NO_UNIT:
            continue
        same = row.unit.kind == usual.kind
        if not same or (row.unit.kind == "count" and row.unit.measure != usual.measure):
            faults.add(
                f"{row.id}: the unit {row.unit} does not fit the indicator {row.indicator} ({usual})",
                _cell(row, "unit", columns),
                _meant(row.unit, usual) or _OTHER_UNIT,
            )


def _meant(unit: Unit, usual: Unit) -> str | None:
    """Return what a unit was probably meant to be: that of its indicator, where it is spelt nearly so."""
    near = unit.kind == usual.kind and nearest(unit.measure, (usual.measure,))
    return f"did you mean {replace(usual, scale=unit.scale)}?" if near else None


def _cell(row: Observation | Event | Area | Contest | Rate, column: str, columns: Columns) -> Place:
    """Return the place of a row's cell: file, line, and the number of its column."""
    table = row.place.file.removeprefix("data/").removesuffix(".csv")
    return Place(row.place.file, row.place.line, columns[table].index(column) + 1)
