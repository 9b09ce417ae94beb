"""A native chart, ready to be put into the document."""

from __future__ import annotations

from dataclasses import dataclass

from aibrief_report.charts.parts.sheet import Frame
from aibrief_report.ooxml.charts.space import ChartSpace
from aibrief_report.ooxml.charts.workbook import Sheet
from aibrief_report.render.docx.native.brush import Brush, size
from aibrief_report.render.docx.native.grid import Grid


@dataclass(frozen=True, slots=True)
class Native:
    """A chart, the sheets behind it, and its size in points."""

    space: ChartSpace
    sheets: tuple[Sheet, ...]
    width: float
    height: float


def finished(brush: Brush, space: ChartSpace, grid: Grid, frame: Frame) -> Native:
    """Return a chart with the sheets of its grid, as large as its frame."""
    return Native(space, grid.sheets(brush.chart, brush.sheet.wording), *size(frame))
