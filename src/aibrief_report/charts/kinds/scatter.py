"""Scattered points: two quantities against each other, each point named where there is room for its name."""

from __future__ import annotations

from aibrief_report.charts.kinds.lines import line_ticks
from aibrief_report.charts.parts.dot_marks import dot_layers
from aibrief_report.charts.parts.key import series_entries, status_entries
from aibrief_report.charts.parts.labels import Label, Line, texts_of
from aibrief_report.charts.parts.marks import ground_layer, text_layers
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.placing import Mark, place_labels
from aibrief_report.charts.parts.plot import Plot, plot_of
from aibrief_report.charts.parts.points import Patch
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart

_HEIGHT = 210.0
_ACROSS = 6.5


def draw_scatter(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `scatter` chart."""
    entries = series_entries(chart, "circle") if len(chart.series) > 1 else []
    entries += status_entries(chart, sheet, "circle")
    plot = plot_of(chart, sheet, line_ticks(chart), entries, height=_HEIGHT)
    names = _names(plot)
    layers = [
        *plot.furniture(),
        *plot.base(),
        *ground_layer([label.patch for label in names], sheet.theme.colours.paper),
        *dot_layers(plot.channels(), chart, sheet, _ACROSS),
        *text_layers(texts_of(names)),
    ]
    return picture(layers, plot.frame, sheet, plot.values())


def _names(plot: Plot) -> list[Label]:
    ink = plot.sheet.theme.colours.ink
    marks = [
        Mark(plot.x(point.x), plot.y(point), (Line(point.text, ink),) if point.text else ())
        for one in plot.chart.series
        for point in one.points
        if point.y is not None
    ]
    room = Patch(0.0, -plot.sheet.line, plot.frame.width + plot.frame.right, plot.frame.height)
    return [label for label in place_labels(marks, room, plot.sheet) if label]
