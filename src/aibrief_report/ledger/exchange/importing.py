"""An import from beginning to end: a file becomes the bytes of tables that validate, and their changes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aibrief_report.digest import sha256
from aibrief_report.errors import Fault, Faults, InputError, UsageError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.nearest import nearest
from aibrief_report.ledger.exchange.candidate import Candidate, candidate, check_candidates
from aibrief_report.ledger.exchange.changes import Changes, Incoming, merge
from aibrief_report.ledger.exchange.columns import SOURCES, tables
from aibrief_report.ledger.exchange.csv_text import CsvText, new_csv, read_csv
from aibrief_report.ledger.exchange.grids import Grid, read_grids
from aibrief_report.ledger.exchange.mapping import ReadMapping, mapped
from aibrief_report.ledger.exchange.workbook import (
    ABOUT,
    COLUMN_NOTES,
    SOURCE_COLUMNS,
    source_row,
    table_file,
)
from aibrief_report.ledger.read import COLUMNS, OPTIONAL
from aibrief_report.ledger.sources import read_sources

_OURS = (SOURCES, COLUMN_NOTES, ABOUT, "lists")
"""Sheets of our own that hold no table."""


class Import(Struct, frozen=True):
    """What an import comes to: the bytes of the files that change, and the changes of every table read."""

    files: dict[str, bytes]
    changes: tuple[Changes, ...]


def import_file(inputs: Inputs, data: bytes, file: str, *, overwrite: bool = False) -> Import:
    """Return what a workbook of ours, or a CSV file with the columns of a table, would change.

    The table becomes what the sheet says: rows that are missing there are removed. Raises `InputError` for
    what cannot be read, for a workbook older than the tables (unless `overwrite`), and `LedgerError` with
    every fault of the tables as they would be.
    """
    everything = {_table_of(grid): grid for grid in read_grids(data, file)}
    grids = {name: grid for name, grid in everything.items() if name not in _OURS}
    faults = Faults(InputError)
    for name, grid in grids.items():
        _check_columns(name, grid, faults)
    _check_sources(inputs, everything.get(SOURCES), faults)
    if not overwrite:
        _check_age(inputs, everything.get(ABOUT), grids, faults)
    faults.check()
    return _merged(inputs, {name: _incoming(grid) for name, grid in grids.items()}, whole=True)


def import_mapped(inputs: Inputs, data: bytes, file: str, read: ReadMapping) -> Import:
    """Return what the rows of a foreign table would add and change; no row is removed.

    Raises `InputError` for what cannot be read or mapped, `LedgerError` with every fault of the tables as
    they would be.
    """
    grid = mapped_grid(data, file, read)
    return _merged(inputs, {read.mapping.table: mapped(read, grid)}, whole=False)


def mapped_grid(data: bytes, file: str, read: ReadMapping) -> Grid:
    """Return the sheet that a mapping means: the one it names, or the first."""
    grids = read_grids(data, file, read.mapping.header)
    wanted = read.mapping.sheet
    found = [grid for grid in grids if not wanted or grid.sheet in ("", wanted)]
    if not found:
        hint = nearest(wanted, [grid.sheet for grid in grids])
        raise InputError(Fault(f"{file} has no sheet {wanted!r}", read.source.place("sheet"), hint))
    return found[0]


def _table_of(grid: Grid) -> str:
    """Return the table that a grid is: its sheet's name, or, of a CSV file, the table with its columns."""
    if grid.sheet:
        return grid.sheet
    return next((name for name, columns in COLUMNS.items() if set(columns) == set(grid.columns)), "")


def _check_columns(name: str, grid: Grid, faults: Faults) -> None:
    if name not in COLUMNS:
        hint = nearest(name, tables()) or "a foreign table needs a mapping: --mapping map.yaml"
        what = (
            f"the sheet {name!r} is no table of ours"
            if grid.sheet
            else "these are not the columns of a table"
        )
        faults.add(what, grid.place(grid.head), hint)
        return
    known = COLUMNS[name]
    for column in known:
        if column not in grid.columns:
            faults.add(
                f"the column {column!r} is missing", grid.place(grid.head), nearest(column, grid.columns)
            )
    for number, column in enumerate(grid.columns):
        if column not in known:
            hint = nearest(column, known) or f"the columns are: {', '.join(known)}"
            faults.add(f"the column {column!r} is not known", grid.place(grid.head, number), hint)


def _incoming(grid: Grid) -> tuple[Incoming, ...]:
    return tuple(
        Incoming(
            grid.cells(row),
            {name: grid.place(row.line, number) for number, name in enumerate(grid.columns)},
        )
        for row in grid.rows
    )


def _merged(inputs: Inputs, incoming: dict[str, tuple[Incoming, ...]], *, whole: bool) -> Import:
    faults = Faults(InputError)
    for rows in incoming.values():
        _check_ids(rows, faults)
    faults.check()
    candidates: dict[str, Candidate] = {}
    changes = []
    for table, rows in incoming.items():
        old = _old(inputs, table)
        merged = merge(table, old, rows, whole=whole)
        changes.append(merged.changes)
        if merged.changes:
            candidates[table] = candidate(old, merged)
    if candidates:
        check_candidates(inputs, candidates)
    return Import({one.file: one.data for one in candidates.values()}, tuple(changes))


def _old(inputs: Inputs, table: str) -> CsvText:
    file = table_file(table)
    if table in OPTIONAL and not inputs.exists(file):
        return new_csv(file, COLUMNS[table])
    return read_csv(inputs.read(file), file, COLUMNS[table])


def _check_ids(rows: Sequence[Incoming], faults: Faults) -> None:
    seen: dict[str, Incoming] = {}
    for row in rows:
        place = row.places["id"]
        if not row.id:
            faults.add("id is empty", place, "every row has a name of its own")
        elif row.id in seen:
            faults.add(f"the id {row.id!r} is used twice", place, f"{seen[row.id].places['id']} has it first")
        seen.setdefault(row.id, row)


def _check_sources(inputs: Inputs, grid: Grid | None, faults: Faults) -> None:
    """Add a fault where somebody edited the list of sources, which would be lost without a word."""
    if grid is None:
        return
    known = {one.key: source_row(one.key, one.entry) for one in read_sources(inputs).values()}
    hint = "sources are kept in data/sources.yaml: change it there, and undo the change here"
    for row in grid.rows:
        cells = grid.cells(row)
        told = tuple(cells.get(name, "") for name in SOURCE_COLUMNS)
        if known.get(told[0]) != told:
            faults.add(f"the source {told[0]!r} is not so in data/sources.yaml", grid.place(row.line), hint)


def _check_age(inputs: Inputs, about: Grid | None, grids: dict[str, Grid], faults: Faults) -> None:
    """Add a fault where a table was changed since the workbook was written: its change would be undone."""
    if about is None:
        return
    for row in about.rows:
        file, digest = (*row.texts, "", "")[:2]
        table = file.removeprefix("data/").removesuffix(".csv")
        if table in grids and inputs.exists(file) and sha256(inputs.read(file)) != digest:
            hint = "write the workbook anew and carry your changes over; or --overwrite takes it as it is"
            faults.add(f"{file} has changed since the workbook was written", about.place(row.line), hint)


def foreign(data: bytes, file: str) -> Grid:
    """Return the first table of a file, for drafting a mapping. Raises `UsageError` for an empty one."""
    grid = next((one for one in read_grids(data, file) if one.columns), None)
    if grid is None:
        raise UsageError(Fault(f"{file} holds no table"))
    return grid
