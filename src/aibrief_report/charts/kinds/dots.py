"""Dots that no line joins: figures of one kind that are not one series, each named beside its dot."""

from __future__ import annotations

from collections.abc import Sequence

from aibrief_report.charts.kinds.dot_rows import draw_dot_rows
from aibrief_report.charts.parts.dot_marks import dot_layers
from aibrief_report.charts.parts.gaps import gap_labels
from aibrief_report.charts.parts.key import series_entries, status_entries
from aibrief_report.charts.parts.labels import Label, Words, bold_words, short_words, texts_of, words_of
from aibrief_report.charts.parts.marks import ground_layer, text_layers
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.placing import Mark, place_labels
from aibrief_report.charts.parts.plot import Plot, plot_of
from aibrief_report.charts.parts.points import Patch
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.parts.ticks import ticks
from aibrief_report.charts.values import amounts
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart, Point, Series

_WIDEST = 110.0  # of a label
_ACROSS = 7.0


def draw_dots(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `dots` chart: over time, or on one line a category."""
    if chart.x.kind == "category":
        return draw_dot_rows(chart, sheet)
    plot, labels = _laid_out(chart, sheet)
    layers = [
        *plot.furniture(),
        *plot.base(),
        *ground_layer([label.patch for label in labels], sheet.theme.colours.paper),
        *dot_layers(plot.channels(), chart, sheet, _ACROSS),
        *text_layers(texts_of(labels)),
    ]
    return picture(layers, plot.frame, sheet, plot.values())


def _laid_out(chart: Chart, sheet: Sheet) -> tuple[Plot, list[Label]]:
    """Return the plot with a name at each dot; with a key and values only, where not all names fit."""
    status = status_entries(chart, sheet, "circle")
    plot = plot_of(chart, sheet, ticks(amounts(chart)), status)
    labels = _labels(plot, named=True)
    if all(labels):
        return _with_gaps(plot, labels)
    series = series_entries(chart, "circle") if len(chart.series) > 1 else []
    plot = plot_of(chart, sheet, ticks(amounts(chart)), [*series, *status])
    return _with_gaps(plot, _labels(plot, named=False))


def _with_gaps(plot: Plot, labels: Sequence[Label | None]) -> tuple[Plot, list[Label]]:
    """Return a plot with the labels that found a place, and what tells missing values."""
    placed = [label for label in labels if label]
    return plot, [*placed, *gap_labels(plot, placed)]


def _labels(plot: Plot, named: bool) -> list[Label | None]:
    marks = [
        Mark(plot.x(point.x), plot.y(point), _words(plot.chart, one, point, named, plot.sheet))
        for one in plot.chart.series
        for point in one.points
        if point.y is not None
    ]
    room = Patch(0.0, -plot.sheet.line, plot.frame.width + plot.frame.right, plot.frame.height)
    return place_labels(marks, room, plot.sheet)


def _words(chart: Chart, series: Series, point: Point, named: bool, sheet: Sheet) -> Words:
    colours = sheet.theme.colours
    value = bold_words(point.text or point.y or "", _WIDEST, sheet.name_colour(series.colour, chart), sheet)
    name = words_of(series.name if len(chart.series) > 1 else "", _WIDEST, colours.ink, sheet)
    detail = short_words(point.detail, _WIDEST, colours.ink, sheet)
    return value + (name + detail if named else ())
