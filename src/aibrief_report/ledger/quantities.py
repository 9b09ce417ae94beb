"""Quantities: values ready for prose, with unit, rivals, range and formula.

A quantity is an expression over facts. It is computed once for the preferred rivals, which gives the
value, and once for every assignment of rivals, which gives the range; a fact used twice is assigned once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce
from itertools import product
from math import prod
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.errors import Fault, LedgerError
from aibrief_report.ledger.facts import Candidate, Fact, open_places
from aibrief_report.ledger.intervals import CONTEXT, Interval, exactly
from aibrief_report.ledger.records import Observation
from aibrief_report.ledger.units import Unit

MOST_ASSIGNMENTS = 4096
"""More combinations of rivals than this are an error: nobody could check them."""

Operator: TypeAlias = Literal["+", "-", "*", "/", "root", ">"]
"""`>` is 1 where the first is greater, else 0: what a rank is a sum of."""


class FactTerm(Struct, frozen=True):
    """A leaf: a fact, converted by a factor to the unit of the whole."""

    fact: Fact


class Constant(Struct, frozen=True):
    """A leaf: a number that the author or a formula wrote."""

    value: Decimal


class Operation(Struct, frozen=True):
    """Two expressions joined; `root` takes the second, a constant, as its degree."""

    operator: Operator
    left: Expression
    right: Expression


Expression: TypeAlias = FactTerm | Constant | Operation


class Quantity(Struct, frozen=True):
    """A value with its unit and everything behind it.

    `digits` are the significant digits that its inputs support, `decimals` the places behind the mark as
    published or supported; one of them rules the print. `formula` is empty for a plain observation, and so
    is `operation`, the name of the function that computed it. `accepted` is the author's reason why a
    comparison that looks unlike is meant, or a contested row stands alone; empty where none was given.
    """

    expression: Expression
    unit: Unit
    label: str
    area: str
    period: str
    digits: int
    decimals: int | None = None
    formula: str = ""
    operation: str = ""
    accepted: str = ""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts behind it, each once, in the order of the formula."""
        return tuple({fact.key: fact for fact in _facts(self.expression)}.values())

    @property
    def fact(self) -> Fact | None:
        """The one fact that it is, `None` where it was computed."""
        return self.expression.fact if isinstance(self.expression, FactTerm) else None

    @property
    def value(self) -> Decimal:
        """The value for the preferred rivals, unrounded."""
        return self.value_for({fact.key: fact.chosen or 0 for fact in self.facts})

    def value_for(self, choice: Mapping[str, int], moved: Mapping[str, Decimal] | None = None) -> Decimal:
        """Return the value for an assignment of rivals.

        `moved` puts other values in the place of facts, in the unit of the row that each replaces: to ask
        what would have to change.
        """
        return _point(self.expression, choice, moved or {})

    def interval_for(self, choice: Mapping[str, int]) -> Interval:
        """Return all values that hedges and bounds allow for one assignment of rivals."""
        return _interval(self.expression, choice)

    @property
    def rounded(self) -> Decimal:
        """The value as it is printed: as published, or to the digits that its inputs support."""
        return round_to(self.value, self.digits, self.decimals)

    @property
    def range(self) -> Interval:
        """All values that rivals, bounds and hedges allow. Raises `LedgerError` past 4,096 assignments."""
        return reduce(Interval.join, (_interval(self.expression, choice) for choice in self.assignments))

    @property
    def assignments(self) -> Iterator[Mapping[str, int]]:
        """Every choice of one candidate a fact, consistently; the preferred one first."""
        facts = self.facts
        orders = open_places(facts)
        count = prod(map(len, orders))
        if count > MOST_ASSIGNMENTS:
            raise LedgerError(Fault(f"{count} combinations of rivals stand behind one number; choose some"))
        for choice in product(*orders):
            yield {fact.key: place for fact, place in zip(facts, choice, strict=True)}

    @property
    def rows(self) -> tuple[Observation, ...]:
        """The rows behind the preferred values, each once."""
        used = (row for fact in self.facts for row in fact.preferred.rows)
        return tuple({row.id: row for row in used}.values())

    @property
    def rivals(self) -> tuple[Candidate, ...]:
        """The candidates that were not chosen."""
        return tuple(one for fact in self.facts for one in fact.candidates if one is not fact.preferred)

    @property
    def undecided(self) -> tuple[Fact, ...]:
        """The facts whose sources differ and between which nobody chose."""
        return tuple(fact for fact in self.facts if fact.chosen is None)

    def with_digits(self, digits: int) -> Quantity:
        """Return it printed with fewer significant digits. Raises `LedgerError` for more than supported."""
        if digits < 1 or digits > self.digits:
            hint = f"at most {self.digits} digits are supported by what it is computed from"
            raise LedgerError(Fault(f"{digits} significant digits cannot be printed", hint=hint))
        return replace(self, digits=digits, decimals=None)


