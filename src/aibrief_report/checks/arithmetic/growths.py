"""Growth rates and their end points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from aibrief_report.checks.arithmetic.measured import (
    Conflict,
    apart,
    meet,
    one_edition,
    possible,
    sound,
    told,
)
from aibrief_report.checks.arithmetic.titles import base_of_change
from aibrief_report.ledger.intervals import CONTEXT, Interval
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Observation


def growths_and_ends(rows: Sequence[Observation], ledger: Ledger) -> Iterator[Conflict]:
    """Yield each published growth rate that its published end points do not give.

    A rate for a year is the change on the year before; a rate for an interval is compound growth a year from
    its first year to its last. Rates and ends of different editions are not compared.
    """
    held = sound(rows)
    for rate in held:
        base = base_of_change(ledger.indicators[rate.indicator], ledger.indicators.values())
        if base is None:
            continue
        levels = [
            row
            for row in held
            if row.indicator == base.id
            and (row.area, row.counterpart) == (rate.area, rate.counterpart)
            and row.period.grain == "year"
        ]
        for first, last, years in _ends(rate, levels):
            alike = first.unit.measure == last.unit.measure and one_edition((rate, first, last), ledger)
            if alike and not (apart(rate, first, ledger) or apart(rate, last, ledger)):
                yield from _compare(rate, first, last, years)


def _ends(rate: Observation, levels: Sequence[Observation]) -> Iterator[tuple[Observation, Observation, int]]:
    """Yield the rows at both ends of a rate's time, and the years between."""
    start, end = rate.period.first, rate.period.last
    if start is None or end is None or rate.period.grain not in ("year", "interval"):
        return
    begin = start.year - 1 if rate.period.grain == "year" else start.year
    for first in levels:
        for last in levels:
            if first.period.text == str(begin) and last.period.text == str(end.year) and end.year > begin:
                yield first, last, end.year - begin


def _compare(rate: Observation, first: Observation, last: Observation, years: int) -> Iterator[Conflict]:
    start, end = possible(first), possible(last)
    if start.low <= 0 or end.low <= 0 or not (start.high.is_finite() and end.high.is_finite()):
        return
    reckoned = Interval(_rate(end.low, start.high, years), _rate(end.high, start.low, years))
    if not meet(reckoned, possible(rate)):
        value = _rate(last.value * last.unit.factor, first.value * first.unit.factor, years)
        yearly = f" a year over {years} years" if years > 1 else ""
        text = f"from {first.value} to {last.value} {last.unit} is {told(value)}%{yearly}, not {rate.value}%"
        yield Conflict((rate, first, last), text)


def _rate(last: Decimal, first: Decimal, years: int) -> Decimal:
    """Return the compound growth a year in percent."""
    root = CONTEXT.power(CONTEXT.divide(last, first), CONTEXT.divide(Decimal(1), Decimal(years)))
    return (root - 1) * 100
