"""A timeline: events by area in lanes; dots for days and months, bars for what lasts, or has no day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from aibrief_report.charts.parts.along import Along, calendar
from aibrief_report.charts.parts.dot_marks import dot_layers
from aibrief_report.charts.parts.events import Placed, dates_of, placed_events
from aibrief_report.charts.parts.key import Key, key_of, status_entries
from aibrief_report.charts.parts.labels import heads_room, texts_of
from aibrief_report.charts.parts.marks import Stroke, Text, ground_layer, line_layers, text_layers
from aibrief_report.charts.parts.notes import Notes, Wish, notes_of
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.points import Linear
from aibrief_report.charts.parts.sheet import BOLD, Frame, Sheet
from aibrief_report.charts.values import Record, record
from aibrief_report.digest import Json
from aibrief_report.model.charts import Annotation, Chart

_ACROSS = 6.5
_EDGE = 4.0  # beside the years, so that dots at their ends are whole
_BETWEEN = 5.0  # between two series


class Layout(Struct, frozen=True):
    """Events in their lanes, the years along, the names of series above their lanes, frame and key."""

    years: Along
    across: Linear
    placed: tuple[Placed, ...]
    heads: tuple[Text, ...]
    frame: Frame
    key: Key
    notes: Notes


def draw_timeline(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `timeline` chart."""
    layout = laid_out(chart, sheet)
    labels, heads, across = [one.label for one in layout.placed], layout.heads, layout.across
    ground = [*(one.patch for one in labels), *heads_room(heads, sheet)]
    layers = [
        *layout.notes.behind(layout.frame.height, sheet),
        *layout.notes.words(),
        *line_layers(_rules(layout.years, across, layout.frame.height, sheet)),
        *ground_layer(ground, sheet.theme.colours.paper),
        *line_layers(_bars(layout.placed)),
        *dot_layers(_channels(layout.years), chart, sheet, _ACROSS),
        *layout.key.layers(layout.frame, sheet),
        *text_layers([*heads, *_years(layout.years, across, sheet), *texts_of(labels)]),
    ]
    held = [_record(chart, one, across, sheet) for one in layout.placed]
    return picture(layers, layout.frame, sheet, held)


def laid_out(chart: Chart, sheet: Sheet) -> Layout:
    """Return where the events of a timeline and their words stand."""
    points = [point for one in chart.series for point in one.points]
    years = calendar([dates_of(point) for point in points], sheet, sheet.width)
    across = Linear(years.low, years.high, 0.0, sheet.width - 2 * _EDGE)
    placed, heads, bottom = _series(chart, across, sheet)
    key = key_of(status_entries(chart, sheet, "circle"), sheet)
    notes = notes_of([_wish(years, across, one) for one in chart.annotations], across.stop, sheet)
    top = key.height + sheet.line + 4 + notes.height
    frame = Frame(across.stop, bottom, _EDGE, _EDGE, top=top, bottom=2.0)
    return Layout(years, across, tuple(placed), tuple(heads), frame, key, notes)


def _wish(years: Along, across: Linear, note: Annotation) -> Wish:
    """Return where a note stands. Raises `ChartError` where that is outside of the years."""
    start, end = (across.at(one) for one in years.span(note.x, note.end))
    amid = (start + end) / 2
    return Wish(note.text, start, end) if note.end else Wish(note.text, amid, amid)


def _series(chart: Chart, across: Linear, sheet: Sheet) -> tuple[list[Placed], list[Text], float]:
    """Return all events in their lanes, the series' names above theirs, and where the last lane ends."""
    placed: list[Placed] = []
    heads: list[Text] = []
    top = 2.0
    for one in chart.series:
        if len(chart.series) > 1:
            base = top + sheet.size
            heads.append(Text(-_EDGE, base, one.name, sheet.name_colour(one.colour, chart), weight=BOLD))
            top += sheet.line + 1
        found, top = placed_events(one, across, top, sheet)
        placed += found
        top += _BETWEEN
    return placed, heads, top


def _rules(years: Along, across: Linear, bottom: float, sheet: Sheet) -> list[Stroke]:
    """Return a light line at the turn of each year that is named, and at the end of the last."""
    turns = [place - 0.5 for place, _ in years.labels]
    colour = sheet.theme.colours.rule
    return [Stroke(x, -sheet.line, x, bottom, colour) for x in map(across.at, turns)]


def _years(years: Along, across: Linear, sheet: Sheet) -> list[Text]:
    """Return the names of years, each right of the line at which it begins."""
    muted = sheet.theme.colours.muted
    return [Text(across.at(place - 0.5) + 2.5, -3.0, lines[0], muted) for place, lines in years.labels]


def _bars(placed: Sequence[Placed]) -> list[Stroke]:
    """Return a pale bar for each event that lasts, or whose day is not known."""
    return [
        Stroke(one.event.start, one.middle, one.event.stop, one.middle, one.series.colour, 4.0, opacity=0.45)
        for one in placed
        if one.event.lasts
    ]


def _channels(years: Along) -> dict[str, Any]:
    import altair as alt

    domain = alt.Scale(domain=[years.low, years.high], nice=False, zero=False)
    return {
        "x": alt.X("at:Q", scale=domain, axis=None),
        "y": alt.Y("level:Q", scale=None, axis=None),
    }


def _record(chart: Chart, one: Placed, across: Linear, sheet: Sheet) -> Record:
    """Return the record of an event: its dot stands where it begins, or amid the time it is known to."""
    x = one.event.start if one.event.point.end else (one.event.start + one.event.stop) / 2
    at = across.low + x / across.stop * (across.high - across.low)
    return record(chart, one.series, one.event.point, sheet) | {"at": at, "level": one.middle}
