"""Interval arithmetic over decimals with open ends: it may overstate a range, never understate it.

After Moore, Kearfott & Cloud, *Introduction to Interval Analysis* (2009), with outward-safe precision:
all arithmetic is done with 40 digits, far more than any published figure carries.
"""

from __future__ import annotations

from decimal import Context, Decimal
from itertools import product

from msgspec import Struct

from aibrief_report.errors import Fault, LedgerError

CONTEXT = Context(prec=40)
INFINITY = Decimal("Infinity")


class Interval(Struct, frozen=True):
    """All values from `low` to `high`, both included; an infinite end is open."""

    low: Decimal
    high: Decimal

    @property
    def single(self) -> bool:
        """Whether it holds one value only."""
        return self.low == self.high

    def join(self, other: Interval) -> Interval:
        """Return the least interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def __add__(self, other: Interval) -> Interval:
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return self + Interval(-other.high, -other.low)

    def __mul__(self, other: Interval) -> Interval:
        ends = [_times(a, b) for a, b in product((self.low, self.high), (other.low, other.high))]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        if other.low <= 0 <= other.high:
            hint = "the divisor's range reaches zero; say in prose what is known instead"
            raise LedgerError(Fault("division by a range that contains 0", hint=hint))
        ends = [_over(a, b) for a, b in product((self.low, self.high), (other.low, other.high))]
        return Interval(min(ends), max(ends))

    def root(self, degree: Decimal) -> Interval:
        """Return the real root of an interval of positive values."""
        if self.low < 0:
            raise LedgerError(Fault("a growth rate needs values above zero"))
        return Interval(_root(self.low, degree), _root(self.high, degree))


def exactly(value: Decimal) -> Interval:
    """Return the interval of one value."""
    return Interval(value, value)


def _sum(a: Decimal, b: Decimal) -> Decimal:
    return CONTEXT.add(a, b)


def _times(a: Decimal, b: Decimal) -> Decimal:
    # 0 × ∞ bounds a product of a value that is 0 and one that is finite but unknown: 0.
    return Decimal(0) if 0 in (a, b) else CONTEXT.multiply(a, b)


def _over(a: Decimal, b: Decimal) -> Decimal:
    if b.is_infinite():
        # a/b tends to 0 for a finite a; an infinite a leaves it open in a's direction.
        return Decimal(0) if a.is_finite() else a * b
    return CONTEXT.divide(a, b)


def _root(value: Decimal, degree: Decimal) -> Decimal:
    if value == 0 or value.is_infinite():
        return value
    return CONTEXT.power(value, CONTEXT.divide(Decimal(1), degree))
