"""The parts of stacks: where each begins and ends. Nothing that is missing or negative can be stacked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from aibrief_report.charts.values import decimal, missing
from aibrief_report.errors import ChartError, Faults
from aibrief_report.model.charts import Chart, Point, Series

_WHOLE = Decimal(100)
_ROUNDING = Decimal("0.5")  # by how much printed shares may miss 100


class Part(Struct, frozen=True):
    """One part: its series and point, and the values between which it lies."""

    series: Series
    point: Point
    low: Decimal
    high: Decimal


def parts_of(chart: Chart) -> list[Part]:
    """Return the parts of all stacks, series by series, from zero upwards.

    Raises `ChartError` for negative values, and for stacks of which a part is missing: with a hole a stack
    would understate its whole. One that is missing altogether has no parts.
    """
    faults, tops, found = Faults(ChartError), defaultdict[str, Decimal](Decimal), []
    gone = missing_stacks(chart)
    for series in chart.series:
        for point in (one for one in series.points if one.x not in gone):
            value = decimal(point.y) if point.y is not None else Decimal(-1)
            if value < 0:
                what = "is missing" if point.y is None else f"is negative ({point.y})"
                faults.add(
                    f"{series.name}, {point.x}: a part of a stack {what}",
                    hint="use grouped bars or lines, which can show that, or leave the stack out",
                )
            found.append(Part(series, point, tops[point.x], tops[point.x] + value))
            tops[point.x] += value
    faults.check()
    return found


def missing_stacks(chart: Chart) -> list[str]:
    """Return the categories of which no part has a value."""
    told = {point.x for one in chart.series for point in one.points if point.y is not None}
    return list(dict.fromkeys(point.x for _, point in missing(chart) if point.x not in told))


def top_of(parts: Sequence[Part]) -> Decimal:
    """Return the height of the tallest stack."""
    return max((part.high for part in parts), default=Decimal(1))


def are_shares(parts: Sequence[Part]) -> bool:
    """Tell whether every stack comes to 100, but for rounding."""
    tops: dict[str, Decimal] = {}
    for part in parts:
        tops[part.point.x] = part.high
    return all(abs(top - _WHOLE) <= _ROUNDING for top in tops.values())
