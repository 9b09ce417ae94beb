"""An area from zero over time: a line with its ground filled, paler under a forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aibrief_report.charts.kinds.layers import draw_layers
from aibrief_report.charts.kinds.lines import laid_out, line_layers, point_layers, strokes
from aibrief_report.charts.parts.labels import texts_of
from aibrief_report.charts.parts.marks import text_layers, unscaled
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.plot import Plot
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.parts.ticks import ticks
from aibrief_report.charts.values import amounts, in_order
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt

_FILL, _PALE = 0.22, 0.09


def draw_areas(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of an `area` chart; several series are stacked on each other."""
    if len(chart.series) > 1:
        return draw_layers(in_order(chart), sheet)
    layout = laid_out(in_order(chart), sheet, ticks(amounts(chart)))
    plot = layout.plot
    layers = [
        *plot.furniture(),
        *plot.cleared(layout.labels),
        *_fills(plot),
        *plot.base(),
        *line_layers(plot),
        *point_layers(plot),
    ]
    texts = text_layers(texts_of(layout.labels))
    return picture([*layers, *texts], plot.frame, sheet, plot.values())


def _fills(plot: Plot) -> list[alt.Chart]:
    import altair as alt

    layers = []
    for dashed, opacity in ((False, _FILL), (True, _PALE)):
        held = [one for one in strokes(plot) if one["dashed"] is dashed]
        base = alt.Chart(alt.InlineData(values=held)).encode(
            **plot.channels(), y2=alt.Y2Datum(0), color=unscaled(), detail=alt.Detail("run:N")
        )
        layers += [base.mark_area(orient="vertical", fillOpacity=opacity, aria=False)] if held else []
    return layers
