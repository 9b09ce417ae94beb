"""Dots: filled for what was counted, hollow for a forecast, a target, or what could not be traced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aibrief_report.charts.parts.marks import symbol_area, told
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.values import HOLLOW
from aibrief_report.model.charts import Chart

_POINTING = {
    True: {"over": "triangle-right", "under": "triangle-left"},
    False: {"over": "triangle-up", "under": "triangle-down"},
}
"""The shapes of bounds, where values lie along the page and where they stand."""
_WIDER = 1.5
"""How much more room a triangle takes than a dot that looks as large."""

if TYPE_CHECKING:
    import altair as alt


def dot_layers(channels: dict[str, Any], chart: Chart, sheet: Sheet, across: float) -> list[alt.Chart]:
    """Return the layers of marks, `across` points wide; a missing value has none.

    A value that is only a bound is a triangle that points to where the true one may lie.
    """
    lying = str(channels["x"].shorthand).startswith("y:")
    bounds = {point.bound for one in chart.series for point in one.points}
    found = []
    for bound in ("", "over", "under"):
        if bound in bounds or not bound:
            own = f"datum.bound === '{bound}' && " if bound else "!datum.bound && " if bounds - {""} else ""
            found += _marks(channels, chart, sheet, (across, _POINTING[lying].get(bound, "circle")), own)
    return found


def _marks(
    channels: dict[str, Any], chart: Chart, sheet: Sheet, look: tuple[float, str], own: str
) -> list[alt.Chart]:
    """Return the layers of marks of one shape, solid and hollow; `own` is the condition that picks them."""
    import altair as alt

    across, shape = look
    drawn: dict[str, Any] = {"size": symbol_area("circle", across), "opacity": 1}
    if shape != "circle":
        drawn |= {"shape": shape, "size": drawn["size"] * _WIDER}
    base = told(alt.Chart(), channels)
    here = own + ("" if chart.kind == "timeline" else "datum.y !== null && ")
    hollow = f"indexof({list(HOLLOW)}, datum.status) "
    solid = base.transform_filter(f"{here}{hollow}< 0")
    layers = [solid.mark_point(filled=True, **drawn)]
    if has_hollow(chart):
        rest = base.transform_filter(f"{here}{hollow}>= 0")
        paper = sheet.theme.colours.paper
        layers.append(rest.mark_point(filled=False, fill=paper, strokeWidth=1.4, **drawn))
    return layers


def has_hollow(chart: Chart) -> bool:
    """Tell whether any mark of a chart is drawn hollow."""
    return any(point.status in HOLLOW for one in chart.series for point in one.points)
