"""What travels with the outputs: the ledger rows behind the brief, its references, what it was made from."""

from __future__ import annotations

import json

from msgspec.structs import replace

from aibrief_report.ledger.ledger import Ledger
from aibrief_report.model.blocks import Table
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Attachment, Document
from aibrief_report.model.walk import walk
from aibrief_report.resolve.csv_text import csv_text, plain_cell, unrun


def attachments(document: Document, ledger: Ledger) -> tuple[Attachment, ...]:
    """Return the rows used, as CSV, and the references, as CSL-JSON."""
    used = rows_used(document)
    observations = [row for key in used if (row := ledger.row(key)) is not None]
    events = [ledger.events[key] for key in used if key in ledger.events]
    found = []
    if observations:
        text = csv_text("observations", observations, _cell)
        found.append(Attachment("rows.csv", "text/csv", "The observations behind this brief", text, "Data"))
    if events:
        text = csv_text("events", events, _cell)
        found.append(Attachment("events.csv", "text/csv", "The events behind this brief", text, "Data"))
    if document.references:
        items = [json.loads(reference.csl) for reference in document.references if reference.csl]
        text = json.dumps(items, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        media_type = "application/vnd.citationstyles.csl+json"
        found.append(Attachment("references.json", media_type, "The references", text, "Supplement"))
    return tuple(found)


def with_inputs(document: Document, record: bytes) -> Document:
    """Return the document with the record of its inputs (bytes of `inputs.json`), once it is frozen."""
    found = Attachment(
        "inputs.json", "application/json", "What the brief was made from", record.decode(), "Supplement"
    )
    return replace(document, attachments=(*document.attachments, found))


def rows_used(document: Document) -> tuple[str, ...]:
    """Return the ids of the rows that a document prints, draws or lists, rivals included, sorted."""
    nodes = list(walk(document.blocks))
    drawn = (row for node in nodes if isinstance(node, Chart) for row in node.rows)
    listed = (row for node in nodes if isinstance(node, Table) for row in node.rows_used)
    printed = (
        row
        for number in document.numbers.values()
        for row in (*number.rows, *(rival.row for rival in number.rivals))
    )
    return tuple(sorted({*drawn, *listed, *printed}))


def _cell(value: object) -> str:
    """Return a cell's text, of which a spreadsheet runs nothing."""
    return unrun(plain_cell(value))
