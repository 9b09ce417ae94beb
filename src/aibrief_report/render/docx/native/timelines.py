"""Timelines: a scatter of days and lanes. Dots, bars and words stand where the picture has them.

Days are cells with dates, words are cells beside them: who changes one moves the dot or rewrites its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.kinds.timeline import Layout, laid_out
from aibrief_report.charts.parts.events import Placed, stretch_of
from aibrief_report.charts.values import HOLLOW
from aibrief_report.model.charts import Chart
from aibrief_report.ooxml.charts.axes import Scale, ValueAxis
from aibrief_report.ooxml.charts.forms import Plot
from aibrief_report.ooxml.charts.labels import CellLabel, Side
from aibrief_report.ooxml.charts.series import Series
from aibrief_report.ooxml.charts.shapes import Shape, Stroke
from aibrief_report.ooxml.charts.space import ChartSpace
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.dots import (
    CIRCLE,
    Dots,
    dots,
    down,
    heights,
    in_layers,
    stroke,
    unseen,
)
from aibrief_report.render.docx.native.grid import Column, Grid
from aibrief_report.render.docx.native.native import Native, finished
from aibrief_report.render.docx.native.notes import Canvas, lifted, note_series
from aibrief_report.render.docx.native.statuses import by_status, heading, hollow_statuses

_ACROSS, _BAR, _PALE = 6.5, 4.0, 45
_EPOCH = date(1899, 12, 30)  # day 0 of a workbook, as it counts from March 1900 on (ECMA-376, 18.17.4.1)
_FIRST = 1901  # the first year whose days all readers count alike
_YEAR = 365.25
_BASE = 0.33  # from a line's foot up to its middle, in type sizes
_UNDER = 4.0  # between the names of years and the lanes
_YEARS = -6.0  # from the top of the lanes to the middle of the names of years
_DAY = "yyyy\\-mm\\-dd"


class _Part(Struct, frozen=True):
    """Events of one series that look alike: their places in the picture, and the cells of their days."""

    status: str
    placed: tuple[Placed, ...]
    days: Column
    ends: Column | None


def why_no_timeline(chart: Chart) -> str:
    """Return why Word cannot draw a timeline; empty if it can."""
    points = (point for one in chart.series for point in one.points)
    if any(stretch_of(one).first.year < _FIRST for one in points):
        return f"an event is older than {_FIRST}, and a workbook has no such dates"
    return ""


def native_timeline(brush: Brush) -> Native:
    """Return a `timeline` chart, for which `why_no_timeline` has nothing to say."""
    layout, grid = laid_out(brush.chart, brush.sheet), Grid(brush.sheet.wording)
    frame = lifted(layout.frame, brush.sheet.line + _UNDER + layout.notes.height)
    parts = [part for one in brush.chart.series for part in _parts(brush, layout, grid, one.key)]
    words = [*_heads(brush, layout, grid), *_apart(brush, layout, grid, parts)]
    noted = note_series(brush, grid, layout.notes, Canvas(*_scales(layout), layout.frame.height))
    words += [_years(brush, layout, grid), *noted.words]
    marks = sum((_dots(brush, layout, grid, part) for part in parts), Dots())
    bars = [one for part in parts for one in _bars(brush, layout, grid, part)]
    space = ChartSpace(
        (Plot("scatter", in_layers(words, (*noted.strokes, *bars), marks)),),
        _along(layout),
        heights(frame),
        brush.room(frame),
        brush.type(),
        brush.language,
    )
    return finished(brush, space, grid, frame, hollow_statuses(brush.chart), CIRCLE)


def _parts(brush: Brush, layout: Layout, grid: Grid, key: str) -> Iterator[_Part]:
    """Yield the events of a series in groups that look alike, their days added to the grid."""
    series = next(one for one in brush.chart.series if one.key == key)
    order = {id(one.event.point): one for one in layout.placed if one.series.key == key}
    for status, part in by_status(series):
        placed = tuple(one for point, one in order.items() if point in {id(each) for each in part.points})
        name = heading(brush, part.name, status)
        days = grid.numbers(name, [str(_serial(_day(one))) for one in placed], _DAY)
        ends = None
        if any(one.event.lasts for one in placed):
            until = [str(_serial(stretch_of(one.event.point).last)) for one in placed]
            lasting = [text if one.event.lasts else None for text, one in zip(until, placed, strict=True)]
            ends = grid.numbers(f"{name}: {brush.sheet.wording.until}", lasting, _DAY)
        yield _Part(status, placed, days, ends)


def _dots(brush: Brush, layout: Layout, grid: Grid, part: _Part) -> Dots:
    """Return dots with their words beside them, but for those whose words stand at the end of a bar."""
    series, name = part.placed[0].series, part.days.name.texts[0]
    y = [down(layout.frame, _middle(brush, one)) for one in part.placed]
    up = grid.numbers(f"{name}: y", y, aside=True)
    cells = grid.words(brush.sheet.wording.event, [_words(one) for one in part.placed])
    labels = tuple(
        CellLabel(at, _side(one), brush.type(), brush.paper)
        for at, one in enumerate(part.placed)
        if not one.event.lasts
    )
    drawn = Series(part.days.name, part.days.cells, up.cells, Shape(), labels=labels)
    drawn = replace(drawn, words=cells if labels else None)
    return dots(brush, drawn, series.colour, _ACROSS, hollow=part.status in HOLLOW)


def _bars(brush: Brush, layout: Layout, grid: Grid, part: _Part) -> Iterator[Series]:
    """Yield a pale bar for each event that lasts, or whose day is not known."""
    for at, one in enumerate(part.placed):
        if one.event.lasts and part.ends:
            days, y = stretch_of(one.event.point), down(layout.frame, _middle(brush, one))
            ends = ((str(_serial(days.first)), y), (str(_serial(days.last)), y))
            look = Stroke(brush.colour(one.series.colour), _BAR, opacity=_PALE)
            begins = part.days.cell(at) if one.event.point.end else ""
            yield stroke(grid, one.event.point.text, ends, look, (begins, part.ends.cell(at)))


def _apart(brush: Brush, layout: Layout, grid: Grid, parts: Sequence[_Part]) -> Iterator[Series]:
    """Yield the words of events that last: at the bar's end, or above it."""
    held = [one for part in parts for one in part.placed if one.event.lasts]
    if not held:
        return
    name, frame = brush.sheet.wording.event, layout.frame
    places = [(_edge(layout, one), down(frame, _words_middle(brush, one))) for one in held]
    cells = grid.words(name, [_words(one) for one in held])
    labels = tuple(CellLabel(at, _side(one), brush.type(), brush.paper) for at, one in enumerate(held))
    yield replace(unseen(grid, name, places), labels=labels, words=cells)


