"""Stacked bars: lying, or standing where they are more than three points in time.

Values are drawn as they are given. Where every stack comes to 100 (shares, with what is left as a derived
part of its own) the scale ends at 100; nothing is scaled to it here, for a share that nobody derived has
no source.
"""

from __future__ import annotations

from aibrief_report.charts.kinds.lying_stacks import draw_lying_stacks
from aibrief_report.charts.kinds.standing_stacks import draw_standing_stacks
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.values import categories
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart

_FEW = 3  # points in time that may still lie, where names have more room


def draw_stacks(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `stacked-bar` chart. Raises `ChartError` for what cannot be stacked."""
    return draw_standing_stacks(chart, sheet) if stands(chart) else draw_lying_stacks(chart, sheet)


def stands(chart: Chart) -> bool:
    """Return whether stacks stand side by side rather than lie beneath one another."""
    return chart.x.kind == "period" and len(categories(chart)) > _FEW
