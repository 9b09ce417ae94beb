"""Dots on lines of their own: a contest with a line a figure, or categories with a dot a series.

Word has no chart of dots along names, so that it is a scatter: values lie, each line is a height, and the
names are labels of points that nobody sees, at the plot's left edge.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aibrief_report.charts.kinds.lines import line_ticks
from aibrief_report.charts.parts.axes import caption, caption_height
from aibrief_report.charts.parts.key import Entry, key_of, series_entries, status_entries
from aibrief_report.charts.parts.labels import Line
from aibrief_report.charts.parts.names import GAP
from aibrief_report.charts.parts.placing import Mark as Wish
from aibrief_report.charts.parts.placing import place_labels
from aibrief_report.charts.parts.points import Linear, Patch
from aibrief_report.charts.parts.sheet import BOLD, Frame
from aibrief_report.charts.parts.ticks import Ticks, ticks
from aibrief_report.charts.values import amounts, categories, decimal
from aibrief_report.model.charts import Point
from aibrief_report.model.charts import Series as Drawn
from aibrief_report.ooxml.charts.axes import Scale, ValueAxis
from aibrief_report.ooxml.charts.forms import Plot
from aibrief_report.ooxml.charts.labels import Label, Side
from aibrief_report.ooxml.charts.series import Series
from aibrief_report.ooxml.charts.shapes import Shape, Stroke
from aibrief_report.ooxml.charts.space import ChartSpace
from aibrief_report.render.docx.native.brush import Brush, scale
from aibrief_report.render.docx.native.grid import Grid
from aibrief_report.render.docx.native.native import Native, finished
from aibrief_report.render.docx.native.numbers import literal
from aibrief_report.render.docx.native.sides import side_of
from aibrief_report.render.docx.native.statuses import by_status, heading

_STEP, _CONTEST_STEP = 22.0, 15.0
_ACROSS, _SPAN, _OPEN = 7.0, 1.25, 4.0
_AWAY = 6.0  # from a dot's middle to its words
_WIDEST = 0.38  # the part of the width that names may take


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the chart: its name, and the points on it; a line without points is a heading."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """The lines from the top, the plot's frame, its scale, and the key's entries and height."""

    rows: tuple[_Row, ...]
    frame: Frame
    marks: Ticks
    entries: tuple[Entry, ...]
    key: float

    def height(self, point: Point) -> str:
        """Return the height of a point's line as decimal text: the lowest is at 0.5."""
        place = next(place for place, row in enumerate(self.rows) if any(one is point for one in row.points))
        return self.at(place)

    def at(self, place: int) -> str:
        """Return the height of a line counted from the top."""
        return f"{len(self.rows) - place - 1}.5"

    @property
    def across(self) -> Linear:
        """The scale of values in points from the plot's left edge."""
        return Linear(self.marks.low, self.marks.high, 0.0, self.frame.width)


def native_rows(brush: Brush) -> Native:
    """Return a `dots` chart of categories: a line each, a dot a series, joined by how far they are apart."""
    points = _told(brush.chart.series)
    rows = [_Row(name, tuple(one for one in points if one.x == name)) for name in categories(brush.chart)]
    placed = _laid_out(brush, rows, ticks(amounts(brush.chart)), _STEP)
    return _drawn(brush, placed, _spans(placed.rows), _beside(brush, placed))


def native_contest(brush: Brush) -> Native:
    """Return a `range-dot` chart: a line a figure, named by who says so; several contests one by one."""
    rows: list[_Row] = []
    for one in brush.chart.series:
        rows += [_Row(one.name, ())] if len(brush.chart.series) > 1 else []
        rows += [_Row(point.x, (point,)) for point in _told([one])]
    placed = _laid_out(brush, rows, line_ticks(brush.chart), _CONTEST_STEP)
    return _drawn(brush, placed, [], {id(one): "l" if one.end else "r" for one in _told(brush.chart.series)})


def _laid_out(brush: Brush, rows: Sequence[_Row], marks: Ticks, step: float) -> _Layout:
    chart, sheet = brush.chart, brush.sheet
    series = series_entries(chart, "circle") if len(chart.series) > 1 and chart.kind == "dots" else []
    entries = (*series, *status_entries(chart, sheet, "circle"))
    key = key_of(entries, sheet).height
    left = min(max(sheet.measure(row.name, BOLD) for row in rows), sheet.width * _WIDEST) + GAP
    right = max((sheet.measure(one.text) for one in _told(chart.series)), default=0.0) + sheet.size
    frame = Frame(
        width=sheet.width - left - right,
        height=step * len(rows),
        left=left,
        right=right,
        top=key + caption_height(chart.y, sheet),
        bottom=sheet.line + 4,
    )
    return _Layout(tuple(rows), frame, marks, entries, key)


def _drawn(
    brush: Brush, placed: _Layout, spans: list[tuple[str, Point, str]], sides: Mapping[int, Side]
) -> Native:
    """Return the chart; `spans` are strokes from one value to another, `sides` those of dots' words."""
    grid, chart, key = Grid(), brush.chart, placed.key
    names = _names(brush, placed, grid)
    ends = _ends(placed, grid, brush.sheet.wording.until, spans, Stroke(brush.grid.colour, _SPAN))
    for one in chart.series:
        opened = [(point.y or "", point, point.end) for point in _told([one]) if point.end]
        ends += _ends(
            placed, grid, brush.sheet.wording.until, opened, Stroke(brush.colour(one.colour), _OPEN)
        )
    parts = [(status, part) for one in chart.series for status, part in by_status(one) if _told([part])]
    dots = [_dots(brush, placed, grid, part, status, sides) for status, part in parts]
    keyed = chart.kind == "dots" and len(chart.series) > 1
    first = 1 + len(ends)
    counted = (place for place, (status, _) in enumerate(parts, start=first) if not (status or keyed))
    hidden = (*range(first), *counted)
    named = [one.name.texts[0] for one in (names, *ends, *dots)]
    space = ChartSpace(
        (Plot("scatter", (names, *ends, *dots)),),
        _along(brush, placed),
        ValueAxis("l", scale=Scale("0", str(len(placed.rows)), "1"), between=False),
        brush.room(placed.frame),
        brush.type(),
        brush.language,
        brush.key(named, key, placed.frame, hidden),
    )
    return finished(brush, space, grid, placed.frame)