def round_to(value: Decimal, digits: int, decimals: int | None) -> Decimal:
    """Return a value rounded half up, to decimals where they are given, else to significant digits."""
    if decimals is None:
        decimals = 0 if value == 0 else digits - value.adjusted() - 1
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=CONTEXT)


def tidy(value: Decimal) -> Decimal:
    """Return a value without the zeros behind its last digit, and never with an exponent."""
    shifted = value.normalize()
    return shifted.quantize(Decimal(1)) if shifted == shifted.to_integral_value() else shifted


def significant(value: Decimal) -> int:
    """Return how many significant digits a published value has: 67.2 has three, 0.07 one, 2000 four."""
    exponent = value.as_tuple().exponent
    return max(1, value.adjusted() - (exponent if isinstance(exponent, int) else 0) + 1)


def places(value: Decimal) -> int:
    """Return how many decimals a published value has."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _facts(expression: Expression) -> Iterator[Fact]:
    match expression:
        case FactTerm(fact):
            yield fact
        case Operation(_, left, right):
            yield from _facts(left)
            yield from _facts(right)
        case _:
            return


def _point(expression: Expression, choice: Mapping[str, int], moved: Mapping[str, Decimal]) -> Decimal:
    match expression:
        case Constant(value):
            return value
        case FactTerm(fact):
            row = fact.candidates[choice[fact.key]].row
            return moved.get(fact.key, row.value) * _to_unit(row, fact.unit)
        case Operation(operator, left, right):
            a, b = _point(left, choice, moved), _point(right, choice, moved)
            return _apply(operator, a, b)


def _apply(operator: Operator, a: Decimal, b: Decimal) -> Decimal:
    match operator:
        case "+":
            return CONTEXT.add(a, b)
        case "-":
            return CONTEXT.subtract(a, b)
        case "*":
            return CONTEXT.multiply(a, b)
        case "/":
            if b == 0:
                raise LedgerError(Fault("division by zero"))
            return CONTEXT.divide(a, b)
        case "root":
            return CONTEXT.power(a, CONTEXT.divide(Decimal(1), b))
        case ">":
            return Decimal(a > b)


def _interval(expression: Expression, choice: Mapping[str, int]) -> Interval:
    match expression:
        case Constant(value):
            return exactly(value)
        case FactTerm(fact):
            candidate = fact.candidates[choice[fact.key]]
            return candidate.interval * exactly(_to_unit(candidate.row, fact.unit))
        case Operation("root", left, Constant(degree)):
            return _interval(left, choice).root(degree)
        case Operation(">", left, right):
            a, b = _interval(left, choice), _interval(right, choice)
            return Interval(Decimal(a.low > b.high), Decimal(a.high > b.low))
        case Operation(operator, left, right):
            a, b = _interval(left, choice), _interval(right, choice)
            return {"+": a.__add__, "-": a.__sub__, "*": a.__mul__, "/": a.__truediv__}[operator](b)


def _to_unit(row: Observation, unit: Unit) -> Decimal:
    if row.unit.measure != unit.measure:
        message = f"rivals in different units: {row.id} is in {row.unit}, not {unit}"
        raise LedgerError(Fault(message, row.place, "set one of them aside with rank deprecated"))
    return CONTEXT.divide(row.unit.factor, unit.factor)
