"""The names of categories, wrapped to the room they have: left of lying marks, beneath standing ones."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.parts.axes import lookup
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.values import categories, category_text
from aibrief_report.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt

GAP = 6.0
"""From a name to the plot beside it, and between two names beneath a plot."""
_YEAR = re.compile(r"\d{4}")
_WIDEST = 0.38  # the part of a picture's width that names beside the plot may take


class Names(Struct, frozen=True):
    """The categories in order, each with its lines; `width` is that of the widest line in points.

    `step` is the room of one name beneath a plot, 0 beside one.
    """

    order: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    width: float
    step: float = 0.0

    @property
    def tallest(self) -> int:
        """How many lines the tallest name takes."""
        return max(map(len, self.lines))

    @property
    def fit(self) -> bool:
        """Whether no name is wider than its room, or some may be left out: years, which can be counted."""
        return self.width <= self.step - 1 or all(_YEAR.fullmatch(one) for one in self.order)

    @property
    def shown(self) -> tuple[str, ...]:
        """The categories whose names are printed: all, or every so manieth where they are too wide."""
        every = ceil((self.width + GAP) / self.step) if 0 < self.step < self.width + 1 else 1
        return self.order[::every]

    @property
    def overhang(self) -> float:
        """How far the last name beneath a plot may stand out at its side."""
        return max(0.0, (self.width - self.step) / 2)

    def axis(self, beside: bool, away: float = 0.0) -> alt.Axis:
        """Return the axis that prints the names: left of the plot or beneath it, `away` from it."""
        import altair as alt

        told = lookup(self.order, self.lines)
        if beside:
            return alt.Axis(labelExpr=told, labelPadding=GAP + away, labelBaseline="middle")
        return alt.Axis(
            values=list(self.shown), labelExpr=told, labelAngle=0, labelBaseline="top", labelPadding=4 + away
        )


def names_beside(chart: Chart, sheet: Sheet) -> Names:
    """Return the names of categories as they stand left of the plot."""
    return _names(chart, sheet, sheet.width * _WIDEST)


def names_beneath(chart: Chart, sheet: Sheet, step: float) -> Names:
    """Return the names of categories as they stand beneath a plot, `step` points apart."""
    return replace(_names(chart, sheet, step - GAP), step=step)


def _names(chart: Chart, sheet: Sheet, room: float) -> Names:
    order = tuple(categories(chart))
    lines = tuple(sheet.wrap(category_text(chart, one, sheet), room) or ("",) for one in order)
    return Names(order, lines, max(sheet.measure(line) for name in lines for line in name))
