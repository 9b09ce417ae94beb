"""Round numbers for an axis: where its scale begins and ends, and where its lines stand.

The steps are Heckbert's "nice numbers" (Graphics Gems, 1990), in decimals so that 0.3 is printed 0.3.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import ceil, floor

from msgspec import Struct

from aibrief_report.charts.wording import number_text

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


class Ticks(Struct, frozen=True):
    """The marks of a scale in rising order; the first and the last are the scale's ends."""

    values: tuple[Decimal, ...]

    @property
    def low(self) -> float:
        """The beginning of the scale."""
        return float(self.values[0])

    @property
    def high(self) -> float:
        """The end of the scale."""
        return float(self.values[-1])

    def labels(self, language: str) -> tuple[str, ...]:
        """Return the marks as printed in a language."""
        return tuple(number_text(value, language) for value in self.values)


def span(values: Iterable[Decimal]) -> Ticks:
    """Return the scale from zero to the values' own ends, for a plot whose marks carry their values."""
    held = [*values, Decimal(0)]
    low, high = min(held), max(held)
    return Ticks((low, high if high > low else low + 1))


def ticks(values: Iterable[Decimal], wanted: int = 4, zero: bool = True) -> Ticks:
    """Return ticks around values, about `wanted` steps of them; with `zero` the scale contains 0.

    No values give the scale 0 to 1.
    """
    held = list(values) or [Decimal(0), Decimal(1)]
    low, high = min(held), max(held)
    if zero:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = low + 1
    step = _step((high - low) / wanted)
    first, last = floor(low / step), ceil(high / step)
    return Ticks(tuple(step * place for place in range(first, last + 1)))


def _step(rough: Decimal) -> Decimal:
    power = Decimal(1).scaleb(rough.adjusted())
    return next(nice * power for nice in _STEPS if nice * power >= rough)
