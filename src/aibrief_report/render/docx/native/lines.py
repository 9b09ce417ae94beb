"""Lines: forecasts dashed and hollow, gaps where values are missing, names at the ends where they fit."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.kinds.lines import line_ticks
from aibrief_report.charts.parts.key import Entry, series_entries, status_entries
from aibrief_report.charts.parts.labels import Label as Placed
from aibrief_report.charts.parts.line_labels import end_labels, end_room, ends_of, fit, value_labels
from aibrief_report.charts.parts.plot import Plot as Laid
from aibrief_report.charts.parts.plot import plot_of
from aibrief_report.charts.parts.ticks import Ticks
from aibrief_report.charts.table import x_text
from aibrief_report.charts.values import in_order
from aibrief_report.model.charts import Chart, Point
from aibrief_report.ooxml.charts.cells import Words
from aibrief_report.ooxml.charts.forms import Plot
from aibrief_report.ooxml.charts.labels import Label, Side
from aibrief_report.ooxml.charts.series import Mark, Series
from aibrief_report.ooxml.charts.shapes import Shape, Stroke
from aibrief_report.ooxml.charts.space import ChartSpace, Key
from aibrief_report.render.docx.native.brush import LINE_SYMBOL, Brush
from aibrief_report.render.docx.native.categories import axis_column, name_column
from aibrief_report.render.docx.native.dots import Dots, in_layers
from aibrief_report.render.docx.native.free import along_axis, along_text, foot
from aibrief_report.render.docx.native.gaps import free_gaps, line_gaps, missed
from aibrief_report.render.docx.native.grid import Grid
from aibrief_report.render.docx.native.native import Native, finished
from aibrief_report.render.docx.native.notes import extended, plot_notes, raised
from aibrief_report.render.docx.native.steps import even_steps
from aibrief_report.render.docx.native.strokes import Strand, bridges, lonely, needs_scatter, strands

_CROWD, _ACROSS = 16, 5.0
_STROKE = 1.8
_AWAY = 8.0  # from a point to the middle of its value
_LINE = 8.0  # the room that a value below its point needs above the foot
_MOVED = 2.0  # points by which a name may stand off its line's end before a key is clearer


class Layout(Struct, frozen=True):
    """A plot, its key's entries, and whether its lines are named at their ends.

    `sides` says on which side of each point its value stands, by series and `x`; empty where values do not.
    """

    plot: Laid
    entries: tuple[Entry, ...]
    ends: bool
    sides: dict[tuple[str, str], Side]


def why_no_line(chart: Chart) -> str:
    """Return why Word cannot draw a line as it is drawn elsewhere; empty if it can."""
    if chart.annotations and chart.x.kind == "category":
        return "it has notes, and Word's lines over names have no place for them"
    return ""


def native_lines(brush: Brush) -> Native:
    """Return a `line` chart: over names in even steps where that is true to time, else as a scatter."""
    brush = replace(brush, chart=in_order(brush.chart))
    chart, placed = brush.chart, laid_out(brush, line_ticks(brush.chart))
    keys = even_steps(chart)
    if keys is None or chart.annotations or needs_scatter(chart, keys):
        return _scattered(brush, placed)
    grid = Grid(brush.sheet.wording)
    names = period_column(brush, placed.plot, grid, keys)
    series = line_series(brush, placed, grid, names, keys)
    low = format(placed.plot.ticks.values[0], "f")
    lines = Plot("line", (*series, *line_gaps(brush, grid, names, keys, low)))
    return over_names(brush, placed, grid, (lines,), names)


def laid_out(brush: Brush, marks: Ticks) -> Layout:
    """Return the first manner that fits: names at the ends, with values at points or ends; else a key."""
    chart, sheet = brush.chart, brush.sheet
    ends, status = ends_of(chart, sheet, valued=True), tuple(status_entries(chart, sheet, shape=None))
    plot = plot_of(chart, sheet, marks, status, right=end_room(chart, ends, sheet))
    names, values = end_labels(plot, ends), None if sheet.panel else value_labels(plot)
    wanted = [plot.up.at(end.value) for end in ends if end.words]
    if names is None or any(_moved(one, y) for one, y in zip(names, wanted, strict=True)):
        entries = (*series_entries(chart, shape=None), *status)
        right = end_room(chart, (), sheet) if sheet.panel else 0.0
        return Layout(plot_of(chart, sheet, marks, entries, right), entries, False, {})
    shown = values if values is not None and fit(sheet, names, values) else []
    return Layout(plot, status, True, _sides(plot, shown))


def line_series(
    brush: Brush, placed: Layout, grid: Grid, names: Words, keys: Sequence[str]
) -> tuple[Series, ...]:
    """Return the lines of a chart over names, their columns added to the grid."""
    found = []
    for strand in (strand for one in brush.chart.series for strand in strands(one)):
        held = {point.x: point for point in strand.points}
        points = [held.get(one) for one in keys]
        column = grid.numbers(_heading(brush, strand), [one.y if one else None for one in points])
        found.append(
            _styled(brush, placed, strand, points, Series(column.name, names, column.cells, Shape()))
        )
    return tuple(found)


def over_names(brush: Brush, placed: Layout, grid: Grid, plots: tuple[Plot, ...], names: Words) -> Native:
    """Return plots over an axis of names."""
    chart, plot = brush.chart, placed.plot
    between = chart.x.kind == "category" or len(names.texts) == 1 or _meets_axis(plot, placed)
    space = ChartSpace(
        plots,
        replace(brush.names("b", names), title=foot(brush, plot)),
        brush.values("l", plot.ticks, plot.frame, plot.key.height, shown=True, between=between),
        brush.room(plot.frame),
        brush.type(),
        brush.language,
        _key(brush, placed, plots),
        "span" if bridges(chart, even_steps(chart) or ()) else "gap",
    )
    return finished(brush, space, grid, plot.frame)


def _scattered(brush: Brush, placed: Layout) -> Native:
    grid, found, plot = Grid(brush.sheet.wording), [], placed.plot
    for strand in (strand for one in brush.chart.series for strand in strands(one)):
        heading = _heading(brush, strand)
        points = list(strand.points)
        name_column(brush, grid, [one.x for one in points])
        along = grid.numbers(f"{heading}: x", [along_text(plot, one.x) for one in points])
        up = grid.numbers(heading, [one.y for one in points])
        found.append(_styled(brush, placed, strand, points, Series(up.name, along.cells, up.cells, Shape())))
    low, noted = format(plot.ticks.values[0], "f"), plot_notes(brush, plot, grid)
    gaps = free_gaps(brush, grid, [along_text(plot, x) for x in missed(brush)], low)
    words = [*gaps, *noted.words]
    plots = (Plot("scatter", in_layers(words, noted.strokes, Dots(last=tuple(found)))),)
    values = brush.values("l", plot.ticks, plot.frame, plot.key.height, shown=True, between=False)
    space = ChartSpace(
        plots,
        along_axis(brush, plot),
        extended(values, plot),
        brush.room(raised(plot)),
        brush.type(),
        brush.language,
        _key(brush, placed, plots),
    )
    return finished(brush, space, grid, raised(plot))


def _styled(
    brush: Brush, placed: Layout, strand: Strand, points: Sequence[Point | None], series: Series
) -> Series:
    """Return a series with its stroke, its marks and the labels at them."""
    crowd = max(len(one.points) for one in brush.chart.series) > _CROWD
    colour = strand.series.colour
    own = [(place, one) for place, one in enumerate(points) if one and one.x not in strand.link]
    single = lonely(strand.series) if crowd else frozenset(one.x for _, one in own)
    hidden = tuple(
        Mark(place, hidden=True) for place, one in enumerate(points) if one and one.x not in single
    )
    return replace(
        series,
        shape=Shape(stroke=Stroke(brush.colour(colour), _STROKE, strand.dashed)),
        marker=brush.dot(colour, _ACROSS, own[0][1] if own else None) if single else None,
        marks=hidden if single else (),
        labels=tuple(label for place, one in own for label in _labels(brush, placed, strand, place, one)),
    )


def _labels(brush: Brush, placed: Layout, strand: Strand, place: int, point: Point) -> list[Label]:
    """Return the label of a point: at a line's end its name and value, before it the value alone, if any."""
    series = strand.series
    last = next(one for one in reversed(series.points) if one.y is not None)
    if placed.ends and point == last:
        type_ = brush.type(brush.sheet.name_colour(series.colour, brush.chart), bold=True)
        before = f"{series.name} " if series.name and not brush.sheet.panel else ""
        return [Label(place, brush.printer.code(point.text, point.y or "", before), "r", type_)]
    side = placed.sides.get((series.key, point.x))
    return [Label(place, brush.printer.code(point.text, point.y or ""), side, brush.type())] if side else []


