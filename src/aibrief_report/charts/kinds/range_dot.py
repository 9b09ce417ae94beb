"""A contest: every source's figure a dot of its own on a line of the range, named and never averaged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from aibrief_report.charts.kinds.dot_rows import draw_dot_rows
from aibrief_report.charts.kinds.lines import line_ticks
from aibrief_report.charts.parts.axes import caption, value_axis
from aibrief_report.charts.parts.callouts import RISE, Callout, callouts, room_of
from aibrief_report.charts.parts.dot_marks import dot_layers
from aibrief_report.charts.parts.key import Key, key_of, status_entries
from aibrief_report.charts.parts.labels import Words, bold_words, heads_room, short_words, texts_of, words_of
from aibrief_report.charts.parts.marks import Stroke, Text, ground_layer, line_layers, text_layers
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.points import Linear
from aibrief_report.charts.parts.sheet import BOLD, Frame, Sheet
from aibrief_report.charts.parts.ticks import Ticks
from aibrief_report.charts.values import decimal, record
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart, Point, Series

_WIDEST = 104.0  # of a label
_NARROWEST = 58.0  # below which labels would be torn into single words
_ACROSS = 8.0
_EDGE = 12.0  # beside the scale, for half a number and half a dot


class Said(Struct, frozen=True):
    """What stands at a dot, line by line: the value, who says so, and what is counted."""

    value: Words
    name: Words
    detail: Words

    @property
    def words(self) -> Words:
        """All lines, from the top."""
        return self.value + self.name + self.detail


class Strip(Struct, frozen=True):
    """One line of dots: its series, what is said at each dot, callouts around it, and its height."""

    series: Series
    said: tuple[Said, ...]
    callouts: tuple[Callout, ...]
    middle: float
    bottom: float


class Layout(Struct, frozen=True):
    """The lines of dots on their scale, the frame, the key, and words around the plot."""

    strips: tuple[Strip, ...]
    marks: Ticks
    across: Linear
    frame: Frame
    key: Key
    captions: tuple[Text, ...]


def draw_range_dots(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `range-dot` chart; where dots are many, each has a line of its own."""
    layout = laid_out(chart, sheet)
    if layout is None:
        return draw_dot_rows(chart, sheet)
    labels = [one.label for strip in layout.strips for one in strip.callouts]
    ground = [*(label.patch for label in labels), *heads_room(layout.captions, sheet)]
    layers = [
        *ground_layer(ground, sheet.theme.colours.paper),
        *line_layers(_strokes(layout.strips, layout.across, sheet)),
        *dot_layers(_channels(layout.marks, sheet), chart, sheet, _ACROSS),
        *layout.key.layers(layout.frame, sheet),
        *text_layers([*texts_of(labels), *layout.captions]),
    ]
    held = [
        record(chart, one.series, point, sheet) | {"level": one.middle}
        for one in layout.strips
        for point in one.series.points
    ]
    return picture(layers, layout.frame, sheet, held)


def laid_out(chart: Chart, sheet: Sheet) -> Layout | None:
    """Return where dots of contests and their words stand; `None` where they are too many for one line."""
    width = sheet.width - 2 * _EDGE
    crowd = max(len(told(one)) for one in chart.series)
    if room_of(crowd, width) < _NARROWEST:
        return None
    marks = line_ticks(chart)
    across = Linear(marks.low, marks.high, 0.0, width)
    strips = _strips(chart, across, min(_WIDEST, room_of(crowd, width)), sheet)
    key = key_of(status_entries(chart, sheet, "circle"), sheet)
    bottom = (1 + bool(caption(chart.y))) * sheet.line + 4
    frame = Frame(width, strips[-1].bottom + 2, left=_EDGE, right=_EDGE, top=key.height + 2, bottom=bottom)
    captions = _captions(chart, strips, frame, sheet)
    return Layout(tuple(strips), marks, across, frame, key, tuple(captions))


def _strips(chart: Chart, across: Linear, room: float, sheet: Sheet) -> list[Strip]:
    """Return the lines of dots from the top down, each with the room that its labels need."""
    found: list[Strip] = []
    top = 0.0
    for series in chart.series:
        top += sheet.line if len(chart.series) > 1 else 0.0
        points = told(series)
        said = tuple(_said(chart, series, point, room, sheet) for point, _ in points)
        dots = [(across.at(value), one.words) for (_, value), one in zip(points, said, strict=True)]
        held = callouts(dots, across.stop, sheet)
        middle = top - min((one.label.patch.top for one in held), default=-RISE)
        below = max((one.label.patch.bottom for one in held), default=0.0)
        found.append(
            Strip(series, said, tuple(one.lowered(middle) for one in held), middle, middle + max(below, RISE))
        )
        top = found[-1].bottom + sheet.size
    return found


def _said(chart: Chart, series: Series, point: Point, room: float, sheet: Sheet) -> Said:
    colours = sheet.theme.colours
    return Said(
        bold_words(point.text or point.y or "", room, sheet.name_colour(series.colour, chart), sheet),
        words_of(point.x, room, colours.ink, sheet),
        short_words(point.detail, room, colours.muted, sheet),
    )


def _strokes(strips: Sequence[Strip], across: Linear, sheet: Sheet) -> list[Stroke]:
    """Return the lines of range, what a figure itself leaves open, and the leaders."""
    colours, found = sheet.theme.colours, []
    for strip in strips:
        held = told(strip.series)
        ends = [value for _, value in held] + [float(decimal(point.end)) for point, _ in held if point.end]
        y, colour = strip.middle, strip.series.colour
        if ends:
            found.append(Stroke(across.at(min(ends)), y, across.at(max(ends)), y, colour, 4.0, opacity=0.3))
        found += [
            Stroke(across.at(value), y, across.at(float(decimal(point.end))), y, colour, 4.0)
            for point, value in held
            if point.end
        ]
        found += [Stroke(*one.start, *one.stop, colours.muted) for one in strip.callouts]
    return found


def _channels(marks: Ticks, sheet: Sheet) -> dict[str, Any]:
    import altair as alt

    domain = alt.Scale(domain=[marks.low, marks.high], nice=False, zero=False)
    return {
        "x": alt.X("y:Q", scale=domain, axis=value_axis(marks, sheet)),
        "y": alt.Y("level:Q", scale=None, axis=None),
    }


def _captions(chart: Chart, strips: Sequence[Strip], frame: Frame, sheet: Sheet) -> list[Text]:
    """Return the unit beneath the scale, and the name of each line of dots where there are several."""
    y = frame.height + frame.bottom - sheet.size * 0.3
    unit = Text(frame.width + frame.right, y, caption(chart.y), sheet.theme.colours.muted, align="right")
    tops = [0.0, *(strip.bottom + sheet.size for strip in strips)]
    names = [
        Text(
            -frame.left,
            top + sheet.size,
            strip.series.name,
            sheet.name_colour(strip.series.colour, chart),
            weight=BOLD,
        )
        for strip, top in zip(strips, tops, strict=False)
        if len(strips) > 1
    ]
    return [unit, *names] if unit.text else names


def told(series: Series) -> list[tuple[Point, float]]:
    """Return the points of a series that have a value, each with it."""
    return [(point, float(decimal(point.y))) for point in series.points if point.y is not None]
