"""Reading the cells of a workbook: what stands where a chart says that its values come from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from aibrief_report.ooxml.charts.cells import column_name
from aibrief_report.ooxml.charts.names import SPREADSHEET
from aibrief_report.ooxml.names import NAMESPACES
from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.reading import read_package

_CELL = r"\$?([A-Z]{1,3})\$?(\d{1,7})"
_REFERENCE = re.compile(rf"(?:'((?:[^']|'')+)'|([^'!,()\[\]]+))!{_CELL}(?::{_CELL})?")
_PREFIX = {"s": SPREADSHEET}
_MOST_CELLS = 100_000


class Book(Struct, frozen=True):
    """The cells of a workbook as text, by sheet and place (`A1`); an empty one is left out."""

    sheets: Mapping[str, Mapping[str, str]]

    def cells(self, reference: str) -> tuple[str | None, ...] | None:
        """Return the cells of a range such as `Data!$A$2:$A$5`, row by row; `None` if it leads nowhere."""
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            return None
        quoted, plain, column, first, other, last = found.groups()
        sheet = self.sheets.get(quoted.replace("''", "'") if quoted else plain)
        rows = range(int(first), int(last or first) + 1)
        columns = range(_place(column), _place(other or column) + 1)
        if sheet is None or len(rows) * len(columns) > _MOST_CELLS:
            return None
        return tuple(sheet.get(f"{column_name(one)}{row}") for row in rows for one in columns)


def is_range(reference: str) -> bool:
    """Tell whether a reference is one range of one sheet: no name, no list of ranges, no other book."""
    return _REFERENCE.fullmatch(reference) is not None


def read_book(data: bytes, place: str) -> Book:
    """Return the cells of a workbook. Raises `InputError` for one that is damaged or unsafe to read."""
    members = read_package(data, place)
    shared = _shared(members, place)
    names = _names(members, place)
    return Book({name: _sheet(members.get(part, b""), shared, place) for name, part in names.items()})


def _place(column: str) -> int:
    """Return the place of a column, from 0."""
    place = 0
    for letter in column:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _names(members: Mapping[str, bytes], place: str) -> dict[str, str]:
    """Return the part of each sheet, by the sheet's name."""
    relations = members.get("xl/_rels/workbook.xml.rels", b"<none/>")
    targets = {one.get("Id"): one.get("Target", "") for one in parse(relations, place)}
    book = parse(members.get("xl/workbook.xml", b"<none/>"), place)
    found = {}
    for sheet in book.iterfind(".//s:sheet", _PREFIX):
        target = targets.get(sheet.get(f"{{{NAMESPACES['r']}}}id"), "")
        found[sheet.get("name", "")] = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return found


def _sheet(data: bytes, shared: list[str], place: str) -> dict[str, str]:
    if not data:
        return {}
    root = parse(data, place)
    cells = ((cell.get("r", ""), _text(cell, shared)) for cell in root.iterfind(".//s:c", _PREFIX))
    return {name: text for name, text in cells if text}


def _text(cell: etree._Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return _words(cell)
    value = cell.findtext("s:v", default="", namespaces=_PREFIX)
    if cell.get("t") != "s":
        return value
    return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""


def _shared(members: Mapping[str, bytes], place: str) -> list[str]:
    """Return the words that spreadsheet programs keep in one place for all cells."""
    data = members.get("xl/sharedStrings.xml")
    return [_words(one) for one in parse(data, place).iterfind("s:si", _PREFIX)] if data else []


def _words(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iterfind(".//s:t", _PREFIX))