def _sides(plot: Laid, values: Sequence[Placed]) -> dict[tuple[str, str], Side]:
    points = [(one, point) for one in plot.chart.series for point in one.points if point.y is not None]
    return {
        (one.key, point.x): "b" if plot.y(point) <= label.patch.top < plot.frame.height - _LINE else "t"
        for (one, point), label in zip(points, values, strict=False)
    }


def _heading(brush: Brush, strand: Strand) -> str:
    """Return the heading of a strand's cells, which is its name in the key: a status for what is dashed."""
    name = strand.series.name or brush.measured
    if not strand.dashed:
        return name
    own = next((one for one in strand.points if one.x not in strand.link), strand.points[0])
    status = brush.sheet.wording.of_status(own.status)
    return status if len(brush.chart.series) == 1 else f"{name}: {status}"


def _key(brush: Brush, placed: Layout, plots: Sequence[Plot]) -> Key | None:
    """Return the key, without lines that are named at their ends and without the ground under a line."""
    series = [(one, plot) for plot in plots for one in plot.series]
    without = tuple(
        place
        for place, (one, plot) in enumerate(series)
        if not (one.shape.fill or one.shape.stroke)
        or (placed.ends and not _is_dashed(one))
        or (plot.form == "area" and len(plots) > 1)
    )
    return brush.key(
        [one for one, _ in series], placed.plot.key.height, placed.plot.frame, without, LINE_SYMBOL
    )


