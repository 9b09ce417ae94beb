"""The page of a workbook that says what its numbers are, for whoever has nothing but the sheet."""

from __future__ import annotations

from aibrief_report.charts.wording import Wording
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.charts.workbook import Sheet


def about_page(figure: Figure, chart: Chart, wording: Wording) -> Sheet:
    """Return the page: two columns of words, of which lines that say nothing are left out."""
    lines = (
        (wording.title, plain(figure.title)),
        (wording.measured, plain(figure.subtitle) or chart.y.title),
        (wording.unit, chart.y.unit),
        (wording.note, plain(figure.note)),
        (wording.source, plain(figure.sources) or wording.semicolon.join(chart.sources)),
        (wording.name, figure.label),
    )
    return Sheet(wording.about_sheet, tuple((head, text) for head, text in lines if text))
