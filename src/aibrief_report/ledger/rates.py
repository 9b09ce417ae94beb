"""Converting by a declared rate: another currency, or another year's prices. A rate is a fact like any other.

A rate works both ways: one of CNY to USD multiplies yuan into dollars, and divides dollars into yuan.
"""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from aibrief_report.errors import Fault, LedgerError
from aibrief_report.ledger.facts import Candidate, Fact
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.quantities import FactTerm, Operation, Quantity, significant
from aibrief_report.ledger.records import Rate
from aibrief_report.ledger.units import Unit

_SIGNS = {"*": "×", "/": "÷"}


def convert(ledger: Ledger, quantity: Quantity, to: str, key: str) -> Quantity:
    """Return a quantity in the measure `to` ("USD", "USD@2023"), by the declared rate of an id.

    Its scale stays, its digits are no more than those of the rate. Raises `LedgerError` where there is no
    such rate, or where it does not lead from the quantity's measure to `to`.
    """
    rate = ledger.rate(key)
    operator = _direction(quantity, to, rate)
    term = FactTerm(Fact(f"rate|{rate.id}", (Candidate(rate.row),), 0))
    name = f"({quantity.formula})" if quantity.formula else quantity.rows[0].id
    return replace(
        quantity,
        expression=Operation(operator, quantity.expression, term),
        unit=_turned(quantity.unit, to),
        digits=min(quantity.digits, significant(rate.value)),
        decimals=None,
        formula=f"{name} {_SIGNS[operator]} {rate.id}",
        operation="convert",
    )


def _direction(quantity: Quantity, to: str, rate: Rate) -> Literal["*", "/"]:
    """Return whether the rate multiplies or divides."""
    own = _bare(quantity.unit)
    if (own, to) == (rate.source_unit, rate.target_unit):
        return "*"
    if (own, to) == (rate.target_unit, rate.source_unit):
        return "/"
    message = f"the rate {rate.id!r} is between {rate.source_unit} and {rate.target_unit}, not {own} and {to}"
    raise LedgerError(Fault(message, rate.place, "declare the rate that is meant in data/rates.csv"))


def _bare(unit: Unit) -> str:
    """Return a measure without what it is per: yuan per capita are turned by the rate of yuan."""
    return unit.measure.removesuffix(f" per {unit.per}") if unit.per else unit.measure


def _turned(unit: Unit, to: str) -> Unit:
    return Unit(f"{to} per {unit.per}" if unit.per else to, unit.scale)
