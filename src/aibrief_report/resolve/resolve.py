"""The story of resolving: back matter, drawings, labels, citations, cross-references, uses."""

from __future__ import annotations

from msgspec.structs import replace

from aibrief_report.charts.draw import draw
from aibrief_report.charts.wording import chart_wording
from aibrief_report.errors import ChartError, Faults, Place
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Document
from aibrief_report.model.walk import rewrite
from aibrief_report.references.library import Library
from aibrief_report.references.styles import Style
from aibrief_report.resolve.attachments import attachments
from aibrief_report.resolve.citing import cite
from aibrief_report.resolve.excerpts import excerpts
from aibrief_report.resolve.labels import label
from aibrief_report.resolve.linking import link
from aibrief_report.resolve.titles import with_titles
from aibrief_report.resolve.words import words_for
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Theme

_PAGE_WIDTHS = {"A4": 210.0, "Letter": 215.9}
_POINTS_PER_MM = 72 / 25.4


def resolve(
    document: Document, ledger: Ledger, library: Library, style: Style, theme: Theme, cache: Cache
) -> Document:
    """Return the document with everything in place.

    Raises `ResolveError` for references that lead nowhere, `ReferencesError` for citations, `ChartError`
    for charts that cannot be drawn.
    """
    document = with_titles(document, words_for(document.meta.language))
    document = _draw_charts(document, theme, cache)
    document = cite(document, library, style, cache)
    document = label(document)
    document = link(document)
    document = replace(document, attachments=attachments(document, ledger))
    return replace(document, inputs=(*document.inputs, *excerpts(document, ledger)))


def _draw_charts(document: Document, theme: Theme, cache: Cache) -> Document:
    faults = Faults(ChartError)
    width = _PAGE_WIDTHS[document.meta.page] - theme.margins.left - theme.margins.right
    wording = chart_wording(document)

    def drawn(node: object) -> object:
        if not isinstance(node, Figure) or not isinstance(node.content, Chart):
            return node
        try:
            drawing = draw(node.content, theme, cache, width * _POINTS_PER_MM, wording)
        except ChartError as error:
            place = Place(node.span.file, node.span.first) if node.span else None
            for fault in error.faults:
                faults.add(fault.message, fault.place or place, fault.hint)
            return node
        return replace(node, content=replace(node.content, drawing=drawing))

    found = rewrite(document.blocks, drawn)
    faults.check()
    return replace(document, blocks=found)
