"""Stacked bars: lying, or standing where they are many points in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec.structs import replace

from aibrief_report.charts.parts.axes import caption_height, tick_width
from aibrief_report.charts.parts.bands import Bands, bands
from aibrief_report.charts.parts.names import Names, names_beneath, names_beside
from aibrief_report.charts.parts.sheet import Frame
from aibrief_report.charts.parts.stack_marks import part_colour, stack_key
from aibrief_report.charts.parts.stack_parts import Part, are_shares, parts_of, top_of
from aibrief_report.charts.parts.ticks import Ticks, ticks
from aibrief_report.charts.values import HOLLOW, categories, missing
from aibrief_report.model.charts import Series as Drawn
from aibrief_report.ooxml.charts.cells import Words
from aibrief_report.ooxml.charts.forms import Plot
from aibrief_report.ooxml.charts.labels import Label
from aibrief_report.ooxml.charts.series import Mark, Series
from aibrief_report.ooxml.charts.shapes import Shape, Stroke
from aibrief_report.ooxml.charts.space import ChartSpace
from aibrief_report.render.docx.native.bars import bar_names, beside, gap
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.categories import values_at
from aibrief_report.render.docx.native.grid import Grid
from aibrief_report.render.docx.native.native import Native, finished
from aibrief_report.render.docx.native.statuses import hollow_statuses

_FEW = 3  # points in time that may still lie
_STEP, _THICK = 34.0, 25.0
_HEIGHT, _WIDEST = 128.0, 46.0
_INSET = 4.0  # the least room around a value inside its part

Fits = Callable[[Part], bool]


def native_stacks(brush: Brush) -> Native:
    """Return a `stacked-bar` chart. Raises `ChartError` for what cannot be stacked."""
    standing = brush.chart.x.kind == "period" and len(categories(brush.chart)) > _FEW
    return _standing(brush) if standing else _lying(brush)


def _lying(brush: Brush) -> Native:
    chart, sheet = brush.chart, brush.sheet
    parts, names = parts_of(chart), names_beside(chart, sheet)
    top = max(Decimal(100), top_of(parts)) if are_shares(parts) else top_of(parts)
    key = stack_key(chart, sheet).height
    left = beside(brush, names)
    frame = Frame(
        width=sheet.width - left,
        height=_STEP * len(names.order),
        left=left,
        top=key + caption_height(chart.y, sheet),
        bottom=2.0,
    )

    def fits(part: Part) -> bool:
        length = float((part.high - part.low) / top) * frame.width
        return sheet.measure(part.point.text) + _INSET <= length

    marks = Ticks((Decimal(0), top))
    return _drawn(brush, parts, frame, marks, key, Bands(_STEP, 1, _THICK), names, fits, lying=True)


def _standing(brush: Brush) -> Native:
    chart, sheet = brush.chart, brush.sheet
    parts = parts_of(chart)
    marks = ticks([Decimal(100) if are_shares(parts) else top_of(parts)])
    left, count = tick_width(marks, sheet), len(categories(chart))
    names = names_beneath(chart, sheet, (sheet.width - left) / count)
    key = stack_key(chart, sheet).height
    frame = Frame(
        width=sheet.width - left - names.overhang,
        height=_HEIGHT,
        left=left,
        right=names.overhang,
        top=key + caption_height(chart.y, sheet) + sheet.size,
        bottom=(names.tallest + bool(missing(chart))) * sheet.line + 4,
    )
    layout = bands(frame.width / count, 1, _WIDEST)
    wide = all(sheet.measure(part.point.text) <= layout.bar for part in parts)

    def fits(part: Part) -> bool:
        return wide and float(part.high - part.low) / marks.high * _HEIGHT > sheet.line

    return _drawn(brush, parts, frame, marks, key, layout, names, fits, lying=False)


def _drawn(
    brush: Brush,
    parts: Sequence[Part],
    frame: Frame,
    marks: Ticks,
    key: float,
    layout: Bands,
    named: Names,
    fits: Fits,
    *,
    lying: bool,
) -> Native:
    grid = Grid(brush.sheet.wording)
    names = bar_names(brush, grid, named, lying)
    series = tuple(_series(brush, grid, names, one, parts, fits) for one in brush.chart.series)
    space = ChartSpace(
        (Plot("bar", series, lying, stacked=True, gap=gap(layout)),),
        replace(brush.names("l", names), line=None) if lying else brush.names("b", names),
        brush.values("b" if lying else "l", marks, frame, key, shown=not lying),
        brush.room(frame),
        brush.type(),
        brush.language,
        brush.key(series, key, frame),
    )
    return finished(brush, space, grid, frame, hollow_statuses(brush.chart))


def _series(
    brush: Brush, grid: Grid, names: Words, drawn: Drawn, parts: Sequence[Part], fits: Fits
) -> Series:
    keys = categories(brush.chart)
    points = values_at(drawn, keys)
    column = grid.numbers(drawn.name or brush.measured, [one.y if one else None for one in points])
    ground = Stroke(brush.colour(brush.sheet.theme.colours.paper), 0.75)
    found = tuple(
        Label(
            keys.index(part.point.x),
            brush.printer.code(part.point.text, part.point.y or "0"),
            "ctr",
            brush.type(part_colour(part, brush.sheet)),
        )
        for part in parts
        if part.series.key == drawn.key and part.point.text and fits(part)
    )
    marks = tuple(
        Mark(place, brush.bar(drawn.colour, one.status))
        for place, one in enumerate(points)
        if one and one.status in HOLLOW
    )
    shape = Shape(brush.colour(drawn.colour), ground)
    return Series(column.name, names, column.cells, shape, marks=marks, labels=found)
