"""Dots on lines: a line a category, on it a dot a series, between them a stroke: how far apart they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aibrief_report.charts.kinds.lines import line_ticks
from aibrief_report.charts.kinds.lying_bars import lying_caption
from aibrief_report.charts.parts.axes import caption_height, value_axis
from aibrief_report.charts.parts.bands import Bands
from aibrief_report.charts.parts.dot_marks import dot_layers
from aibrief_report.charts.parts.key import Key, key_of, series_entries, status_entries
from aibrief_report.charts.parts.labels import Line, texts_of
from aibrief_report.charts.parts.marks import Stroke, Text, line_layers, text_layers
from aibrief_report.charts.parts.names import GAP, Names, names_beside
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.placing import Mark, place_labels
from aibrief_report.charts.parts.points import Linear, Patch
from aibrief_report.charts.parts.sheet import Frame, Sheet
from aibrief_report.charts.parts.ticks import Ticks, ticks
from aibrief_report.charts.values import amounts, decimal, records
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart

_STEP = 22.0
_ACROSS = 7.5


def draw_dot_rows(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `dots` chart whose `x` are categories."""
    names, marks = names_beside(chart, sheet), _ticks(chart)
    entries = series_entries(chart, "circle") if len(chart.series) > 1 else []
    key = key_of([*entries, *status_entries(chart, sheet, "circle")], sheet)
    step = max(_STEP, names.tallest * sheet.line + 4)
    frame = _frame(chart, names, marks, step, key, sheet)
    across = Linear(marks.low, marks.high, 0.0, frame.width)
    middles = {x: (place + 0.5) * step for place, x in enumerate(names.order)}
    strokes = _strokes(chart, middles, across, sheet)
    values = _values(chart, middles, across, frame, strokes, sheet)
    layers = [
        *line_layers(strokes),
        *dot_layers(_channels(names, marks, step, sheet), chart, sheet, _ACROSS),
        *key.layers(frame, sheet),
        *text_layers([*lying_caption(chart, frame, sheet), *values]),
    ]
    return picture(layers, frame, sheet, records(chart, sheet))


def _ticks(chart: Chart) -> Ticks:
    """Return the scale: from zero, for dots are compared as bars are; figures in a contest as lines are."""
    return line_ticks(chart) if chart.kind == "range-dot" else ticks(amounts(chart))


def _frame(chart: Chart, names: Names, marks: Ticks, step: float, key: Key, sheet: Sheet) -> Frame:
    left = names.width + GAP
    right = max(sheet.measure(one.text) for series in chart.series for one in series.points) + sheet.size
    return Frame(
        width=sheet.width - left - right,
        height=step * len(names.order),
        left=left,
        right=right,
        top=key.height + caption_height(chart.y, sheet),
        bottom=sheet.line + 4,
    )


def _channels(names: Names, marks: Ticks, step: float, sheet: Sheet) -> dict[str, Any]:
    import altair as alt

    bands = Bands(step, 1, step / 2).scale()
    domain = alt.Scale(domain=[marks.low, marks.high], nice=False, zero=False)
    return {
        "x": alt.X("y:Q", scale=domain, axis=value_axis(marks, sheet)),
        "y": alt.Y("x:N", sort=list(names.order), scale=bands, axis=names.axis(beside=True)),
    }


def _strokes(chart: Chart, middles: dict[str, float], across: Linear, sheet: Sheet) -> list[Stroke]:
    """Return a stroke a category, from its least to its greatest value."""
    held: dict[str, list[float]] = {x: [] for x in middles}
    for one in chart.series:
        for point in one.points:
            held[point.x] += [across.at(float(decimal(point.y)))] if point.y is not None else []
    colour = sheet.theme.colours.rule
    return [Stroke(min(xs), middles[x], max(xs), middles[x], colour, 2.0) for x, xs in held.items() if xs]


def _values(
    chart: Chart,
    middles: dict[str, float],
    across: Linear,
    frame: Frame,
    strokes: Sequence[Stroke],
    sheet: Sheet,
) -> list[Text]:
    """Return the values beside their dots, where all have room; the axis tells them otherwise."""
    ink = sheet.theme.colours.ink
    marks = [
        Mark(across.at(float(decimal(point.y))), middles[point.x], (Line(point.text, ink),))
        for one in chart.series
        for point in one.points
        if point.y is not None and point.text
    ]
    room = Patch(0.0, -sheet.size / 2, frame.width + frame.right, frame.height)
    labels = place_labels(marks, room, sheet, [stroke.patch for stroke in strokes])
    return texts_of([label for label in labels if label]) if all(labels) else []
