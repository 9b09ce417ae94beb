"""Names along an axis, and what each series has at them."""

from __future__ import annotations

from collections.abc import Sequence

from aibrief_report.charts.table import x_text
from aibrief_report.model.charts import Point, Series
from aibrief_report.ooxml.charts.cells import Words
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.grid import Grid


def name_column(brush: Brush, grid: Grid, keys: Sequence[str]) -> Words:
    """Add a column of categories or periods as printed, and return its cells."""
    chart, words = brush.chart, brush.sheet.wording
    heading = chart.x.title or (words.period if chart.x.kind == "period" else words.category)
    return grid.words(heading, [x_text(chart, one, words) for one in keys])


def values_at(series: Series, keys: Sequence[str]) -> tuple[Point | None, ...]:
    """Return a series' points in the order of keys, `None` where it has none."""
    held = {point.x: point for point in series.points}
    return tuple(held.get(one) for one in keys)
