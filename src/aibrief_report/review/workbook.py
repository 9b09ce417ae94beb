"""The pack as a workbook, and what comes back in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from aibrief_report.errors import Fault, Faults, InputError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.ledger.exchange.grids import Grid, GridRow, read_grids
from aibrief_report.ledger.exchange.sheets import Choices, SheetColumn, SheetPlan, workbook_bytes
from aibrief_report.review.checks import VERDICTS, Check, Standing
from aibrief_report.review.pack import Item, RowBehind
from aibrief_report.review.state import day

SHEET, ABOUT = "number check", "about"
_NO_ROWS = "-"

COLUMNS = (
    SheetColumn("where", 22, "The section, figure or table that prints the number.", wrapped=True),
    SheetColumn("sentence", 60, "The sentence as printed.", wrapped=True),
    SheetColumn("printed", 18, "The number as printed.", wrapped=True),
    SheetColumn("rows", 70, "Each row behind it: its value as published, source, place in it.", wrapped=True),
    SheetColumn("addresses", 36, "Where each source can be opened.", wrapped=True),
    SheetColumn("computed", 24, "The formula of a computed number, over the ids of rows.", wrapped=True),
    SheetColumn("note", 32, "What the tables say of the number.", wrapped=True),
    SheetColumn(
        "verdict",
        12,
        "correct: the source says so, at this place. wrong: it does not. unclear: it cannot be told.",
        Choices(tuple(VERDICTS)),
    ),
    SheetColumn("checker", 18, "Your name."),
    SheetColumn("date", 12, "The day, such as 2026-01-15."),
    SheetColumn("remark", 40, "What you found, where it is not plainly correct.", wrapped=True),
    SheetColumn("earlier", 28, "Why an earlier check no longer counts.", wrapped=True),
    SheetColumn("template", 30, "Where the sentence is written."),
    SheetColumn("expression", 30, "What prints the number there."),
    SheetColumn("number", 24, "The number’s id.", hidden=True),
    SheetColumn("written", 30, "The sentence as the author wrote it.", hidden=True),
    SheetColumn("digests", 20, "What tells whether a row changed since.", hidden=True),
    SheetColumn("id", 16, "What tells whether the sentence changed since.", hidden=True),
)
_NEEDED = ("id", "verdict", "checker", "date", "remark", "digests", "number", "expression", "written")


def pack_workbook(standing: Standing) -> bytes:
    """Return the workbook of a pack, with the checks that count filled in; the same pack, the same bytes."""
    pack = standing.pack
    rows = tuple(_row(item, standing) for item in pack.items)
    about = (("brief", pack.brief), ("title", pack.title), ("version", pack.version))
    plans = (
        SheetPlan(SHEET, COLUMNS, rows, fixed=3),
        SheetPlan(ABOUT, (SheetColumn("what"), SheetColumn("value", 80)), about),
    )
    return workbook_bytes(plans, f"Number check: {pack.title}")


def _row(item: Item, standing: Standing) -> tuple[str, ...]:
    check = standing.valid.get(item.id)
    verdict = (check.verdict, check.checker, check.date, check.remark) if check else ("", "", "", "")
    return (
        item.where,
        item.sentence or "(no sentence prints it)",
        item.printed,
        "\n".join(_told(row) for row in item.rows),
        "\n".join(dict.fromkeys(row.address for row in item.rows if row.address)),
        item.formula,
        item.note,
        *verdict,
        standing.reason(item),
        item.place,
        item.expression,
        item.number,
        item.source,
        _written(item.digests),
        item.id,
    )


def _told(row: RowBehind) -> str:
    located = ", ".join(part for part in (row.source, row.locator) if part)
    return f"{row.id}: {row.value} – {located}"


class Returned(Struct, frozen=True):
    """What came back: the checks that were given, and how many numbers were left without one."""

    checks: tuple[Check, ...]
    left: int


def read_returned(data: bytes, file: str, brief: str) -> Returned:
    """Return the checks in a pack that came back. Raises `InputError` with all its faults, cell by cell."""
    grids = {grid.sheet: grid for grid in read_grids(data, file)}
    grid = grids.get(SHEET)
    if grid is None:
        hint = "write one with: aibrief number-check BRIEF --xlsx pack.xlsx"
        raise InputError(Fault(f"{file} has no sheet {SHEET!r}", hint=hint))
    faults = Faults(InputError)
    _check_brief(grids.get(ABOUT), brief, file, faults)
    for name in _NEEDED:
        if name not in grid.columns:
            faults.add(f"the column {name!r} is missing", grid.place(grid.head), nearest(name, grid.columns))
    faults.check()
    filled = [row for row in grid.rows if grid.cells(row)["verdict"]]
    for row in grid.rows:
        _check_row(grid, row, faults)
    faults.check()
    return Returned(tuple(_check(grid.cells(row)) for row in filled), len(grid.rows) - len(filled))


def _check_brief(about: Grid | None, brief: str, file: str, faults: Faults) -> None:
    told = {row.texts[0]: row.texts[1] for row in about.rows if len(row.texts) > 1} if about else {}
    named = told.get("brief", brief)
    if named != brief:
        faults.add(f"{file} is the pack of {named}", hint=f"aibrief number-check {named} --import {file}")


def _check_row(grid: Grid, row: GridRow, faults: Faults) -> None:
    cells = grid.cells(row)
    if not cells["id"]:
        _fault(grid, row, "id", "the row has lost its id", "rows cannot be added to a pack", faults)
    if not cells["verdict"]:
        for name in ("checker", "remark"):
            if cells[name]:
                hint = f"choose one of: {', '.join(VERDICTS)}"
                _fault(grid, row, "verdict", f"there is a {name} and no verdict", hint, faults)
                break
        return
    if cells["verdict"] not in VERDICTS:
        told = f"the verdict {cells['verdict']!r} is not one of: {', '.join(VERDICTS)}"
        _fault(grid, row, "verdict", told, nearest(cells["verdict"], VERDICTS), faults)
    if not cells["checker"]:
        _fault(grid, row, "checker", "who checked this?", "write your name", faults)
    if cells["verdict"] == "wrong" and not cells["remark"]:
        hint = "write what the source says; where it cannot be told, the verdict is unclear"
        _fault(grid, row, "remark", "what is wrong with the number?", hint, faults)
    try:
        day(cells["date"])
    except ValueError as error:
        _fault(grid, row, "date", f"the date {cells['date']!r}: {error}", None, faults)


def _fault(grid: Grid, row: GridRow, column: str, message: str, hint: str | None, faults: Faults) -> None:
    faults.add(message, grid.place(row.line, grid.columns.index(column)), hint)


def _check(cells: Mapping[str, str]) -> Check:
    verdict = next(one for one in VERDICTS if one == cells["verdict"])
    return Check(
        id=cells["id"],
        where=cells.get("where", ""),
        sentence=cells["written"],
        number=cells["number"],
        expression=cells["expression"],
        printed=cells.get("printed", ""),
        rows=dict(_read(cells["digests"])),
        verdict=verdict,
        checker=cells["checker"],
        date=day(cells["date"]),
        remark=cells["remark"],
    )


def _written(digests: Mapping[str, str]) -> str:
    return "\n".join(f"{key} {made}" for key, made in digests.items()) or _NO_ROWS


def _read(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        key, space, made = line.rpartition(" ")
        if space:
            yield key, made
