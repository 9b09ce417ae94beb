"""Tables as they come back: the texts of a sheet or CSV file, each with the place that it stands in."""

from __future__ import annotations

import csv
import io
import unicodedata
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from aibrief_report.errors import Fault, Faults, InputError, Place
from aibrief_report.inputs.door import decode
from aibrief_report.ledger.exchange.sheets import column_letter
from aibrief_report.ledger.tables import MOST_COLUMNS, MOST_FIELD, MOST_ROWS
from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.reading import read_package

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_SHEET_PART = ".xml"
_LINES_LEFT_EMPTY = 10_000
"""A formatted column can pretend to a million rows; after so many empty ones nothing more is looked for."""


class GridRow(Struct, frozen=True):
    """A row: the line it stands on, and its texts, as many as the grid has columns."""

    line: int
    texts: tuple[str, ...]


class Grid(Struct, frozen=True):
    """A table of texts: its file, its sheet (empty for CSV), its columns by name, and its filled rows."""

    file: str
    sheet: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    head: int = 1

    def place(self, line: int, column: int = 0) -> Place:
        """Return the place of a cell, `column` counted from 0: `rows.xlsx:areas!B7` or `rows.csv:7:2`."""
        if not self.sheet:
            return Place(self.file, line, column + 1)
        return Place(f"{self.file}:{self.sheet}!{column_letter(column + 1)}{line}")

    def cells(self, row: GridRow) -> dict[str, str]:
        """Return a row's texts by the names of their columns."""
        return dict(zip(self.columns, row.texts, strict=True))


def read_grids(data: bytes, file: str, head: int = 1) -> tuple[Grid, ...]:
    """Return the sheets of a workbook, or the one table of a CSV file. `head` is the line of the columns.

    Raises `InputError` for a file that is damaged, unsafe or neither, and for cells that hold no plain
    value: formulas, errors, times of day.
    """
    return _sheets(data, file, head) if data.startswith(b"PK") else (_csv(data, file, head),)


def _csv(data: bytes, file: str, head: int) -> Grid:
    text = decode(data, file)
    lines = text.splitlines(keepends=True)
    first = "".join(lines[head - 1 : head])
    csv.field_size_limit(MOST_FIELD)
    reader = csv.reader(lines[head - 1 :], delimiter=max(",;\t", key=first.count), strict=True)
    found: list[tuple[int, list[str]]] = []
    before = head
    try:
        for texts in reader:
            found.append((before, [one.strip() for one in texts]))
            before = head + reader.line_num
    except csv.Error as error:
        raise InputError(Fault(f"this is not CSV: {error}", Place(file, before))) from error
    return _grid(file, "", head, found)


def _sheets(data: bytes, file: str, head: int) -> tuple[Grid, ...]:
    from openpyxl import load_workbook  # here: it takes 0.2 s to load, and only this command needs it

    for name, part in read_package(data, file).items():
        if name.endswith((_SHEET_PART, ".rels")):
            parse(part, f"{file}!{name}")  # refuses what could harm openpyxl's own reader
    with warnings.catch_warnings():
        # Drop-downs that Excel saved in its newer form are unknown to openpyxl, which says so; we read cells.
        warnings.simplefilter("ignore", UserWarning)
        try:
            book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            faults = Faults(InputError)
            grids = tuple(_sheet(sheet, file, head, faults) for sheet in book.worksheets)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            hint = "open it in a spreadsheet program and save it anew as .xlsx"
            raise InputError(Fault(f"the workbook cannot be read: {error}", Place(file), hint)) from error
    faults.check()
    return grids


def _sheet(sheet: ReadOnlyWorksheet, file: str, head: int, faults: Faults) -> Grid:
    sheet.reset_dimensions()  # some programs write a wrong one, and rows would be missed
    found: list[tuple[int, list[str]]] = []
    empty = 0
    lines: Iterable[Sequence[object]] = sheet.iter_rows(min_row=head)  # type: ignore[misc]  # typed for another
    for line, cells in enumerate(lines, head):
        at = f"{file}:{sheet.title}!"
        texts = [_text(cell, f"{at}{column_letter(n)}{line}", faults) for n, cell in enumerate(cells, 1)]
        empty = 0 if any(texts) else empty + 1
        if empty > _LINES_LEFT_EMPTY or line > MOST_ROWS:
            break
        found.append((line, texts))
    return _grid(file, sheet.title, head, found)


