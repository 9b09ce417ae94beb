"""The tables of a project as a workbook: a sheet a table, for people who edit in a spreadsheet."""

from __future__ import annotations

from aibrief_report.digest import sha256
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.exchange.columns import MEANINGS, SOURCES, sheet_columns, tables
from aibrief_report.ledger.exchange.sheets import SheetColumn, SheetPlan, workbook_bytes
from aibrief_report.ledger.read import COLUMNS, OPTIONAL
from aibrief_report.ledger.sources import read_sources
from aibrief_report.ledger.tables import read_table

ABOUT = "about"
COLUMN_NOTES = "columns"
FILE, DIGEST = "file", "sha256 when this was written"
SOURCE_COLUMNS = ("id", "title", "issued", "publisher")
READ_BACK = "Change the sheets of tables and read them back with: aibrief data --import FILE.xlsx"


def table_file(table: str) -> str:
    """Return the file of a table, below the project."""
    return f"data/{table}.csv"


def tables_workbook(inputs: Inputs) -> bytes:
    """Return the workbook. Raises `LedgerError` for a table without its columns, `InputError` without one.

    The tables need not be valid otherwise: a fault can be mended in the spreadsheet too.
    """
    plans = [_table(inputs, table) for table in tables()]
    digests = tuple(
        (table_file(table), sha256(inputs.read(table_file(table))))
        for table in tables()
        if inputs.exists(table_file(table))
    )
    about = SheetPlan(ABOUT, (SheetColumn(FILE, 30, READ_BACK), SheetColumn(DIGEST, 70)), digests)
    return workbook_bytes([*plans, _sources(inputs), _notes(), about], "Tables")


def _table(inputs: Inputs, table: str) -> SheetPlan:
    """Return the sheet of a table; a table that may be missing has a sheet without rows."""
    file = table_file(table)
    if table in OPTIONAL and not inputs.exists(file):
        return SheetPlan(table, sheet_columns(table, COLUMNS[table]), ())
    read = read_table(inputs.text(file), file, COLUMNS[table])
    rows = tuple(tuple(cells.get(name, "") for name in read.columns) for _, cells in read.rows)
    return SheetPlan(table, sheet_columns(table, read.columns), rows)


def _sources(inputs: Inputs) -> SheetPlan:
    note = "For choosing from. Sources are kept in data/sources.yaml; what is changed here is not read back."
    columns = tuple(
        SheetColumn(name, width, note) for name, width in zip(SOURCE_COLUMNS, (30, 70, 14, 40), strict=True)
    )
    rows = tuple(source_row(one.key, one.entry) for one in read_sources(inputs).values())
    return SheetPlan(SOURCES, columns, rows)


def source_row(key: str, entry: dict[str, object]) -> tuple[str, ...]:
    """Return the cells of a source, in the order of `SOURCE_COLUMNS`."""
    texts = (key, *(str(entry.get(name) or "") for name in SOURCE_COLUMNS[1:]))
    return tuple(" ".join(text.split()) for text in texts)


def _notes() -> SheetPlan:
    columns = (
        SheetColumn("table"),
        SheetColumn("column", 18),
        SheetColumn("what it holds", 100, wrapped=True),
    )
    rows = tuple((table, name, MEANINGS[table][name]) for table in tables() for name in COLUMNS[table])
    return SheetPlan(COLUMN_NOTES, columns, rows)
