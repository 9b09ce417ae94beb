"""Bars, standing or lying: from zero, with their values at their ends where these fit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.kinds.bars import bar_texts, check_panel, labels_fit
from aibrief_report.charts.kinds.lying_bars import (
    BEFORE_NOTE,
    bars_name_series,
    lines_of,
    told_records,
)
from aibrief_report.charts.parts.axes import caption_height, tick_width
from aibrief_report.charts.parts.bands import Bands, bands, names_are_categories, slots_of
from aibrief_report.charts.parts.bar_marks import LABEL_GAP, bar_key
from aibrief_report.charts.parts.missing import missing_by_category
from aibrief_report.charts.parts.names import GAP, Names, names_beneath, names_beside
from aibrief_report.charts.parts.sheet import Frame
from aibrief_report.charts.parts.ticks import Ticks, span, ticks
from aibrief_report.charts.values import Record, amounts, categories, marked, missing, records
from aibrief_report.model.charts import Point
from aibrief_report.model.charts import Series as Drawn
from aibrief_report.ooxml.charts.axes import Edge
from aibrief_report.ooxml.charts.cells import Words
from aibrief_report.ooxml.charts.forms import Plot
from aibrief_report.ooxml.charts.labels import Label
from aibrief_report.ooxml.charts.series import Mark, Series
from aibrief_report.ooxml.charts.space import ChartSpace
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.categories import axis_column, printed_names, values_at
from aibrief_report.render.docx.native.grid import Grid
from aibrief_report.render.docx.native.native import Native, finished
from aibrief_report.render.docx.native.statuses import by_status, heading, hollow_statuses

_HEIGHT, _THICKEST, _THICKEST_LYING = 118.0, 54.0, 15.0


class _Layout(Struct, frozen=True):
    """Where bars stand: their frame, bands and scale, how high the key is, and whether values label them.

    `named` says that those of the first category tell whose they are.
    """

    frame: Frame
    layout: Bands
    marks: Ticks
    key: float
    direct: bool
    lying: bool
    names: Names
    named: bool = False


def native_bars(brush: Brush) -> Native:
    """Return a `bar` or `grouped-bar` chart; where names are too long, its bars lie."""
    chart, sheet = brush.chart, brush.sheet
    held, count = records(chart, sheet), len(categories(chart))
    direct = labels_fit(bar_texts(chart, sheet), sheet, sheet.width / count / slots_of(chart))
    marks = span(amounts(chart)) if direct else ticks(amounts(chart))
    left = 0.0 if direct else tick_width(marks, sheet)
    names, key = names_beneath(chart, sheet, (sheet.width - left) / count), bar_key(chart, sheet).height
    if not names.fit:
        check_panel(sheet)
        return native_lying_bars(brush)
    frame = Frame(
        width=sheet.width - left - names.overhang,
        height=sheet.tall(_HEIGHT),
        left=left,
        right=names.overhang,
        top=key + caption_height(chart.y, sheet) + sheet.line + 2,
        bottom=(names.tallest + bool(missing(chart)) + _negative(held)) * sheet.line + 4,
    )
    layout = bands(frame.width / count, slots_of(chart), _THICKEST)
    if direct and _negative(held):
        marks = _lowered(marks, sheet.line / frame.height)
        frame = replace(frame, height=frame.height + sheet.line, bottom=frame.bottom - sheet.line)
    return _drawn(brush, _Layout(frame, layout, marks, key, direct, False, names))


def native_lying_bars(brush: Brush) -> Native:
    """Return a `horizontal-bar` chart."""
    chart, sheet = brush.chart, brush.sheet
    named = bars_name_series(chart, sheet)
    held, names = told_records(chart, sheet, named), names_beside(chart, sheet)
    direct = all(one["text"] for one in held)
    marks = span(amounts(chart)) if direct else ticks(amounts(chart), wanted=5)
    layout, key = lines_of(names, slots_of(chart), sheet), bar_key(chart, sheet, named).height
    told = held if direct else []
    below = [one for one in told if _negative([one])]
    left = beside(brush, names) + _room(brush, below)
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
    return _drawn(brush, _Layout(frame, layout, marks, key, direct, True, names, named))


def _drawn(brush: Brush, placed: _Layout) -> Native:
    chart, grid = brush.chart, Grid(brush.sheet.wording)
    names = bar_names(brush, grid, placed.names, placed.lying)
    coloured = slots_of(chart) == 1 and names_are_categories(chart)
    series = _one(brush, grid, names) if coloured else _several(brush, grid, names)
    labelled = tuple(_labelled(brush, one, points, placed) for one, points in series)
    layout, alone = placed.layout, placed.layout.slots == 1
    edge: Edge = "b" if placed.lying else "l"
    space = ChartSpace(
        (Plot("bar", labelled, placed.lying, gap=gap(layout), overlap=100 if alone else -6),),
        brush.names("l" if placed.lying else "b", names),
        brush.values(edge, placed.marks, placed.frame, placed.key, shown=not placed.direct),
        brush.room(placed.frame),
        brush.type(),
        brush.language,
        brush.key(labelled, 0.0 if coloured or placed.named else placed.key, placed.frame),
    )
    return finished(brush, space, grid, placed.frame, () if alone else hollow_statuses(chart))


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


def _labelled(brush: Brush, series: Series, points: _Points, placed: _Layout) -> Series:
    """Return a series with its values at the bars' ends, and with the notes on them."""
    if not placed.direct:
        return series
    told = [(at, one) for at, one in enumerate(points) if one and one.text and one.y is not None]
    notes = {id(marked(brush.chart, one)): one.text for one in brush.chart.annotations}
    texts = [notes.get(id(one), "") for one in points]
    name = f"{series.name.texts[0]} " if placed.named else ""
    labels = (
        Label(at, _code(brush, one, "" if at else name, texts[at], placed.lying), "outEnd", brush.type())
        for at, one in told
    )
    return replace(series, labels=tuple(labels))


def _code(brush: Brush, point: Point, before: str, note: str, lying: bool) -> str:
    """Return the format of a bar's value; a note stands before it, or behind it where bars lie."""
    behind = f"{BEFORE_NOTE}{note}" if note and lying else ""
    ahead = f"{note}{brush.sheet.wording.colon}" if note and not lying else before
    return brush.printer.code(point.text, point.y or "", ahead, behind)


def gap(layout: Bands) -> int:
    """Return the gap between categories in per cent of a bar."""
    return round((layout.step - layout.bar * layout.slots) / layout.bar * 100)


def bar_names(brush: Brush, grid: Grid, names: Names, lying: bool) -> Words:
    """Return the cells of the names of bars; beside lying ones they are broken as in the picture.

    A missing value is told beneath its name: Word labels no bar that is not there.
    """
    told, gone = printed_names(names, "\n" if lying else " "), missing_words_at(brush)
    printed = {x: "\n".join(filter(None, (text, gone.get(x, "")))) for x, text in told.items()}
    return axis_column(brush, grid, names.order, printed)


def missing_words_at(brush: Brush) -> Mapping[str, str]:
    """Return what stands beneath the names of categories that miss values."""
    return missing_by_category(brush.chart, brush.sheet.wording)


def beside(brush: Brush, names: Names) -> float:
    """Return the room of names beside bars and of what stands beneath them."""
    return max([names.width, *map(brush.sheet.measure, missing_words_at(brush).values())]) + GAP


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
