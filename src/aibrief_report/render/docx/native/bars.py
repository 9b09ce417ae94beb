"""Bars, standing or lying: from zero, with their values at their ends where these fit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil

from aibrief_report.charts.kinds.bars import labels_fit
from aibrief_report.charts.kinds.lying_bars import lines_of
from aibrief_report.charts.parts.axes import caption_height, tick_width
from aibrief_report.charts.parts.bands import Bands, bands, names_are_categories, slots_of
from aibrief_report.charts.parts.bar_marks import LABEL_GAP, bar_key
from aibrief_report.charts.parts.names import GAP, Names, names_beneath, names_beside
from aibrief_report.charts.parts.sheet import Frame
from aibrief_report.charts.parts.ticks import Ticks, span, ticks
from aibrief_report.charts.values import Record, amounts, categories, records
from aibrief_report.model.charts import Point
from aibrief_report.model.charts import Series as Drawn
from aibrief_report.ooxml.charts.cells import Words
from aibrief_report.ooxml.charts.forms import Plot
from aibrief_report.ooxml.charts.labels import Label
from aibrief_report.ooxml.charts.series import Mark, Series
from aibrief_report.ooxml.charts.space import ChartSpace
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.categories import name_column, values_at
from aibrief_report.render.docx.native.grid import Grid
from aibrief_report.render.docx.native.native import Native, finished
from aibrief_report.render.docx.native.statuses import by_status, heading

_HEIGHT, _THICKEST, _THICKEST_LYING = 118.0, 54.0, 15.0


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where bars stand: their frame, bands and scale, how high the key is, and whether values label them."""

    frame: Frame
    layout: Bands
    marks: Ticks
    key: float
    direct: bool
    lying: bool
    skip: int = 1


def native_bars(brush: Brush) -> Native:
    """Return a `bar` or `grouped-bar` chart; where names are too long, its bars lie."""
    chart, sheet = brush.chart, brush.sheet
    held, count = records(chart, sheet), len(categories(chart))
    direct = labels_fit(held, sheet, sheet.width / count / slots_of(chart))
    marks = span(amounts(chart)) if direct else ticks(amounts(chart))
    left = 0.0 if direct else tick_width(marks, sheet)
    names, key = names_beneath(chart, sheet, (sheet.width - left) / count), bar_key(chart, sheet).height
    if not names.fit:
        return native_lying_bars(brush)
    frame = Frame(
        width=sheet.width - left - names.overhang,
        height=_HEIGHT,
        left=left,
        right=names.overhang,
        top=key + caption_height(chart.y, sheet) + sheet.line + 2,
        bottom=names.tallest * sheet.line + 4 + (sheet.line if _negative(held) else 0.0),
    )
    layout = bands(frame.width / count, slots_of(chart), _THICKEST)
    if direct and _negative(held):
        marks = _lowered(marks, sheet.line / frame.height)
        frame = replace(frame, height=frame.height + sheet.line, bottom=frame.bottom - sheet.line)
    return _drawn(brush, _Layout(frame, layout, marks, key, direct, False, skip(names)))


def native_lying_bars(brush: Brush) -> Native:
    """Return a `horizontal-bar` chart."""
    chart, sheet = brush.chart, brush.sheet
    held, names = records(chart, sheet), names_beside(chart, sheet)
    direct = all(one["text"] for one in held)
    marks = span(amounts(chart)) if direct else ticks(amounts(chart), wanted=5)
    layout, key = lines_of(names, slots_of(chart), sheet), bar_key(chart, sheet).height
    told = held if direct else []
    below = [one for one in told if _negative([one])]
    left = names.width + GAP + _room(brush, below)
    right = max(_room(brush, [one for one in told if one not in below]), sheet.size)
    frame = Frame(
        width=sheet.width - left - right,
        height=layout.step * len(names.order),
        left=left,
        right=right,
        top=key + caption_height(chart.y, sheet),
        bottom=2.0 if direct else sheet.line + 4,
    )
    room = _room(brush, below)
    if room:
        marks = _lowered(marks, room / frame.width)
        frame = replace(frame, width=frame.width + room, left=frame.left - room)
    return _drawn(brush, _Layout(frame, layout, marks, key, direct, True))


