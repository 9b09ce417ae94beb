"""A CSV file as its rows were written: what nobody changed keeps its bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from msgspec import Struct

from aibrief_report.inputs.door import decode
from aibrief_report.ledger.tables import read_table

_BOM = b"\xef\xbb\xbf"


class CsvRow(Struct, frozen=True):
    """A row: its text as written, line ends included, and its cells by column."""

    text: str
    cells: Mapping[str, str]


class CsvText(Struct, frozen=True):
    """A table's file: its head and rows as written, and the habits of whoever wrote it."""

    file: str
    columns: tuple[str, ...]
    head: str
    rows: tuple[CsvRow, ...]
    delimiter: str = ","
    newline: str = "\n"
    mark: bool = False

    def row(self, cells: Mapping[str, str]) -> CsvRow:
        """Return a new row for this file; cells that are not given are empty."""
        filled = {name: cells.get(name, "") for name in self.columns}
        return CsvRow(_line(filled.values(), self.delimiter), filled)

    def lines(self, rows: Iterable[CsvRow]) -> Iterable[tuple[int, CsvRow]]:
        """Yield rows with the lines on which they begin in a file of them."""
        line = 1 + len(self.head.splitlines())
        for row in rows:
            yield line, row
            line += len(row.text.splitlines())

    def data(self, rows: Iterable[CsvRow]) -> bytes:
        """Return the bytes of the file with these rows."""
        text = "".join([self.head, *(row.text for row in rows)])
        body = text.replace("\n", self.newline).encode()
        return _BOM + body if self.mark else body


def new_csv(file: str, columns: tuple[str, ...]) -> CsvText:
    """Return the text of a table that does not exist yet."""
    return CsvText(file, columns, _line(columns, ","), ())


def read_csv(data: bytes, file: str, columns: tuple[str, ...]) -> CsvText:
    """Return a table as written. Raises `LedgerError` where columns are missing or rows are ragged."""
    text = decode(data, file)
    if not text.endswith("\n"):
        text += "\n"
    table = read_table(text, file, columns)
    lines = text.splitlines(keepends=True)
    # A row's text reaches to where the next begins, so that empty lines between rows stay where they are.
    starts = [line for line, _ in table.rows]
    ends = [*(start - 1 for start in starts[1:]), len(lines)]
    rows = tuple(
        CsvRow("".join(lines[start - 1 : end]), cells)
        for (start, cells), end in zip(table.rows, ends, strict=True)
    )
    head = "".join(lines[: starts[0] - 1])
    first = lines[0]
    return CsvText(
        file,
        table.columns,
        head,
        rows,
        max(",;\t", key=first.count),
        "\r\n" if b"\r\n" in data else "\n",
        data.startswith(_BOM),
    )


def _line(texts: Iterable[str], delimiter: str) -> str:
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter, lineterminator="\n").writerow(texts)
    return held.getvalue()
