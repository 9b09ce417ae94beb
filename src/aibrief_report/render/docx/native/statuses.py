"""A series in parts by status: what is not counted yet is one of its own, so that the key can tell it."""

from __future__ import annotations

from msgspec.structs import replace

from aibrief_report.charts.values import HOLLOW, is_missing
from aibrief_report.model.charts import Chart, Series
from aibrief_report.render.docx.native.brush import Brush


def by_status(series: Series) -> list[tuple[str, Series]]:
    """Return a series' counted points under "", then those of each hollow status under its name."""
    parts = [("", tuple(one for one in series.points if one.status not in HOLLOW))]
    parts += [(status, tuple(one for one in series.points if one.status == status)) for status in HOLLOW]
    return [(status, replace(series, points=points)) for status, points in parts if points]


def hollow_statuses(chart: Chart) -> list[str]:
    """Return the hollow statuses of a chart's marks, in the order of the key."""
    held = {point.status for one in chart.series for point in one.points if not is_missing(chart, point)}
    return [status for status in HOLLOW if status in held]


def heading(brush: Brush, name: str, status: str) -> str:
    """Return the heading of a part's cells, which is what the key prints: its name, its status, or both."""
    own = name or brush.measured
    if not status:
        return own
    word = brush.sheet.wording.of_status(status)
    return f"{own}: {word}" if len(brush.chart.series) > 1 else word