def _text(cell: object, at: str, faults: Faults) -> str:
    """Return a cell's text; what is no plain value is a fault."""
    value = getattr(cell, "value", None)
    kind = getattr(cell, "data_type", "s")
    if value is None:
        return ""
    if kind in ("f", "e") or not isinstance(value, str | int | float | Decimal | date | bool):
        what = {"f": "a formula", "e": "an error"}.get(kind, "a time of day")
        faults.add(f"the cell holds {what}: {value}", Place(at), "paste the value as text")
        return ""
    if isinstance(value, str):
        # openpyxl takes the escape out of shared strings, and leaves it in strings that stand in their cell.
        text = value.replace("_x005F_", "_").replace("_x000D_", "")
        text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
        _check_signs(text, at, faults)
        return text
    if isinstance(value, date):
        return _date(value, str(getattr(cell, "number_format", "")), at, faults)
    return str(value).lower() if isinstance(value, bool) else _number(value)


def _number(value: float | Decimal) -> str:
    """Return a number as a person typed it: 15 digits are what a spreadsheet keeps and shows."""
    return format(Decimal(f"{value:.15g}"), "f")


def _date(value: date, form: str, at: str, faults: Faults) -> str:
    """Return a day, or a month where the cell shows no day: that is what a spreadsheet makes of 2023-10."""
    if isinstance(value, datetime) and value.time() != datetime.min.time():
        faults.add(f"the cell holds a time of day: {value}", Place(at), "write the day as text: 2023-07-31")
        return ""
    day = value.date() if isinstance(value, datetime) else value
    return day.isoformat() if "d" in form.lower() else day.isoformat()[:7]


def _check_signs(text: str, at: str, faults: Faults) -> None:
    if text.isprintable():
        return
    for sign in text:
        if sign not in "\n\t" and unicodedata.category(sign) in ("Cc", "Co", "Cs"):
            faults.add(
                f"a control or private-use character (U+{ord(sign):04X}) stands in the text", Place(at)
            )
            return


def _grid(file: str, sheet: str, head: int, found: Sequence[tuple[int, list[str]]]) -> Grid:
    """Return the grid of what was read: its first line names the columns; empty lines are left out."""
    if not found:
        return Grid(file, sheet, (), (), head)
    columns = tuple(_without_end(found[0][1]))
    if len(columns) > MOST_COLUMNS:
        message, hint = f"the table has {len(columns):,} columns", f"a table has {MOST_COLUMNS:,} at most"
        raise InputError(Fault(message, Place(file, head), hint))
    grid = Grid(file, sheet, columns, (), head)
    faults = Faults(InputError)
    rows = tuple(_rows(grid, found[1:], faults))
    for number, name in enumerate(columns):
        if not name:
            faults.add("the column has no name", grid.place(head, number))
        elif name in columns[:number]:
            faults.add(f"the column {name!r} stands twice", grid.place(head, number))
    faults.check()
    return Grid(file, sheet, columns, rows, head)


def _rows(grid: Grid, found: Sequence[tuple[int, list[str]]], faults: Faults) -> Iterator[GridRow]:
    width = len(grid.columns)
    for line, texts in found:
        bare = _without_end(texts)
        if not bare:
            continue
        if len(bare) > width:
            hint = "name the column, or a comma in a text needs quotes around the cell"
            faults.add("the cell stands beyond the last column", grid.place(line, width), hint)
        yield GridRow(line, tuple((bare + [""] * width)[:width]))


def _without_end(texts: Sequence[str]) -> list[str]:
    bare = list(texts)
    while bare and not bare[-1]:
        bare.pop()
    return bare
