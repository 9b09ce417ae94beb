"""Dots in a scatter, solid or hollow; points that nobody sees, for words; strokes between two places."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.parts.points import Linear
from aibrief_report.charts.parts.sheet import Frame
from aibrief_report.ooxml.charts.axes import Scale, ValueAxis
from aibrief_report.ooxml.charts.series import Series
from aibrief_report.ooxml.charts.shapes import Marker, Shape, Stroke
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.grid import Grid

CIRCLE = "◌"
"""What stands for hollow dots in the words beside the key: the circle that the sans of our themes have."""
_EDGE, _RING = 1.2, 3.0  # the width of a hollow dot's outline; what its paper is narrower than the dot
_DIGITS = 6  # of a place that is measured

Place = tuple[str, str]
"""Where something stands in a scatter: along and up, as decimal text."""


class Dots(Struct, frozen=True):
    """Series of dots: those that stand before all strokes of a chart, and those that stand behind them."""

    first: tuple[Series, ...] = ()
    last: tuple[Series, ...] = ()

    def __add__(self, other: Dots) -> Dots:
        return Dots(self.first + other.first, self.last + other.last)


def dots(brush: Brush, series: Series, colour: str, across: float, *, hollow: bool) -> Dots:
    """Return a series with its dots, `across` points wide.

    A hollow one is a dot of paper upon one of colour, from the same cells: LibreOffice draws no outlines of
    marks, so that a dot of paper alone would not be seen. It stands before the strokes and behind them, for
    Word draws the last series on top, LibreOffice the first.
    """
    solid = Marker(round(across), brush.colour(colour))
    if not hollow:
        return Dots(last=(replace(series, marker=solid),))
    edge = Stroke(brush.colour(colour), _EDGE)
    paper = replace(series, marker=Marker(round(across - _RING), brush.paper, edge))
    bare = replace(paper, labels=(), words=None)
    return Dots((bare,), (replace(bare, marker=solid), paper))


def unseen(grid: Grid, name: str, places: Sequence[Place]) -> Series:
    """Return points that nobody sees, at which words may stand; their cells are put aside."""
    along = grid.numbers(f"{name}: x", [x for x, _ in places], aside=True)
    up = grid.numbers(f"{name}: y", [y for _, y in places], aside=True)
    return Series(up.name, along.cells, up.cells, Shape())


def stroke(
    grid: Grid, name: str, ends: tuple[Place, Place], look: Stroke, formulas: tuple[str, str] = ("", "")
) -> Series:
    """Return a stroke from one place to another; `formulas` say where along it follows other cells.

    Each is a series of its own, not one with gaps: LibreOffice then drops what was drawn before it. Nor error
    bars: LibreOffice does not draw those that lie.
    """
    along = grid.numbers(f"{name}: x", [x for x, _ in ends], aside=True, formulas=formulas)
    up = grid.numbers(f"{name}: y", [y for _, y in ends], aside=True)
    return Series(up.name, along.cells, up.cells, Shape(stroke=look))


def measured(number: float) -> str:
    """Return a measured place as decimal text, as exact as an eye can see."""
    return format(Decimal(f"{number:.{_DIGITS}g}").normalize(), "f")


def down(frame: Frame, y: float) -> str:
    """Return how high above a frame's foot something stands that is `y` points below its top."""
    return measured(frame.height - y)


def back(scale: Linear, x: float) -> str:
    """Return the value that falls at `x` points."""
    return measured(scale.back(x))


def heights(frame: Frame) -> ValueAxis:
    """Return the axis, never seen, of heights in points."""
    high = measured(frame.height)
    return ValueAxis("l", scale=Scale("0", high, high), between=False)


def in_layers(words: Sequence[Series], strokes: Sequence[Series], marks: Dots) -> tuple[Series, ...]:
    """Return all series of a scatter in the order in which they are drawn.

    The first is one with the most points, which nobody sees: LibreOffice drops those that stand before it.
    """
    drawn = (*sorted(words, key=lambda one: -_count(one)), *marks.first, *strokes, *marks.last)
    most = max(map(_count, drawn))
    if _count(drawn[0]) == most and drawn[0] in words:
        return drawn
    longest = next(one for one in drawn if _count(one) == most)
    return (replace(longest, shape=Shape(), marker=None, marks=(), labels=(), words=None), *drawn)


def _count(series: Series) -> int:
    return len(series.y.values)
