"""Free marks: a scatter of two quantities, and dots over time that no line joins."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from aibrief_report.charts.kinds.lines import line_ticks
from aibrief_report.charts.parts.axes import caption
from aibrief_report.charts.parts.key import Entry, series_entries, status_entries
from aibrief_report.charts.parts.labels import Line
from aibrief_report.charts.parts.placing import Mark as Wish
from aibrief_report.charts.parts.placing import place_labels
from aibrief_report.charts.parts.plot import Plot as Laid
from aibrief_report.charts.parts.plot import plot_of
from aibrief_report.charts.parts.points import Patch
from aibrief_report.charts.parts.ticks import ticks
from aibrief_report.charts.values import HOLLOW, amounts
from aibrief_report.model.charts import Point
from aibrief_report.model.charts import Series as Drawn
from aibrief_report.ooxml.charts.forms import Plot
from aibrief_report.ooxml.charts.labels import CellLabel, Label, Side
from aibrief_report.ooxml.charts.series import Series
from aibrief_report.ooxml.charts.shapes import Shape
from aibrief_report.ooxml.charts.space import ChartSpace
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.categories import name_column
from aibrief_report.render.docx.native.dots import CIRCLE, Dots, dots, in_layers
from aibrief_report.render.docx.native.free import along_axis, along_text
from aibrief_report.render.docx.native.gaps import free_gaps, missed
from aibrief_report.render.docx.native.grid import Grid
from aibrief_report.render.docx.native.native import Native, finished
from aibrief_report.render.docx.native.notes import extended, plot_notes, raised
from aibrief_report.render.docx.native.sides import side_of
from aibrief_report.render.docx.native.statuses import by_status, heading, hollow_statuses

_HEIGHT, _ACROSS = 210.0, 6.5
_WIDE = 0.2  # the part of the width beyond which a title is long


def native_scatter(brush: Brush) -> Native:
    """Return a `scatter` chart, each mark named where there is room for its name."""
    plot = plot_of(brush.chart, brush.sheet, line_ticks(brush.chart), _entries(brush), height=_HEIGHT)
    wide = brush.sheet.measure(caption(brush.chart.y, full=True)) > brush.sheet.width * _WIDE
    # LibreOffice breaks a long title of an axis into lines, whatever it is told.
    frame = replace(plot.frame, top=plot.frame.top + brush.sheet.line * wide)
    return _drawn(brush, replace(plot, frame=frame), named=True)


def native_dots_in_time(brush: Brush) -> Native:
    """Return a `dots` chart over time: beside each dot its value, and who counts."""
    plot = plot_of(brush.chart, brush.sheet, ticks(amounts(brush.chart)), _entries(brush))
    return _drawn(brush, plot, named=False)


def _drawn(brush: Brush, plot: Laid, *, named: bool) -> Native:
    """Return the dots of a plot; `named` ones say their names, others their values and details."""
    grid, sides, single = Grid(brush.sheet.wording), _sides(brush, plot, named), len(brush.chart.series) == 1
    split = [[(status, part) for status, part in by_status(one) if _told(part)] for one in brush.chart.series]
    parts = [
        [_dots(brush, plot, grid, part, status, sides, named) for status, part in held] for held in split
    ]
    marks = sum((part for held in parts for part in held), Dots())
    gaps = [] if named else [along_text(plot, x) for x in missed(brush)]
    words = free_gaps(brush, grid, gaps, format(plot.ticks.values[0], "f"))
    noted = plot_notes(brush, plot, grid)
    series = in_layers((*words, *noted.words), noted.strokes, marks)
    told = set() if single else {id(held[0].last[0]) for held in parts if held}
    hidden = [place for place, one in enumerate(series) if id(one) not in told]
    up = brush.values("l", plot.ticks, plot.frame, plot.key.height, shown=True, between=False, full=named)
    space = ChartSpace(
        (Plot("scatter", series),),
        along_axis(brush, plot),
        extended(up, plot),
        brush.room(raised(plot)),
        brush.type(),
        brush.language,
        brush.key(series, plot.key.height, plot.frame, hidden),
    )
    return finished(brush, space, grid, raised(plot), hollow_statuses(brush.chart), CIRCLE)


def _dots(
    brush: Brush,
    plot: Laid,
    grid: Grid,
    part: Drawn,
    status: str,
    sides: Mapping[int, Side],
    named: bool,
) -> Dots:
    points, name = _told(part), heading(brush, part.name, status)
    names = grid.words(brush.sheet.wording.name, [one.text for one in points]) if named else None
    if not named:
        name_column(brush, grid, [one.x for one in points])
    along = grid.numbers(f"{name}: x", [along_text(plot, one.x) for one in points])
    up = grid.numbers(name, [one.y for one in points])
    labels = tuple(
        _label(brush, place, one, sides[id(one)], named)
        for place, one in enumerate(points)
        if id(one) in sides
    )
    series = Series(up.name, along.cells, up.cells, Shape(), labels=labels, words=names if labels else None)
    return dots(brush, series, part.colour, _ACROSS, hollow=status in HOLLOW)


def _label(brush: Brush, place: int, point: Point, side: Side, named: bool) -> CellLabel | Label:
    """Return the label of a mark: its name, which is a cell, or its value and what is counted."""
    if named:
        return CellLabel(place, side, brush.type(), brush.paper)
    after = f" {point.detail}" if point.detail else ""
    code = brush.printer.code(point.text, point.y or "", after=after)
    return Label(place, code, side, brush.type(), brush.paper)


def _told(part: Drawn) -> list[Point]:
    return [one for one in part.points if one.y is not None]


def _sides(brush: Brush, plot: Laid, named: bool) -> Mapping[int, Side]:
    """Return the side on which each mark's words stand; marks without room for them are left out."""
    points = [one for drawn in brush.chart.series for one in drawn.points if one.y is not None]
    ink = brush.sheet.theme.colours.ink
    words = [one.text if named else f"{one.text} {one.detail}".strip() for one in points]
    wishes = [
        Wish(plot.x(one.x), plot.y(one), (Line(text, ink),) if text else ())
        for one, text in zip(points, words, strict=True)
    ]
    room = Patch(0.0, -brush.sheet.line, plot.frame.width + plot.frame.right, plot.frame.height)
    placed = place_labels(wishes, room, brush.sheet)
    return {
        id(one): side_of(wish, label)
        for one, wish, label in zip(points, wishes, placed, strict=True)
        if label
    }


def _entries(brush: Brush) -> list[Entry]:
    series = series_entries(brush.chart, "circle") if len(brush.chart.series) > 1 else []
    return [*series, *status_entries(brush.chart, brush.sheet, "circle")]
