"""Lines: forecasts dashed, a missing value a gap, names at the lines' ends where they fit, else in a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from aibrief_report.charts.parts.dot_marks import dot_layers
from aibrief_report.charts.parts.gaps import gap_labels
from aibrief_report.charts.parts.key import series_entries, status_entries
from aibrief_report.charts.parts.labels import Label, texts_of
from aibrief_report.charts.parts.line_labels import end_labels, end_room, ends_of, fit, value_labels
from aibrief_report.charts.parts.marks import text_layers, unscaled
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.plot import Plot, plot_of
from aibrief_report.charts.parts.runs import runs
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.parts.style import DASHES
from aibrief_report.charts.parts.ticks import Ticks, ticks
from aibrief_report.charts.values import Record, amounts, decimal, in_order
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt

_CROWD = 16  # points of one line beyond which they are no longer marked singly
_ACROSS, _ACROSS_IN_A_CROWD = 5.0, 2.6  # the width of a point


class Layout(Struct, frozen=True):
    """A plot and the words beside its lines."""

    plot: Plot
    labels: tuple[Label, ...]


def draw_lines(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `line` chart."""
    layout = laid_out(in_order(chart), sheet, line_ticks(chart))
    plot = layout.plot
    layers = [
        *plot.furniture(),
        *plot.cleared(layout.labels),
        *plot.base(),
        *line_layers(plot),
        *point_layers(plot),
    ]
    texts = text_layers(texts_of(layout.labels))
    return picture([*layers, *texts], plot.frame, sheet, plot.values())


def line_ticks(chart: Chart) -> Ticks:
    """Return the scale of lines: from zero, unless all values differ and lie in its upper third."""
    held = amounts(chart)
    low, high = min(held, default=0), max(held, default=1)
    return ticks(held, zero=not (0 < high * 2 / 3 < low < high))


def laid_out(chart: Chart, sheet: Sheet, marks: Ticks) -> Layout:
    """Return the first manner that fits: values at points, names at ends; values at ends; a key."""
    for valued in (True,) if sheet.panel else (False, True):
        ends = ends_of(chart, sheet, valued)
        status = status_entries(chart, sheet, shape=None)
        plot = plot_of(chart, sheet, marks, status, right=end_room(chart, ends, sheet))
        names, values = end_labels(plot, ends), () if valued else value_labels(plot)
        if names is not None and values is not None and fit(sheet, names, values):
            return Layout(plot, (*names, *values, *gap_labels(plot, (*names, *values))))
    right = end_room(chart, (), sheet) if sheet.panel else 0.0
    plot = plot_of(chart, sheet, marks, [*series_entries(chart, shape=None), *status], right)
    return Layout(plot, tuple(gap_labels(plot)))


def line_layers(plot: Plot) -> list[alt.Chart]:
    """Return the layers of strokes: those of what was counted, and dashed ones."""
    import altair as alt

    held = strokes(plot)
    layers = []
    for dashed in (False, True):
        chosen = [one for one in held if one["dashed"] is dashed]
        base = alt.Chart(alt.InlineData(values=chosen)).encode(
            **plot.channels(), color=unscaled(), detail=alt.Detail("run:N"), order=alt.Order("at:Q")
        )
        dash: dict[str, Any] = {"strokeDash": list(DASHES)} if dashed else {}
        layers += [base.mark_line(strokeWidth=1.8, strokeJoin="round", aria=False, **dash)] if chosen else []
    return layers


def point_layers(plot: Plot) -> list[alt.Chart]:
    """Return the layers of points. In a crowd they hardly stand out, but for those between two gaps."""
    crowd = max(len(one.points) for one in plot.chart.series) > _CROWD
    return dot_layers(plot.channels(), plot.chart, plot.sheet, _ACROSS_IN_A_CROWD if crowd else _ACROSS)


def strokes(plot: Plot) -> list[Record]:
    """Return a record for each point of each run: what strokes and fills are drawn from."""
    return [
        {
            "run": f"{one.key} {place}",
            "dashed": run.dashed,
            "colour": one.colour,
            "at": plot.along.places[point.x],
            "y": float(decimal(point.y or "")),
        }
        for one in plot.chart.series
        for place, run in enumerate(runs(one.points))
        for point in run.points
    ]
