"""Names along an axis, and what each series has at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aibrief_report.charts.parts.names import Names
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


def axis_column(brush: Brush, grid: Grid, keys: Sequence[str], printed: Mapping[str, str]) -> Words:
    """Return the cells of what an axis prints, beside the column of all names where these differ.

    A name that is not `printed` leaves its cell empty. LibreOffice knows no axis that prints every other name
    (`c:tickLblSkip`), and breaks no name beside a plot, so that both stand in the cells.
    """
    names = name_column(brush, grid, keys)
    told = [printed.get(one, "") for one in keys]
    return names if tuple(told) == names.texts else grid.words(brush.sheet.wording.axis, told)


def printed_names(names: Names, between: str) -> Mapping[str, str]:
    """Return the names that an axis prints, by category, their lines joined by what stands `between`."""
    texts = (between.join(lines) for lines in names.lines)
    return {key: text for key, text in zip(names.order, texts, strict=True) if key in names.shown}


def values_at(series: Series, keys: Sequence[str]) -> tuple[Point | None, ...]:
    """Return a series' points in the order of keys, `None` where it has none."""
    held = {point.x: point for point in series.points}
    return tuple(held.get(one) for one in keys)
