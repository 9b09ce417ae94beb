"""Claims: whether a condition over quantities holds, is contested, or fails.

It holds where it is true for every assignment of rivals, hedges and bounds included; it is contested where
it is true for the preferred values but not for all; else it fails. What would overturn it is told too.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from math import prod
from typing import Literal, TypeAlias

from msgspec import Struct

from aibrief_report.errors import Fault, LedgerError
from aibrief_report.ledger.facts import Candidate, Fact, open_places
from aibrief_report.ledger.intervals import Interval, exactly
from aibrief_report.ledger.quantities import MOST_ASSIGNMENTS, Quantity

Sign: TypeAlias = Literal["<", "<=", ">", ">=", "==", "!="]
Verdict: TypeAlias = Literal["holds", "contested", "fails"]
Choice: TypeAlias = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides compared; a bare number is meant in the unit of the quantity on the other side.

    `factor` is that unit's. Raises `LedgerError` for sides that cannot be compared.
    """

    left: Quantity | Decimal
    sign: Sign
    right: Quantity | Decimal
    factor: Decimal = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "factor", _factor(self.left, self.right))


class Both(Struct, frozen=True):
    """Holds where all parts hold."""

    parts: tuple[Condition, ...]


class Either(Struct, frozen=True):
    """Holds where one part holds."""

    parts: tuple[Condition, ...]


class Negation(Struct, frozen=True):
    """Holds where its part does not."""

    part: Condition


_FARTHEST = 10**6
_HALVINGS = 40
_COMPARE: Mapping[Sign, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}

Condition: TypeAlias = Comparison | Both | Either | Negation


class Judgement(Struct, frozen=True):
    """What was found of a condition.

    `quantities` are the sides of its comparisons; `support` are the preferred candidates behind them.
    `against` is the first assignment under which it is not true: the candidates that speak against it,
    empty where it holds; the same as `support` where only a hedge or bound leaves it open.
    """

    verdict: Verdict
    quantities: tuple[Quantity, ...]
    against: tuple[Candidate, ...]
    support: tuple[Candidate, ...]


def judge(condition: Condition) -> Judgement:
    """Return the verdict on a condition. Raises `LedgerError` past 4,096 assignments.

    Where nobody chose between rivals, each of them counts as preferred: the order of rows decides nothing.
    """
    quantities = tuple(_quantities(condition))
    facts = tuple({fact.key: fact for one in quantities for fact in one.facts}.values())
    preferred = tuple(_preferred(facts))
    true = next((choice for choice in preferred if _point_truth(condition, choice)), None)
    if true is None:
        return Judgement("fails", quantities, _chosen(facts, preferred[0]), ())
    for choice in _assignments(facts):
        if _truth(condition, choice) is not True:
            return Judgement("contested", quantities, _chosen(facts, choice), _chosen(facts, true))
    return Judgement("holds", quantities, (), _chosen(facts, true))


def _preferred(facts: tuple[Fact, ...]) -> Iterator[Choice]:
    """Yield every assignment of the candidates that were chosen, and of all where nobody chose."""
    fixed = {fact.key: fact.chosen for fact in facts if fact.chosen is not None}
    for choice in _assignments(tuple(fact for fact in facts if fact.chosen is None)):
        yield {**fixed, **choice}


def _chosen(facts: tuple[Fact, ...], choice: Choice) -> tuple[Candidate, ...]:
    return tuple(fact.candidates[choice[fact.key]] for fact in facts)


def decided(condition: Condition) -> bool:
    """Return whether a condition is true for the preferred values.

    Raises `LedgerError` where it depends on which source is believed, and nobody chose between them.
    """
    facts = tuple({fact.key: fact for one in _quantities(condition) for fact in one.facts}.values())
    preferred = {fact.key: fact.chosen or 0 for fact in facts}
    truth = _point_truth(condition, preferred)
    open_facts = tuple(fact for fact in facts if fact.chosen is None)
    for choice in _assignments(open_facts):
        if _point_truth(condition, {**preferred, **choice}) is not truth:
            rows = [candidate.row for fact in open_facts for candidate in fact.candidates]
            told = "; ".join(f"{row.id} = {row.value} {row.unit}" for row in rows)
            hint = "choose one under prefer: in brief.yaml, with the reason, or write a {% claim %}"
            raise LedgerError(Fault(f"sources differ on which way this goes: {told}", hint=hint))
    return truth


def margins(condition: Condition) -> tuple[tuple[Candidate, Decimal], ...]:
    """Return, for each candidate of each fact, the value nearest to its own at which the verdict would flip.

    Other facts stay at their preferred values. Left out are candidates that cannot flip it alone, within a
    millionfold change, and those that have: rivals for which the verdict is another one already.
    """
    quantities = tuple(_quantities(condition))
    facts = tuple({fact.key: fact for one in quantities for fact in one.facts}.values())
    preferred = {fact.key: fact.chosen or 0 for fact in facts}
    truth = _point_truth(condition, preferred)
    choices = [
        (fact, {**preferred, fact.key: place})
        for fact, places in zip(facts, open_places(facts), strict=True)
        for place in places
    ]
    found = (
        (fact, choice, _flip(condition, choice, fact))
        for fact, choice in choices
        if _point_truth(condition, choice) is truth
    )
    return tuple(
        (fact.candidates[choice[fact.key]], value) for fact, choice, value in found if value is not None
    )