def _drawn(brush: Brush, placed: _Layout) -> Native:
    chart, grid = brush.chart, Grid()
    names = name_column(brush, grid, categories(chart))
    coloured = slots_of(chart) == 1 and names_are_categories(chart)
    series = _one(brush, grid, names) if coloured else _several(brush, grid, names)
    labelled = tuple(_labelled(brush, one, points, placed.direct) for one, points in series)
    layout = placed.layout
    overlap = 100 if layout.slots == 1 else -6
    space = ChartSpace(
        (Plot("bar", labelled, placed.lying, gap=gap(layout), overlap=overlap),),
        brush.names("l" if placed.lying else "b", placed.skip),
        brush.values(
            "b" if placed.lying else "l", placed.marks, placed.frame, placed.key, shown=not placed.direct
        ),
        brush.room(placed.frame),
        brush.type(),
        brush.language,
        brush.key([one.name.texts[0] for one in labelled], 0.0 if coloured else placed.key, placed.frame),
    )
    return finished(brush, space, grid, placed.frame)


_Points = tuple[Point | None, ...]


def _one(brush: Brush, grid: Grid, names: Words) -> list[tuple[Series, _Points]]:
    """Return bars that are each a series of their own as one: its cells are one column, as one expects."""
    chart = brush.chart
    held = {point.x: (one, point) for one in chart.series for point in one.points}
    pairs = [held[x] for x in categories(chart)]
    column = grid.numbers(brush.measured, [point.y for _, point in pairs])
    marks = tuple(
        Mark(place, brush.bar(one.colour, point.status)) for place, (one, point) in enumerate(pairs)
    )
    shape = brush.bar(chart.series[0].colour)
    return [(Series(column.name, names, column.cells, shape, marks=marks), tuple(two for _, two in pairs))]


def _several(brush: Brush, grid: Grid, names: Words) -> list[tuple[Series, _Points]]:
    """Return a series of bars for each of the chart's; alone at its name, a hollow bar is one of its own."""
    alone = slots_of(brush.chart) == 1
    parts = [part for one in brush.chart.series for part in (by_status(one) if alone else [("", one)])]
    return [_series(brush, grid, names, heading(brush, one.name, status), one) for status, one in parts]


def _series(brush: Brush, grid: Grid, names: Words, name: str, drawn: Drawn) -> tuple[Series, _Points]:
    points = values_at(drawn, categories(brush.chart))
    column = grid.numbers(name, [one.y if one else None for one in points])
    looks = [brush.bar(drawn.colour, one.status) for one in drawn.points]
    # What most bars look like is the look of the series, and so of its mark in the key.
    usual = max(looks, key=looks.count)
    marks = tuple(
        Mark(place, look)
        for place, one in enumerate(points)
        if one and (look := brush.bar(drawn.colour, one.status)) != usual
    )
    return Series(column.name, names, column.cells, usual, marks=marks), points


def _labelled(brush: Brush, series: Series, points: _Points, direct: bool) -> Series:
    """Return a series with its values at the bars' ends."""
    if not direct:
        return series
    found = tuple(
        Label(place, brush.printer.code(one.text, one.y), "outEnd", brush.type())
        for place, one in enumerate(points)
        if one and one.text and one.y is not None
    )
    return replace(series, labels=found)


def gap(layout: Bands) -> int:
    """Return the gap between categories in per cent of a bar."""
    return round((layout.step - layout.bar * layout.slots) / layout.bar * 100)


def skip(names: Names) -> int:
    """Return every how manieth name is printed: years may be left out, which can be counted."""
    return ceil((names.width + GAP) / names.step) if names.width > names.step - 1 else 1


def _lowered(marks: Ticks, part: float) -> Ticks:
    """Return a scale that begins lower by a part of its length, where values stand below negative bars.

    Names along an axis stand at the plot's edge, so that the room for values must lie within the plot.
    """
    low, high = marks.values[0], marks.values[-1]
    return Ticks((round(low - (high - low) * Decimal(part), 4), high))


def _room(brush: Brush, held: list[Record]) -> float:
    return max((brush.sheet.measure(str(one["text"])) + LABEL_GAP for one in held), default=0.0)


def _negative(held: list[Record]) -> bool:
    return any(isinstance(one["y"], float) and one["y"] < 0 for one in held)
