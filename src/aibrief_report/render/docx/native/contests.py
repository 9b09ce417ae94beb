"""Contests on lines: each source's figure a dot of its own, named above or below, as in the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.kinds.range_dot import Layout, Strip, laid_out, told
from aibrief_report.charts.parts.axes import caption
from aibrief_report.charts.parts.callouts import Callout
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.values import HOLLOW, decimal
from aibrief_report.model.charts import Point
from aibrief_report.ooxml.charts.axes import ValueAxis
from aibrief_report.ooxml.charts.cells import Words
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
from aibrief_report.render.docx.native.free import foot_title
from aibrief_report.render.docx.native.grid import Column, Grid
from aibrief_report.render.docx.native.native import Native, finished
from aibrief_report.render.docx.native.rows import native_rows
from aibrief_report.render.docx.native.statuses import by_status, heading, hollow_statuses

_ACROSS = 8.0
_NAME = 1  # the place of who says so among the kinds of words at a dot
_BASE = 0.33  # from a line's foot up to its middle, in type sizes
_RANGE, _PALE, _LEADER = 4.0, 30, 0.5  # widths of strokes in points, the opacity of a range in per cent


class _Figures(Struct, frozen=True):
    """Figures of one series that look alike: their places among its points, who says them, their values."""

    strip: Strip
    status: str
    marks: tuple[int, ...]
    names: Words
    values: Column

    @property
    def points(self) -> list[Point]:
        """The figures themselves."""
        held = told(self.strip.series)
        return [held[mark][0] for mark in self.marks]


def native_contest(brush: Brush) -> Native:
    """Return a `range-dot` chart; where figures are too many for one line, each has one of its own."""
    layout = laid_out(brush.chart, brush.sheet)
    if layout is None:
        return native_rows(brush)
    grid = Grid(brush.sheet.wording)
    held = [one for strip in layout.strips for one in _figures(brush, grid, strip)]
    words = [one for figures in held for one in _words(brush, layout, grid, figures)]
    strokes = [
        *(one for strip in layout.strips for one in _range(brush, layout, grid, strip, held)),
        *(one for figures in held for one in _leaders(brush, layout, grid, figures)),
    ]
    marks = sum((_dots(brush, layout, grid, figures) for figures in held), Dots())
    words += _heads(brush, layout, grid)
    space = ChartSpace(
        (Plot("scatter", in_layers(words, strokes, marks)),),
        _along(brush, layout),
        heights(layout.frame),
        brush.room(layout.frame),
        brush.type(),
        brush.language,
    )
    return finished(brush, space, grid, layout.frame, hollow_statuses(brush.chart), CIRCLE)


def _figures(brush: Brush, grid: Grid, strip: Strip) -> list[_Figures]:
    """Return the figures of a strip in groups that look alike, their names and values added to the grid."""
    places = {id(point): place for place, (point, _) in enumerate(told(strip.series))}
    found = []
    for status, part in by_status(strip.series):
        points = [one for one in part.points if one.y is not None]
        marks = tuple(places[id(one)] for one in points)
        if points:
            said = [_Block.of(strip, mark, _NAME, brush.sheet).text for mark in marks]
            names = grid.words(brush.sheet.wording.source, said)
            column = grid.numbers(heading(brush, part.name, status), [one.y for one in points])
            found.append(_Figures(strip, status, marks, names, column))
    return found


def _range(
    brush: Brush, layout: Layout, grid: Grid, strip: Strip, held: Sequence[_Figures]
) -> Iterator[Series]:
    """Yield the line from the lowest to the highest figure, and the lines of figures left open."""
    colour, y = brush.colour(strip.series.colour), down(layout.frame, strip.middle)
    points = [point for point, _ in told(strip.series)]
    ends = [decimal(text) for point in points for text in (point.y, point.end) if text]
    name = strip.series.name or brush.measured
    if len(ends) > 1:
        cells = ",".join(one.values.cells.range for one in held if one.strip is strip)
        formulas = ("", "") if any(one.end for one in points) else (f"MIN({cells})", f"MAX({cells})")
        pair = ((str(min(ends)), y), (str(max(ends)), y))
        yield stroke(grid, name, pair, Stroke(colour, _RANGE, opacity=_PALE), formulas)
    for one in points:
        if one.end:
            pair = ((one.y or "", y), (one.end, y))
            yield stroke(grid, f"{name}: {brush.sheet.wording.until}", pair, Stroke(colour, _RANGE))


def _leaders(brush: Brush, layout: Layout, grid: Grid, figures: _Figures) -> Iterator[Series]:
    """Yield a thin stroke from each dot to its words, which begins wherever its value is."""
    look = Stroke(brush.colour(brush.sheet.theme.colours.muted), _LEADER)
    for at, mark in enumerate(figures.marks):
        callout = _callout(figures.strip, mark)
        (x, y), (x2, y2) = callout.start, callout.stop
        frame, across = layout.frame, layout.across
        pair = ((back(across, x), down(frame, y)), (back(across, x2), down(frame, y2)))
        formula = figures.values.cell(at)
        yield stroke(grid, figures.points[at].x, pair, look, (formula, ""))


def _dots(brush: Brush, layout: Layout, grid: Grid, figures: _Figures) -> Dots:
    colour, values = figures.strip.series.colour, figures.values
    y = [down(layout.frame, figures.strip.middle)] * len(figures.marks)
    up = grid.numbers(f"{values.name.texts[0]}: y", y, aside=True)
    drawn = Series(values.name, values.cells, up.cells, Shape())
    return dots(brush, drawn, colour, _ACROSS, hollow=figures.status in HOLLOW)


def _words(brush: Brush, layout: Layout, grid: Grid, figures: _Figures) -> Iterator[Series]:
    """Yield the words at dots, each kind as points of its own that nobody sees: values, names, details."""
    wording, colours = brush.sheet.wording, brush.sheet.theme.colours
    ink = brush.sheet.name_colour(figures.strip.series.colour, brush.chart)
    kinds = (
        (wording.label, brush.type(ink, bold=True)),
        (wording.source, brush.type(colours.ink)),
        (wording.note, brush.type(colours.muted)),
    )
    for kind, (name, type_) in enumerate(kinds):
        said = [_Block.of(figures.strip, mark, kind, brush.sheet) for mark in figures.marks]
        if any(one.text for one in said):
            places = [(back(layout.across, one.x), down(layout.frame, one.y)) for one in said]
            cells = figures.names if kind == _NAME else grid.words(name, [one.text for one in said])
            told_ = tuple(CellLabel(at, "ctr", type_) for at, one in enumerate(said) if one.text)
            yield replace(unseen(grid, name, places), labels=told_, words=cells)


class _Block(Struct, frozen=True):
    """Lines of one kind at a dot, and their middle."""

    text: str
    x: float
    y: float

    @classmethod
    def of(cls, strip: Strip, mark: int, kind: int, sheet: Sheet) -> _Block:
        """Return the lines of a kind (0 value, 1 name, 2 detail) at the dot of a mark."""
        said, texts = strip.said[mark], _callout(strip, mark).label.texts
        counts = [len(said.value), len(said.name), len(said.detail)]
        first = sum(counts[:kind])
        lines = texts[first : first + counts[kind]]
        last = lines[-1] if lines else texts[-1]
        middle = ((lines[0] if lines else last).y + last.y) / 2 - sheet.size * _BASE
        return cls("\n".join(one.text for one in lines), last.x, middle)


def _heads(brush: Brush, layout: Layout, grid: Grid) -> tuple[Series, ...]:
    """Return the names of contests above their lines, if there are several."""
    heads = [one for one in layout.captions if one.align == "left"]
    if not heads:
        return ()
    frame, size = layout.frame, brush.sheet.size
    places = [(back(layout.across, 0.0), down(frame, one.y - size * _BASE)) for one in heads]
    cells = grid.words(brush.sheet.wording.series, [one.text for one in heads])
    told_ = tuple(CellLabel(at, "r", brush.type(one.colour, bold=True)) for at, one in enumerate(heads))
    return (replace(unseen(grid, brush.sheet.wording.series, places), labels=told_, words=cells),)


def _callout(strip: Strip, mark: int) -> Callout:
    return next(one for one in strip.callouts if one.mark == mark)


def _along(brush: Brush, layout: Layout) -> ValueAxis:
    return ValueAxis(
        "b",
        brush.muted,
        grid=brush.grid,
        title=foot_title(brush, caption(brush.chart.y), layout.frame),
        at="low",
        scale=scale(layout.marks, brush.printer),
        between=False,
    )
