"""Small multiples: one chart as several, a panel each, whose axes have room for all."""

from __future__ import annotations

from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.model.charts import Chart, Series

KINDS = ("bar", "grouped-bar", "line", "area")
"""The kinds that can be drawn in panels."""
_LEAST = 112.0  # the width of a panel in points, below which its numbers would not be read


class Panel(Struct, frozen=True):
    """One panel: its name, empty where a chart has no panels, and what it shows."""

    name: str
    chart: Chart


def panels_of(chart: Chart) -> tuple[Panel, ...]:
    """Return the panels of a chart in their order; a chart without panels is its own and only one."""
    names = dict.fromkeys(one.panel for one in chart.series)
    if set(names) <= {""}:
        return (Panel("", chart),)
    extent = tuple(point for one in chart.series for point in one.points)
    return tuple(
        Panel(name, replace(chart, series=_of(chart, name), extent=extent, drawing=None)) for name in names
    )


def columns_of(count: int, width: float, gap: float) -> int:
    """Return how many panels stand side by side on a width, the lines as even as can be."""
    most = max(1, int((width + gap) // (_LEAST + gap)))
    return ceil(count / ceil(count / most))


def panel_sheet(sheet: Sheet, name: str, width: float) -> Sheet:
    """Return the sheet of one panel."""
    return replace(sheet, width=width, panel=name)


def _of(chart: Chart, name: str) -> tuple[Series, ...]:
    return tuple(one for one in chart.series if one.panel == name)
