"""CSV tables as Excel and people write them: BOM, CRLF and semicolons are read without complaint."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator
from decimal import Decimal
from difflib import get_close_matches
from typing import TypeVar

from msgspec import Struct

from aibrief_report.errors import Fault, Faults, LedgerError, Place
from aibrief_report.inputs.nearest import nearest

MOST_ROWS = 1_000_000
MOST_COLUMNS = 16_384
"""As many as a spreadsheet has."""

MOST_FIELD = 100_000
MOST_DIGITS = 18
"""Of a number: far more than any figure is published with, and few enough to compute with exactly."""

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]*")

T = TypeVar("T")
W = TypeVar("W", bound=str)


class TableText(Struct, frozen=True):
    """A table as read: its columns, and its rows as texts with the line each begins on."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


class RowReader(Struct):
    """Reads the cells of one row and collects what is wrong with them; places count from 1."""

    table: TableText
    line: int
    cells: dict[str, str]
    faults: Faults

    def place(self, column: str) -> Place:
        """Return the place of a cell: file, line, and the number of its column."""
        return Place(self.table.file, self.line, self.table.columns.index(column) + 1)

    def fault(self, column: str, message: str, hint: str | None = None) -> None:
        """Remember that a cell is wrong."""
        self.faults.add(message, self.place(column), hint)

    def text(self, column: str) -> str:
        """Return a cell's text, which may be empty."""
        return self.cells[column]

    def filled(self, column: str) -> str:
        """Return a cell's text, which must not be empty."""
        if not self.cells[column]:
            self.fault(column, f"{column} is empty")
        return self.cells[column]

    def id(self) -> str:
        """Return the row's id, which must be one word that templates and other tables can name."""
        text = self.filled("id")
        if text and not _ID.fullmatch(text):
            self.fault("id", f"{text!r} cannot be an id", "use letters, digits and . : / _ -, without spaces")
        return text

    def one_of(self, column: str, known: tuple[W, ...], default: W | None = None) -> W:
        """Return a word of a closed list; an empty cell means the default where there is one."""
        word = self.cells[column]
        if not word and default is not None:
            return default
        for one in known:
            if one == word:
                return one
        if word:
            self.fault(column, f"{column} {word!r} is not one of: {', '.join(known)}", nearest(word, known))
        else:
            self.fault(column, f"{column} is empty", f"write one of: {', '.join(known)}")
        return known[0]

    def read(self, column: str, reader: Callable[[str], T], default: T) -> T:
        """Return what a reader makes of a cell; where it raises `ValueError`, a fault and the default."""
        try:
            return reader(self.cells[column])
        except ValueError as error:
            text = self.cells[column]
            self.fault(column, f"{column} {text!r}: {error}" if text else f"{column} is empty: {error}")
            return default

    def number(self, column: str) -> Decimal | None:
        """Return a cell's decimal number, `None` where it is empty."""
        text = self.cells[column]
        if not text:
            return None
        if _NUMBER.fullmatch(text):
            if len(text) <= MOST_DIGITS:
                return Decimal(text)
            self.fault(column, f"{column} has more than {MOST_DIGITS} digits", "write it in a larger unit")
            return None
        self.fault(column, f"{column} {text!r} is not a number", _number_hint(text))
        return None

    def whole(self, column: str) -> int | None:
        """Return a cell's whole number from 0 on, `None` where it is empty."""
        text = self.cells[column]
        if not text or (text.isascii() and text.isdigit() and len(text) < 3):
            return int(text) if text else None
        self.fault(column, f"{column} {text!r} is not a whole number from 0 to 99")
        return None


def _number_hint(text: str) -> str:
    """Return what to write for a number that is written in another way, as people and languages do."""
    digits = re.sub(r"[ '’\u00a0\u202f]", "", text).replace("\u2212", "-")
    head, mark, tail = digits.rpartition(",")
    grouped = "." in tail or (len(tail) == 3 and "." not in head) or "," in head
    if mark and grouped:
        candidate, why = digits.replace(",", ""), "thousands are not grouped in data files"
    elif mark:
        candidate, why = f"{head.replace('.', '')}.{tail}", "the decimal mark in data files is a point"
    else:
        candidate, why = digits, "data files have neither spaces in numbers nor a minus sign but the hyphen"
    if _NUMBER.fullmatch(candidate) and candidate != text:
        return f"write {candidate}; {why}"
    return "write digits, a point, digits; hedges and units have columns of their own"


def read_table(text: str, file: str, columns: tuple[str, ...]) -> TableText:
    """Return the rows of a CSV text. Raises `LedgerError` where columns are missing or rows are ragged."""
    faults = Faults(LedgerError)
    if not text.strip():
        hint = f"its first row names the columns: {', '.join(columns)}"
        raise LedgerError(Fault("the table is empty", Place(file), hint))
    records = _records(text, file, faults)
    _, head = next(records, (1, []))
    names = tuple(name.strip() for name in head)
    _check_columns(names, columns, file, faults)
    if faults.found:
        deque(records, maxlen=0)  # for faults of the CSV itself
    faults.check()
    rows = tuple((line, _row(cells, names, Place(file, line), faults)) for line, cells in records)
    if not rows:
        faults.add("the table has no rows", Place(file), "add a row, or restore the file")
    faults.check()
    return TableText(file, names, rows)


def _records(text: str, file: str, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of every row that is not blank, with the line on which it begins."""
    head = text.partition("\n")[0]
    csv.field_size_limit(MOST_FIELD)
    # Not `splitlines`, which also ends lines at U+2028 and other signs that a cell may hold.
    lines = (f"{line}\n" for line in text.split("\n"))
    reader = csv.reader(lines, delimiter=max(",;\t", key=head.count), strict=True)
    line = 1
    try:
        for number, cells in enumerate(reader):
            if number > MOST_ROWS:
                faults.add(f"the table has more than {MOST_ROWS} rows", Place(file))
                return
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "is a quotation mark not closed? within a quoted cell it is written twice"
        faults.add(f"this is not CSV: {error}", Place(file, line), hint)


def _check_columns(names: tuple[str, ...], wanted: tuple[str, ...], file: str, faults: Faults) -> None:
    if len(names) > MOST_COLUMNS:
        message, hint = f"the table has {len(names):,} columns", f"a table has {MOST_COLUMNS:,} at most"
        faults.add(message, Place(file, 1), hint)
        return
    missing = [name for name in wanted if name not in names]
    for number, name in enumerate(names, 1):
        place = Place(file, 1, number)
        if name not in wanted:
            meant = get_close_matches(name, missing, n=1)
            missing = [one for one in missing if one not in meant]
            hint = nearest(name, meant or wanted) or f"the columns are: {', '.join(wanted)}"
            faults.add(f"the column {name!r} is not known", place, hint)
        elif name in names[: number - 1]:
            faults.add(f"the column {name!r} stands twice", place)
    if missing:
        what = "columns are" if len(missing) > 1 else "column is"
        faults.add(f"the {what} missing: {', '.join(missing)}", Place(file, 1))


def _row(cells: list[str], names: tuple[str, ...], place: Place, faults: Faults) -> dict[str, str]:
    if len(cells) != len(names):
        message = f"the row has {len(cells)} cells, the header {len(names)}"
        more = "a comma in a text needs quotes around the cell"
        fewer = "commas stand for cells that are empty, too: write those that are missing"
        faults.add(message, place, more if len(cells) > len(names) else fewer)
    return {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
