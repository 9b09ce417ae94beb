"""The rows of the ledger that travel with a document, read back from its attachments."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import TypeAlias

from aibrief_report.model.document import Document

Cells: TypeAlias = Mapping[str, str]
"""A row's cells as texts, by the names of their columns."""

ATTACHED = ("rows.csv", "events.csv")
_SHIELDED = ("'=", "'+", "'-", "'@", "'\t")


def rows_of(document: Document) -> Mapping[str, Cells]:
    """Return the observations and events behind a document by id, as they were when it was built."""
    return {
        cells["id"]: {name: _bare(text) for name, text in cells.items()}
        for attachment in document.attachments
        if attachment.name in ATTACHED
        for cells in csv.DictReader(attachment.data.splitlines(keepends=True), restval="")
        if cells.get("id")
    }


def _bare(text: str) -> str:
    """Return a cell without the quote that keeps a spreadsheet from running it."""
    return text[1:] if text.startswith(_SHIELDED) else text
