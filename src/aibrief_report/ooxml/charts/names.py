"""Namespaces, content types and relationship types of charts and of the workbooks behind them."""

from __future__ import annotations

from aibrief_report.ooxml.names import NAMESPACES

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART_2013 = "http://schemas.microsoft.com/office/drawing/2012/chart"
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DECLARED = f'xmlns:c="{CHART}" xmlns:a="{NAMESPACES["a"]}" xmlns:r="{NAMESPACES["r"]}"'
"""The declarations for the root of a chart's part."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
CHART_TYPE = f"{_OFFICE}.drawingml.chart+xml"
WORKBOOK_TYPE = f"{_OFFICE}.spreadsheetml.sheet"
CHART_RELATION = f"{NAMESPACES['r']}/chart"
WORKBOOK_RELATION = f"{NAMESPACES['r']}/package"


def chart_name(name: str) -> str:
    """Return a local name of the chart namespace ("ser") in the form in which lxml spells it."""
    return f"{{{CHART}}}{name}"
