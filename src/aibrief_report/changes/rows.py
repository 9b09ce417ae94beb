"""Observations and events that came, went or changed, cell by cell."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from aibrief_report.model.document import Document
from aibrief_report.model.rows import Cells, rows_of


class CellChange(Struct, frozen=True):
    """A cell of a row: its column, what stood in it, what stands in it."""

    column: str
    then: str
    now: str


class RowChange(Struct, frozen=True):
    """A row behind the brief that came, went or changed: its id, the cells that differ, its source's key."""

    id: str
    how: Literal["added", "removed", "changed"]
    cells: tuple[CellChange, ...] = ()
    value: str = ""
    source: str = ""


def row_changes(then: Document, now: Document) -> tuple[RowChange, ...]:
    """Return how the rows behind two documents differ, in order of id."""
    before, after = rows_of(then), rows_of(now)
    found = []
    for key in sorted({*before, *after}):
        if key not in before:
            found.append(_whole(key, "added", after[key]))
        elif key not in after:
            found.append(_whole(key, "removed", before[key]))
        elif cells := _cells(before[key], after[key]):
            row = after[key]
            found.append(RowChange(key, "changed", cells, _value(row), row.get("source", "")))
    return tuple(found)


def _whole(key: str, how: Literal["added", "removed"], row: Cells) -> RowChange:
    return RowChange(key, how, (), _value(row), row.get("source", ""))


def _cells(then: Cells, now: Cells) -> tuple[CellChange, ...]:
    names = dict.fromkeys((*then, *now))
    return tuple(
        CellChange(name, then.get(name, ""), now.get(name, ""))
        for name in names
        if then.get(name, "") != now.get(name, "")
    )


def _value(row: Cells) -> str:
    """Return what a row says, shortly: value and unit, or an event's day."""
    return " ".join(part for part in (row.get("value", ""), row.get("unit", "")) if part) or row.get(
        "period", ""
    )
