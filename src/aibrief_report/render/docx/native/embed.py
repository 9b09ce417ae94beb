"""A native chart put into the document: its part, the workbook behind it, and the frame in the text."""

from __future__ import annotations

from aibrief_report.model.charts import Chart
from aibrief_report.ooxml.charts.frames import ChartFrame
from aibrief_report.ooxml.charts.names import CHART_RELATION, CHART_TYPE, WORKBOOK_RELATION, WORKBOOK_TYPE
from aibrief_report.ooxml.charts.workbook import workbook
from aibrief_report.ooxml.markup import Xml
from aibrief_report.render.docx.draft import Draft
from aibrief_report.render.docx.native.native import Native


def embed_chart(draft: Draft, chart: Chart, native: Native) -> Xml:
    """Return a run that shows a chart, whose part and workbook are added to the package."""
    relation = _add(draft, native)
    return ChartFrame(draft.ids.count("drawing"), relation, native.width, native.height, chart.alt).xml


def _add(draft: Draft, native: Native) -> str:
    """Return the relationship from the document to a chart's part."""
    package, number = draft.package, draft.ids.count("chart")
    part = package.relate(f"word/charts/chart{number}.xml", CHART_TYPE, CHART_RELATION, native.space.xml)
    name = f"word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx"
    book = package.add(name, WORKBOOK_TYPE, workbook(native.sheets))
    part.relate_to(book, WORKBOOK_RELATION)  # its first and only relationship, which its XML names
    # Asked for again, the relationship is not made anew but named.
    return str(part.package.main_document_part.relate_to(part, CHART_RELATION))
