"""What a computed value or a comparison sets against each other, though it is not alike.

Periods, definitions (indicators), editions of one series, forecasts against outcomes. None is an error: an
author may mean it, and say why. One indicator and the same areas in two periods are a change over time, and
meant; what one producer tells of one area and period, such as parts and their whole, is meant too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from msgspec import Struct

from aibrief_report.ledger.claims import Both, Comparison, Condition, Either, Negation
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.periods import Period
from aibrief_report.ledger.quantities import Expression, FactTerm, Operation, Quantity
from aibrief_report.ledger.records import Observation

MismatchCode: TypeAlias = Literal[
    "periods-differ",
    "indicators-differ",
    "editions-differ",
    "forecast-and-outcome",
    "rate-of-another-period",
    "counters-joined",
]

_OVER_TIME = ("change", "growth")
_AHEAD = ("forecast", "target")

Rows: TypeAlias = Sequence[Observation]


class Mismatch(Struct, frozen=True):
    """What two sides differ in, as a sentence's end: "2023 and 2024 are different periods"."""

    code: MismatchCode
    message: str


def mismatches(ledger: Ledger, quantity: Quantity) -> tuple[Mismatch, ...]:
    """Return what a computed quantity sets against each other; none where its author accepted it."""
    if quantity.accepted:
        return ()
    found = (
        one
        for left, right in _joined(quantity.expression)
        for one in _between(ledger, left, right, quantity.operation)
    )
    return tuple(dict.fromkeys(found))


def compared(ledger: Ledger, condition: Condition) -> tuple[Mismatch, ...]:
    """Return what a claim's condition sets against each other, within and between compared sides."""
    found = (one for pair in _comparisons(condition) for one in pair_mismatches(ledger, *pair))
    return tuple(dict.fromkeys(found))


def joined_by_line(ledger: Ledger, rows: Rows) -> tuple[Mismatch, ...]:
    """Return what a line joins, from row to row, though other producers or editions counted it."""
    found: list[Mismatch] = []
    for one, other in pairwise(rows):
        producers = ledger.series(one), ledger.series(other)
        if producers[0] != producers[1]:
            told = " and ".join(f"{row.id} ({by})" for row, by in zip((one, other), producers, strict=True))
            found.append(Mismatch("counters-joined", f"a line joins {told}, which different producers count"))
        found += _editions(ledger, [one], [other])
    return tuple(dict.fromkeys(found))


def pair_mismatches(ledger: Ledger, left: Quantity, right: Quantity | None) -> Iterator[Mismatch]:
    """Yield what is not alike in two quantities that are compared, and between them.

    `right` is `None` where a quantity is compared with a bare number.
    """
    yield from mismatches(ledger, left)
    if right is not None:
        yield from mismatches(ledger, right)
        if not left.accepted and not right.accepted:
            yield from _between(ledger, left.rows, right.rows, "")


def _comparisons(condition: Condition) -> Iterator[tuple[Quantity, Quantity | None]]:
    match condition:
        case Comparison(left, _, right):
            if isinstance(left, Quantity):
                yield left, right if isinstance(right, Quantity) else None
            elif isinstance(right, Quantity):
                yield right, None
        case Both(parts) | Either(parts):
            for part in parts:
                yield from _comparisons(part)
        case Negation(part):
            yield from _comparisons(part)


def _joined(expression: Expression) -> Iterator[tuple[Rows, Rows]]:
    """Yield the rows on the two sides of every operation that joins rows."""
    if isinstance(expression, Operation):
        yield from _joined(expression.left)
        yield from _joined(expression.right)
        left, right = _rows(expression.left), _rows(expression.right)
        if left and right:
            yield left, right


def _rows(expression: Expression) -> Rows:
    match expression:
        case FactTerm(fact):
            return (fact.preferred.row,)
        case Operation(_, left, right):
            return (*_rows(left), *_rows(right))
        case _:
            return ()


def _between(ledger: Ledger, left: Rows, right: Rows, operation: str) -> Iterator[Mismatch]:
    rate, left, right = right[0], _measured(left), _measured(right)
    if not right:
        yield from _rate(left, rate)
        return
    over_time = operation in _OVER_TIME or (_about(left) == _about(right))
    if not over_time:
        yield from _periods(left, right)
    if not _one_table(ledger, left, right):
        yield from _indicators(left, right)
    yield from _editions(ledger, left, right)
    yield from _statuses(left, right)


def _measured(rows: Rows) -> Rows:
    """Return rows without those of rates, which measure nothing themselves."""
    return [row for row in rows if row.indicator]


def _about(rows: Rows) -> set[tuple[str, str, str]]:
    return {(row.indicator, row.area, row.counterpart) for row in rows}


def _one_table(ledger: Ledger, left: Rows, right: Rows) -> bool:
    """Return whether one producer tells all rows, of one area and one period."""
    return len({(ledger.series(row), row.area, row.period.text) for row in (*left, *right)}) == 1


def _periods(left: Rows, right: Rows) -> Iterator[Mismatch]:
    one, other = ({row.period.text or row.period_as_stated for row in rows} for rows in (left, right))
    if one != other:
        yield Mismatch("periods-differ", f"{_told(one)} and {_told(other)} are different periods")


def _indicators(left: Rows, right: Rows) -> Iterator[Mismatch]:
    one, other = ({row.indicator for row in rows} for rows in (left, right))
    if one != other:
        yield Mismatch("indicators-differ", f"{_told(one)} and {_told(other)} are defined differently")


def _editions(ledger: Ledger, left: Rows, right: Rows) -> Iterator[Mismatch]:
    for series in sorted({ledger.series(row) for row in left} & {ledger.series(row) for row in right}):
        one, other = (
            {row.edition for row in rows if row.edition and ledger.series(row) == series}
            for rows in (left, right)
        )
        if one and other and one != other:
            message = f"{_told(one)} and {_told(other)} are different editions of {series}"
            yield Mismatch("editions-differ", message)


def _statuses(left: Rows, right: Rows) -> Iterator[Mismatch]:
    one, other = ({row.status in _AHEAD for row in rows} for rows in (left, right))
    if one != other:
        ahead = next(row for row in (*left, *right) if row.status in _AHEAD)
        past = next(row for row in (*left, *right) if row.status not in _AHEAD)
        yield Mismatch("forecast-and-outcome", f"{ahead.id} is a {ahead.status}, {past.id} is none")


def _rate(rows: Rows, rate: Observation) -> Iterator[Mismatch]:
    for row in rows:
        if not _meet(row.period, rate.period):
            when = row.period.text or row.period_as_stated or "no period"
            yield Mismatch("rate-of-another-period", f"{rate.id} is of {rate.period}, {row.id} of {when}")


def _meet(one: Period, other: Period) -> bool:
    """Return whether one of two periods lies within the other."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    within = one.first >= other.first and one.last <= other.last
    return within or (other.first >= one.first and other.last <= one.last)


def _told(words: set[str]) -> str:
    return ", ".join(sorted(word or "no period" for word in words))
