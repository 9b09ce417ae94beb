"""Rows as measured values: what a published value, its rounding, hedge and bounds leave possible."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from aibrief_report.ledger.facts import bounds
from aibrief_report.ledger.intervals import Interval, exactly
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Observation

_NOUGHTS = 2
"""So many noughts at the end of a whole number are taken for rounding, not for digits."""


class Conflict(Struct, frozen=True):
    """Rows that cannot all be true, and the arithmetic that shows it. The first row is the one to look at."""

    rows: tuple[Observation, ...]
    text: str


def possible(row: Observation) -> Interval:
    """Return all values that a row leaves possible, in the bare measure: rounding, hedge and bounds included.

    A value is rounded to its last digit; one that ends in several noughts before the mark, to the last digit
    that is none of them, as 54,000 may be any number that rounds to it.
    """
    held = bounds(row)
    half = _step(row) / 2
    return Interval(held.low - half, held.high + half) * exactly(row.unit.factor)


def meet(one: Interval, other: Interval) -> bool:
    """Return whether two intervals share a value."""
    return one.low <= other.high and other.low <= one.high


def apart(one: Observation, other: Observation, ledger: Ledger) -> bool:
    """Return whether two rows are declared to differ by standing in one contest."""
    return any(key in ledger.contests_of(other.id) for key in ledger.contests_of(one.id))


def sound(rows: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return the rows that are held to arithmetic: not deprecated, traced, and dated."""
    return tuple(
        row for row in rows if row.rank != "deprecated" and row.reading != "untraced" and row.period.dated
    )


def same_time(one: Observation, other: Observation) -> bool:
    """Return whether two rows tell of one period and one status."""
    return one.period == other.period and one.status == other.status


def one_edition(rows: Iterable[Observation], ledger: Ledger) -> bool:
    """Return whether rows can be reckoned with together: all of one edition of one producer's series.

    Another producer counts otherwise, and a newer edition may have restated what an older one computed with.
    """
    editions = {(ledger.series(row), row.edition or ledger.sources[row.producer].year) for row in rows}
    return len(editions) == 1


def told(value: Decimal) -> str:
    """Return a computed value in three or four digits, for messages."""
    if not value.is_finite():
        return "no bound"
    places = max(0, 3 - value.adjusted()) if value else 0
    text = format(value.quantize(Decimal(1).scaleb(-min(places, 6))), ",f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _step(row: Observation) -> Decimal:
    """Return the worth of the last digit that means something, in the row's unit."""
    exponent = row.value.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    if places >= 0 and row.value and row.unit.kind not in ("percent", "points"):
        normal = row.value.normalize().as_tuple().exponent
        places = normal if isinstance(normal, int) and normal >= _NOUGHTS else places
    return Decimal(10) ** places
