"""Dots on lines: a line a category, on it a dot a series, between them a stroke: how far apart they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from aibrief_report.charts.kinds.lines import line_ticks
from aibrief_report.charts.kinds.lying_bars import lying_caption
from aibrief_report.charts.parts.axes import caption_height, value_axis
from aibrief_report.charts.parts.bands import Bands
from aibrief_report.charts.parts.dot_marks import dot_layers
from aibrief_report.charts.parts.key import Key, key_of, series_entries, status_entries
from aibrief_report.charts.parts.labels import Label, Line, label_at, texts_of
from aibrief_report.charts.parts.marks import Align, Stroke, line_layers, text_layers
from aibrief_report.charts.parts.missing import missing_by_category
from aibrief_report.charts.parts.names import GAP, Names, names_beside
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.placing import Mark, place_labels
from aibrief_report.charts.parts.points import Linear, Patch
from aibrief_report.charts.parts.sheet import Frame, Sheet
from aibrief_report.charts.parts.ticks import Ticks, ticks
from aibrief_report.charts.values import amounts, decimal, records
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart, Point

_STEP = 22.0
_ACROSS = 7.5
_SPAN, _OPEN = 2.0, 4.0  # the width of strokes between dots, and of what a figure itself leaves open
_INSET = 6.0  # from the end of a line to the word for a missing value
_LEFT: Align = "left"
_RIGHT: Align = "right"


class Span(Struct, frozen=True):
    """A stroke on a line between two values: of two dots, or of one dot and its open end."""

    point: Point
    other: Point | None
    stroke: Stroke


class Layout(Struct, frozen=True):
    """Names and where their lines are, the scale, strokes, values beside dots, words for missing values.

    `values` are the dots' labels by the identity of their points; empty where not all have room.
    """

    names: Names
    marks: Ticks
    step: float
    frame: Frame
    key: Key
    spans: tuple[Span, ...]
    values: Mapping[int, tuple[Mark, Label]]
    gaps: tuple[Label, ...]

    @property
    def across(self) -> Linear:
        """The scale of values in points from the plot's left edge."""
        return Linear(self.marks.low, self.marks.high, 0.0, self.frame.width)

    def middle(self, x: str) -> float:
        """Return how far below the plot's top a category's line is."""
        return (self.names.order.index(x) + 0.5) * self.step


def draw_dot_rows(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `dots` chart whose `x` are categories."""
    layout = laid_out(chart, sheet)
    labels = [*(label for _, label in layout.values.values()), *layout.gaps]
    layers = [
        *line_layers([one.stroke for one in layout.spans]),
        *dot_layers(_channels(layout, sheet), chart, sheet, _ACROSS),
        *layout.key.layers(layout.frame, sheet),
        *text_layers([*lying_caption(chart, layout.frame, sheet), *texts_of(labels)]),
    ]
    return picture(layers, layout.frame, sheet, records(chart, sheet))


def laid_out(chart: Chart, sheet: Sheet) -> Layout:
    """Return where the dots of categories and their words stand."""
    names, marks = names_beside(chart, sheet), _ticks(chart)
    entries = series_entries(chart, "circle") if len(chart.series) > 1 else []
    key = key_of([*entries, *status_entries(chart, sheet, "circle")], sheet)
    step = max(_STEP, names.tallest * sheet.line + 4)
    bare = Layout(names, marks, step, _frame(chart, names, step, key, sheet), key, (), {}, ())
    spans = _spans(chart, bare, sheet)
    values = _values(chart, bare, spans, sheet)
    gaps = tuple(_gaps(chart, bare, sheet))
    return Layout(names, marks, step, bare.frame, key, tuple(spans), values, gaps)


def _ticks(chart: Chart) -> Ticks:
    """Return the scale: from zero, for dots are compared as bars are; figures in a contest as lines are."""
    return line_ticks(chart) if chart.kind == "range-dot" else ticks(amounts(chart))


def _frame(chart: Chart, names: Names, step: float, key: Key, sheet: Sheet) -> Frame:
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


def _channels(layout: Layout, sheet: Sheet) -> dict[str, Any]:
    import altair as alt

    names, marks = layout.names, layout.marks
    bands = Bands(layout.step, 1, layout.step / 2).scale(names.order)
    domain = alt.Scale(domain=[marks.low, marks.high], nice=False, zero=False)
    return {
        "x": alt.X("y:Q", scale=domain, axis=value_axis(marks, sheet)),
        "y": alt.Y("x:N", sort=list(names.order), scale=bands, axis=names.axis(beside=True)),
    }


def _spans(chart: Chart, layout: Layout, sheet: Sheet) -> list[Span]:
    """Return a stroke a category, from its least to its greatest value, and one for each open figure."""
    across, found = layout.across, []
    for x in layout.names.order:
        order = sorted(_told(chart, x), key=lambda one: decimal(one.y or ""))
        ends = [across.at(float(decimal(one.y or ""))) for one in order]
        y = layout.middle(x)
        if len(order) > 1:
            stroke = Stroke(ends[0], y, ends[-1], y, sheet.theme.colours.rule, _SPAN)
            found.append(Span(order[0], order[-1], stroke))
    for series in chart.series:
        for point in (one for one in series.points if one.y is not None and one.end):
            x1, x2 = (across.at(float(decimal(text))) for text in (point.y or "", point.end))
            y = layout.middle(point.x)
            found.append(Span(point, None, Stroke(x1, y, x2, y, series.colour, _OPEN)))
    return found


def _values(
    chart: Chart, layout: Layout, spans: Sequence[Span], sheet: Sheet
) -> Mapping[int, tuple[Mark, Label]]:
    """Return the values beside their dots, where all have room; the axis tells them otherwise."""
    ink, frame = sheet.theme.colours.ink, layout.frame
    points = [one for series in chart.series for one in series.points if one.y is not None and one.text]
    marks = [
        Mark(layout.across.at(float(decimal(one.y or ""))), layout.middle(one.x), (Line(one.text, ink),))
        for one in points
    ]
    room = Patch(0.0, -sheet.size / 2, frame.width + frame.right, frame.height)
    labels = place_labels(marks, room, sheet, [one.stroke.patch for one in spans])
    placed = {
        id(point): (mark, label)
        for point, mark, label in zip(points, marks, labels, strict=True)
        if label is not None
    }
    return placed if len(placed) == len(points) else {}


def _gaps(chart: Chart, layout: Layout, sheet: Sheet) -> list[Label]:
    """Return a word on each line that misses a value: at its left end, at its right if dots are there."""
    found = []
    for x, said in missing_by_category(chart, sheet.wording).items():
        words = (Line(said, sheet.theme.colours.muted),)
        dots = [layout.across.at(float(decimal(one.y or ""))) for one in _told(chart, x)]
        crowded = any(dot < _INSET * 2 + sheet.measure(said) for dot in dots)
        edge, align = (layout.frame.width - _INSET, _RIGHT) if crowded else (_INSET, _LEFT)
        found.append(label_at(words, edge, layout.middle(x) - sheet.line / 2, align, sheet))
    return found


def _told(chart: Chart, x: str) -> list[Point]:
    points = (point for one in chart.series for point in one.points)
    return [point for point in points if point.x == x and point.y is not None]
