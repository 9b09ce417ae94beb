"""Deriving quantities: ratio, share, difference, change, growth, total. Units stay honest.

Multiplying and dividing keep the fewest significant digits among the inputs, adding and subtracting the
fewest decimals (the usual rules of significant figures); a constant is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from msgspec.structs import replace

from aibrief_report.errors import Fault, LedgerError
from aibrief_report.ledger.facts import Fact
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.periods import read_period
from aibrief_report.ledger.quantities import (
    Constant,
    Expression,
    FactTerm,
    Operation,
    Quantity,
    places,
    significant,
)
from aibrief_report.ledger.units import PERCENT, POINTS, RATIO, Unit

_HUNDRED = Constant(Decimal(100))
_ONE = Constant(Decimal(1))
_MOST_RATIO_DIGITS = 3
"""More digits of a ratio or share than these tell a reader nothing."""


def observed(ledger: Ledger, fact: Fact) -> Quantity:
    """Return the quantity of a fact as published, unit and digits included."""
    row = fact.preferred.row
    return Quantity(
        expression=FactTerm(fact),
        unit=fact.unit,
        label=ledger.indicators[row.indicator].title,
        area=_area_text(ledger, row.area, row.counterpart),
        period=row.period.text or row.period_as_stated,
        digits=significant(row.value),
        decimals=places(row.value),
    )


def ratio(over: Quantity, under: Quantity) -> Quantity:
    """Return how many times `over` is of `under`. Raises `LedgerError` for unlike units."""
    _same_measure("ratio", over, under)
    expression = _scaled(Operation("/", over.expression, under.expression), over.unit, under.unit)
    return _derived("ratio", expression, RATIO, f"{_name(over)} ÷ {_name(under)}", over, under)


def share(part: Quantity, whole: Quantity) -> Quantity:
    """Return `part` as percent of `whole`. Raises `LedgerError` for unlike units."""
    _same_measure("share", part, whole)
    quotient = _scaled(Operation("/", part.expression, whole.expression), part.unit, whole.unit)
    expression = Operation("*", quotient, _HUNDRED)
    formula = f"{_name(part)} ÷ {_name(whole)} × 100"
    return _derived("share", expression, PERCENT, formula, part, whole)


def change(before: Quantity, after: Quantity) -> Quantity:
    """Return the change from `before` to `after` in percent of `before`.

    Raises `LedgerError` where it does not start above zero: percent of nothing, or of a loss, say nothing.
    """
    _same_measure("change", before, after)
    _check_start("change", before)
    quotient = _scaled(Operation("/", after.expression, before.expression), after.unit, before.unit)
    expression = Operation("*", Operation("-", quotient, _ONE), _HUNDRED)
    formula = f"({_name(after)} ÷ {_name(before)} − 1) × 100"
    return _derived("change", expression, PERCENT, formula, before, after)


def growth(start: Quantity, end: Quantity) -> Quantity:
    """Return the compound annual growth rate in percent between two dated quantities.

    (end/start)^(1/years) − 1, years between the last days of both. Raises `LedgerError` for undated ones.
    """
    _same_measure("growth", start, end)
    _check_start("growth", start, end)
    years = _years(start, end)
    quotient = _scaled(Operation("/", end.expression, start.expression), end.unit, start.unit)
    rooted = Operation("root", quotient, Constant(years))
    expression = Operation("*", Operation("-", rooted, _ONE), _HUNDRED)
    formula = f"(({_name(end)} ÷ {_name(start)})^(1/{years}) − 1) × 100"
    return _derived("growth", expression, PERCENT, formula, start, end)


def difference(one: Quantity, other: Quantity) -> Quantity:
    """Return `one` − `other` in the unit of `one`; of two percentages, in percentage points."""
    _same_measure("difference", one, other)
    right = _scaled(other.expression, other.unit, one.unit)
    unit = POINTS if one.unit == PERCENT else one.unit
    return _additive("-", Operation("-", one.expression, right), unit, one, other)


def total(*parts: Quantity) -> Quantity:
    """Return the sum of quantities in the unit of the first."""
    if not parts:
        raise LedgerError(Fault("a total of nothing"))
    _same_measure("total", *parts)
    first = parts[0]
    expression = first.expression
    for part in parts[1:]:
        expression = Operation("+", expression, _scaled(part.expression, part.unit, first.unit))
    return _additive("+", expression, first.unit, *parts)


def scaled(quantity: Quantity, by: Decimal, operator: Literal["*", "/"] = "*") -> Quantity:
    """Return a quantity times (or divided by) a bare number, which is taken to be exact."""
    sign = "×" if operator == "*" else "÷"
    return replace(
        quantity,
        expression=Operation(operator, quantity.expression, Constant(by)),
        decimals=None,
        formula=f"{_name(quantity)} {sign} {by}".replace(" -", " −"),
    )


def remainder(parts: Sequence[Quantity]) -> Quantity:
    """Return what is left of 100 percent. Raises `LedgerError` for anything but percentages."""
    summed = total(*parts)
    if summed.unit != PERCENT:
        raise LedgerError(Fault("only shares in percent have a remainder", hint="give the shares a whole"))
    expression = Operation("-", _HUNDRED, summed.expression)
    quantity = _additive("-", expression, PERCENT, *parts)
    formula = " − ".join(["100", *(_name(part) for part in parts)])
    return replace(quantity, formula=formula)


def _derived(operation: str, expression: Expression, unit: Unit, formula: str, *inputs: Quantity) -> Quantity:
    digits = min(_MOST_RATIO_DIGITS, *(quantity.digits for quantity in inputs))
    return Quantity(
        expression,
        unit,
        _labels(inputs),
        _areas(inputs),
        _periods(inputs),
        digits,
        formula=formula,
        operation=operation,
        accepted=_reasons(inputs),
    )


def _additive(sign: str, expression: Expression, unit: Unit, *inputs: Quantity) -> Quantity:
    decimals = min(_decimals_in(quantity, inputs[0].unit) for quantity in inputs)
    mark = " + " if sign == "+" else " − "
    return Quantity(
        expression,
        unit,
        _labels(inputs),
        _areas(inputs),
        _periods(inputs),
        digits=max(quantity.digits for quantity in inputs),
        decimals=decimals,
        formula=mark.join(_name(quantity) for quantity in inputs),
        operation="total" if sign == "+" else "difference",
        accepted=_reasons(inputs),
    )


def _decimals_in(quantity: Quantity, unit: Unit) -> int:
    """Return the decimals of a quantity's print, were it in another scale of its unit."""
    shift = (unit.factor / quantity.unit.factor).adjusted()
    return places(quantity.rounded) + shift


