"""What a brief carries: the document's own files, and each of its charts with the values that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Attachment, Document
from aibrief_report.model.walk import plain, walk

_SCHEMA = re.compile(r'"\$schema":"https://vega\.github\.io/schema/(vega|vega-lite)/v(\d+)')
_JSON = "application/json"


def carried(document: Document) -> tuple[Attachment, ...]:
    """Return every file of a resolved document, the charts last, in their order."""
    return (*document.attachments, *_charts(document))


def chart_file(anchor: str) -> str:
    """Return the name of the file that holds the chart at an anchor."""
    return f"{anchor}.vl.json"


def _charts(document: Document) -> Iterator[Attachment]:
    for figure in walk(document.blocks):
        if isinstance(figure, Figure) and isinstance(figure.content, Chart) and figure.content.drawing:
            vega = figure.content.drawing.vega
            told = ": ".join(part for part in (figure.label, plain(figure.title)) if part)
            yield Attachment(chart_file(figure.anchor), _media_type(vega), told, vega, "Source")


def _media_type(vega: str) -> str:
    """Return the media type of a specification, by the schema that it names."""
    schema = _SCHEMA.search(vega)
    return f"application/vnd.{schema[1].replace('-', '')}.v{schema[2]}+json" if schema else _JSON
