"""Words where a value is missing: labels of points that nobody sees, since Word labels no missing one.

Their cells are columns of their own among the places, headed by the word: who fills in a value clears them.
"""

from __future__ import annotations

from collections.abc import Sequence

from aibrief_report.charts.values import missing
from aibrief_report.ooxml.charts.cells import Words
from aibrief_report.ooxml.charts.labels import Label, Side
from aibrief_report.ooxml.charts.series import Series
from aibrief_report.ooxml.charts.shapes import Shape
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.grid import Grid
from aibrief_report.render.docx.native.numbers import literal


def line_gaps(brush: Brush, grid: Grid, names: Words, keys: Sequence[str], low: str) -> tuple[Series, ...]:
    """Return a series with a word at the foot of the plot at each name that misses a value."""
    places = [keys.index(x) for x in missed(brush)]
    if not places:
        return ()
    held = [low if place in places else None for place in range(len(keys))]
    column = grid.numbers(brush.sheet.wording.missing, held, aside=True)
    told = tuple(_label(brush, place, "t") for place in places)
    return (Series(column.name, names, column.cells, Shape(), labels=told),)


def free_gaps(brush: Brush, grid: Grid, along: Sequence[str], low: str) -> tuple[Series, ...]:
    """Return a series with a word at the foot of a scatter wherever along a value is missing."""
    if not along:
        return ()
    word = brush.sheet.wording.missing
    x = grid.numbers(f"{word}: x", along, aside=True)
    y = grid.numbers(f"{word}: y", [low] * len(along), aside=True)
    told = tuple(_label(brush, place, "t") for place, _ in enumerate(along))
    return (Series(y.name, x.cells, y.cells, Shape(), labels=told),)


def missed(brush: Brush) -> list[str]:
    """Return each `x` at which a value is missing, once."""
    return list(dict.fromkeys(point.x for _, point in missing(brush.chart)))


def _label(brush: Brush, place: int, side: Side) -> Label:
    return Label(place, literal(brush.sheet.wording.missing), side, brush.muted)