def _heads(brush: Brush, layout: Layout, grid: Grid) -> Iterator[Series]:
    """Yield the names of series above their lanes, if there are several."""
    if layout.heads:
        name, frame, size = brush.sheet.wording.series, layout.frame, brush.sheet.size
        low = str(_new_year(layout.years.low))
        places = [(low, down(frame, one.y - size * _BASE)) for one in layout.heads]
        cells = grid.words(name, [one.text for one in layout.heads])
        labels = tuple(
            CellLabel(at, "r", brush.type(one.colour, bold=True), brush.paper)
            for at, one in enumerate(layout.heads)
        )
        yield replace(unseen(grid, name, places), labels=labels, words=cells)


def _along(layout: Layout) -> ValueAxis:
    """Return the axis of days, never seen: years are named where they begin, which ticks cannot keep to."""
    low, high = (str(_new_year(year)) for year in (layout.years.low, layout.years.high))
    return ValueAxis("b", scale=Scale(low, high, str(round(_YEAR))), between=False)


def _years(brush: Brush, layout: Layout, grid: Grid) -> Series:
    """Return the names of years above the lanes, each at a line down where it begins."""
    name, years = brush.sheet.wording.period, layout.years.labels
    places = [(str(_new_year(place)), down(layout.frame, _YEARS)) for place, _ in years]
    cells = grid.words(name, [lines[0] for _, lines in years], aside=True)
    labels = tuple(CellLabel(at, "r", brush.muted) for at, _ in enumerate(years))
    return replace(unseen(grid, name, places), labels=labels, words=cells, drop=brush.grid)


def _day(one: Placed) -> date:
    """Return the day at which a dot stands: the first of what lasts, else the middle of what is known."""
    days = stretch_of(one.event.point)
    return days.first if one.event.point.end else days.first + (days.last - days.first) / 2


def _new_year(year: float) -> int:
    return _serial(date(int(year), 1, 1))


def _serial(day: date) -> int:
    """Return a day as a workbook counts it."""
    return (day - _EPOCH).days


def _edge(layout: Layout, one: Placed) -> str:
    """Return the day beside which the words of an event stand."""
    event = one.event
    edges = {"right": event.stop, "left": event.start, "above": event.words.left}
    return _scales(layout)[0](edges[event.words.side])


def _scales(layout: Layout) -> tuple[Callable[[float], str], Callable[[float], str]]:
    """Return what gives the day and the height that points of the picture have."""

    def along(x: float) -> str:
        year = layout.across.back(x)
        return f"{_new_year(year) + (year - int(year)) * _YEAR:.0f}"

    return along, lambda y: down(layout.frame, y)


_SIDES: Mapping[str, Side] = {"right": "r", "left": "l", "above": "r"}


def _side(one: Placed) -> Side:
    return _SIDES[one.event.words.side]


def _words(one: Placed) -> str:
    """Return the words of an event, its date before them, in lines as in the picture."""
    return f"{one.event.words.date}  " + "\n".join(one.event.words.lines)


def _middle(brush: Brush, one: Placed) -> float:
    """Return the height of a mark: amid its words where these stand beside it, for labels are centred."""
    return one.middle if one.event.words.side == "above" else _words_middle(brush, one)


def _words_middle(brush: Brush, one: Placed) -> float:
    lines = [text.y for text in one.label.texts]
    return (min(lines) + max(lines)) / 2 - brush.sheet.size * _BASE
