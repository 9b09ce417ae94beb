"""What an import would change: rows added, changed cell by cell, and removed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from aibrief_report.digest import Json
from aibrief_report.errors import Place
from aibrief_report.ledger.exchange.csv_text import CsvRow, CsvText

_SHOWN = 60


class Incoming(Struct, frozen=True):
    """A row on its way in: its cells, by our columns, and the place of each, for what is wrong with it.

    A column that is not given keeps its cell in a row that is there already; in a new row it is empty.
    """

    cells: Mapping[str, str]
    places: Mapping[str, Place]

    @property
    def id(self) -> str:
        """The id of the row."""
        return self.cells["id"]


class Cell(Struct, frozen=True):
    """A cell that changes: its column, its text before and after."""

    column: str
    before: str
    after: str


class Changes(Struct, frozen=True):
    """What changes in one table: ids that come and go, and the cells that change of those that stay."""

    table: str
    added: tuple[str, ...] = ()
    changed: Mapping[str, tuple[Cell, ...]] | None = None
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def lines(self) -> Iterator[str]:
        """Yield what a person is told: a line in numbers, then a line a row."""
        changed = self.changed or {}
        if not self:
            yield f"{self.table}: unchanged"
            return
        told = f"{len(self.added)} added, {len(changed)} changed, {len(self.removed)} removed"
        yield f"{self.table}: {told}"
        yield from (f"  added {key}" for key in self.added)
        for key, cells in changed.items():
            yield f"  changed {key}: {'; '.join(_told(cell) for cell in cells)}"
        yield from (f"  removed {key}" for key in self.removed)

    def as_json(self) -> Json:
        """Return the changes as JSON."""
        changed = {
            key: {cell.column: {"before": cell.before, "after": cell.after} for cell in cells}
            for key, cells in (self.changed or {}).items()
        }
        return {
            "table": self.table,
            "added": list(self.added),
            "changed": changed,
            "removed": list(self.removed),
        }


class Merged(Struct, frozen=True):
    """A table as it would be: its rows, each with the incoming row behind it (`None` where there is none)."""

    rows: tuple[tuple[CsvRow, Incoming | None], ...]
    changes: Changes


def merge(table: str, old: CsvText, incoming: Sequence[Incoming], *, whole: bool) -> Merged:
    """Return a table with rows taken in. With `whole`, rows that do not come in are removed.

    Rows that are there already keep their order, so that sorting a sheet changes nothing; a new row stands
    behind the one that it came in behind.
    """
    coming = {row.id: row for row in incoming}
    had = {row.cells["id"]: row for row in old.rows}
    changed: dict[str, tuple[Cell, ...]] = {}
    kept: list[tuple[CsvRow, Incoming | None]] = []
    for row in old.rows:
        new = coming.get(row.cells["id"])
        if new is None and whole:
            continue
        cells = _changed(row, new, old.columns) if new else ()
        if new and cells:
            changed[new.id] = cells
        kept.append((old.row({**row.cells, **new.cells}) if new and cells else row, new))
    added = tuple(row for row in incoming if row.id not in had)
    removed = tuple(key for key in had if key not in coming) if whole else ()
    rows = tuple(_with_new(kept, incoming, added, old, whole=whole))
    return Merged(rows, Changes(table, tuple(row.id for row in added), changed, removed))


def _changed(old: CsvRow, new: Incoming, columns: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(
        Cell(name, old.cells.get(name, ""), new.cells[name])
        for name in columns
        if name in new.cells and new.cells[name] != old.cells.get(name, "")
    )


def _with_new(
    kept: Sequence[tuple[CsvRow, Incoming | None]],
    incoming: Sequence[Incoming],
    added: Sequence[Incoming],
    old: CsvText,
    *,
    whole: bool,
) -> list[tuple[CsvRow, Incoming | None]]:
    """Return rows with the new ones put in: after the row before them, or at the end of a part."""
    if not whole:
        return [*kept, *((old.row(row.cells), row) for row in added)]
    new = {row.id for row in added}
    followers: dict[str, list[Incoming]] = {}
    before = ""
    for one in incoming:
        if one.id in new:
            followers.setdefault(before, []).append(one)
        else:
            before = one.id
    found: list[tuple[CsvRow, Incoming | None]] = [(old.row(one.cells), one) for one in followers.get("", ())]
    for row, origin in kept:
        found.append((row, origin))
        found += [(old.row(one.cells), one) for one in followers.get(row.cells["id"], ())]
    return found


def _told(cell: Cell) -> str:
    return f"{cell.column} {_short(cell.before)} → {_short(cell.after)}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return f"“{flat}”" if len(flat) <= _SHOWN else f"“{flat[:_SHOWN]}…”"
