"""Mappings: how the rows of a foreign table become rows of ours, written down once and used again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Literal

from msgspec import Struct
from pydantic import Field, field_validator

from aibrief_report.errors import Faults, InputError, Place
from aibrief_report.inputs.checked import Strict, read_checked
from aibrief_report.inputs.nearest import nearest
from aibrief_report.inputs.yaml_text import YamlText, read_yaml
from aibrief_report.ledger.exchange.changes import Incoming
from aibrief_report.ledger.exchange.grids import Grid, GridRow
from aibrief_report.ledger.read import COLUMNS

_FIELD = re.compile(r"\{([^{}]*)\}")
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_NUMBERS = frozenset({"value", "low", "high", "decimals", "rate"})
_SPACES = re.compile("[ \u00a0\u202f'’]")


class TableMapping(Strict):
    """A mapping, keyed by the columns of our table. docs/exchange.md tells what each part does."""

    table: str
    sheet: str = ""
    header: int = Field(default=1, ge=1)
    columns: dict[str, str] = Field(default_factory=dict)
    constants: dict[str, str] = Field(default_factory=dict)
    values: dict[str, dict[str, str]] = Field(default_factory=dict)
    defaults: dict[str, str] = Field(default_factory=dict)
    files: dict[str, dict[str, str]] = Field(default_factory=dict)
    id: str = ""
    decimal: Literal[".", ","] = "."
    empty: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()

    @field_validator("table")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in COLUMNS:
            raise ValueError(f"the tables are: {', '.join(COLUMNS)}")
        return value


class ReadMapping(Struct, frozen=True):
    """A mapping as read: what it says, and where, for what is wrong with it."""

    mapping: TableMapping
    source: YamlText


def read_mapping(text: str, file: str) -> ReadMapping:
    """Return the mapping in a YAML text. Raises `InputError` with all its faults."""
    source = read_yaml(text, file)
    mapping = read_checked(source, TableMapping)
    faults = Faults(InputError)
    known = COLUMNS[mapping.table]
    for path in _named(mapping):
        if path[-1] not in known:
            hint = nearest(path[-1], known) or f"the columns are: {', '.join(known)}"
            faults.add(f"{mapping.table} has no column {path[-1]!r}", source.place(*path), hint)
    for column in mapping.constants:
        if column in mapping.columns:
            faults.add(
                f"{column!r} is a constant and a column", source.place("constants", column), "keep one"
            )
    for name in _FIELD.findall(mapping.id):
        if name not in known:
            faults.add(f"{mapping.table} has no column {name!r}", source.place("id"), nearest(name, known))
    if not mapping.id and "id" not in mapping.columns:
        hint = 'name their column of ids, or make one: id: "{indicator}-{area}-{period}"'
        faults.add("the rows have no id", source.place(), hint)
    faults.check()
    return ReadMapping(mapping, source)


def _named(mapping: TableMapping) -> Iterator[tuple[str, ...]]:
    """Yield the path of every name in the mapping that is to be a column of ours."""
    yield from (("columns", name) for name in mapping.columns)
    yield from (("constants", name) for name in mapping.constants)
    yield from (("values", name) for name in mapping.values)
    yield from (("defaults", name) for name in mapping.defaults)
    yield from (("skip", name) for name in mapping.skip)
    yield from (("files", file, name) for file, names in mapping.files.items() for name in names)


def mapped(read: ReadMapping, grid: Grid) -> tuple[Incoming, ...]:
    """Return the rows of a foreign table as rows of ours. Raises `InputError` for columns it lacks."""
    mapping = read.mapping
    faults = Faults(InputError)
    for ours, theirs in mapping.columns.items():
        if theirs not in grid.columns:
            hint = nearest(theirs, grid.columns) or f"its columns are: {', '.join(grid.columns)}"
            faults.add(f"{grid.file} has no column {theirs!r}", read.source.place("columns", ours), hint)
    faults.check()
    usual = dict(mapping.defaults)
    for pattern, texts in mapping.files.items():
        if fnmatchcase(grid.file, pattern):
            usual |= texts
    rows = (_row(mapping, usual, grid, row) for row in grid.rows)
    return tuple(row for row in rows if all(row.cells.get(name) for name in mapping.skip))


def _row(mapping: TableMapping, usual: Mapping[str, str], grid: Grid, row: GridRow) -> Incoming:
    theirs = grid.cells(row)
    cells = dict(mapping.constants)
    places: dict[str, Place] = {}
    for name, column in mapping.columns.items():
        text = "" if theirs[column] in mapping.empty else theirs[column]
        text = mapping.values.get(name, {}).get(text, text)
        cells[name] = _number(text, mapping.decimal) if name in _NUMBERS else text
        places[name] = grid.place(row.line, grid.columns.index(column))
    for name, text in usual.items():
        cells[name] = cells.get(name) or text
    if mapping.id:
        cells["id"] = _made_id(mapping.id, cells)
    whole = grid.place(row.line)
    return Incoming(cells, {name: places.get(name, whole) for name in cells})


def _made_id(template: str, cells: Mapping[str, str]) -> str:
    filled = _FIELD.sub(lambda found: cells.get(found[1], ""), template)
    return _NOT_IN_IDS.sub("-", filled.lower()).strip("-")


def _number(text: str, decimal: str) -> str:
    """Return a number as our tables write it: no marks between thousands, a decimal point."""
    group = "." if decimal == "," else ","
    bare = _SPACES.sub("", text).replace("\u2212", "-")
    if re.fullmatch(rf"-?\d{{1,3}}(\{group}\d{{3}})+(\{decimal}\d+)?", bare):
        bare = bare.replace(group, "")
    bare = bare.replace(decimal, ".")
    return bare if re.fullmatch(r"-?\d+(\.\d+)?", bare) else text
