"""Records of the ledger as CSV, as their table has them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from typing import Any

from aibrief_report.ledger.read import COLUMNS

_RISKY = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[-+][\d.,\s%]*")


def csv_text(table: str, records: Iterable[Any], cell: Callable[[object], str]) -> str:
    """Return records of a table as CSV (RFC 4180, lines ended by a line feed); `cell` spells a value.

    A record's fields are its table's columns, in their order; the last is the place of the row.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS[table])
    for record in records:
        names = record.__struct_fields__[:-1]
        writer.writerow([cell(getattr(record, name)) for name in names])
    return out.getvalue()


def unrun(text: str) -> str:
    """Return a cell's text; one that a spreadsheet would run is written as text (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(_RISKY) and not _NUMBER.fullmatch(text) else text


def plain_cell(value: object) -> str:
    """Return a value as the ledger's tables write it: nothing for `None`, ids parted by spaces."""
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return "" if value is None else str(value)
