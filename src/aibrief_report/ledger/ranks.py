"""Ranks: an area's place among others, as a quantity. It has a range where rivals could change the place.

The place is one more than the number of values that are greater, so that equal values share a place.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from aibrief_report.errors import Fault, LedgerError
from aibrief_report.ledger.derive import unlike_hint
from aibrief_report.ledger.facts import Fact
from aibrief_report.ledger.quantities import Constant, Expression, FactTerm, Operation, Quantity
from aibrief_report.ledger.units import Unit

_PLACE = Unit("place")
_ONE = Constant(Decimal(1))


def rank(mine: Quantity, others: Sequence[Quantity]) -> Quantity:
    """Return the place of `mine` among all, the largest first. Raises `LedgerError` for unlike units.

    Where no choice between rivals changes the place, it is printed though nobody chose between them.
    """
    expression: Expression = _ONE
    for other in others:
        if other.unit.measure != mine.unit.measure:
            message = f"a rank of {mine.unit} and {other.unit} means nothing"
            raise LedgerError(Fault(message, hint=unlike_hint(mine.unit, other.unit)))
        expression = Operation("+", expression, Operation(">", _bare(other), _bare(mine)))
    found = Quantity(
        expression=expression,
        unit=_PLACE,
        label=mine.label,
        area=mine.area,
        period=mine.period,
        digits=3,
        decimals=0,
        formula=f"place of {_names([mine])} among {_names([mine, *others])}, the largest first",
        operation="rank",
    )
    return replace(found, expression=_decided(expression)) if found.range.single else found


def ranked(place: Quantity) -> int:
    """Return among how many values a rank was found."""
    expression, count = place.expression, 1
    while isinstance(expression, Operation):
        expression, count = expression.left, count + 1
    return count


def tied(place: Quantity) -> bool:
    """Return whether another value equals the one whose place it is, for the preferred rivals."""
    choice = {fact.key: fact.chosen or 0 for fact in place.facts}
    expression = place.expression
    while isinstance(expression, Operation):
        other, expression = expression.right, expression.left
        if isinstance(other, Operation) and _equal(place, other, choice):
            return True
    return False


def _equal(place: Quantity, compared: Operation, choice: dict[str, int]) -> bool:
    sides = (replace(place, expression=side) for side in (compared.left, compared.right))
    one, other = (side.value_for(choice) for side in sides)
    return one == other


def _bare(quantity: Quantity) -> Expression:
    """Return a quantity's expression in its bare measure, so that scales compare."""
    factor = quantity.unit.factor
    return quantity.expression if factor == 1 else Operation("*", quantity.expression, Constant(factor))


def _decided(expression: Expression) -> Expression:
    """Return an expression with the first candidate chosen wherever nobody chose."""
    match expression:
        case FactTerm(Fact(chosen=None) as fact):
            return FactTerm(replace(fact, chosen=0))
        case Operation(_, left, right):
            return replace(expression, left=_decided(left), right=_decided(right))
        case _:
            return expression


def _names(quantities: Sequence[Quantity]) -> str:
    return ", ".join(quantity.rows[0].id for quantity in quantities)
