"""The axis along which lines run: time, quantities or categories, with the marks that fit its width.

Plain years stand at their own mark. As soon as one period is finer or longer than a year, the axis is a
calendar: lines at the turns of years, years named between them, and every period at its middle.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from msgspec import Struct

from aibrief_report.charts.parts.axes import lookup
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.parts.ticks import ticks
from aibrief_report.charts.periods import are_years, period_text, stretch
from aibrief_report.charts.values import categories, category_text, decimal
from aibrief_report.errors import ChartError, Fault
from aibrief_report.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt

_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)
_HALF = 0.5  # of a year
_BETWEEN = 10.0  # the least gap between two labels


class Along(Struct, frozen=True):
    """The scale's ends, its labels and their places, where light lines are, and where each `x` stands.

    `early` is by how much of a year the middle of a year stands before it in time: plain years stand at their
    own marks. It is `None` where the axis has no time.
    """

    low: float
    high: float
    labels: tuple[tuple[float, tuple[str, ...]], ...]
    rules: tuple[float, ...]
    places: dict[str, float]
    early: float | None = None

    @property
    def lines(self) -> int:
        """How many lines the tallest label takes."""
        return max((len(lines) for _, lines in self.labels), default=1)

    def span(self, first: str, last: str = "") -> tuple[float, float]:
        """Return where a period begins and where it, or the `last` one, ends.

        Raises `ChartError` where that lies outside of the axis.
        """
        if self.early is None:
            raise ChartError(Fault(f"a note stands at {first}, and the chart has no axis of time"))
        start, end = stretch(first).start - self.early, stretch(last or first).end - self.early
        if end < self.low or start > self.high:
            hint = "an axis reaches from the first value to the last"
            raise ChartError(Fault(f"a note stands at {first}, outside of the chart", hint=hint))
        return max(start, self.low), min(end, self.high)

    def axis(self) -> alt.Axis:
        """Return the axis with its labels; its rules are drawn apart, for they stand elsewhere."""
        import altair as alt

        values = [place for place, _ in self.labels]
        told = lookup(values, [lines for _, lines in self.labels])
        return alt.Axis(
            grid=False,
            values=values,
            tickCount=len(values),
            labelExpr=told,
            labelAngle=0,
            labelBaseline="top",
        )


def along(chart: Chart, sheet: Sheet, width: float) -> Along:
    """Return the axis of a chart's `x` for a plot about `width` points wide."""
    order = categories(chart)
    if chart.x.kind == "category":
        return _named(chart, order, sheet, width)
    if chart.x.kind == "quantity":
        return _measured(order, sheet)
    if are_years(order):
        return _years([int(one) for one in order], sheet, width)
    return calendar(order, sheet, width)


def _named(chart: Chart, order: list[str], sheet: Sheet, width: float) -> Along:
    room = width / len(order) - _BETWEEN
    labels = [(float(n), sheet.wrap(category_text(chart, one, sheet), room)) for n, one in enumerate(order)]
    places = {one: float(n) for n, one in enumerate(order)}
    return Along(-0.5, len(order) - 0.5, tuple(labels), (), places)


def _measured(order: list[str], sheet: Sheet) -> Along:
    held = [decimal(one) for one in order]
    found = ticks(held, wanted=6, zero=_near_zero(float(min(held)), float(max(held))))
    words = found.labels(sheet.wording.language)
    labels = tuple((float(value), (word,)) for value, word in zip(found.values, words, strict=True))
    places = {one: float(value) for one, value in zip(order, held, strict=True)}
    return Along(found.low, found.high, labels, tuple(float(one) for one in found.values), places)


def _near_zero(low: float, high: float) -> bool:
    return low * high <= 0 or min(abs(low), abs(high)) < max(abs(low), abs(high)) / 2


def _years(held: list[int], sheet: Sheet, width: float) -> Along:
    low, high = min(held), max(held)
    step = _year_step(high - low, sheet, width)
    shown = [year for year in range(low, high + 1) if year % step == 0 or high == low]
    labels = tuple((float(year), (str(year),)) for year in shown)
    apart = (high - low) * 0.03 or 0.5
    places = {str(year): float(year) for year in held}
    return Along(low - apart, high + apart, labels, (), places, _HALF)


def calendar(order: list[str], sheet: Sheet, width: float) -> Along:
    """Return the axis of periods of any length, from the first year's beginning to the last one's end."""
    held = {one: stretch(one) for one in order}
    low = floor(min(one.start for one in held.values()))
    high = ceil(max(one.end for one in held.values()) - 1e-9)
    places = {text: one.middle for text, one in held.items()}
    if high - low == 1:
        return Along(low, high, _quarters(low, sheet), tuple(low + n / 4 for n in range(5)), places, 0.0)
    step = _year_step(high - low, sheet, width)
    labels = tuple((year + 0.5, (str(year),)) for year in range(low, high) if _is_named(year, low, step))
    return Along(low, high, labels, tuple(float(year) for year in range(low, high + 1)), places, 0.0)


def _is_named(year: int, low: int, step: int) -> bool:
    """Tell whether a year of a calendar is named: round ones of many, every other one from the first on."""
    return (year - (low if step == _YEAR_STEPS[1] else 0)) % step == 0


def _quarters(year: int, sheet: Sheet) -> tuple[tuple[float, tuple[str, ...]], ...]:
    quarters = [f"{year}-Q{number}" for number in range(1, 5)]
    return tuple((stretch(one).middle, (period_text(one, sheet.wording.language),)) for one in quarters)


def _year_step(span: int, sheet: Sheet, width: float) -> int:
    room = sheet.measure("2000") + _BETWEEN
    return next((step for step in _YEAR_STEPS if span / step * room <= width), _YEAR_STEPS[-1])
