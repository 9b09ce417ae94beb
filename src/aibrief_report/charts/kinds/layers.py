"""Areas stacked on each other: parts of a whole over time, each named at its right end, else in a key."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from aibrief_report.charts.parts.gaps import gap_labels
from aibrief_report.charts.parts.key import series_entries, status_entries
from aibrief_report.charts.parts.labels import Label, texts_of
from aibrief_report.charts.parts.line_labels import End, end_labels, end_of, ends_width
from aibrief_report.charts.parts.marks import text_layers, told, unscaled
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.plot import Plot, plot_of
from aibrief_report.charts.parts.runs import runs
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.parts.stack_marks import stack_records
from aibrief_report.charts.parts.stack_parts import Part, are_shares, parts_of, top_of
from aibrief_report.charts.parts.ticks import ticks
from aibrief_report.charts.values import Record
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt

_FILL, _PALE = 0.92, 0.4


def draw_layers(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of stacked areas. Raises `ChartError` for what cannot be stacked."""
    parts = parts_of(chart)
    plot, labels = _laid_out(chart, parts, sheet)
    held = [one | {"at": plot.along.places[str(one["x"])]} for one in stack_records(chart, parts, sheet)]
    texts = text_layers(texts_of(labels))
    layers = [*plot.furniture(), *_fills(plot, parts), *plot.base(), _hovers(plot), *texts]
    return picture(layers, plot.frame, sheet, held)


def _laid_out(chart: Chart, parts: Sequence[Part], sheet: Sheet) -> tuple[Plot, Sequence[Label]]:
    """Return the plot with names at the right ends where they fit, else with a key."""
    marks = ticks([Decimal(100) if are_shares(parts) else top_of(parts)])
    ends = _ends(chart, parts, sheet)
    status = status_entries(chart, sheet)
    plot = plot_of(chart, sheet, marks, status, right=ends_width(ends, sheet))
    labels = end_labels(plot, ends)
    if labels is not None:
        return plot, [*labels, *gap_labels(plot, labels)]
    plot = plot_of(chart, sheet, marks, [*series_entries(chart), *status])
    return plot, gap_labels(plot)


def _ends(chart: Chart, parts: Sequence[Part], sheet: Sheet) -> list[End]:
    last = {part.series.key: part for part in parts}
    return [
        end_of(
            chart, part.series.colour, part.point.x, float(part.low + part.high) / 2, part.series.name, sheet
        )
        for part in last.values()
    ]


def _fills(plot: Plot, parts: Sequence[Part]) -> list[alt.Chart]:
    import altair as alt

    layers = []
    for dashed, opacity in ((False, _FILL), (True, _PALE)):
        held = [one for one in _strokes(plot, parts) if one["dashed"] is dashed]
        base = alt.Chart(alt.InlineData(values=held)).encode(
            **plot.channels(),
            y2=alt.Y2("high:Q"),
            color=unscaled(),
            detail=alt.Detail("run:N"),
        )
        ground = plot.sheet.theme.colours.paper
        mark = base.mark_area(
            orient="vertical", fillOpacity=opacity, stroke=ground, strokeWidth=0.75, aria=False
        )
        layers += [mark] if held else []
    return layers


def _strokes(plot: Plot, parts: Sequence[Part]) -> list[Record]:
    found = {(part.series.key, part.point.x): part for part in parts}
    return [
        {
            "run": f"{one.key} {place}",
            "dashed": run.dashed,
            "colour": one.colour,
            "at": plot.along.places[point.x],
            "y": float(found[one.key, point.x].low),
            "high": float(found[one.key, point.x].high),
        }
        for one in plot.chart.series
        for place, run in enumerate(runs(one.points))
        for point in run.points
    ]


def _hovers(plot: Plot) -> alt.Chart:
    """Return points that nobody sees, on the upper edge of each layer, which tell their value on hover."""
    import altair as alt

    channels = plot.channels() | {"y": alt.Y("high:Q")}
    mark = alt.Chart().mark_point(filled=True, opacity=0, size=40)
    return told(mark, channels)
