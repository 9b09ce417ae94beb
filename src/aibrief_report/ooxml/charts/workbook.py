"""The workbook behind a chart: a few sheets of words and numbers, the same bytes each time.

It has what a spreadsheet program needs to open it (ECMA-376 part 1, section 12.2) and nothing that tells when
or by whom it was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from aibrief_report.ooxml.charts.cells import column_name
from aibrief_report.ooxml.charts.names import SPREADSHEET, WORKBOOK_TYPE
from aibrief_report.ooxml.markup import NOTHING, Xml, escape, join, part, tag
from aibrief_report.ooxml.names import NAMESPACES
from aibrief_report.ooxml.packages import CONTENT_TYPES, write_package
from aibrief_report.ooxml.parts import content_types, relationships, relationships_name

_SHEET_TYPE = WORKBOOK_TYPE.replace(".sheet", ".worksheet+xml")
_MAIN_TYPE = f"{WORKBOOK_TYPE}.main+xml"
_STYLES_TYPE = WORKBOOK_TYPE.replace(".sheet", ".styles+xml")
_DECLARED = f'xmlns="{SPREADSHEET}" xmlns:r="{NAMESPACES["r"]}"'
_BUILT_IN = 164  # number formats below are the program's own
_NARROWEST, _WIDEST = 9, 60  # of columns, in characters


class Value(Struct, frozen=True):
    """A cell with a number as decimal text, its number format, and the formula that gives it, if one does."""

    text: str
    code: str = "General"
    formula: str = ""


Cell: TypeAlias = str | Value | None


class Sheet(Struct, frozen=True):
    """A sheet: its name, and rows of cells, the first being the header."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return the bytes of a workbook. Words are never a formula, whatever they begin with."""
    held = (cell for one in sheets for row in one.rows for cell in row)
    codes = list(dict.fromkeys(cell.code for cell in held if isinstance(cell, Value)))
    names = [f"worksheets/sheet{place}.xml" for place in range(1, len(sheets) + 1)]
    targets = [("worksheet", name) for name in names] + [("styles", "styles.xml")]
    parts = {f"xl/{name}": _sheet(one, codes) for name, one in zip(names, sheets, strict=True)}
    types = dict.fromkeys(parts, _SHEET_TYPE) | {"xl/workbook.xml": _MAIN_TYPE, "xl/styles.xml": _STYLES_TYPE}
    return write_package(
        {
            CONTENT_TYPES: content_types(types),
            relationships_name(""): relationships([_relation(1, "officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": _book(sheets),
            relationships_name("xl/workbook.xml"): relationships(
                _relation(number, kind, name) for number, (kind, name) in enumerate(targets, start=1)
            ),
            "xl/styles.xml": _styles(codes),
            **parts,
        }
    )


def _relation(number: int, kind: str, target: str) -> tuple[str, str, str]:
    return f"rId{number}", f"{NAMESPACES['r']}/{kind}", target


def _book(sheets: Sequence[Sheet]) -> bytes:
    listed = (
        tag("sheet", name=one.name, sheetId=number, r_id=f"rId{number}")
        for number, one in enumerate(sheets, start=1)
    )
    return part("workbook", _DECLARED, tag("sheets", *listed))


def _sheet(sheet: Sheet, codes: Sequence[str]) -> bytes:
    rows = (_row(number, row, codes) for number, row in enumerate(sheet.rows, start=1))
    return part("worksheet", _DECLARED, _columns(sheet), tag("sheetData", *rows))


def _columns(sheet: Sheet) -> Xml:
    count = max(len(row) for row in sheet.rows)
    held = ([_length(row[place]) for row in sheet.rows if place < len(row)] for place in range(count))
    widths = (min(max(_NARROWEST, *found, 0) + 2, _WIDEST) for found in held)
    columns = (
        tag("col", min=n, max=n, width=width, customWidth=1) for n, width in enumerate(widths, start=1)
    )
    return tag("cols", *columns)


def _row(number: int, row: Sequence[Cell], codes: Sequence[str]) -> Xml:
    cells = (
        _cell(f"{column_name(place)}{number}", cell, number == 1, codes) for place, cell in enumerate(row)
    )
    return tag("row", join(cells), r=number)


def _cell(name: str, cell: Cell, heading: bool, codes: Sequence[str]) -> Xml:
    match cell:
        case None | "":
            return NOTHING
        case str():
            text = Xml(f'<is><t xml:space="preserve">{escape(cell)}</t></is>')
            return tag("c", text, r=name, s=1 if heading else 0, t="inlineStr")
        case Value():
            formula = tag("f", escape(cell.formula)) if cell.formula else NOTHING
            return tag("c", formula, tag("v", escape(cell.text)), r=name, s=2 + codes.index(cell.code))


def _styles(codes: Sequence[str]) -> bytes:
    """Return the styles: 0 plain, 1 bold for headers, then one a number format."""
    formats = [tag("numFmt", numFmtId=_BUILT_IN + n, formatCode=code) for n, code in enumerate(codes)]
    fonts = (_font(), _font(tag("b")))
    fills = (tag("fill", tag("patternFill", patternType=kind)) for kind in ("none", "gray125"))
    border = tag("border", *(tag(side) for side in ("left", "right", "top", "bottom", "diagonal")))
    numbers = (_format(numFmtId=_BUILT_IN + n, applyNumberFormat=1) for n, _ in enumerate(codes))
    plain = tag("xf", numFmtId=0, fontId=0, fillId=0, borderId=0)
    return part(
        "styleSheet",
        f'xmlns="{SPREADSHEET}"',
        tag("numFmts", *formats, count=len(formats)) if formats else NOTHING,
        tag("fonts", *fonts, count=2),
        tag("fills", *fills, count=2),
        tag("borders", border, count=1),
        tag("cellStyleXfs", plain, count=1),
        tag("cellXfs", _format(), _format(fontId=1, applyFont=1), *numbers, count=2 + len(codes)),
        tag("cellStyles", tag("cellStyle", name="Normal", xfId=0, builtinId=0), count=1),
    )


def _font(*weight: Xml) -> Xml:
    return tag("font", *weight, tag("sz", val=10), tag("name", val="Calibri"))


def _format(**changes: int) -> Xml:
    usual = {"numFmtId": 0, "fontId": 0, "fillId": 0, "borderId": 0, "xfId": 0}
    return tag("xf", **(usual | changes))


def _length(cell: Cell) -> int:
    return len(cell.text if isinstance(cell, Value) else cell or "")
