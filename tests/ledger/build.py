"""Small ledgers for tests: rows by what matters of them, everything else as usual."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from aibrief_report.errors import Place
from aibrief_report.inputs.yaml_text import read_yaml
from aibrief_report.ledger import derive
from aibrief_report.ledger.facts import fact
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.periods import read_period
from aibrief_report.ledger.quantities import Quantity
from aibrief_report.ledger.records import Area, Contest, Event, Indicator, Observation, Source
from aibrief_report.ledger.units import read_unit

PLACE = Place("data/observations.csv", 2, 1)


def row(id: str, value: str, unit: str = "USD billion", **more: Any) -> Observation:
    """Return an observation; `period`, `low` and `high` are written as in a table."""
    told = {
        "indicator": "investment",
        "area": "USA",
        "counterpart": "",
        "period": "2023",
        "period_as_stated": "",
        "low": None,
        "high": None,
        "qualifier": "exact",
        "status": "normal",
        "source": "report",
        "locator": "",
        "origin": "",
        "credited_to": "",
        "reading": "primary",
        "edition": "",
        "rank": "normal",
        "note": "",
        "place": PLACE,
    } | more
    told["period"] = read_period(str(told["period"]))
    for end in ("low", "high"):
        told[end] = None if told[end] is None else Decimal(told[end])
    return Observation(id=id, value=Decimal(value), unit=read_unit(unit), **told)


def ledger(
    *rows: Observation, sources: str = "", contests: Iterable[Contest] = (), events: Iterable[Event] = ()
) -> Ledger:
    """Return a ledger with some rows, and whatever indicators, areas and sources they name."""
    areas = {one.area for one in rows} | {one.counterpart for one in rows if one.counterpart} | {"USA"}
    return Ledger(
        observations={one.id: one for one in rows},
        indicators={
            key: Indicator(key, key.title(), "", read_unit("USD billion"), "flow", 1, "", PLACE)
            for key in {one.indicator for one in rows} | {"investment"}
        },
        areas={key: Area(key, f"the {key}", key, "country", (), "", PLACE) for key in sorted(areas)},
        events={one.id: one for one in events},
        contests={one.id: one for one in contests},
        sources=_sources(rows, sources),
    )


def _sources(rows: Iterable[Observation], text: str) -> dict[str, Source]:
    keys = dict.fromkeys(key for one in rows for key in (one.source, one.origin) if key)
    named = text or "\n".join(f"- {{id: {key}, title: {key}, issued: '2024'}}" for key in keys)
    read = read_yaml(named, "data/sources.yaml")
    entries = read.tree if isinstance(read.tree, list) else []
    return {
        str(entry["id"]): Source(str(entry["id"]), dict(entry), read, (number,))
        for number, entry in enumerate(entries)
        if isinstance(entry, dict)
    }


def quantity(*rows: Observation, prefer: dict[str, str] | None = None) -> Quantity:
    """Return the quantity of the one fact that some rows state."""
    held = ledger(*rows)
    return derive.observed(held, fact(held, rows, prefer or {}))
