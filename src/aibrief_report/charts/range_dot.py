"""A contest: every source's figure a dot of its own on a line that shows the range, named and never averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aibrief_report.charts.axes import caption, value_axis
from aibrief_report.charts.callouts import RISE, Callout, callouts, room_of
from aibrief_report.charts.dot_marks import dot_layers
from aibrief_report.charts.dot_rows import draw_dot_rows
from aibrief_report.charts.key import key_of, status_entries
from aibrief_report.charts.labels import Words, bold_words, tall, texts_of, words_of
from aibrief_report.charts.lines import line_ticks
from aibrief_report.charts.marks import Stroke, Text, ground_layer, line_layers, text_layers
from aibrief_report.charts.picture import picture
from aibrief_report.charts.points import Linear
from aibrief_report.charts.sheet import BOLD, Frame, Sheet, mixed
from aibrief_report.charts.ticks import Ticks
from aibrief_report.charts.values import Record, decimal, record
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart, Point, Series

_WIDEST = 104.0  # of a label
_NARROWEST = 58.0  # below which labels would be torn into single words
_ACROSS = 8.0
_EDGE = 12.0  # beside the scale, for half a number and half a dot


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of dots: its series, the callouts around it, and its height in the picture."""

    series: Series
    callouts: tuple[Callout, ...]
    middle: float
    bottom: float


def draw_range_dots(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `range-dot` chart; beyond a dozen dots a line, each has a line of its own."""
    width = sheet.width - 2 * _EDGE
    crowd = max(len(_told(one)) for one in chart.series)
    if room_of(crowd, width) < _NARROWEST:
        return draw_dot_rows(chart, sheet)
    marks = line_ticks(chart)
    across = Linear(marks.low, marks.high, 0.0, width)
    strips = _strips(chart, across, min(_WIDEST, room_of(crowd, width)), sheet)
    key = key_of(status_entries(chart, sheet, "circle"), sheet)
    bottom = (1 + bool(caption(chart.y))) * sheet.line + 4
    frame = Frame(width, strips[-1].bottom, left=_EDGE, right=_EDGE, top=key.height + 2, bottom=bottom)
    held = [label for strip in strips for label in (one.label for one in strip.callouts)]
    layers = [
        *_axis_layers(marks, frame, sheet),
        *ground_layer([label.patch for label in held], sheet.theme.colours.paper),
        *line_layers(_strokes(strips, across, sheet)),
        *dot_layers(_channels(marks), chart, sheet, _ACROSS),
        *key.layers(frame, sheet),
        *text_layers([*texts_of(held), *_captions(chart, strips, frame, sheet)]),
    ]
    return picture(layers, frame, sheet, _records(chart, strips, sheet))


def _strips(chart: Chart, across: Linear, room: float, sheet: Sheet) -> list[Strip]:
    """Return the lines of dots from the top down, each with the room that its labels need."""
    found: list[Strip] = []
    top = 0.0
    for series in chart.series:
        dots = [(across.at(_value(point)), _words(series, point, room, sheet)) for point in _told(series)]
        held = callouts(dots, across.stop, sheet)
        above = max((-one.label.patch.top for one in held), default=RISE)
        below = max((one.label.patch.bottom for one in held if one.label.patch.top > 0), default=RISE)
        name = sheet.line + 2 if len(chart.series) > 1 else 0.0
        middle = top + name + above
        found.append(Strip(series, tuple(_lowered(one, middle) for one in held), middle, middle + below))
        top = found[-1].bottom + sheet.size
    return found
