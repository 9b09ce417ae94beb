"""The charts of a document as data, for a program that draws them in another way."""

from __future__ import annotations

from typing import Any

from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain, walk


def chart_data(document: Document) -> list[dict[str, Any]]:
    """Return for each chart its name, kind, size in points, title of its axis, and its marks."""
    figures = (node for node in walk(document.blocks) if isinstance(node, Figure))
    return [_chart(figure, figure.content) for figure in figures if isinstance(figure.content, Chart)]


def _chart(figure: Figure, chart: Chart) -> dict[str, Any]:
    drawing = chart.drawing
    return {
        "name": figure.anchor,
        "kind": chart.kind,
        "title": plain(figure.title),
        "axis": chart.y.title,
        "width": drawing.width if drawing else 425,
        "height": drawing.height if drawing else 150,
        "colours": {one.name: one.colour for one in chart.series},
        "marks": [
            {"series": one.name, "x": point.x, "y": float(point.y), "text": point.text}
            for one in chart.series
            for point in one.points
            if point.y is not None
        ],
    }