def _scaled(expression: Expression, unit: Unit, wanted: Unit) -> Expression:
    factor = unit.factor / wanted.factor
    return expression if factor == 1 else Operation("*", expression, Constant(factor))


def _check_start(what: str, start: Quantity, *others: Quantity) -> None:
    if start.value <= 0 or any(other.value < 0 for other in others):
        hint = "tell the difference instead"
        raise LedgerError(Fault(f"a {what} in percent needs values above zero", hint=hint))


def _same_measure(what: str, *quantities: Quantity) -> None:
    first = quantities[0].unit
    for other in quantities[1:]:
        if other.unit.measure != first.measure:
            message = f"a {what} of {first} and {other.unit} means nothing"
            raise LedgerError(Fault(message, hint=unlike_hint(first, other.unit)))


def unlike_hint(one: Unit, other: Unit) -> str:
    """Return what to do where two units do not compare."""
    if {one.kind, other.kind} != {"currency"} or one.per != other.per:
        return "compare like with like"
    if one.currency != other.currency:
        return "two currencies need a rate that is declared, dated and sourced: see convert()"
    return "prices of different years need a deflator that is declared and sourced: see convert()"


def _years(start: Quantity, end: Quantity) -> Decimal:
    try:
        first, last = read_period(start.period).last, read_period(end.period).last
    except ValueError:
        first = last = None
    if first is None or last is None or first >= last:
        raise LedgerError(Fault("a growth rate needs two dated periods, the earlier one first"))
    months = (last.year - first.year) * 12 + last.month - first.month
    years = Decimal(months) / 12
    return years.quantize(Decimal(1)) if months % 12 == 0 else years


def _name(quantity: Quantity) -> str:
    """Return what stands for a quantity in a formula: its row, or its own formula in brackets."""
    return f"({quantity.formula})" if quantity.formula else quantity.rows[0].id


def _reasons(inputs: Sequence[Quantity]) -> str:
    """Return what authors gave as reasons for the inputs: what is accepted of a part is of the whole."""
    return "; ".join(dict.fromkeys(quantity.accepted for quantity in inputs if quantity.accepted))


def _labels(inputs: Sequence[Quantity]) -> str:
    return "; ".join(dict.fromkeys(quantity.label for quantity in inputs))


def _areas(inputs: Sequence[Quantity]) -> str:
    return "; ".join(dict.fromkeys(quantity.area for quantity in inputs if quantity.area))


def _periods(inputs: Sequence[Quantity]) -> str:
    return "; ".join(dict.fromkeys(quantity.period for quantity in inputs if quantity.period))


def _area_text(ledger: Ledger, area: str, counterpart: str) -> str:
    name = ledger.areas[area].name
    return f"{name}; {ledger.areas[counterpart].name}" if counterpart else name
