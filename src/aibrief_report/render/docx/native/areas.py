"""Areas from zero: one, under a line with its marks, or several stacked on each other."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from aibrief_report.charts.parts.key import series_entries
from aibrief_report.charts.parts.plot import plot_of
from aibrief_report.charts.parts.stack_parts import are_shares, parts_of, top_of
from aibrief_report.charts.parts.ticks import ticks
from aibrief_report.charts.values import HOLLOW, amounts, in_order
from aibrief_report.model.charts import Chart
from aibrief_report.ooxml.charts.forms import Plot
from aibrief_report.ooxml.charts.series import Series
from aibrief_report.ooxml.charts.shapes import Shape, Stroke
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.categories import values_at
from aibrief_report.render.docx.native.grid import Grid
from aibrief_report.render.docx.native.lines import Layout, laid_out, line_series, over_names, period_column
from aibrief_report.render.docx.native.native import Native
from aibrief_report.render.docx.native.steps import even_steps

_FILL, _STACKED = 22, 92  # per cent of colour


def why_no_area(chart: Chart) -> str:
    """Return why Word cannot draw an area as it is drawn elsewhere; empty if it can."""
    if chart.annotations:
        return "it has notes, and an area of Word's has no place for them between two names"
    keys = even_steps(chart)
    if keys is None:
        return "its periods are of different lengths, and Word sets names of an area side by side"
    held = [{point.x for point in one.points if point.y is not None} for one in chart.series]
    if any(found != set(keys) for found in held):
        return "a value is missing, and Word draws an area down to zero there"
    if any(point.status in HOLLOW for one in chart.series for point in one.points):
        return "a part of it is not counted yet, and Word fills an area in one way throughout"
    return ""


def native_areas(brush: Brush) -> Native:
    """Return an `area` chart, for which `why_no_area` has nothing to say."""
    brush = replace(brush, chart=in_order(brush.chart))
    return _stacked(brush) if len(brush.chart.series) > 1 else _single(brush)


def _single(brush: Brush) -> Native:
    """Return a line over its ground; both are drawn from the same cells."""
    chart, grid = brush.chart, Grid(brush.sheet.wording)
    keys = even_steps(chart) or ()
    placed = laid_out(brush, ticks(amounts(chart)))
    names = period_column(brush, placed.plot, grid, keys)
    lines = line_series(brush, placed, grid, names, keys)
    colour = brush.colour(chart.series[0].colour)
    grounds = tuple(Series(one.name, one.x, one.y, Shape(colour, opacity=_FILL)) for one in lines)
    plots = (Plot("area", grounds), Plot("line", lines))
    return over_names(brush, placed, grid, plots, names)


def _stacked(brush: Brush) -> Native:
    chart, sheet, grid = brush.chart, brush.sheet, Grid(brush.sheet.wording)
    parts, keys = parts_of(chart), even_steps(chart) or ()
    marks = ticks([Decimal(100) if are_shares(parts) else top_of(parts)])
    entries = tuple(series_entries(chart))
    placed = Layout(plot_of(chart, sheet, marks, entries), entries, False, {})
    names = period_column(brush, placed.plot, grid, keys)
    ground = Stroke(brush.colour(sheet.theme.colours.paper), 0.75)
    series = []
    for one in chart.series:
        column = grid.numbers(one.name or brush.measured, [p.y if p else None for p in values_at(one, keys)])
        shape = Shape(brush.colour(one.colour), ground, _STACKED)
        series.append(Series(column.name, names, column.cells, shape))
    return over_names(brush, placed, grid, (Plot("area", tuple(series), stacked=True),), names)
