"""Where a table's columns stand, and where in them the decimal marks do."""

from __future__ import annotations

from dataclasses import dataclass

from aibrief_report.model.blocks import Column, Table
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.language import decimal_mark
from aibrief_report.render.docx.draft import Draft
from aibrief_report.render.docx.table_styles import CELL_SIDE
from aibrief_report.render.docx.widths import Need, line_width, longest_word, share

_BOLD = 1.06
"""How much wider bold type is, as headings are set in."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The widths of columns in points, and for those aligned on the decimal mark its place within a cell."""

    widths: tuple[float, ...]
    stops: tuple[float | None, ...]


def lay_out(draft: Draft, table: Table, width: float) -> Layout:
    """Return the layout of a table that fills a width in points."""
    size = draft.theme.sizes.table
    mark = decimal_mark(draft.document.meta.language)
    columns = range(len(table.columns))
    held = [[plain(row.cells[column]) for row in table.rows if not row.group] for column in columns]
    tails = [_tail(cells, mark, size) for cells in held]
    needs = [_need(table.columns[one], held[one], mark, size) for one in columns]
    widths = share(needs, width)
    stops = tuple(
        widths[one] - 2 * CELL_SIDE - tails[one] if table.columns[one].align == "decimal" else None
        for one in columns
    )
    return Layout(widths, stops)


def _need(column: Column, cells: list[str], mark: str, size: float) -> Need:
    sides = 2 * CELL_SIDE + 1
    heading = [longest_word(text, size) * _BOLD for text in (plain(column.heading), column.unit)]
    if column.align == "decimal":
        least = max((_head(text, mark, size) for text in cells), default=0.0) + _tail(cells, mark, size)
    else:
        least = max((longest_word(text, size) for text in cells), default=0.0)
    best = max((line_width(text, size) for text in cells), default=0)
    return Need(max(least, *heading) + sides, max(best, least, *heading) + sides, column.weight)


def _head(text: str, mark: str, size: float) -> float:
    """Return the width of what stands before the decimal mark."""
    return line_width(text.partition(mark)[0], size)


def _tail(cells: list[str], mark: str, size: float) -> float:
    """Return the width of the longest part from the decimal mark on: cells without one end at the stop."""
    return max((line_width("".join(text.partition(mark)[1:]), size) for text in cells), default=0.0)
