"""Native charts put into the document: their parts, the workbooks behind them, and frames in the text."""

from __future__ import annotations

from collections.abc import Sequence

from aibrief_report.charts.alt import describe
from aibrief_report.charts.kinds.panels import GAP
from aibrief_report.charts.panels import panels_of
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart
from aibrief_report.ooxml.charts.frames import ChartFrame
from aibrief_report.ooxml.charts.names import CHART_RELATION, CHART_TYPE, WORKBOOK_RELATION, WORKBOOK_TYPE
from aibrief_report.ooxml.charts.workbook import Sheet as Page
from aibrief_report.ooxml.charts.workbook import workbook
from aibrief_report.ooxml.markup import NOTHING, Xml, tag
from aibrief_report.render.docx.draft import Draft
from aibrief_report.render.docx.native.about import about_page
from aibrief_report.render.docx.native.native import Native
from aibrief_report.render.docx.native.panel_key import panel_key

_SPACE = 2.5  # the width of a space in points, about
_APART = tag(
    "w:r",
    tag("w:rPr", tag("w:spacing", w_val=round((GAP - _SPACE) * 20))),
    Xml('<w:t xml:space="preserve"> </w:t>'),
)
"""What keeps panels apart in their line: a space as wide as the gap, at which the line may break."""


def embed_charts(draft: Draft, figure: Figure, chart: Chart, held: Sequence[Native], sheet: Sheet) -> Xml:
    """Return runs that show a chart, one native chart or one a panel, in the line of a paragraph."""
    panels, about = panels_of(chart), about_page(figure, chart, sheet.wording)
    alts = [chart.alt if len(panels) == 1 else describe(one.chart, one.name, sheet.wording) for one in panels]
    frames = (
        ChartFrame(draft.ids.count("drawing"), _add(draft, native, about), native.width, native.height, alt)
        for native, alt in zip(held, alts, strict=True)
    )
    key = panel_key(chart, sheet) if len(panels) > 1 else NOTHING
    return Xml(key + _APART.join(frame.xml for frame in frames))


def _add(draft: Draft, native: Native, about: Page) -> str:
    """Return the relationship from the document to a chart's part."""
    package, number = draft.package, draft.ids.count("chart")
    part = package.relate(f"word/charts/chart{number}.xml", CHART_TYPE, CHART_RELATION, native.space.xml)
    name = f"word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx"
    book = package.add(name, WORKBOOK_TYPE, workbook((*native.sheets, about)))
    part.relate_to(book, WORKBOOK_RELATION)  # its first and only relationship, which its XML names
    # Asked for again, the relationship is not made anew but named.
    return str(part.package.main_document_part.relate_to(part, CHART_RELATION))