def _quantities(condition: Condition) -> Iterator[Quantity]:
    match condition:
        case Comparison(left, _, right):
            yield from (side for side in (left, right) if isinstance(side, Quantity))
        case Both(parts) | Either(parts):
            for part in parts:
                yield from _quantities(part)
        case Negation(part):
            yield from _quantities(part)


def _assignments(facts: tuple[Fact, ...]) -> Iterator[Choice]:
    orders = open_places(facts)
    count = prod(map(len, orders))
    if count > MOST_ASSIGNMENTS:
        raise LedgerError(Fault(f"{count} combinations of rivals stand behind one claim; choose some"))
    for places in product(*map(sorted, orders)):
        yield {fact.key: place for fact, place in zip(facts, places, strict=True)}


def _point_truth(condition: Condition, choice: Choice, moved: Mapping[str, Decimal] | None = None) -> bool:
    match condition:
        case Comparison(left, sign, right):
            unit = condition.factor
            return _COMPARE[sign](_point(left, choice, unit, moved), _point(right, choice, unit, moved))
        case Both(parts):
            return all(_point_truth(part, choice, moved) for part in parts)
        case Either(parts):
            return any(_point_truth(part, choice, moved) for part in parts)
        case Negation(part):
            return not _point_truth(part, choice, moved)


def _truth(condition: Condition, choice: Choice) -> bool | None:
    """Return whether it is true for all values that an assignment leaves possible; `None`: for some."""
    match condition:
        case Comparison(left, sign, right):
            unit = condition.factor
            return _certain(_interval(left, choice, unit), sign, _interval(right, choice, unit))
        case Both(parts):
            found = [_truth(part, choice) for part in parts]
            return False if False in found else None if None in found else True
        case Either(parts):
            found = [_truth(part, choice) for part in parts]
            return True if True in found else None if None in found else False
        case Negation(part):
            inner = _truth(part, choice)
            return None if inner is None else not inner


def _certain(a: Interval, sign: Sign, b: Interval) -> bool | None:
    ordered = {
        "<": (a.high < b.low, a.low >= b.high),
        "<=": (a.high <= b.low, a.low > b.high),
        ">": (a.low > b.high, a.high <= b.low),
        ">=": (a.low >= b.high, a.high < b.low),
        "==": (a.single and a == b, a.high < b.low or a.low > b.high),
        "!=": (a.high < b.low or a.low > b.high, a.single and a == b),
    }
    true, false = ordered[sign]
    return True if true else False if false else None


def _factor(left: Quantity | Decimal, right: Quantity | Decimal) -> Decimal:
    """Return the factor of the unit that a bare number is meant in. Raises `LedgerError` for unlike units."""
    sides = [side for side in (left, right) if isinstance(side, Quantity)]
    if not sides:
        raise LedgerError(Fault("a claim compares two bare numbers", hint="one side comes from the ledger"))
    undated = next((row for side in sides for row in side.rows if not row.period.dated), None)
    if undated:
        message = f"{undated.id} has no period, and enters no comparison"
        raise LedgerError(Fault(message, hint="what is not dated cannot be larger or smaller than anything"))
    first = sides[0].unit
    for other in sides[1:]:
        if other.unit.measure != first.measure:
            message = f"{first} and {other.unit} cannot be compared"
            raise LedgerError(Fault(message, hint="compare like with like"))
    return first.factor


def _point(
    side: Quantity | Decimal, choice: Choice, unit: Decimal, moved: Mapping[str, Decimal] | None
) -> Decimal:
    if isinstance(side, Decimal):
        return side * unit
    return side.value_for(choice, moved) * side.unit.factor


def _interval(side: Quantity | Decimal, choice: Choice, unit: Decimal) -> Interval:
    if isinstance(side, Decimal):
        return exactly(side * unit)
    return side.interval_for(choice) * exactly(side.unit.factor)


def _flip(condition: Condition, choice: Choice, fact: Fact) -> Decimal | None:
    """Return the value of a fact nearest to the chosen one that changes the truth; `None` where none does."""
    truth = _point_truth(condition, choice)

    def flipped(value: Decimal) -> bool:
        try:
            return _point_truth(condition, choice, {fact.key: value}) is not truth
        except (LedgerError, ArithmeticError):
            return False

    start = fact.candidates[choice[fact.key]].row.value
    turns = [turn for direction in (1, -1) if (turn := _turn(flipped, start, direction)) is not None]
    return min(turns, key=lambda turn: abs(turn - start), default=None)


def _turn(flipped: Callable[[Decimal], bool], start: Decimal, direction: int) -> Decimal | None:
    """Return where the truth turns in one direction: by growing steps outwards, then by bisection."""
    inside = start
    for outside in _steps(start, direction):
        if flipped(outside):
            return _bisected(flipped, inside, outside)
        inside = outside
    return None


def _steps(start: Decimal, direction: int) -> Iterator[Decimal]:
    """Yield values ever farther from a start: by factors from a positive one, which stays positive."""
    factor = Decimal("1.01")
    while factor < _FARTHEST:
        if start > 0:
            yield start * factor if direction > 0 else start / factor
        else:
            yield start + direction * max(abs(start), Decimal(1)) * (factor - 1)
        factor *= factor


def _bisected(flipped: Callable[[Decimal], bool], inside: Decimal, outside: Decimal) -> Decimal:
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (inside, middle) if flipped(middle) else (middle, outside)
    return outside
