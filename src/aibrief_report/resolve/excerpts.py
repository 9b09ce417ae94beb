"""The part of the ledger behind a brief, as its tables say it, for a format that comes back without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

import yaml

from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Event, Observation, Rate
from aibrief_report.model.document import Document, InputText
from aibrief_report.resolve.attachments import rows_used
from aibrief_report.resolve.csv_text import csv_text, plain_cell

Record = TypeVar("Record")

_WIDTH = 110


def excerpts(document: Document, ledger: Ledger) -> tuple[InputText, ...]:
    """Return tables and sources cut down to what the document rests on; none for what it does not use.

    That is every row that it prints, draws, lists or depends on, their rivals and the contests around them,
    what these rows name in other tables, and every source behind them or cited.
    """
    rows = _rows(document, ledger)
    observations = _named(ledger.observations, rows)
    events, rates = _named(ledger.events, rows), _named(ledger.rates, rows)
    tables: dict[str, list[Any]] = {
        "observations": observations,
        "events": events,
        "rates": rates,
        "contests": _named(ledger.contests, document.contests),
        "indicators": _named(ledger.indicators, (row.indicator for row in observations)),
        "areas": _named(ledger.areas, _areas(ledger, observations, events)),
    }
    found = [
        InputText(f"data/{name}.csv", csv_text(name, records, plain_cell), excerpt=True)
        for name, records in tables.items()
        if records
    ]
    return (*found, *_sources(document, ledger, (*observations, *events, *rates)))


def _rows(document: Document, ledger: Ledger) -> tuple[str, ...]:
    depended = (row for one in document.dependencies for row in one.rows)
    contested = (row for key in document.contests for row in ledger.contest(key).rows)
    claimed = (one.row for claim in document.claims.values() for one in (*claim.support, *claim.against))
    return tuple({*rows_used(document), *depended, *contested, *claimed})


def _areas(ledger: Ledger, observations: Iterable[Observation], events: Iterable[Event]) -> set[str]:
    """Return the areas that rows are about, with the members of aggregates."""
    todo = [area for row in observations for area in (row.area, row.counterpart)]
    todo += [event.area for event in events]
    found: set[str] = set()
    while todo:
        area = ledger.areas.get(todo.pop())
        if area is not None and area.id not in found:
            found.add(area.id)
            todo += area.members
    return found


def _named(records: Mapping[str, Record], keys: Iterable[str]) -> list[Record]:
    """Return the records of some keys, in the order of their table."""
    wanted = set(keys)
    return [record for key, record in records.items() if key in wanted]


def _sources(
    document: Document, ledger: Ledger, records: tuple[Observation | Event | Rate, ...]
) -> Iterator[InputText]:
    """Yield the list of sources, each entry as written."""
    keys = {reference.key for reference in document.references}
    keys |= {key for record in records for key in (record.source, record.origin)}
    entries = [source.entry for key, source in ledger.sources.items() if key in keys]
    if entries:
        text = yaml.dump(
            {"references": entries}, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True
        )
        yield InputText("data/sources.yaml", text, excerpt=True)
