"""Workbooks as described: sheets of text with drop-downs, notes and widths, the same bytes every time.

Every cell is text, also one that begins with `=`, `+`, `-` or `@`: what somebody wrote into a table is never
run by a spreadsheet (OWASP, CSV injection), and `2023-10` is never taken for a date.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from aibrief_report.errors import Fault, InputError, Place
from aibrief_report.ooxml.packages import write_package
from aibrief_report.ooxml.reading import read_package

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

MOST_TEXT = 32_767
"""The characters that a cell can hold (Excel specifications and limits)."""
SPARE = 1000
"""Rows below the last that have drop-downs too, for what will be added."""

TEXT = "@"
_HEAD_FILL = "E8ECF1"
_LISTS = "lists"
_LINE = 15.0
_HIGHEST = 400.0
_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001  # a workbook's times have no zone, and this one means nothing
_CORE = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")
# Spreadsheets read `_x0041_` as “A” (ECMA-376 part 1, 22.9.2.19); the escape of its underscore keeps it.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|x005F_|_x000D_")


class Choices(Struct, frozen=True):
    """A drop-down: words of its own, or the first column of another sheet. `strict` refuses anything else."""

    words: tuple[str, ...] = ()
    sheet: str = ""
    strict: bool = True


class SheetColumn(Struct, frozen=True):
    """A column: its name, its width in characters, what it means (a note at its head), its drop-down.

    `wrapped` lets long text run over several lines, and the row be as high; `hidden` keeps a column that
    only the reader of what comes back needs.
    """

    name: str
    width: int = 14
    note: str = ""
    choices: Choices | None = None
    wrapped: bool = False
    hidden: bool = False


class SheetPlan(Struct, frozen=True):
    """A sheet: its name, its columns, its rows of texts. The first `fixed` columns stay in view."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    fixed: int = 1


def workbook_bytes(plans: Sequence[SheetPlan], title: str, author: str = "") -> bytes:
    """Return a workbook of some sheets. Raises `InputError` for a text that no cell can hold."""
    from openpyxl import Workbook  # here: it takes 0.2 s to load, and only this command needs it

    book = Workbook()
    book.remove(book.worksheets[0])
    lists = _Lists()
    for plan in plans:
        _draw(book.create_sheet(plan.name), plan, lists, {one.name: len(one.rows) for one in plans})
    if lists.columns:
        lists.draw(book.create_sheet(_LISTS))
    book.properties.title, book.properties.creator = title, author
    book.properties.created = _EPOCH
    held = io.BytesIO()
    book.save(held)
    return _still(held.getvalue())


def _still(data: bytes) -> bytes:
    """Return a workbook without the time of day, its parts in their one order."""
    members = dict(read_package(data))
    members[_CORE] = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", members[_CORE])
    return write_package(members)


class _Lists:
    """The words of drop-downs, each list once, on a hidden sheet: within a rule a list ends at 255 signs."""

    def __init__(self) -> None:
        self.columns: list[tuple[str, ...]] = []

    def range(self, words: tuple[str, ...]) -> str:
        if words not in self.columns:
            self.columns.append(words)
        letter = column_letter(self.columns.index(words) + 1)
        return f"'{_LISTS}'!${letter}$1:${letter}${len(words)}"

    def draw(self, sheet: Worksheet) -> None:
        sheet.sheet_state = "hidden"
        for number, words in enumerate(self.columns, 1):
            for line, word in enumerate(words, 1):
                _write(sheet.cell(line, number), word)


def _draw(sheet: Worksheet, plan: SheetPlan, lists: _Lists, sizes: dict[str, int]) -> None:
    last = len(plan.rows) + 1
    for number, column in enumerate(plan.columns, 1):
        _head(sheet, number, column)
        if column.choices is not None:
            rule = _rule(column, column.choices, lists, sizes)
            letter = column_letter(number)
            rule.add(f"{letter}2:{letter}{last + SPARE}")
            sheet.add_data_validation(rule)
    for line, texts in enumerate(plan.rows, 2):
        for number, (column, text) in enumerate(zip(plan.columns, texts, strict=True), 1):
            _check_text(text, plan.name, line, number)
            _write(sheet.cell(line, number), text, wrapped=column.wrapped)
        if any(column.wrapped for column in plan.columns):
            sheet.row_dimensions[line].height = _height(plan.columns, texts)
    sheet.freeze_panes = f"{column_letter(plan.fixed + 1)}2"
    sheet.auto_filter.ref = f"A1:{column_letter(len(plan.columns))}{last}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _height(columns: Sequence[SheetColumn], texts: Sequence[str]) -> float:
    """Return a row's height in points: LibreOffice leaves a row without one as high as a single line."""
    lines = max(
        sum(len(part) // max(column.width - 1, 1) + 1 for part in text.splitlines() or [""])
        for column, text in zip(columns, texts, strict=True)
        if column.wrapped
    )
    return min(lines * _LINE, _HIGHEST)


def _head(sheet: Worksheet, number: int, column: SheetColumn) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = sheet.cell(1, number)
    _write(cell, column.name)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor=_HEAD_FILL)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if column.note:
        cell.comment = Comment(column.note, "", height=30 + 16 * (len(column.note) // 38 + 1), width=280)
    shape = sheet.column_dimensions[column_letter(number)]
    shape.width, shape.hidden = column.width, column.hidden
    # For rows that are added below: a spreadsheet would take 2023-10 for a date there.
    shape.number_format = TEXT


def _write(cell: Cell | MergedCell, text: str, *, wrapped: bool = False) -> None:
    from openpyxl.cell.cell import MergedCell
    from openpyxl.styles import Alignment

    if text and not isinstance(cell, MergedCell):
        cell.value = _ESCAPE.sub("_x005F_", text)
        # Without this, openpyxl makes a formula of “=…” and an error of “#N/A”.
        cell.data_type = "s"
    cell.number_format = TEXT
    cell.alignment = Alignment(vertical="top", wrap_text=wrapped)


def _rule(column: SheetColumn, choices: Choices, lists: _Lists, sizes: dict[str, int]) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    if choices.sheet:
        formula = f"'{choices.sheet}'!$A$2:$A${sizes[choices.sheet] + 1 + SPARE}"
    else:
        formula = lists.range(choices.words)
    return DataValidation(
        type="list",
        formula1=formula,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="stop" if choices.strict else "warning",
        errorTitle=column.name,
        error="Choose one of the list." if choices.strict else f"Not in the sheet {choices.sheet} yet.",
    )


def _check_text(text: str, sheet: str, line: int, number: int) -> None:
    place = Place(f"{sheet}!{column_letter(number)}{line}")
    if len(text) > MOST_TEXT:
        hint = f"a spreadsheet’s cell holds {MOST_TEXT} characters"
        raise InputError(Fault(f"the text has {len(text)} characters", place, hint))
    found = _UNHELD.search(text)
    if found:
        raise InputError(Fault(f"a spreadsheet cannot hold {found[0]!r}", place, "take it out of the table"))


def column_letter(number: int) -> str:
    """Return the letters of a column, counted from 1: 1 is A, 27 is AA."""
    return "".join(reversed(list(_letters(number))))


def _letters(number: int) -> Iterator[str]:
    while number:
        number, rest = divmod(number - 1, 26)
        yield chr(ord("A") + rest)