def _meets_axis(plot: Laid, placed: Layout) -> bool:
    """Tell whether the first value would run into the numbers of the axis, were its point at the axis."""
    first = [(one.key, one.points[0]) for one in plot.chart.series if one.points]
    heights = [
        plot.y(point) + (_AWAY if side == "b" else -_AWAY)
        for key, point in first
        if (side := placed.sides.get((key, point.x)))
    ]
    marks = [plot.up.at(float(one)) for one in plot.ticks.values]
    return any(abs(one - mark) < plot.sheet.size for one in heights for mark in marks)


def _is_dashed(series: Series) -> bool:
    return bool(series.shape.stroke and series.shape.stroke.dashed)


def _moved(label: Placed, wanted: float) -> bool:
    return abs((label.patch.top + label.patch.bottom) / 2 - wanted) > _MOVED


def period_column(brush: Brush, plot: Laid, grid: Grid, keys: Sequence[str]) -> Words:
    """Return the cells of what the axis prints: the names that the picture prints, else as many of them."""
    texts = {one: x_text(plot.chart, one, brush.sheet.wording) for one in keys}
    told = {" ".join(lines) for _, lines in plot.along.labels}
    found = {one: text for one, text in texts.items() if text in told}
    every = max(1, round(len(keys) / max(1, len(told))))
    return axis_column(brush, grid, keys, found or {one: texts[one] for one in keys[::every]})
