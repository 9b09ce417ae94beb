"""CSV tables as Excel and people write them: BOM, CRLF and semicolons are read without complaint."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from aibrief_report.errors import Faults, LedgerError, Place
from aibrief_report.inputs.nearest import nearest

MOST_ROWS = 1_000_000
MOST_FIELD = 100_000

T = TypeVar("T")
W = TypeVar("W", bound=str)


@dataclass(frozen=True, slots=True)
class TableText:
    """A table as read: its columns, and its rows as texts with the line each begins on."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


@dataclass(slots=True)
class RowReader:
    """Reads the cells of one row and collects what is wrong with them; places count from 1."""

    table: TableText
    line: int
    cells: dict[str, str]
    faults: Faults
    sound: bool = True

    def place(self, column: str) -> Place:
        """Return the place of a cell: file, line, and the number of its column."""
        return Place(self.table.file, self.line, self.table.columns.index(column) + 1)

    def fault(self, column: str, message: str, hint: str | None = None) -> None:
        """Remember that a cell is wrong."""
        self.sound = False
        self.faults.add(message, self.place(column), hint)

    def text(self, column: str) -> str:
        """Return a cell's text, which may be empty."""
        return self.cells[column]

    def filled(self, column: str) -> str:
        """Return a cell's text, which must not be empty."""
        if not self.cells[column]:
            self.fault(column, f"{column} is empty")
        return self.cells[column]

    def one_of(self, column: str, known: tuple[W, ...], default: W | None = None) -> W:
        """Return a word of a closed list; an empty cell means the default where there is one."""
        word = self.cells[column]
        if not word and default is not None:
            return default
        for one in known:
            if one == word:
                return one
        self.fault(column, f"{column} {word!r} is not one of: {', '.join(known)}", nearest(word, known))
        return known[0]

    def read(self, column: str, reader: Callable[[str], T], default: T) -> T:
        """Return what a reader makes of a cell; where it raises `ValueError`, a fault and the default."""
        try:
            return reader(self.cells[column])
        except ValueError as error:
            self.fault(column, f"{column} {self.cells[column]!r}: {error}")
            return default

    def number(self, column: str) -> Decimal | None:
        """Return a cell's decimal number, `None` where it is empty."""
        text = self.cells[column]
        if not text:
            return None
        try:
            value = Decimal(text)
        except InvalidOperation:
            value = Decimal("NaN")
        if value.is_finite() and "e" not in text.lower() and "_" not in text:
            return value
        self.fault(column, f"{column} “{text}” is not a number", _number_hint(text))
        return None


def _number_hint(text: str) -> str:
    digits = text.replace(" ", "").replace("\u00a0", "")
    for old, new, why in (
        (",", ".", "the decimal mark in data files is a point"),
        (",", "", "thousands are not grouped in data files"),
    ):
        candidate = digits.replace(old, new)
        grouped = new == "" or len(digits.rpartition(",")[2]) != 3
        if "," in digits and grouped and candidate.replace(".", "", 1).lstrip("-").isdigit():
            return f"write {candidate}; {why}"
    return "write digits, a point, digits; hedges and units have columns of their own"


def read_table(text: str, file: str, columns: tuple[str, ...]) -> TableText:
    """Return the rows of a CSV text. Raises `LedgerError` where columns are missing or rows are ragged."""
    faults = Faults(LedgerError)
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(MOST_FIELD)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    try:
        names = tuple(name.strip() for name in next(reader, []))
        _check_columns(names, columns, file, faults)
        faults.check()
        rows = tuple(_rows(reader, names, file, faults))
    except csv.Error as error:
        faults.add(f"this is not CSV: {error}", Place(file, reader.line_num))
        rows = ()
    faults.check()
    if not rows:
        faults.add("the table has no rows", Place(file), "add a row, or restore the file")
        faults.check()
    return TableText(file, names, rows)


def _check_columns(names: tuple[str, ...], wanted: tuple[str, ...], file: str, faults: Faults) -> None:
    for name in wanted:
        if name not in names:
            hint = nearest(name, [one for one in names if one not in wanted])
            faults.add(f"the column {name!r} is missing", Place(file, 1), hint)
    for number, name in enumerate(names, 1):
        if name not in wanted:
            hint = nearest(name, wanted) or f"the columns are: {', '.join(wanted)}"
            faults.add(f"the column {name!r} is not known", Place(file, 1, number), hint)
        elif name in names[: number - 1]:
            faults.add(f"the column {name!r} stands twice", Place(file, 1, number))


def _rows(
    reader: object, names: tuple[str, ...], file: str, faults: Faults
) -> list[tuple[int, dict[str, str]]]:
    found: list[tuple[int, dict[str, str]]] = []
    before = 1
    for cells in reader:  # type: ignore[attr-defined]  # csv readers have no public type
        line, before = before + 1, reader.line_num  # type: ignore[attr-defined]
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(names):
            faults.add(
                f"the row has {len(cells)} cells, the header {len(names)}",
                Place(file, line),
                "a comma in a text needs quotes around the cell",
            )
        found.append((line, {name: cell.strip() for name, cell in zip(names, cells, strict=False)}))
        if len(found) > MOST_ROWS:
            faults.add(f"the table has more than {MOST_ROWS} rows", Place(file))
            break
    return found
