"""A chart's data as a table of text, for those who cannot see it and those who want its numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aibrief_report.charts.axes import caption
from aibrief_report.charts.values import category_text, decimal
from aibrief_report.charts.wording import Wording, number_text
from aibrief_report.model.charts import Axis, Chart, Point, Series

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its heading, and how a mark's cell is read. `always` keeps it where all cells are empty."""

    heading: str
    read: Callable[[Series, Point], str]
    always: bool = False


def data_table(chart: Chart, wording: Wording = Wording()) -> tuple[Cells, tuple[Cells, ...]]:
    """Return the header and a row a mark, in the order of the marks; columns that say nothing are left out.

    The columns are, as far as they say anything: series, name, category or period, value, end, status, note,
    and the id of the row behind the mark. A missing value says so.
    """
    marks = [(series, point) for series in chart.series for point in series.points]
    columns = [
        (one.heading, [one.read(*mark) for mark in marks])
        for one in _columns(chart, wording)
        if one.always or any(one.read(*mark) for mark in marks)
    ]
    rows = zip(*(cells for _, cells in columns), strict=True)
    return tuple(heading for heading, _ in columns), tuple(rows)


def value_text(chart: Chart, point: Point, wording: Wording) -> str:
    """Return a mark's value as printed, or its digits in the language's marks, or the word for a missing one."""
    named = chart.kind in ("scatter", "timeline")
    if point.text and not named:
        return point.text
    if point.y is None:
        return wording.missing
    return number_text(decimal(point.y), wording.language)


def x_text(chart: Chart, x: str, wording: Wording) -> str:
    """Return a mark's `x` as printed: a period or number in the language's way, a category as it is."""
    if chart.x.kind == "quantity":
        return number_text(decimal(x), wording.language)
    return category_text(chart, x, wording)
