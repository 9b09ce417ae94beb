"""What stands behind a printed number: its rows, the years that they cover, who produced them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from aibrief_report.checks.material import Material
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Observation, Source
from aibrief_report.model.numbers import Number


def rows_behind(number: Number, ledger: Ledger) -> tuple[Observation, ...]:
    """Return the observations behind a number; none for the date of an event."""
    return tuple(ledger.observations[row] for row in number.rows if row in ledger.observations)


def years_of(rows: Iterable[Observation]) -> tuple[range, ...]:
    """Return the years that each dated row covers."""
    return tuple(
        range(row.period.first.year, row.period.last.year + 1)
        for row in rows
        if row.period.first is not None and row.period.last is not None
    )


def brief_day(material: Material) -> date:
    """Return the day of the brief, which stands for today."""
    return date.fromisoformat(material.brief.date)


def same_fact(one: Observation, other: Observation) -> bool:
    """Return whether two rows tell of one indicator, area, counterpart, period and status."""
    return fact_key(one) == fact_key(other)


def fact_key(row: Observation) -> tuple[str, ...]:
    """Return what makes two rows tell of one fact."""
    return (row.indicator, row.area, row.counterpart, row.period.text, row.status)


def same_series(one: Observation, other: Observation) -> bool:
    """Return whether two rows measure one thing of one area, in one measure and at whatever times."""
    return (one.indicator, one.area, one.counterpart, one.unit.measure) == (
        other.indicator,
        other.area,
        other.counterpart,
        other.unit.measure,
    )


def house(source: Source) -> str:
    """Return who is responsible for a source: its first author or publisher, else its series."""
    authors = source.entry.get("author")
    first = authors[0] if isinstance(authors, list) and authors else None
    name = (first.get("literal") or first.get("family")) if isinstance(first, dict) else ""
    return str(name or source.entry.get("publisher") or source.entry.get("container-title") or source.series)
