"""Dots: filled for what was counted, hollow for a forecast, a target, or what could not be traced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aibrief_report.charts.parts.marks import symbol_area, told
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.values import HOLLOW
from aibrief_report.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt


def dot_layers(channels: dict[str, Any], chart: Chart, sheet: Sheet, across: float) -> list[alt.Chart]:
    """Return the layers of dots, `across` points wide; a missing value has none."""
    import altair as alt

    size = symbol_area("circle", across)
    base = told(alt.Chart(), channels)
    here = "" if chart.kind == "timeline" else "datum.y !== null && "
    hollow = f"indexof({list(HOLLOW)}, datum.status) "
    solid = base.transform_filter(f"{here}{hollow}< 0")
    layers = [solid.mark_point(filled=True, size=size, opacity=1)]
    if has_hollow(chart):
        rest = base.transform_filter(f"{here}{hollow}>= 0")
        paper = sheet.theme.colours.paper
        layers.append(rest.mark_point(filled=False, fill=paper, strokeWidth=1.4, size=size, opacity=1))
    return layers


def has_hollow(chart: Chart) -> bool:
    """Tell whether any mark of a chart is drawn hollow."""
    return any(point.status in HOLLOW for one in chart.series for point in one.points)
