"""How thick bars are and how far apart: the same geometry for standing and for lying bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from aibrief_report.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt

_FILL = 0.72  # the part of a category's room that its bars take, where they are not thinner
_BETWEEN = 0.06  # the gap between two bars of one category, in bars


class Bands(Struct, frozen=True):
    """`step` is the room of one category, `bar` a bar's thickness, `slots` the bars of one category."""

    step: float
    slots: int
    bar: float

    def scale(self, order: Sequence[str]) -> alt.Scale:
        """Return the band scale of the categories in their order, drawn at or not."""
        import altair as alt

        inner = 1 - self.bar * self.slots / self.step
        return alt.Scale(domain=list(order), paddingInner=round(inner, 6), paddingOuter=round(inner / 2, 6))

    def offset_scale(self) -> alt.Scale:
        """Return the scale of the bars within one category."""
        import altair as alt

        return alt.Scale(paddingInner=_BETWEEN if self.slots > 1 else 0, paddingOuter=0)


def bands(step: float, slots: int, thickest: float) -> Bands:
    """Return the bands for categories `step` points apart, no bar being thicker than `thickest`."""
    return Bands(step, slots, min(thickest, step * _FILL / slots))


def slots_of(chart: Chart) -> int:
    """Return how many bars stand side by side: 1 where every category has a bar of one series only."""
    pairs = [(point.x, one.key) for one in chart.series for point in one.points]
    most = max((len({key for x, key in pairs if x == category}) for category, _ in pairs), default=1)
    return len(chart.series) if most > 1 else 1


def names_are_categories(chart: Chart) -> bool:
    """Tell whether the categories already name every series, so that a key would say it twice."""
    return all(point.x == one.name for one in chart.series for point in one.points)
