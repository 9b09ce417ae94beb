"""A native chart, ready to be put into the document."""

from __future__ import annotations

from dataclasses import dataclass

from aibrief_report.ooxml.charts.space import ChartSpace
from aibrief_report.ooxml.charts.workbook import Sheet


@dataclass(frozen=True, slots=True)
class Native:
    """A chart, the sheets behind it, and its size in points."""

    space: ChartSpace
    sheets: tuple[Sheet, ...]
    width: float
    height: float