def _names(brush: Brush, placed: _Layout, grid: Grid) -> Series:
    """Return the points that nobody sees, each labelled with its line's name."""
    words, low = brush.sheet.wording, format(placed.marks.values[0], "f")
    grid.words(_line_heading(brush), [row.name for row in placed.rows])
    along = grid.numbers(f"{words.name}: x", [low for _ in placed.rows])
    up = grid.numbers(f"{words.name}: y", [placed.at(place) for place, _ in enumerate(placed.rows)])
    found = tuple(
        Label(place, literal(row.name), "l", brush.type(bold=not row.points))
        for place, row in enumerate(placed.rows)
    )
    return Series(up.name, along.cells, up.cells, Shape(), labels=found)


def _ends(
    placed: _Layout, grid: Grid, name: str, spans: Sequence[tuple[str, Point, str]], stroke: Stroke
) -> list[Series]:
    """Return strokes from one value to another, each a series of two points.

    Not one series with gaps: LibreOffice then drops what was drawn before it. Nor error bars of the least
    value: LibreOffice does not draw those.
    """
    found = []
    for low, point, high in spans:
        along = grid.numbers(f"{name}: x", [low, high])
        up = grid.numbers(f"{name}: y", [placed.height(point)] * 2)
        found.append(Series(up.name, along.cells, up.cells, Shape(stroke=stroke)))
    return found


def _dots(
    brush: Brush, placed: _Layout, grid: Grid, part: Drawn, status: str, sides: Mapping[int, Side]
) -> Series:
    points = _told([part])
    grid.words(_line_heading(brush), [one.x for one in points])
    along = grid.numbers(heading(brush, part.name, status), [one.y for one in points])
    up = grid.numbers(f"{along.name.texts[0]}: y", [placed.height(one) for one in points])
    found = tuple(
        Label(place, literal(_words(brush, placed, one)), sides[id(one)], brush.type(), brush.paper)
        for place, one in enumerate(points)
        if id(one) in sides
    )
    marker = brush.dot(part.colour, _ACROSS, points[0])
    return Series(along.name, along.cells, up.cells, Shape(), marker, labels=found)


def _words(brush: Brush, placed: _Layout, point: Point) -> str:
    """Return a dot's words: its value, and in a contest what is counted, if there is room for it.

    They are fixed, not a format of the value: what Word prints at a mark of a scatter is its height.
    """
    sheet, text = brush.sheet, point.text or point.y or ""
    after = f"  {point.detail}" if point.detail and brush.chart.kind == "range-dot" else ""
    start = placed.across.at(float(decimal(point.y or "")))
    fits = start + _AWAY + sheet.measure(text + after) <= placed.frame.width + placed.frame.right
    return text + after if fits else text


def _along(brush: Brush, placed: _Layout) -> ValueAxis:
    frame = placed.frame
    return ValueAxis(
        "b",
        brush.muted,
        grid=brush.grid,
        title=brush.caption(caption(brush.chart.y), placed.key, frame, frame.left),
        low=True,
        scale=scale(placed.marks, brush.printer),
        between=False,
    )


def _spans(rows: Sequence[_Row]) -> list[tuple[str, Point, str]]:
    """Return a stroke a line, from its least to its greatest value."""
    found = []
    for row in rows:
        order = sorted(row.points, key=lambda one: decimal(one.y or ""))
        found += [(order[0].y or "", order[0], order[-1].y or "")] if len(order) > 1 else []
    return found


def _beside(brush: Brush, placed: _Layout) -> Mapping[int, Side]:
    """Return the sides of dots on which values stand; none where they do not all have room."""
    points, ink, frame = _told(brush.chart.series), brush.sheet.theme.colours.ink, placed.frame
    wishes = [
        Wish(placed.across.at(float(decimal(one.y or ""))), _down(placed, one), (Line(one.text, ink),))
        for one in points
        if one.text
    ]
    strokes = [
        Patch(
            placed.across.at(float(low)),
            _down(placed, one) - 1,
            placed.across.at(float(high)),
            _down(placed, one) + 1,
        )
        for low, one, high in _spans(placed.rows)
    ]
    room = Patch(0.0, -brush.sheet.size / 2, frame.width + frame.right, frame.height)
    labels = place_labels(wishes, room, brush.sheet, strokes)
    told = [one for one in points if one.text]
    sides = {
        id(one): side_of(wish, label) for one, wish, label in zip(told, wishes, labels, strict=True) if label
    }
    return sides if len(sides) == len(told) else {}


def _down(placed: _Layout, point: Point) -> float:
    """Return how far below the plot's top a point's line is."""
    high = len(placed.rows)
    return (high - float(placed.height(point))) / high * placed.frame.height


def _line_heading(brush: Brush) -> str:
    """Return what the names of lines are: who says so, or a category."""
    words = brush.sheet.wording
    return words.source if brush.chart.kind == "range-dot" else brush.chart.x.title or words.category


def _told(series: Sequence[Drawn]) -> list[Point]:
    return [point for one in series for point in one.points if point.y is not None]
