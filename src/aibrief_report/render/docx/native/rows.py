"""Dots on lines of their own: categories with a dot a series, or a contest of many figures, a line each.

Word has no chart of dots along names, so that it is a scatter: values lie, each line is a height, and the
names are labels of points that nobody sees, at the plot's left edge.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.kinds.dot_rows import Layout, Span, laid_out
from aibrief_report.charts.parts.axes import caption
from aibrief_report.charts.values import HOLLOW
from aibrief_report.model.charts import Point
from aibrief_report.model.charts import Series as Drawn
from aibrief_report.ooxml.charts.axes import ValueAxis
from aibrief_report.ooxml.charts.forms import Plot
from aibrief_report.ooxml.charts.labels import CellLabel
from aibrief_report.ooxml.charts.series import Series
from aibrief_report.ooxml.charts.shapes import Shape, Stroke
from aibrief_report.ooxml.charts.space import ChartSpace
from aibrief_report.render.docx.native.brush import Brush, scale
from aibrief_report.render.docx.native.dots import (
    CIRCLE,
    Dots,
    back,
    dots,
    down,
    heights,
    in_layers,
    stroke,
    unseen,
)
from aibrief_report.render.docx.native.grid import Column, Grid
from aibrief_report.render.docx.native.native import Native, finished
from aibrief_report.render.docx.native.sides import side_of
from aibrief_report.render.docx.native.statuses import by_status, heading, hollow_statuses

_ACROSS = 7.0


class _Part(Struct, frozen=True):
    """The dots of one series that look alike, the cells of their values, and the series that draw them."""

    points: tuple[Point, ...]
    values: Column
    drawn: Dots


def native_rows(brush: Brush) -> Native:
    """Return dots on lines: a line a category, a dot a series, joined by how far they are apart."""
    chart, layout, grid = brush.chart, laid_out(brush.chart, brush.sheet), Grid(brush.sheet.wording)
    parts = [_parts(brush, layout, grid, one) for one in chart.series]
    cells = {
        id(point): part.values.cell(at)
        for held in parts
        for part in held
        for at, point in enumerate(part.points)
    }
    words = [_names(brush, layout, grid), *_gaps(brush, layout, grid)]
    strokes = [_span(brush, layout, grid, one, cells) for one in layout.spans]
    series = in_layers(words, strokes, sum((part.drawn for held in parts for part in held), Dots()))
    # A key tells series, if there are several; what is hollow is told beside it.
    told = {id(held[0].drawn.last[0]) for held in parts if held} if len(chart.series) > 1 else set()
    space = ChartSpace(
        (Plot("scatter", series),),
        _along(brush, layout),
        heights(layout.frame),
        brush.room(layout.frame),
        brush.type(),
        brush.language,
        brush.key(series, layout.key.height, layout.frame, _others(series, told)),
    )
    return finished(brush, space, grid, layout.frame, hollow_statuses(chart), CIRCLE)


def _parts(brush: Brush, layout: Layout, grid: Grid, series: Drawn) -> list[_Part]:
    found = []
    for status, part in by_status(series):
        points = tuple(one for one in part.points if one.y is not None)
        if points:
            name_heading = brush.chart.x.title or _kind(brush)
            grid.words(name_heading, [one.x for one in points])
            values = grid.numbers(heading(brush, part.name, status), [one.y for one in points])
            found.append(_Part(points, values, _dots(brush, layout, grid, part, points, values)))
    return found


def _dots(
    brush: Brush, layout: Layout, grid: Grid, part: Drawn, points: tuple[Point, ...], values: Column
) -> Dots:
    """Return the dots, each with its words beside it where all have room."""
    texts = grid.words(brush.sheet.wording.label, [one.text for one in points])
    y = [down(layout.frame, layout.middle(one.x)) for one in points]
    up = grid.numbers(f"{values.name.texts[0]}: y", y, aside=True)
    labels = tuple(
        CellLabel(at, side_of(*layout.values[id(one)]), brush.type(), brush.paper)
        for at, one in enumerate(points)
        if id(one) in layout.values
    )
    series = Series(
        values.name, values.cells, up.cells, Shape(), labels=labels, words=texts if labels else None
    )
    return dots(brush, series, part.colour, _ACROSS, hollow=points[0].status in HOLLOW)


def _names(brush: Brush, layout: Layout, grid: Grid) -> Series:
    """Return the points that nobody sees, each labelled with its line's name."""
    names, low = layout.names, format(layout.marks.values[0], "f")
    cells = grid.words(brush.sheet.wording.axis, ["\n".join(lines) for lines in names.lines])
    places = [(low, down(layout.frame, layout.middle(x))) for x in names.order]
    labels = tuple(CellLabel(at, "l", brush.type()) for at, _ in enumerate(names.order))
    return replace(unseen(grid, brush.sheet.wording.axis, places), labels=labels, words=cells)


def _gaps(brush: Brush, layout: Layout, grid: Grid) -> list[Series]:
    """Return the words on lines that miss a value."""
    if not layout.gaps:
        return []
    word, frame = brush.sheet.wording.missing, layout.frame
    lines = [one.texts[0] for one in layout.gaps]
    middles = [(one.patch.top + one.patch.bottom) / 2 for one in layout.gaps]
    places = [(back(layout.across, one.x), down(frame, y)) for one, y in zip(lines, middles, strict=True)]
    cells = grid.words(word, [one.text for one in lines])
    labels = tuple(
        CellLabel(at, "r" if one.align == "left" else "l", brush.muted) for at, one in enumerate(lines)
    )
    return [replace(unseen(grid, word, places), labels=labels, words=cells)]


def _span(brush: Brush, layout: Layout, grid: Grid, span: Span, cells: Mapping[int, str]) -> Series:
    """Return a stroke between two values, which follows them when they change."""
    point, other = span.point, span.other
    y = down(layout.frame, layout.middle(point.x))
    ends = ((point.y or "", y), (other.y or "" if other else point.end, y))
    look = Stroke(brush.colour(span.stroke.colour), span.stroke.thick)
    formulas = (cells[id(point)], cells[id(other)] if other else "")
    return stroke(grid, point.x, ends, look, formulas)


def _along(brush: Brush, layout: Layout) -> ValueAxis:
    frame = layout.frame
    return ValueAxis(
        "b",
        brush.muted,
        grid=brush.grid,
        title=brush.caption(caption(brush.chart.y), layout.key.height, frame, frame.left),
        at="low",
        scale=scale(layout.marks, brush.printer),
        between=False,
    )


def _others(series: tuple[Series, ...], told: set[int]) -> list[int]:
    return [place for place, one in enumerate(series) if id(one) not in told]


def _kind(brush: Brush) -> str:
    words = brush.sheet.wording
    return words.source if brush.chart.kind == "range-dot" else words.category
