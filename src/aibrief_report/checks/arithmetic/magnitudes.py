"""Orders of magnitude: a value that leaps out of its own series, as a slipped scale or comma makes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from aibrief_report.checks.arithmetic.measured import Conflict, sound, told
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Observation

SPIKE = Decimal(8)
"""So many times both neighbours, which agree with each other: a slip. Tenfold and rounded down."""
STEP = Decimal(50)
"""So many times the only neighbour: nothing that is measured yearly grows so in a year or two."""
_NEAR_YEARS = 3


def leaps(rows: Sequence[Observation], ledger: Ledger) -> Iterator[Conflict]:
    """Yield each row that is out of all proportion to its neighbours in time."""
    held = [
        row
        for row in sound(rows)
        if row.value > 0 and ledger.indicators[row.indicator].kind in ("stock", "flow", "index")
    ]
    for _, group in groupby(sorted(held, key=_series), key=_series):
        yield from _in_series(sorted(group, key=lambda row: (row.period.text, row.id)))


def _series(row: Observation) -> tuple[str, ...]:
    return (row.indicator, row.area, row.counterpart, row.unit.measure, row.period.grain)


def _in_series(rows: Sequence[Observation]) -> Iterator[Conflict]:
    """Yield the leaps in one series; of several rows of one period the first stands for it."""
    series = list({row.period.text: row for row in reversed(rows)}.values())[::-1]
    for place, row in enumerate(series):
        before = series[place - 1] if place and _near(series[place - 1], row) else None
        behind = series[place + 1] if place + 1 < len(series) and _near(row, series[place + 1]) else None
        neighbours = [one for one in (before, behind) if one is not None]
        factor = _leap(row, neighbours)
        # Of two rows alone either may be wrong: the later one is told, once.
        if factor is not None and (len(neighbours) == 2 or before is not None or len(series) > 2):
            listed = " and ".join(f"{one.value} {one.unit} in {one.period}" for one in neighbours)
            text = f"{row.value} {row.unit} in {row.period} beside {listed}: a factor of {told(factor)}"
            yield Conflict((row, *neighbours), text)


def _leap(row: Observation, neighbours: Sequence[Observation]) -> Decimal | None:
    """Return by what factor a row leaves its neighbours; `None` where it does not leap."""
    ratios = [_worth(row) / _worth(one) for one in neighbours]
    if len(ratios) == 2:
        least = min(ratios) if min(ratios) > 1 else 1 / max(ratios)
        together = max(ratios) / min(ratios) < SPIKE / 2
        return least if together and least >= SPIKE else None
    if len(ratios) == 1 and max(ratios[0], 1 / ratios[0]) >= STEP:
        return max(ratios[0], 1 / ratios[0])
    return None


def _near(one: Observation, other: Observation) -> bool:
    first, last = one.period.last, other.period.last
    return first is not None and last is not None and last.year - first.year <= _NEAR_YEARS


def _worth(row: Observation) -> Decimal:
    return row.value * row.unit.factor
