"""Workbooks changed as somebody at a spreadsheet would change them."""

import io
import warnings

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet


def opened(data: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(io.BytesIO(data))


def saved(book: Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def edited(data: bytes, sheet: str, **cells: object) -> bytes:
    """Return a workbook with cells of one sheet replaced: `edited(data, "areas", B2="the north")`."""
    book = opened(data)
    for name, value in cells.items():
        book[sheet][name] = value
    return saved(book)


def column(sheet: Worksheet, name: str) -> str:
    """Return the letter of a column by the name at its head."""
    return next(cell.column_letter for cell in sheet[1] if cell.value == name)


def foreign(*rows: tuple[object, ...], sheet: str = "Data") -> bytes:
    """Return a workbook that somebody else made, of one sheet."""
    book = Workbook()
    book.worksheets[0].title = sheet
    for row in rows:
        book.worksheets[0].append(row)
    return saved(book)
